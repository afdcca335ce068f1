import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remembered } from '../../src/domain/remembered.ts';
import { type Blow, EVENTS, play, type Played, type Round } from './appeal-story.ts';
import { runs } from '../support/runs.ts';

/** A platform that takes keys shows the second message with one key to nobody; it must be the same as the first. */
function whatIsShown({ said }: Played) {
  const shown = new Map<string | undefined, Played['said'][number]>();
  for (const one of said) {
    const before = shown.get(one.message.key) ?? one;
    expect(one).toEqual(before);
    shown.set(one.message.key, before);
  }
  return [...shown.values()];
}

const shownIn = remembered(whatIsShown);

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
  expect(new Map(answered)).toEqual(new Map(all.map((owner) => [`test:${owner}`, 1])));
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
    fc.asyncProperty(blows, async (some) => {
      const { struck } = await expectApart(some);
      expect(struck).toBeLessThanOrEqual(some.length);
    }),
    {
      numRuns: runs(8),
    },
  );
});
