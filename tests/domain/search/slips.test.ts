import { describe, expect, test } from 'vitest';
import { isReadAs } from '../../../src/domain/hanzi/pinyin.ts';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import { fakeSegmenter } from './samples.ts';

/** 「市」 before so many different characters and before 「场」, and a passage with a pair that is spelt right. */
function townsAndOthers(count: number) {
  const index = createSearchIndex({ segmenter: fakeSegmenter });
  const seconds = Array.from({ length: count }, (_, number) => String.fromCharCode(0x5000 + number));
  index.put([{ id: 'other', title: '', body: '甲乙' }]);
  index.put([...seconds, '场'].map((second) => ({ id: second, title: '', body: `市${second}` })));
  return index;
}

describe('a pair that no passage has', () => {
  test.for([10, 300, 3000])('is found by its sound where %d pairs begin with the same character', (count) => {
    const { hits } = townsAndOthers(count).search({ text: '士场 甲乙', k: 20 });
    const ids = hits.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['other', '场']));
    expect(ids.every((id) => id === 'other' || isReadAs(id, 'chang'))).toBe(true);
  });

  test('is found likewise in an index of several parts', () => {
    const index = townsAndOthers(300);
    index.put([{ id: 'another', title: '', body: '市场' }]);
    const ids = index.search({ text: '士场 甲乙', k: 10 }).hits.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['other', 'another', '场']));
  });

  test('is found by any usual reading of its characters, the likelier first', () => {
    const index = createSearchIndex({ segmenter: fakeSegmenter });
    index.put(
      ['甲乙', '银行', '银行', '音形'].map((body, number) => ({ id: `${body}${number}`, title: '', body })),
    );
    const ids = index.search({ text: '因行 甲乙', k: 9 }).hits.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['甲乙0', '银行1', '银行2', '音形3']));
    expect(ids.indexOf('银行1')).toBeLessThan(ids.indexOf('音形3'));
  });

  test('costs memory only once a question has had one', () => {
    const index = townsAndOthers(300);
    const before = index.bytes().index;
    index.search({ text: '市场', k: 1 });
    expect(index.bytes().index).toBe(before);
    index.search({ text: '士场 甲乙', k: 1 });
    expect(index.bytes().index).toBeGreaterThan(before);
  });
});
