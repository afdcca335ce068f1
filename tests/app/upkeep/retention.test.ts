import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { appealKeys, createAppealKind, NO_APPEAL } from '../../../src/app/appeals/appeal.ts';
import { archiveDateOf, createRetention, isDueForErasure } from '../../../src/app/upkeep/retention.ts';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import { withoutContact } from '../../../src/domain/appeal/words.ts';
import { type Instant, parseInstant } from '../../../src/domain/time.ts';
import { APPEAL_CLOCK, on, play, STORIES, WISHES } from '../../support/an-appeal.ts';
import { CLOCK } from '../../../src/domain/appeal/types.ts';

const KIND = {
  ...createAppealKind(APPEAL_CLOCK),
  archive: ({ chain }: { readonly chain: AppealChain }) => archiveDateOf(stateOf(chain)),
};
const CLOSED = STORIES['closed as solved'];
const ENDED = on('11-24 11:00');
const DAY_MS = 86_400_000;
const after = (days: number): Instant => (ENDED + days * DAY_MS) as Instant;

async function anOffice(days = 730) {
  let read: string[] = [];
  const kept = await openRecords({
    folder: null,
    kinds: [KIND],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const records: typeof kept = {
    ...kept,
    archived: (kind, month) => {
      read.push(month);
      return kept.archived(kind, month);
    },
  };
  const put = (id: string, chain: AppealChain) =>
    records.update(KIND, id, () => ({ data: { ...NO_APPEAL, chain } }));
  const due = createRetention({ records, kind: KIND, over: appealKeys.over, days });
  const monthsRead = (): readonly string[] => {
    const before = read;
    read = [];
    return before;
  };
  return { records, put, due, monthsRead };
}

describe('an appeal goes to the archive', () => {
  test('thirty days after its end, under the month of its end', () => {
    expect(archiveDateOf(stateOf(CLOSED))).toEqual({ month: '2026-11', from: after(30) });
  });

  test.for(['withdrawn', 'not-accepted', 'merged'] as const)('also %s', (name) => {
    expect(archiveDateOf(stateOf(STORIES[name]))?.month).toBe('2026-11');
  });

  test.for(['submitted', 'in-hand', 'replied', 'confirmed'] as const)('never while it is %s', (name) => {
    expect(archiveDateOf(stateOf(STORIES[name]))).toBeNull();
  });

  test('never where nothing has happened to it', () => expect(archiveDateOf(null)).toBeNull());

  test('the month is that of Shanghai', () => {
    const state = stateOf(CLOSED);
    const endedAt = parseInstant('2026-10-31T16:30Z') as Instant;
    expect(state?.kind === 'closed' && archiveDateOf({ ...state, endedAt })?.month).toBe('2026-11');
  });
});

describe('contacts and attachments', () => {
  test('are due for erasure so many days after the end, once', () => {
    const state = stateOf(CLOSED);
    expect(isDueForErasure(state, 730, (after(730) - 1) as Instant)).toBe(false);
    expect(isDueForErasure(state, 730, after(730))).toBe(true);
    expect(isDueForErasure(stateOf(STORIES['in-hand']), 0, after(9999))).toBe(false);
    expect(isDueForErasure(stateOf(STORIES['closed and erased']), 0, after(9999))).toBe(false);
    expect(isDueForErasure(null, 0, after(9999))).toBe(false);
  });

  test('that are due are what the domain erases', () => {
    const wish = { ...WISHES.erase, afterDays: 730 };
    const chain = play(CLOSED, { by: CLOCK, at: after(730), wish });
    expect(stateOf(chain)?.isErased).toBe(true);
    expect(JSON.stringify(withoutContact(chain))).not.toContain('13800000000');
  });

  test('are found among the live and the archived appeals', async () => {
    const { records, put, due } = await anOffice();
    await put('A0001', CLOSED);
    await put('A0002', STORIES['in-hand']);
    expect(await due(after(729))).toEqual([]);
    expect(await due(after(730))).toEqual(['A0001']);
    await records.archive(KIND, after(30));
    await put('A0003', CLOSED);
    expect(await due(after(730))).toEqual(['A0003', 'A0001']);
  });

  test('of a month that lies behind and has none left are not looked for again', async () => {
    const { records, put, due, monthsRead } = await anOffice();
    await put('A0001', CLOSED);
    await records.archive(KIND, after(30));
    await due(after(0));
    expect(monthsRead()).toEqual([]);
    expect(await due(after(731))).toEqual(['A0001']);
    await put('A0001', play(CLOSED, { by: CLOCK, at: after(731), wish: WISHES.erase }));
    await records.archive(KIND, after(731));
    monthsRead();
    expect(await due(after(732))).toEqual([]);
    expect(await due(after(733))).toEqual([]);
    expect(monthsRead()).toEqual(['2026-11', '2026-11']);
    expect(await due(after(740))).toEqual([]);
    expect(await due(after(741))).toEqual([]);
    expect(monthsRead()).toEqual(['2026-11']);
  });

  test('of an appeal whose events make no sense do not keep the others from being erased', async () => {
    const { records, put, due } = await anOffice();
    await put('A0001', CLOSED);
    await put('A0002', CLOSED);
    await records.archive(KIND, after(30));
    const spoilt: typeof records = {
      ...records,
      archived: async function* (kind, month) {
        for await (const one of records.archived(kind, month))
          yield one.id === 'A0001' ? { ...one, data: { ...one.data, chain: CLOSED.slice(1) } } : one;
      },
    };
    const deps = { kind: KIND, over: appealKeys.over, days: 730 };
    expect(await createRetention({ ...deps, records: spoilt })(after(730))).toEqual(['A0002']);
    expect(await due(after(730))).toHaveLength(2);
  });
});
