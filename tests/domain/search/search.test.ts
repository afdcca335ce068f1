import { describe, expect, test } from 'vitest';
import { createSearchIndex, loadSearchIndex } from '../../../src/domain/search/search-index.ts';
import type { Passage, SearchIndex } from '../../../src/domain/search/types.ts';
import { DEFAULT_WEIGHTS } from '../../../src/domain/search/weights.ts';
import { aBody, fakeSegmenter } from './samples.ts';
import { processorTime } from '../../support/processor-time.ts';

const LIBRARY: readonly Passage[] = [
  aBody('award', '对首次认定的专精特新企业给予一次性奖励三十万元。'),
  aBody('platform', '建设中试平台三家,服务中小企业。'),
  aBody('loan', '首贷户贷款按1∶1给予贴息,最高200,000元。'),
  aBody('tax', '依法减免税。'),
  aBody('cash', '设立应急资金,帮助周转困难的企业。'),
  {
    id: 'titled',
    title: '企业申报指南',
    body: '材料一式两份。',
    units: '市经信局',
    facets: { region: '武汉市', kind: '通知' },
  },
  {
    id: 'other',
    title: '',
    body: '申报材料按要求提交。',
    facets: { region: '上海市', kind: ['通知', '政策'] },
  },
];

function theLibrary(): SearchIndex {
  const index = createSearchIndex({ segmenter: fakeSegmenter });
  index.put(LIBRARY);
  return index;
}

const first = (text: string): string | undefined => theLibrary().search({ text, k: 1 }).hits[0]?.id;

describe('a question finds its passage', () => {
  test.for([
    ['专精特新企业奖励多少', 'award', 'in plain words'],
    ['專精特新企業獎勵多少', 'award', 'in Traditional characters'],
    ['专精特心企业将励多少', 'award', 'with homophones'],
    ['zhuanjingtexin jiangli', 'award', 'in pinyin'],
    ['zhongshi pingtai', 'platform', 'in pinyin with a space'],
    ['zjtx', 'award', 'by initials'],
    ['30万元', 'award', 'by a number written otherwise'],
    ['贴息二十万', 'loan', 'by a number written in numerals'],
    ['1:1', 'loan', 'by a ratio'],
    ['税', 'tax', 'by a single character'],
    ['经信局', 'titled', 'by its units'],
  ] as const)('%s → %s (%s)', ([text, id]) => {
    expect(first(text)).toBe(id);
  });

  test('through another way of saying it', () => {
    const expansions = [{ phrase: '没钱发工资', means: ['应急资金'], weight: 0.7 }];
    const plain = theLibrary().search({ text: '没钱发工资', k: 1 });
    const { hits } = theLibrary().search({ text: '没钱发工资', k: 1, expansions });
    expect(hits[0]?.id).toBe('cash');
    expect(plain.hits[0]?.coverage ?? 0).toBeLessThan(0.1);
    expect(hits[0]?.coverage).toBeGreaterThan(0.69);
  });
});

describe('what an answer tells', () => {
  test('pieces that were found are joined, and what only asks is left out', () => {
    const { hits, unmatched } = theLibrary().search({ text: '专精特新企业奖励多少', k: 1 });
    expect(hits[0]?.matched).toEqual(['专精特新企业', '奖励']);
    expect(unmatched.every(({ term }) => !term.includes('多少'))).toBe(true);
  });

  test('what is left out is not what the best hit lacks either', () => {
    const { unmatched } = theLibrary().search({ text: '请问中试平台怎么申请的', k: 1 });
    expect(unmatched.map(({ term }) => term).join()).not.toMatch(/请问|怎|么|的/);
  });

  test('a term that no passage holds is told from one that the best hit lacks', () => {
    const { unmatched } = theLibrary().search({ text: '专精特新奖励 户籍 贴息', k: 1 });
    expect(unmatched).toContainEqual({ term: '户籍', weight: expect.any(Number) as number, in: 'index' });
    expect(unmatched).toContainEqual({ term: '贴息', weight: expect.any(Number) as number, in: 'best-hit' });
  });

  test('confidence rises with what is covered', () => {
    const index = theLibrary();
    const confidence = (text: string): number => index.search({ text, k: 1 }).hits[0]?.confidence ?? 0;
    expect(confidence('专精特新企业奖励')).toBeGreaterThan(confidence('专精特新企业上市辅导'));
    expect(confidence('专精特新企业上市辅导')).toBeGreaterThan(confidence('企业家的孩子上学'));
  });

  test('facets are counted with the filter in force', () => {
    const { facets } = theLibrary().search({ text: '申报材料', k: 5, facets: ['region', 'kind'] });
    expect(facets?.['region']).toEqual([
      { value: '上海市', count: 1 },
      { value: '武汉市', count: 1 },
    ]);
    const filtered = theLibrary().search({
      text: '申报材料',
      k: 5,
      facets: ['kind'],
      filter: { region: '武汉市' },
    });
    expect(filtered.hits.map(({ id }) => id)).toEqual(['titled']);
    expect(filtered.facets).toEqual({ kind: [{ value: '通知', count: 1 }] });
  });

  test('idf is that of the rarest piece, and 0 for nothing', () => {
    const index = theLibrary();
    expect(index.idf('企业')).toBeLessThan(index.idf('企业奖励'));
    expect(index.idf('')).toBe(0);
  });
});

describe('words that say nothing', () => {
  const found = (text: string, ...bodies: readonly string[]): string | undefined => {
    const index = createSearchIndex({ segmenter: fakeSegmenter });
    index.put(bodies.map((body) => aBody(body, body)));
    return index.search({ text, k: 1 }).hits[0]?.id;
  };

  test('a passage that merely asks alike stays behind one with the matter', () => {
    expect(found('贷款怎么申报', '税务怎么申诉,怎么办', '贷款由银行发放')).toBe('贷款由银行发放');
  });

  test('a pair with a word of grammar counts less than one without', () => {
    expect(found('企业的贷款', '业的贷', '贷款')).toBe('贷款');
  });

  test('an asking syllable within a word is part of that word', () => {
    const segmenter = { ...fakeSegmenter, search: (text: string) => text.match(/酒吧|./gu) ?? [] };
    const index = createSearchIndex({ segmenter });
    index.put([aBody('bar', '酒吧歇业'), aBody('wine', '酒类专卖')]);
    expect(index.search({ text: '开酒吧', k: 1 }).hits[0]).toMatchObject({ id: 'bar', matched: ['酒吧'] });
    expect(index.search({ text: '卖酒吧？', k: 1 }).hits[0]?.id).toBe('bar');
  });

  test('a question that does nothing but ask finds what asks alike, and that covers nothing', () => {
    const index = createSearchIndex({ segmenter: fakeSegmenter });
    index.put([aBody('faq', '怎么办理'), aBody('tax', '税务')]);
    expect(index.search({ text: '怎么办', k: 2 }).hits).toMatchObject([{ id: 'faq', coverage: 0 }]);
  });
});

describe('changing an index', () => {
  test('a passage put in again replaces the old one', () => {
    const index = theLibrary();
    index.put([aBody('award', '本条已经废止。')]);
    expect(index.size()).toBe(LIBRARY.length);
    expect(index.search({ text: '专精特新', k: 5 }).hits).toEqual([]);
    expect(index.search({ text: '废止', k: 5 }).hits.map(({ id }) => id)).toEqual(['award']);
  });

  test('while passages are put in by slices the index answers as before, and refuses other changes', () => {
    const index = theLibrary();
    const work = index.putSliced([aBody('x', '知识产权质押融资'), aBody('y', '知识产权保护')], 1);
    expect(work.next().value).toEqual({ done: 1, total: 2 });
    expect(index.search({ text: '知识产权', k: 5 }).hits).toEqual([]);
    expect(() => index.remove(['tax'])).toThrow('one change at a time');
    expect(() => index.put([aBody('z', '')])).toThrow('one change at a time');
    for (const _ of work);
    expect(index.search({ text: '知识产权', k: 5 }).hits).toHaveLength(2);
    expect(index.has('x')).toBe(true);
  });

  test('a change given up halfway leaves nothing behind', () => {
    const index = theLibrary();
    const work = index.putSliced([aBody('x', '知识产权'), aBody('y', '知识产权')], 1);
    work.next();
    work.return();
    expect(index.size()).toBe(LIBRARY.length);
    index.remove(['tax']);
    expect(index.has('tax')).toBe(false);
  });

  test('an index saved with other weights is older', () => {
    const weights = { ...DEFAULT_WEIGHTS, word: 0.9 };
    expect(loadSearchIndex(theLibrary().save(), { segmenter: fakeSegmenter, weights })).toEqual({
      ok: false,
      error: 'older',
    });
  });

  test('a saved index may lie anywhere in its buffer', () => {
    const saved = theLibrary().save();
    const shifted = new Uint8Array(saved.length + 1);
    shifted.set(saved, 1);
    const loaded = loadSearchIndex(shifted.subarray(1), { segmenter: fakeSegmenter });
    expect(loaded.ok && loaded.value.search({ text: '贴息', k: 1 }).hits[0]?.id).toBe('loan');
  });
});

describe('bad questions', () => {
  test.for(['', ' ', '？！', '\0\0', '\ud800', '的', 'zzz', '吗'])('%j is answered with a list', (text) => {
    expect(Array.isArray(theLibrary().search({ text, k: 3 }).hits)).toBe(true);
  });

  test('of a hundred thousand characters only the beginning is read', () => {
    const spent = processorTime();
    const { hits } = theLibrary().search({ text: '专精特新企业奖励'.repeat(12_500), k: 3 });
    expect(hits[0]?.id).toBe('award');
    expect(spent()).toBeLessThan(500);
  });

  test('an empty index answers too', () => {
    const index = createSearchIndex({ segmenter: fakeSegmenter });
    expect(index.search({ text: '奖励', k: 3, facets: ['region'] })).toMatchObject({
      hits: [],
      facets: { region: [] },
    });
    expect(loadSearchIndex(index.save(), { segmenter: fakeSegmenter }).ok).toBe(true);
  });
});
