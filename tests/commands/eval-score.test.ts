import { describe, expect, test } from 'vitest';
import type { AskHit } from '../../src/app/answering/types.ts';
import { figuresTable } from '../../src/commands/eval-report.ts';
import {
  bareFact,
  bareText,
  countFigures,
  type EvalRow,
  isRight,
  scoreRow,
} from '../../src/commands/eval-score.ts';

const aRow = (row: Partial<EvalRow> = {}): EvalRow => ({
  id: 'q1',
  q: '小巨人奖多少',
  kind: 'plain',
  doc: '002',
  contains: ['给予50万元、20万元奖励'],
  answer: ['50万元'],
  ...row,
});

const aHit = (hit: Partial<AskHit> = {}): AskHit => ({
  policy: '002_x',
  title: '若干措施',
  files: ['002_x.txt'],
  clause: '5',
  path: [],
  text: '5. 市级财政分别给予50万元、20万元奖励。',
  units: [],
  score: 1,
  status: 'expired',
  ...hit,
});

const other = aHit({ text: '别的' });
const score = (row: EvalRow, hits: readonly AskHit[], text = '奖50万元') =>
  scoreRow(row, { answered: true, text, hits });

describe('the clause that was asked for', () => {
  test('counts first, among three, or not at all', () => {
    const places = [0, 1, 2, 3].map((at) => score(aRow(), [...Array<AskHit>(at).fill(other), aHit()]));
    expect(places.map(({ first }) => first)).toEqual([true, false, false, false]);
    expect(places.map(({ amongThree }) => amongThree)).toEqual([true, true, true, false]);
  });

  test('is compared without white space and punctuation', () => {
    const row = aRow({ contains: ['“四上” 企业,增长12％∶1'] });
    expect(score(row, [aHit({ text: '「四上」企业，增长 12%:1。' })]).first).toBe(true);
  });

  test('holds both fragments in one hit', () => {
    const row = aRow({ contains: ['甲', '乙'] });
    expect(score(row, [aHit({ text: '甲' }), aHit({ text: '乙' })]).amongThree).toBe(false);
    expect(score(row, [aHit({ text: '乙,甲' })]).first).toBe(true);
  });

  test('lies in the named document, or in another that says the same', () => {
    expect(score(aRow({ doc: '003' }), [aHit()]).first).toBe(false);
    expect(score(aRow({ doc: ['000', '002'] }), [aHit()]).first).toBe(true);
    expect(score(aRow({ doc: '000' }), [aHit({ files: ['002_x.txt', '000_y.txt'] })]).first).toBe(true);
  });

  test('is the row itself where only the task list is asked for', () => {
    const twin = aHit({ policy: '000_y', files: ['000_y.txt', '001_z.txt'] });
    const row = aHit({ policy: '001_z', files: ['001_z.txt', '000_y.txt'] });
    expect(score(aRow({ doc: '001' }), [twin]).first).toBe(false);
    expect(score(aRow({ doc: '001' }), [row]).first).toBe(true);
    expect(score(aRow({ doc: ['000', '001'] }), [twin]).first).toBe(true);
  });
});

describe('a comparison', () => {
  const row = aRow({ kind: 'compare', contains: ['甲', '乙'] });
  const [one, two] = [aHit({ text: '甲' }), aHit({ text: '乙' })];

  test('is right with its two sides in the first two hits', () => {
    expect(score(row, [one, two])).toMatchObject({ first: true, amongThree: true });
    expect(score(row, [two, other, one])).toMatchObject({ first: false, amongThree: true });
    expect(score(row, [one, other, other, two])).toMatchObject({ first: false, amongThree: false });
  });

  test('may find both in one hit', () => {
    expect(score(row, [aHit({ text: '甲乙' })]).first).toBe(true);
  });
});

describe('the facts that a reply must state', () => {
  test.for([
    ['奖励 50 万元', true],
    ['奖励“50万元”', true],
    ['奖励50万', false],
    ['奖励20万元', false],
  ] as const)('%s: %s', ([text, facts]) => {
    expect(score(aRow(), [aHit()], text).facts).toBe(facts);
  });

  test('must all be there; commas between thousands do not matter, percent signs do', () => {
    const row = aRow({ answer: ['1,000万元', '12%'] });
    expect(score(row, [], '1000万元，12%').facts).toBe(true);
    expect(score(row, [], '1000万元，12').facts).toBe(false);
  });

  test('are not counted where none are asked for', () => {
    expect(score(aRow({ answer: [] }), [aHit()]).facts).toBeNull();
  });

  test('are folded alike on both sides', () => {
    expect(bareFact('「1，000」 元')).toBe('1000元');
    expect(bareText('（一）1.5%、“甲”')).toBe('一15甲');
  });
});

describe('declining', () => {
  const none = aRow({ kind: 'none', doc: null, contains: [], answer: [] });
  const decline = (row: EvalRow) => scoreRow(row, { answered: false, text: '没有依据', hits: [] });

  test('is right for what no document answers, wrong for the rest', () => {
    expect(isRight(decline(none))).toBe(true);
    expect(isRight(score(none, [aHit()]))).toBe(false);
    expect(isRight(decline(aRow()))).toBe(false);
    expect(isRight(score(aRow(), [aHit()]))).toBe(true);
  });

  test('and everything else is counted', () => {
    const scores = [
      score(aRow(), [aHit()]),
      score(aRow(), [other, aHit()], '不知道'),
      decline(aRow()),
      decline(none),
      score(none, []),
    ];
    expect(countFigures(scores)).toEqual({
      questions: 5,
      answerable: 3,
      first: 1,
      amongThree: 2,
      facts: 1,
      factsOf: 3,
      declinedWrong: 1,
      unanswerable: 2,
      declinedRight: 1,
    });
    const table = figuresTable(scores).trimEnd().split('\n');
    expect(table).toHaveLength(4);
    expect(table.at(-1)).toMatch(
      /^合计 +5 +1\/3 33\.3% +2\/3 66\.7% +1\/3 33\.3% +1\/3 33\.3% +1\/2 50\.0%$/,
    );
  });
});
