import { expect, test } from 'vitest';
import { ASKING, vocabularyOf } from '../../../src/domain/answer/vocabulary.ts';
import { anEntry, aUnit } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const { words } = createFakeSegmenter();
const entry = anEntry('奖励企业,奖励2家wifi企业。', { clause: { units: [aUnit('市经信局')] } });

test('words are counted over clauses and units', () => {
  const known = vocabularyOf([entry, { ...entry, key: 'b' }], { lexicon: [], words });
  expect(known.get('奖励')).toBe(4);
  expect(known.get('市经信局')).toBe(2);
});

test('only words of two to eight Chinese characters count', () => {
  const known = vocabularyOf([entry], { lexicon: ['长'.repeat(9), 'GDP'], words });
  expect([...known.keys()].toSorted()).toEqual(['企业', '奖励', '市经信局']);
});

test('a word of the lexicon is known though no clause says it', () => {
  expect(vocabularyOf([], { lexicon: ['個轉企'], words }).get('个转企')).toBeGreaterThan(0);
});

test('a large library is read only in part', () => {
  const long = anEntry('贷款'.repeat(800_000));
  const asked: number[] = [];
  vocabularyOf([long, entry], { lexicon: [], words: (text) => (asked.push(text.length), [text]) });
  expect(asked).toHaveLength(1);
});

test('words of asking are known to be Chinese words', () => {
  expect(ASKING.every((word) => /^\p{Script=Han}{2,8}$/u.test(word))).toBe(true);
});
