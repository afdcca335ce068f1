import { dirname, basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Disk } from '../../adapters/lowdb/disk.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { UNANSWERED, CONVERSATION } from '../../src/app/conversation.ts';
import { stateOf } from '../../src/domain/appeal/evolve.ts';
import type { AppealState } from '../../src/domain/appeal/state.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { anOffice, APPEAL, OFFICE_KINDS } from '../support/an-office.ts';
import { aMessage } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { createPowerDisk } from '../support/power-disk.ts';

/** What has happened when the process dies: a record of a kind was saved, a message acknowledged, something said. */
const EVENTS = ['saved conversation', 'saved counter', 'saved appeal', 'acknowledged', 'said'] as const;

/** The end of one life, or a while without room on the disk. */
interface Blow {
  readonly round: number;
  readonly event: (typeof EVENTS)[number];
  /** At its n-th time in the round. */
  readonly nth: number;
  readonly kind: 'killed' | 'without power' | 'disk full';
}

type Told = readonly [person: string, text: string];
/** What people say in a round, given the numbers that their appeals have got. */
type Round = (numbersOf: (person: string) => readonly string[]) => readonly Told[];

const NEVER = new Promise<never>(() => undefined);
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const COPIES = 2;
const FAILING_WRITES = 7;

/** All appeals that are kept. */
async function appealsIn(records: Records) {
  const found = [];
  for (const id of await records.ids(APPEAL)) {
    const appeal = await records.read(APPEAL, id);
    if (appeal) found.push({ id, chain: appeal.chain, state: stateOf(appeal.chain) as AppealState });
  }
  return found.toSorted((one, other) => one.id.localeCompare(other.id));
}

/** Tells of every file that took its place. */
const watched = (disk: Disk, saved: (kind: string) => Promise<void>): Disk => ({
  ...disk,
  rename: async (from, to) => {
    await disk.rename(from, to);
    await saved(basename(dirname(to)));
  },
});

/** Plays a story to its end through the blows, in their order; what was said, and what is kept. */
async function play(rounds: readonly Round[], blows: readonly Blow[]) {
  const disk = createPowerDisk();
  const clock = aFakeClock(MONDAY);
  const said: { readonly chat: string; readonly message: OutboundMessage }[] = [];
  const acknowledged = new Set<string>();
  const told: InboundMessage[][] = [];
  let round = 0;
  let struck = 0;
  let tossed = 0;

  for (const blow of [...blows, null]) {
    let isDead = false;
    let passed = 0;
    let full = 0;
    let die: () => void = () => undefined;
    const death = new Promise<'dead'>((resolve) => (die = () => resolve('dead')));
    const pass = async (event: Blow['event']): Promise<void> => {
      if (isDead) await NEVER;
      if (blow?.round !== round || blow.event !== event) return;
      passed += 1;
      if (passed !== blow.nth) return;
      struck += 1;
      if (blow.kind === 'disk full') full = FAILING_WRITES;
      else {
        isDead = true;
        die();
        await NEVER;
      }
    };
    const step = async (name: string): Promise<void> => {
      if (isDead) await NEVER;
      if (name !== 'create' || full === 0) return;
      full -= 1;
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const open = (): Promise<Records> =>
      openRecords({
        folder: '/records',
        kinds: [...OFFICE_KINDS],
        onDamaged: (where) => expect.unreachable(`damaged: ${where}`),
        onNewer: () => undefined,
        disk: watched(disk.diskFor({ step }), (kind) => pass(`saved ${kind}` as Blow['event'])),
      });
    const live = async (): Promise<Records> => {
      const records = await open();
      const office = anOffice({
        records,
        clock,
        limits: { idempotencyMinutes: 600 },
        say: async (chat, message) => {
          if (isDead) await NEVER;
          said.push({ chat, message });
          await pass('said');
        },
      });
      const quiet = async (): Promise<void> => {
        for (let pause = 0; pause < 40; pause += 1) {
          await office.settled();
          const left = [...(await records.find(CONVERSATION, UNANSWERED)), ...(await records.targets())];
          if (left.length === 0) return;
          await clock.advance(20_000);
        }
      };
      const take = (message: InboundMessage): Promise<void> =>
        office.reception.receive(message).then(
          async () => {
            await pass('acknowledged');
            acknowledged.add(message.id);
          },
          () => undefined,
        );
      await office.resume();
      await quiet();
      while (round < rounds.length) {
        const appeals = await appealsIn(records);
        const numbersOf = (person: string) =>
          appeals.flatMap(({ id, state }) => (state.appellant === `test:${person}` ? [id] : []));
        const messages = (told[round] ??= (rounds[round] as Round)(numbersOf).map(([person, text], at) =>
          aMessage(`${round}-${at}`, {
            chat: `test:${person}`,
            from: { id: `test:${person}`, name: person },
            text,
          }),
        ));
        const copies = messages.flatMap((message) => Array.from({ length: COPIES }, () => message));
        await Promise.all(copies.map(take));
        await quiet();
        if (messages.some(({ id }) => !acknowledged.has(id))) continue;
        // What was opened is put to the specialists.
        await clock.advance(61_000);
        await quiet();
        round += 1;
      }
      return records;
    };
    const end = await Promise.race([live(), death]);
    isDead = true;
    if (end !== 'dead') return { said, appeals: await appealsIn(end), told, struck };
    if (blow?.kind === 'without power') disk.losePower(() => tossed++ % 3 === 0);
  }
  throw new Error('no life is immortal');
}

type Played = Awaited<ReturnType<typeof play>>;

/** A platform that takes keys shows the second message with one key to nobody; it must be the same as the first. */
function shownIn({ said }: Played) {
  const shown = new Map<string | undefined, Played['said'][number]>();
  for (const one of said) {
    const before = shown.get(one.message.key) ?? one;
    expect(one).toEqual(before);
    shown.set(one.message.key, before);
  }
  return [...shown.values()];
}

const timesShown = (played: Played, words: RegExp | string): readonly (readonly [string, number])[] => {
  const chats = shownIn(played).flatMap(({ chat, message }) =>
    (typeof words === 'string' ? message.text.includes(words) : words.test(message.text)) ? [chat] : [],
  );
  return [...new Set(chats)].map((chat) => [chat, chats.filter((one) => one === chat).length] as const);
};

/** Every complaint has its appeals, each with a number of its own and one receipt; all are about what was said. */
function expectOpened(played: Played, complaints: Readonly<Record<string, number>>): void {
  const { appeals } = played;
  const causes = appeals.map(({ chain }) => (chain[0]?.fact.cause ?? '').split('#')[0] as string);
  const opened: Record<string, number> = {};
  for (const cause of causes) opened[cause] = (opened[cause] ?? 0) + 1;
  expect(opened).toEqual(complaints);
  for (const { id, state } of appeals) expect(state.number).toBe(id);
  for (const { id } of appeals)
    expect(timesShown(played, new RegExp(`已收到，编号 ${id}`)).map(([, times]) => times)).toEqual([1]);
}

const ANSWER = '货款八十万元已经付清';

/** Two matters in one message, dispatched, answered and rated. */
const APART: readonly Round[] = [
  () => [['王老板', '诉求 国企欠我们货款，另外房东要涨租没人管']],
  () => [['王老板', '1']],
  (numbersOf) => numbersOf('王老板').map((number) => ['李专员', `${number} 派 市经信局`]),
  (numbersOf) => numbersOf('王老板').map((number) => ['赵经办', `${number} 已联系企业，约周三上门`]),
  (numbersOf) => numbersOf('王老板').map((number) => ['赵经办', `${number} 答复：${ANSWER}（${number}）`]),
  (numbersOf) => numbersOf('王老板').map((number) => ['王老板', `${number} 满意`]),
];

async function expectApart(blows: readonly Blow[]): Promise<Played> {
  const played = await play(APART, blows);
  expectOpened(played, { 'test:0-0': 1, 'test:1-0': 1 });
  const [first, second] = played.appeals;
  expect(first?.state.siblings).toEqual([second?.id]);
  expect(second?.state.siblings).toEqual([first?.id]);
  for (const { id, state, chain } of played.appeals) {
    expect(state.kind).toBe('closed');
    for (const kind of ['submitted', 'dispatched', 'noted', 'replied', 'rated'])
      expect(chain.filter(({ fact }) => fact.kind === kind)).toHaveLength(1);
    expect(timesShown(played, `${ANSWER}（${id}）\n请评价`)).toEqual([['test:王老板', 1]]);
    expect(timesShown(played, `${id} 请办理`)).toEqual([['test:赵经办', 1]]);
    expect(timesShown(played, `谢谢您的评价，${id} 已办结`)).toEqual([['test:王老板', 1]]);
  }
  return played;
}

const CHILDREN = Array.from({ length: 10 }, (_, at) => `老板${at + 1}`);
const only = (numbers: readonly string[]): string => numbers[0] ?? 'none';

/** Ten enterprises under the appeal of another. */
const GATHERED: readonly Round[] = [
  () => ['王老板', ...CHILDREN].map((owner) => [owner, '诉求 国企欠我们货款'] as const),
  (numbersOf) => [['李专员', `${only(numbersOf('王老板'))} 我来办`]],
  (numbersOf) =>
    CHILDREN.map(
      (child) => ['李专员', `${only(numbersOf(child))} 归到 ${only(numbersOf('王老板'))}`] as const,
    ),
  (numbersOf) => [['李专员', `${only(numbersOf('王老板'))} 答复：${ANSWER}`]],
];

async function expectGathered(blows: readonly Blow[]): Promise<Played> {
  const played = await play(GATHERED, blows);
  const all = ['王老板', ...CHILDREN];
  expectOpened(played, Object.fromEntries(all.map((_, at) => [`test:0-${at}`, 1])));
  for (const { state } of played.appeals) expect(state.kind).toBe('replied');
  const answered = timesShown(played, `${ANSWER}\n请评价`);
  expect(answered.toSorted()).toEqual(all.map((owner) => [`test:${owner}`, 1] as const).toSorted());
  return played;
}

const KINDS = ['killed', 'without power', 'disk full'] as const;

/** 「分开办」 is picked in round 1, what follows comes a round each. */
const APART_POINTS = [
  ['after inbox before ack', { round: 0, event: 'saved conversation', nth: 1 }],
  ['after ack before effect', { round: 0, event: 'acknowledged', nth: 1 }],
  ['after the number was given', { round: 0, event: 'saved counter', nth: 1 }],
  ['after the inbox was dropped before the effect', { round: 0, event: 'saved conversation', nth: 2 }],
  ['after the effect before its order is dropped', { round: 0, event: 'saved appeal', nth: 1 }],
  ['after the receipt is said before it is marked', { round: 0, event: 'said', nth: 1 }],
  ['after the second number was given', { round: 1, event: 'saved counter', nth: 1 }],
  ['between the two effects of one message', { round: 1, event: 'saved appeal', nth: 1 }],
  ['after both effects', { round: 1, event: 'saved appeal', nth: 2 }],
  ['after the last link', { round: 1, event: 'saved appeal', nth: 3 }],
  ['after the dispatch', { round: 2, event: 'saved appeal', nth: 1 }],
  ['after the desk is told', { round: 2, event: 'said', nth: 3 }],
  ['after the note', { round: 3, event: 'saved appeal', nth: 1 }],
  ['after the answer', { round: 4, event: 'saved appeal', nth: 1 }],
  ['after the answer is said before it is marked', { round: 4, event: 'said', nth: 2 }],
  ['after the rating', { round: 5, event: 'saved appeal', nth: 1 }],
] as const;

test.for(APART_POINTS.flatMap(([name, point]) => KINDS.map((kind) => [name, kind, point] as const)))(
  'two appeals of one message, %s, %s: none lost, none doubled, all said once',
  async ([, kind, point]) => {
    const { struck } = await expectApart([{ ...point, kind }]);
    expect(struck).toBe(1);
  },
);

/** Of the saves that the parent's answer leads to; each child's is one of them. */
const GATHERED_POINTS = [
  ...[1, 3, 4, 7, 12, 20].map((nth) => ({ nth, kind: 'killed' }) as const),
  ...[4, 12].flatMap((nth) => [{ nth, kind: 'without power' } as const, { nth, kind: 'disk full' } as const]),
].map((one) => ({ round: 3, event: 'saved appeal', ...one }) as const);

test.for(GATHERED_POINTS)(
  'while a parent’s answer reaches ten children, $kind at save $nth: each owner hears it once',
  async (blow) => {
    const { struck } = await expectGathered([blow]);
    expect(struck).toBe(1);
  },
);

const blow: fc.Arbitrary<Blow> = fc.record({
  round: fc.integer({ min: 0, max: 5 }),
  event: fc.constantFrom(...EVENTS),
  nth: fc.integer({ min: 1, max: 14 }),
  kind: fc.constantFrom(...KINDS),
});

/** A round is over before the next begins: blows in an earlier round than one before would never fall. */
const blows = fc
  .array(blow, { maxLength: 5 })
  .map((some) => some.toSorted((one, other) => one.round - other.round));

test('whatever falls, and when: every appeal is opened once, answered once and closed', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(blows, async (some) => void (await expectApart(some))),
    {
      numRuns: Number(process.env['QIFU_CRASH_RUNS'] ?? 20),
    },
  );
});
