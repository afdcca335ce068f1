import fc from 'fast-check';
import type { Segmenter } from '../../../src/domain/segment.ts';
import type { Passage, Query } from '../../../src/domain/search/types.ts';

const WORDS = new Set([
  '中小',
  '企业',
  '专精特新',
  '专精',
  '特新',
  '奖励',
  '贷款',
  '平台',
  '中试',
  '补贴',
  '申报',
  '条件',
  '税务',
]);

/** Cuts by longest match over a dozen words; what is in none of them stands alone. */
export const fakeSegmenter: Segmenter = {
  words: (text) => cut(text),
  search: (text) =>
    cut(text).flatMap((word) => [
      ...[...WORDS].filter((shorter) => shorter.length < word.length && word.includes(shorter)),
      word,
    ]),
  has: (word) => WORDS.has(word),
  frequency: (word) => (WORDS.has(word) ? 1 : 0),
};

function cut(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = [4, 3, 2].find((size) => WORDS.has(text.slice(at, at + size))) ?? 1;
    words.push(text.slice(at, at + length));
    at += length;
  }
  return words;
}

/** Few characters, so that passages share terms, repeat them and tie. */
const character = fc.constantFrom(...Array.from('中小企业专精特新奖励将力贷款平台税费，。 ab12万二十三家元'));
const text = (maxLength: number) => fc.string({ unit: character, maxLength });

export const aPassage = (id: fc.Arbitrary<string>): fc.Arbitrary<Passage> =>
  fc.record({
    id,
    title: text(8),
    body: text(40),
    units: text(4),
    facets: fc.record({
      region: fc.constantFrom('武汉市', '上海市'),
      kind: fc.subarray(['通知', '政策', '清单']),
    }),
  });

export const passages = (maxLength: number): fc.Arbitrary<Passage[]> =>
  fc
    .array(aPassage(fc.constant('')), { maxLength })
    .map((list) => list.map((passage, number) => ({ ...passage, id: `p${(number * 7) % 101}-${number}` })));

export const question: fc.Arbitrary<Query> = fc.record(
  {
    text: fc.oneof(
      text(14),
      fc.constantFrom('zhongxiao qiye', 'zjtx', 'jiangli多少', '将力', '税', '二十万元'),
    ),
    k: fc.integer({ min: 0, max: 40 }),
    offset: fc.integer({ min: 0, max: 20 }),
    expansions: fc.array(
      fc.record({
        phrase: text(2),
        means: fc.array(text(4), { maxLength: 2 }),
        weight: fc.constantFrom(0.3, 0.7),
      }),
      { maxLength: 2 },
    ),
    filter: fc.constantFrom(
      {},
      { region: '武汉市' },
      { kind: ['通知', '清单'] },
      { region: '上海市', kind: '政策' },
    ),
  },
  { requiredKeys: ['text', 'k'] },
);

/** A passage with nothing but a body. */
export const aBody = (id: string, body: string): Passage => ({ id, title: '', body });
