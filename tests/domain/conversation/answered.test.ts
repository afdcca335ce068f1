import { describe, expect, test } from 'vitest';
import {
  type AnsweredDeed,
  type AnsweredQuestion,
  applyAnswered,
  findAnswered,
  inOrder,
  type KeptAnswer,
} from '../../../src/domain/conversation/answered.ts';
import type { Instant, LocalDate } from '../../../src/domain/time.ts';

const day = (text: string): LocalDate => text as LocalDate;
const ONE: AnsweredQuestion = {
  id: 'A0001',
  question: '注册地址能不能挂靠在孵化器里',
  answer: '可以用集群注册地址。',
  who: '市经信局',
  on: day('2026-11-23'),
  basis: null,
  until: null,
};

const after = (before: KeptAnswer | null, deed: AnsweredDeed, cause: string = deed.kind): KeptAnswer | null =>
  applyAnswered(before, { order: { deed, by: 'console:李专员', at: 1 as Instant }, cause });

const kept = (changes: Partial<KeptAnswer> = {}): KeptAnswer => {
  const taken = after(null, { kind: 'taken-up', one: ONE });
  if (taken === null) throw new Error('not taken up');
  return { ...taken, ...changes };
};

describe('one answered question', () => {
  test('the same order twice changes nothing', () =>
    expect(after(kept(), { kind: 'taken-up', one: ONE })).toBeNull());

  test('what is not there can only be taken up', () => {
    for (const kind of ['withdrawn', 'restored', 'disliked'] as const)
      expect(after(null, { kind })).toBeNull();
    expect(after(null, { kind: 'corrected', changes: { until: null } })).toBeNull();
  });

  test.for([
    [false, 'withdrawn', true],
    [true, 'withdrawn', null],
    [true, 'restored', false],
    [false, 'restored', null],
  ] as const)('withdrawn %s, then %s: %s', ([isWithdrawn, kind, result]) =>
    expect(after(kept({ isWithdrawn }), { kind })?.isWithdrawn ?? null).toBe(result),
  );

  test('taken up anew, it is a new answer, and what was done with it stays on record', () => {
    const bad = kept({ isWithdrawn: true, isDisliked: true });
    const again = after(bad, { kind: 'taken-up', one: { ...ONE, answer: '到窗口办理。' } }, 'again');
    expect(again).toMatchObject({ answer: '到窗口办理。', isWithdrawn: false, isDisliked: false });
    expect(again?.deeds).toHaveLength(2);
  });

  test('a correction changes what it names alone', () => {
    const corrected = after(kept(), { kind: 'corrected', changes: { until: day('2027-01-01') } });
    expect(corrected).toMatchObject({ ...ONE, until: '2027-01-01' });
  });
});

test('the place in the list is that of the day on which it was first taken up', () => {
  const at = (id: string, when: number): KeptAnswer =>
    kept({ id, deeds: [{ kind: 'taken-up', by: 'a', at: when as Instant }] });
  const all = [at('A0003', 2), at('A0002', 1), at('A0001', 2), kept({ id: 'A0000', deeds: [] })];
  expect(inOrder(all).map(({ id }) => id)).toEqual(['A0000', 'A0002', 'A0001', 'A0003']);
});

describe('the answer to a question like it', () => {
  const find = (all: readonly KeptAnswer[], question = '注册地址能挂靠到孵化器吗') =>
    findAnswered(all, question, day('2026-12-01'));

  test('is found by words, whatever stands around them', () => {
    expect(find([kept()])).toMatchObject({ one: { id: 'A0001' }, hasEnded: false });
    expect(find([kept()], '小巨人奖励多少')).toBeNull();
    expect(find([kept()], '吗')).toBeNull();
    expect(find([])).toBeNull();
  });

  test('holds on its last day, and has ended on the next', () => {
    expect(find([kept({ until: day('2026-12-01') })])?.hasEnded).toBe(false);
    expect(find([kept({ until: day('2026-11-30') })])?.hasEnded).toBe(true);
  });

  test('is none that was withdrawn, and one that holds before one that has ended', () => {
    expect(find([kept({ isWithdrawn: true })])).toBeNull();
    const ended = kept({ id: 'A0009', until: day('2026-11-30') });
    const longer = kept({ question: `${ONE.question}，在哪里办` });
    expect(find([ended, longer])).toMatchObject({ one: { id: 'A0001' } });
  });

  test('is the newer one of two that are as near', () => {
    const newer = kept({ id: 'A0002', on: day('2026-11-24') });
    expect(find([kept(), newer])?.one.id).toBe('A0002');
    expect(find([newer, kept()])?.one.id).toBe('A0002');
  });
});
