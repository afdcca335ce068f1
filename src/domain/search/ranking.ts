import type { Segmenter } from '../segment.ts';
import { createBest } from './best.ts';
import { confidenceOf } from './confidence.ts';
import type { FacetSets } from './facet-sets.ts';
import type { Lexicon } from './lexicon.ts';
import { matchedIn, unmatchedIn } from './matches.ts';
import { analyse } from './question.ts';
import { createReader, SCORE_UNIT, type Reading } from './reader.ts';
import { MOST_TERMS, type Resolved, resolve } from './resolve.ts';
import { findTerm, idOf, type Shard } from './shard.ts';
import type { Store } from './store.ts';
import { createSweep } from './sweep.ts';
import { readPinyin } from './typed-pinyin.ts';
import type { Hit, Query, SearchAnswer } from './types.ts';
import type { Weights } from './weights.ts';

export interface RankingOptions {
  readonly store: Store;
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  readonly weights: Weights;
  readonly sets: FacetSets;
}

/** So many of the best by their postings are read; reading only adds, so that the others stay behind them. */
export const READ_PASSAGES = 24;
const MOST_WANTED = 10_000;
/** Facets count the passages that score at least this part of the best. */
const NEAR_BEST = 0.5;

interface Candidate {
  readonly shard: Shard;
  readonly passage: number;
  readonly id: string;
  readonly sum: number;
  readonly reading: Reading | null;
}

/** Answers queries over a store. The tables it works in are allocated once. */
export function createRanking({ store, lexicon, segmenter, weights, sets }: RankingOptions): {
  readonly search: (query: Query) => SearchAnswer;
} {
  const sweep = createSweep(MOST_TERMS);
  const best = createBest();
  const reader = createReader(weights);

  const sweepAll = (resolved: Resolved, allowed: Uint8Array, most: number): void => {
    const shards = store.shards();
    best.reset(shards, most);
    for (const [number, shard] of shards.entries()) {
      load(shard, resolved);
      best.raise(sweep.prime(shard, allowed, most));
      sweep.run(shard, number, { allowed, sink: best });
    }
  };
  const load = (shard: Shard, { terms }: Resolved): void => {
    sweep.clear();
    for (const { key, weight } of terms) {
      const term = findTerm(shard, key);
      if (term >= 0) sweep.add(shard, term, weight);
    }
  };
  /** Best first by their sums. */
  const takeAll = (): readonly Omit<Candidate, 'reading'>[] => {
    const taken: Omit<Candidate, 'reading'>[] = [];
    while (best.count() > 0) {
      const { score, shard: number, passage } = best.takeWorst();
      const shard = store.shards()[number];
      if (shard) taken.push({ shard, passage, id: idOf(shard, passage), sum: score });
    }
    return taken.reverse();
  };
  const search = (query: Query): SearchAnswer => {
    const resolved = resolve(readPinyin(analyse(query, segmenter), lexicon), lexicon, weights);
    const allowed = sets.allowed(query.filter);
    const from = Math.max(0, Math.floor(query.offset ?? 0));
    const to = Math.min(MOST_WANTED, from + Math.max(0, Math.floor(query.k)));
    sweepAll(resolved, allowed, Math.max(READ_PASSAGES, to));
    const candidates = takeAll();
    reader.open(resolved);
    const read = candidates
      .slice(0, READ_PASSAGES)
      .map((candidate) => ({
        ...candidate,
        reading: reader.read(candidate.shard, candidate.passage, candidate.sum),
      }))
      .sort((a, b) => b.reading.score - a.reading.score || (a.id < b.id ? -1 : 1));
    const ordered: readonly Candidate[] = [
      ...read,
      ...candidates.slice(READ_PASSAGES).map((candidate) => ({ ...candidate, reading: null })),
    ];
    const hits = ordered.slice(from, to).map((candidate) => toHit(candidate, resolved));
    const unmatched = unmatchedIn(resolved, coveredBy(read[0]));
    reader.release();
    if (query.facets === undefined) return { hits, unmatched };
    return {
      hits,
      unmatched,
      facets: countFacets(query.facets, { resolved, allowed, top: candidates[0]?.sum ?? 0 }),
    };
  };
  const coveredBy = (candidate: Candidate | undefined): Float64Array | null => {
    if (candidate === undefined) return null;
    reader.read(candidate.shard, candidate.passage, candidate.sum);
    return reader.covered();
  };
  const toHit = (candidate: Candidate, resolved: Resolved): Hit => {
    const { coverage, closeness } = reader.read(candidate.shard, candidate.passage, candidate.sum);
    const score = candidate.reading?.score ?? candidate.sum / SCORE_UNIT;
    const matched = matchedIn(resolved, reader.covered());
    return { id: candidate.id, score, coverage, confidence: confidenceOf({ coverage, closeness }), matched };
  };
  const countFacets = (
    names: readonly string[],
    {
      resolved,
      allowed,
      top,
    }: { readonly resolved: Resolved; readonly allowed: Uint8Array; readonly top: number },
  ): NonNullable<SearchAnswer['facets']> => {
    const counts = new Uint32Array(sets.size());
    const threshold = Math.max(1, Math.ceil(top * NEAR_BEST));
    for (const [number, shard] of store.shards().entries()) {
      load(shard, resolved);
      const offer = (_score: number, _shard: number, passage: number): void => {
        const set = shard.sets[passage] ?? 0;
        counts[set] = (counts[set] ?? 0) + 1;
      };
      sweep.run(shard, number, { allowed, sink: { threshold: () => threshold, offer } });
    }
    return Object.fromEntries(names.map((name) => [name, sets.count(name, counts)]));
  };
  return { search };
}
