import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { appealKeys, createAppealKind, NO_APPEAL } from '../../../src/app/appeals/appeal.ts';
import { chainsOf } from '../../../src/app/upkeep/chains.ts';
import { createChores } from '../../../src/app/upkeep/chores.ts';
import { createDaily } from '../../../src/app/upkeep/daily.ts';
import { archiveDateOf } from '../../../src/app/upkeep/retention.ts';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import { CLOCK } from '../../../src/domain/appeal/types.ts';
import { withoutContact } from '../../../src/domain/appeal/words.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { clock as clockTime } from '../../support/a-calendar.ts';
import { aHeadBook } from '../../support/a-head-book.ts';
import { APPEAL_CLOCK, on, play, STORIES, WISHES } from '../../support/an-appeal.ts';
import { aFakeClock } from '../../support/fake-clock.ts';

const DAY_MS = 86_400_000;
const DAYS = 60;
const KIND = {
  ...createAppealKind(APPEAL_CLOCK),
  archive: ({ chain }: { readonly chain: AppealChain }) => archiveDateOf(stateOf(chain)),
};

/** Records of appeals with what is done for them every day. */
async function aHousehold() {
  const clock = aFakeClock(on('11-24 12:00'));
  const logged: string[] = [];
  const records = await openRecords({
    folder: null,
    kinds: [KIND],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const { book, pages } = aHeadBook();
  const note = (code: string): void => void logged.push(code);
  const log = { info: note, warn: note, error: note };
  const change = (id: string, turn: (chain: AppealChain) => AppealChain) =>
    records.update(KIND, id, (before) => ({
      data: { ...NO_APPEAL, chain: turn(before?.chain ?? []) },
    }));
  const erase = async (id: string, at: Instant): Promise<void> => {
    const wish = { ...WISHES.erase, afterDays: DAYS };
    await change(id, (chain) => withoutContact(play(chain, { by: CLOCK, at, wish })));
  };
  const deps = { records, kind: KIND, over: appealKeys.over, days: DAYS, book, erase, log };
  const chains = [chainsOf(records, KIND, ({ chain }) => chain)];
  const daily = createDaily(createChores({ ...deps, chains }), { at: clockTime('03:30'), clock, log });
  const waits = async (days: number): Promise<void> => {
    for (let day = 0; day < days; day += 1) {
      await clock.advance(DAY_MS);
      await daily.settled();
    }
  };
  return { records, change, daily, waits, pages, logged };
}

test('an appeal that is over is archived after a month, and erased in the archive when its time has come', async () => {
  const { records, change, daily, waits, pages, logged } = await aHousehold();
  await change('A0321', () => STORIES['closed as solved']);
  await change('A0322', () => STORIES['in-hand']);
  daily.start();
  await waits(1);
  expect(Object.keys(pages.get('2026-11-25') ?? {})).toEqual(['appeal/A0321', 'appeal/A0322']);
  await waits(30);
  expect(await records.ids(KIND)).toEqual(['A0322']);
  await waits(31);
  const erased = await records.read(KIND, 'A0321');
  expect(JSON.stringify(erased)).not.toContain('13800000000');
  expect(erased?.chain.at(-1)?.fact.kind).toBe('erased');
  expect(await records.ids(KIND)).toEqual(['A0322']);
  expect(logged).toEqual(['archived', 'contacts-erased', 'archived']);
  const newest = [...pages.keys()].toSorted().at(-1) ?? '';
  expect(pages.get(newest)?.['appeal/A0321']?.length).toBe(STORIES['closed as solved'].length);
  await daily.stop();
});

test('a history that does not go on from its head is logged, every day anew', async () => {
  const { change, daily, waits, logged } = await aHousehold();
  await change('A0322', () => STORIES['in-hand']);
  daily.start();
  await waits(1);
  await change('A0322', () => STORIES.submitted);
  await waits(2);
  expect(logged).toEqual(['history-changed', 'history-changed']);
  await daily.stop();
});
