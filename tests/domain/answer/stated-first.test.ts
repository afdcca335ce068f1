import { describe, expect, test } from 'vitest';
import { statedFirst } from '../../../src/domain/answer/stated-first.ts';
import type { AskedFact, Candidate, Entry } from '../../../src/domain/answer/types.ts';
import { aBenefit, aPolicy, aQuestion, anEntry, aShelf } from '../../support/an-entry.ts';

const notice = aPolicy({ id: 'notice' });
const of = (id: string, text: string, policy = notice): Entry => anEntry(text, { policy, clause: { id } });
const who = of('1', '对参加展会的小企业给予补贴。');
const sum = of('2', '参加展会的补贴为每个展位5万元。');
const more = of('3', '参加境外展会的补贴为每个展位8万元。');
const other = of('1', '参加展会的补贴为每个展位3万元。', aPolicy({ id: 'other' }));

const scored = (...all: readonly (readonly [Entry, number])[]): readonly Candidate[] =>
  all.map(([entry, score]) => ({ entry, score, words: 0.5, concern: 0, firstConcern: 0 }));
const order = (found: readonly Candidate[], asks: readonly AskedFact[] = ['amount']): readonly string[] =>
  statedFirst(aQuestion('参加展会 补贴', { text: '参加展会补贴多少钱', asks }), found, {
    shelf: aShelf([who, sum, more, other]),
  }).map(({ entry }) => entry.key);

describe('where the best clause lacks the sum that is asked for', () => {
  test('the next of its document that states it comes first, if it is nearly as good; the rest keep their order', () => {
    expect(order(scored([who, 10], [other, 9], [sum, 8], [more, 7.5]))).toEqual([
      'notice#2',
      'notice#1',
      'other#1',
      'notice#3',
    ]);
  });

  test('one that falls far behind does not', () => {
    expect(order(scored([who, 10], [sum, 6]))).toEqual(['notice#1', 'notice#2']);
  });

  test('one of another document does not, however good', () => {
    expect(order(scored([who, 10], [other, 9.9]))).toEqual(['notice#1', 'other#1']);
  });
});

describe('the order stays', () => {
  test('where the best clause states it itself', () => {
    expect(order(scored([more, 10], [sum, 9.9]))).toEqual(['notice#3', 'notice#2']);
  });

  test.for<readonly AskedFact[]>([[], ['list'], ['definition', 'list']])(
    'where nothing is asked that a clause says in a recognisable way: %j',
    (asks) => {
      expect(order(scored([who, 10], [sum, 9]), asks)).toEqual(['notice#1', 'notice#2']);
    },
  );

  test('where nothing was found', () => {
    expect(order([])).toEqual([]);
  });
});

describe('a sum that the best clause pays to others alone', () => {
  const paying = (id: string, who: string, policy = notice): Entry =>
    anEntry(`对${who}给予奖励5万元。`, { policy, clause: { id, benefits: [aBenefit({ who })] } });
  const lighthouse = paying('1', '全球灯塔工厂的企业');
  const project = paying('2', '专精特新企业的专利组合培育项目');
  const giant = paying('3', '获批专精特新的企业');
  const elsewhere = paying('1', '获批专精特新的企业', aPolicy({ id: 'other' }));
  const shelf = aShelf([lighthouse, project, giant, elsewhere]);
  const paid = (found: readonly Candidate[], text = '评上专精特新给多少'): string | undefined =>
    statedFirst(aQuestion('专精特新', { text, asks: ['amount'] }), found, { shelf })[0]?.entry.key;

  test('gives way to the clause of its document that pays whom the question names best', () => {
    expect(paid(scored([lighthouse, 10], [project, 8], [giant, 6]))).toBe('notice#3');
  });

  test.for([
    ['falls far behind', scored([lighthouse, 10], [giant, 4.9])],
    ['stands in another document', scored([lighthouse, 10], [elsewhere, 9])],
  ] as const)('but not to one that %s', ([, found]) => {
    expect(paid(found)).toBe('notice#1');
  });

  test('stays first where the question names who gets it', () => {
    expect(paid(scored([lighthouse, 10], [giant, 9]), '灯塔工厂和专精特新给多少')).toBe('notice#1');
  });
});
