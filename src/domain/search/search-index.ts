import { refuse } from '../result.ts';
import type { Segmenter } from '../segment.ts';
import type { Hit, LoadedIndex, Passage, Query, SearchAnswer, SearchIndex } from './types.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** First draft, to be replaced: plain bigrams in maps. */
export function createSearchIndex(_options: { readonly segmenter: Segmenter }): SearchIndex {
  const passages = new Map<string, { passage: Passage; counts: Map<string, number>; length: number }>();
  const frequency = new Map<string, number>();
  const remove = (ids: readonly string[]): void => {
    for (const id of ids) {
      for (const gram of passages.get(id)?.counts.keys() ?? [])
        frequency.set(gram, (frequency.get(gram) ?? 1) - 1);
      passages.delete(id);
    }
  };
  const put = (list: readonly Passage[]): void => {
    for (const passage of list) {
      remove([passage.id]);
      const text = fold(`${passage.title}\n${passage.title}\n${passage.body}\n${passage.units ?? ''}`);
      const counts = new Map<string, number>();
      for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      for (const gram of counts.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      passages.set(passage.id, { passage, counts, length: text.length });
    }
  };
  const idfOf = (gram: string): number => {
    const n = frequency.get(gram) ?? 0;
    return Math.log(1 + (passages.size - n + 0.5) / (n + 0.5));
  };
  const search = (query: Query): SearchAnswer => {
    const terms = new Map<string, number>();
    const text = fold(query.text);
    for (const gram of grams(text)) terms.set(gram, 1);
    for (const { phrase, means, weight } of query.expansions ?? [])
      if (text.includes(fold(phrase)))
        for (const gram of means.flatMap((mean) => grams(fold(mean))))
          if (!terms.has(gram)) terms.set(gram, weight);
    const own = grams(text).reduce((sum, gram) => sum + idfOf(gram), 0) || 1;
    const hits: (Hit & { lacks: string[] })[] = [];
    for (const [id, { passage, counts, length }] of passages) {
      const keep = Object.entries(query.filter ?? {}).every(([name, want]) =>
        [passage.facets?.[name] ?? []].flat().some((value) => [want].flat().includes(value)),
      );
      if (!keep) continue;
      let score = 0;
      let covered = 0;
      const matched: string[] = [];
      const lacks: string[] = [];
      for (const [gram, weight] of terms) {
        const count = counts.get(gram) ?? 0;
        if (count === 0 && weight === 1) lacks.push(gram);
        if (count === 0) continue;
        covered += weight * idfOf(gram);
        matched.push(gram);
        score += (weight * idfOf(gram) * 2.2 * count) / (count + 0.3 + (0.9 * length) / 300);
      }
      const coverage = Math.min(1, covered / own);
      if (score > 0) hits.push({ id, score, coverage, confidence: coverage, matched, lacks });
    }
    hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const from = query.offset ?? 0;
    const unmatched = (hits[0]?.lacks ?? [...terms.keys()]).map((term) => ({
      term,
      weight: idfOf(term) / own,
      in: (frequency.get(term) ?? 0) > 0 ? ('best-hit' as const) : ('index' as const),
    }));
    return { hits: hits.slice(from, from + query.k), unmatched };
  };
  return {
    size: () => passages.size,
    has: (id) => passages.has(id),
    search,
    put,
    *putSliced(list, slice = 256) {
      for (let done = 0; done < list.length; done += slice) {
        put(list.slice(done, done + slice));
        yield { done: Math.min(done + slice, list.length), total: list.length };
      }
    },
    remove,
    idf: (term) => Math.max(0, ...grams(fold(term)).map(idfOf)),
    bytes: () => ({ index: 0, texts: 0 }),
    save: () => new Uint8Array(0),
  };
}

/** Reads what `save` wrote. */
export function loadSearchIndex(
  _bytes: Uint8Array,
  _options: { readonly segmenter: Segmenter },
): LoadedIndex {
  return refuse('older');
}

function grams(text: string): string[] {
  const out: string[] = [];
  for (const run of text.match(/[\p{sc=Han}]+|[a-z0-9.]+/gu) ?? []) {
    if (/^[a-z0-9]/.test(run) || run.length === 1) out.push(run);
    else for (let at = 0; at + 1 < run.length; at++) out.push(run.slice(at, at + 2));
  }
  return [...new Set(out)];
}
