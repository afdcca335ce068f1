import { describe, expect, test } from 'vitest';
import { createFacetSets, readFacetSets } from '../../../src/domain/search/facet-sets.ts';
import { toUnits } from '../../../src/domain/search/characters.ts';
import { numberKey, numberKeys } from '../../../src/domain/search/numbers.ts';
import { createSearchIndex, loadSearchIndex } from '../../../src/domain/search/search-index.ts';
import type { Passage, SearchIndex } from '../../../src/domain/search/types.ts';
import { aBody, fakeSegmenter } from './samples.ts';

let state = 5;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return (state >>> 8) / 0x100_0000;
};

/** Thousands of different characters, so that pairs are many and hardly any is in two passages. */
const prose = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 6000))).join('');

const LIBRARY: readonly Passage[] = Array.from({ length: 1200 }, (_, number) =>
  aBody(`p${number}`, prose(60)),
);

function indexOf(list: readonly Passage[]): SearchIndex {
  const index = createSearchIndex({ segmenter: fakeSegmenter });
  index.put(list);
  return index;
}

const QUESTIONS = LIBRARY.filter((_, number) => number % 60 === 0).map(({ id, body }) => ({
  id,
  text: body.slice(20, 28),
}));

const answers = (index: SearchIndex): readonly unknown[] =>
  QUESTIONS.map(({ text }) => index.search({ text, k: 5 }));

describe('an index with some 70,000 different pairs', () => {
  const whole = indexOf(LIBRARY);

  test('finds every passage by a quotation', () => {
    for (const { id, text } of QUESTIONS) expect(whole.search({ text, k: 1 }).hits[0]?.id).toBe(id);
  });

  test('answers alike in several shards, in one, and when loaded', () => {
    const grown = indexOf(LIBRARY.slice(0, 900));
    grown.put(LIBRARY.slice(900, 1100));
    for (const _ of grown.putSliced(LIBRARY.slice(1100), 7));
    expect(answers(grown)).toEqual(answers(whole));
    const loaded = loadSearchIndex(grown.save(), { segmenter: fakeSegmenter });
    expect(loaded.ok && answers(loaded.value)).toEqual(answers(whole));
  });

  test('is written anew when much of it has been taken out', () => {
    const index = indexOf(LIBRARY);
    const before = index.bytes();
    index.remove(LIBRARY.slice(300).map(({ id }) => id));
    expect(index.bytes().index).toBeLessThan(before.index / 2);
    expect(index.bytes().texts).toBeLessThan(before.texts / 2);
    expect(answers(index)).toEqual(answers(indexOf(LIBRARY.slice(0, 300))));
    index.remove(LIBRARY.map(({ id }) => id));
    expect(index.size()).toBe(0);
  });

  test('hears a homophone whichever shard its pair is in', () => {
    const index = indexOf(LIBRARY);
    index.put([aBody('award', '奖励'), aBody('again', '另行奖励')]);
    expect(index.search({ text: '将励', k: 1 }).hits[0]?.id).toBe('award');
  });

  test('reads a passage of many pages', () => {
    const index = indexOf([...LIBRARY, aBody('long', `${prose(70_000)}专精特新奖励${prose(70_000)}`)]);
    expect(index.search({ text: '专精特新奖励', k: 1 }).hits[0]?.id).toBe('long');
  });

  test('finds passages by one character alone', () => {
    const index = indexOf([...LIBRARY, aBody('tax', '税'), aBody('levy', '纳税人')]);
    expect(
      index
        .search({ text: '税', k: 2 })
        .hits.map(({ id }) => id)
        .toSorted(),
    ).toContain('tax');
  });
});

describe('numbers', () => {
  const keys = (text: string): readonly number[] => {
    const found = new Uint32Array(32);
    return [...found.subarray(0, numberKeys({ units: toUnits(text), from: 0, to: text.length }, found, 0))];
  };

  test.for([
    ['1,000元', [1000]],
    ['12,34', [12, 34]],
    ['3.5%', [3.5]],
    ['2023.5.31', [2023.5, 31]],
    ['20万', [20, 200_000]],
    ['3亿元', [3, 300_000_000]],
    ['二十万元', [20, 200_000]],
    ['一百零五家', [105]],
    ['二〇二三年', [2023]],
    ['两千', []],
    ['三个月', [3]],
    ['一般', []],
    ['十分重要', []],
    ['三农', []],
  ] as const)('%s reads as %j', ([text, values]) => {
    expect(keys(text)).toEqual(values.map(numberKey));
  });
});

describe('saved facet sets', () => {
  test('come back with their numbers', () => {
    const sets = createFacetSets();
    const number = sets.numberOf({ region: '武汉市', kind: ['b', 'a'] });
    expect(readFacetSets(sets.save())?.numberOf({ kind: ['a', 'b'], region: ['武汉市'] })).toBe(number);
  });

  test.for(['', '{', '{}', '[1]', '[[["a",1]]]', '[[[1,[]]]]'])('%j is none', (text) => {
    expect(readFacetSets(text)).toBeNull();
  });
});
