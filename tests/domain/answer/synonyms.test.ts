import { describe, expect, test } from 'vitest';
import { createThesaurus } from '../../../src/domain/answer/synonyms.ts';
import { synonymsOf } from '../../support/a-reader.ts';

const thesaurus = createThesaurus({
  topics: [
    ...synonymsOf([
      { say: ['周转不开', '周转'], mean: ['流动资金'], weight: 0.6 },
      { say: ['周转'], mean: ['应急资金', '流动资金'], weight: 0.9 },
      { say: ['沒錢'], mean: ['融资'] },
    ]).topics,
    ...synonymsOf([{ say: ['周转', '给钱'], mean: ['奖励'], weight: 0.1 }], '问法').topics,
  ],
});
const said = (text: string): string[] => thesaurus.find(text).map(({ phrase }) => phrase);

describe('phrases for which documents have other words', () => {
  test('the longest one counts at each place, and none overlap', () => {
    expect(said('周转不开周转')).toEqual(['周转不开', '周转']);
  });

  test('their place in the text is told', () => {
    const [saying] = thesaurus.find('最近周转不开');
    expect(saying).toMatchObject({ start: 2, end: 6, means: ['流动资金'], weight: 0.6, topic: '融资' });
  });

  test('a phrase listed twice has all its meanings once, the greater weight and the first topic', () => {
    expect(thesaurus.find('周转')).toEqual([
      {
        start: 0,
        end: 2,
        phrase: '周转',
        means: ['流动资金', '应急资金', '奖励'],
        weight: 0.9,
        topic: '融资',
      },
    ]);
  });

  test('seeds in Traditional characters are found in Simplified text', () => {
    expect(said('我们没钱了')).toEqual(['没钱']);
  });

  test.for(['', '奖励', '周', '转不开'])('「%s」 holds none', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('a thesaurus without entries finds none', () => {
    expect(createThesaurus({ topics: [] }).find('周转不开')).toEqual([]);
  });
});
