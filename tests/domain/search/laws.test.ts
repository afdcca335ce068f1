import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearchIndex, loadSearchIndex } from '../../../src/domain/search/search-index.ts';
import type { Passage, SearchIndex } from '../../../src/domain/search/types.ts';
import { searchByBruteForce } from './oracle.ts';
import { aPassage, fakeSegmenter, passages, question } from './samples.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { runs } from '../../support/runs.ts';

function indexOf(list: readonly Passage[]): SearchIndex {
  const index = createSearchIndex({ segmenter: fakeSegmenter });
  index.put(list);
  return index;
}

const rounded = (
  hits: readonly {
    readonly id: string;
    readonly score: number;
    readonly coverage: number;
    readonly confidence: number;
  }[],
) =>
  hits.map(({ id, score, coverage, confidence }) => ({
    id,
    score: Number(score.toFixed(9)),
    coverage: Number(coverage.toFixed(9)),
    confidence: Number(confidence.toFixed(9)),
  }));

describe('the laws of searching', () => {
  test('the hits are those that scoring every passage by brute force finds, with the same scores', () => {
    fc.assert(
      fc.property(passages(60), question, (list, query) => {
        expect(rounded(indexOf(list).search(query).hits)).toEqual(rounded(searchByBruteForce(list, query)));
      }),
      { numRuns: runs(50) },
    );
  });

  test('the same holds of a very long question and of passages as long', () => {
    const characters = Array.from({ length: 240 }, (_, number) => String.fromCharCode(0x5000 + number));
    const list = [
      { id: 'whole', title: '', body: characters.join('') },
      { id: 'scattered', title: '', body: characters.map((one) => `${one}一`).join('') },
      { id: 'half', title: '', body: characters.slice(120).join('') },
    ];
    const query = { text: characters.join(''), k: 3 };
    const { hits } = indexOf(list).search(query);
    expect(rounded(hits)).toEqual(rounded(searchByBruteForce(list, query)));
    expect(hits.map(({ id }) => id)).toEqual(['whole', 'half']);
    expect(hits[0]?.coverage).toBe(1);
  });

  test('the order of putting passages in does not matter', () => {
    fc.assert(
      fc.property(passages(30), question, (list, query) => {
        expect(indexOf(list.toReversed()).search(query)).toEqual(indexOf(list).search(query));
      }),
    );
  });

  test('an index that grew, shrank and was rewritten answers like one built at once', () => {
    const change = fc.oneof(
      fc.record({ put: fc.array(aPassage(fc.constantFrom(...Array.from('abcdefghij'))), { maxLength: 6 }) }),
      fc.record({ remove: fc.array(fc.constantFrom(...Array.from('abcdefghij')), { maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), question, (changes, query) => {
        const index = indexOf([]);
        const kept = new Map<string, Passage>();
        for (const step of changes) {
          if ('put' in step) {
            index.put(step.put);
            for (const passage of step.put) kept.set(passage.id, passage);
          } else {
            index.remove(step.remove);
            for (const id of step.remove) kept.delete(id);
          }
        }
        expect(index.size()).toBe(kept.size);
        expect(index.search(query)).toEqual(indexOf([...kept.values()]).search(query));
        expect(index.search({ ...query, facets: ['region'] })).toEqual(
          indexOf([...kept.values()]).search({ ...query, facets: ['region'] }),
        );
      }),
      { numRuns: runs(40) },
    );
  });

  test('a filter gives what filtering all hits afterwards gives', () => {
    fc.assert(
      fc.property(passages(16), question, (list, query) => {
        const { filter: _, ...unfiltered } = query;
        const index = indexOf(list);
        const region = new Map(list.map(({ id, facets }) => [id, facets?.['region']]));
        const all = index.search({ ...unfiltered, k: 16, offset: 0 }).hits;
        const filtered = index.search({ ...unfiltered, k: 16, offset: 0, filter: { region: '武汉市' } }).hits;
        expect(filtered).toEqual(all.filter(({ id }) => region.get(id) === '武汉市'));
      }),
    );
  });

  test('pages put together are the whole list', () => {
    fc.assert(
      fc.property(passages(50), question, fc.integer({ min: 1, max: 20 }), (list, query, size) => {
        const index = indexOf(list);
        const whole = index.search({ ...query, offset: 0, k: 60 }).hits.map(({ id }) => id);
        const pages = Array.from({ length: Math.ceil(60 / size) }, (_, page) =>
          index.search({ ...query, offset: page * size, k: size }).hits.map(({ id }) => id),
        );
        expect(pages.flat()).toEqual(whole);
      }),
    );
  });

  test('a loaded index answers like the saved one', () => {
    fc.assert(
      fc.property(passages(30), question, (list, query) => {
        const index = indexOf(list);
        index.remove(list.slice(0, 3).map(({ id }) => id));
        const loaded = loadSearchIndex(index.save(), { segmenter: fakeSegmenter });
        if (!loaded.ok) throw new Error(loaded.error);
        expect(loaded.value.search(query)).toEqual(index.search(query));
        loaded.value.put(list);
        expect(loaded.value.search(query)).toEqual(indexOf(list).search(query));
      }),
    );
  });

  test('any change to a saved index is noticed, and none crashes', () => {
    const saved = indexOf(fc.sample(passages(20), { numRuns: 1, seed: 7 })[0] ?? []).save();
    const change = fc.record({
      at: fc.nat(saved.length - 1),
      bits: fc.integer({ min: 1, max: 255 }),
      end: fc.nat(saved.length),
    });
    fc.assert(
      fc.property(change, ({ at, bits, end }) => {
        const bytes = saved.slice();
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        const versionWord = at >= 4 && at < 8;
        const expected = { ok: false, error: versionWord ? 'older' : 'damaged' };
        expect(loadSearchIndex(bytes, { segmenter: fakeSegmenter })).toEqual(expected);
        const cut = loadSearchIndex(saved.slice(0, end), { segmenter: fakeSegmenter });
        expect(cut.ok).toBe(end === saved.length);
      }),
      { numRuns: runs(150) },
    );
  });

  test('no text makes it crash', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 60 }),
        fc.string({ unit: anyCharacter }),
        (body, asked) => {
          const index = indexOf([{ id: body, title: asked, body }]);
          expect(index.search({ text: asked, k: 3 }).hits.length).toBeLessThan(2);
        },
      ),
    );
  });
});
