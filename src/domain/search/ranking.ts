import type { Segmenter } from '../segment.ts';
import { createBest } from './best.ts';
import { confidenceOf } from './confidence.ts';
import type { FacetSets } from './facet-sets.ts';
import type { Lexicon } from './lexicon.ts';
import { matchedIn, unmatchedIn } from './matches.ts';
import { analyse } from './question.ts';
import { createReader, SCORE_UNIT, type Reading } from './reader.ts';
import { MOST_TERMS, type Resolved, resolve } from './resolve.ts';
import { compareIds, findTerm, idOf, type Place, type Shard } from './shard.ts';
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
export const READ_PASSAGES = 10;
const MOST_WANTED = 10_000;
/** Facets count the passages that score at least this part of the best. */
const NEAR_BEST = 0.5;

interface Candidate extends Place {
  readonly sum: number;
}

interface Read extends Candidate {
  readonly reading: Reading;
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
    for (let number = 0; number < shards.length; number += 1) {
      const shard = shards[number]!;
      load(shard, resolved);
      best.raise(sweep.prime(shard, allowed, most));
      sweep.run(shard, number, { allowed, sink: best, most });
    }
  };
  const found = new Int32Array(MOST_TERMS);
  const load = (shard: Shard, { terms }: Resolved): void => {
    sweep.clear();
    for (let number = 0; number < terms.length; number += 1)
      found[number] = findTerm(shard, terms[number]!.key);
    for (let number = 0; number < terms.length; number += 1)
      if (found[number]! >= 0) sweep.add(shard, found[number]!, terms[number]!.weight);
  };
  /** Best first by their sums. */
  const takeAll = (): readonly Candidate[] => {
    const taken: Candidate[] = [];
    while (best.count() > 0) {
      const { score, shard: number, passage } = best.takeWorst();
      const shard = store.shards()[number];
      if (shard) taken.push({ shard, passage, sum: score });
    }
    return taken.reverse();
  };
  /** Reads passages as long as one of them can still come among the first `wanted`; best first. */
  const readBest = (candidates: readonly Candidate[], wanted: number): readonly Read[] => {
    const read: Read[] = [];
    for (let at = 0; at < candidates.length && at < READ_PASSAGES; at += 1)
      reader.fetch(candidates[at]!.shard, candidates[at]!.passage);
    for (let at = 0; at < candidates.length && at < READ_PASSAGES; at += 1) {
      const candidate = candidates[at]!;
      const last = wanted > 0 ? read[wanted - 1] : read[0];
      if (last && last.reading.score > reader.most(candidate.sum)) break;
      const reading = reader.read(candidate.shard, candidate.passage, candidate.sum);
      const entry: Read = { shard: candidate.shard, passage: candidate.passage, sum: candidate.sum, reading };
      let place = read.push(entry) - 1;
      for (let before = read[place - 1]; before && isBetter(entry, before); before = read[place - 1]) {
        read[place] = before;
        place -= 1;
        read[place] = entry;
      }
    }
    return read;
  };
  const search = (query: Query): SearchAnswer => {
    const resolved = resolve(readPinyin(analyse(query, segmenter), lexicon), lexicon, weights);
    const allowed = sets.allowed(query.filter);
    const from = Math.max(0, Math.floor(query.offset ?? 0));
    const to = Math.min(MOST_WANTED, from + Math.max(0, Math.floor(query.k)));
    sweepAll(resolved, allowed, Math.max(READ_PASSAGES, to));
    const candidates = takeAll();
    reader.open(resolved);
    const read = readBest(candidates, to);
    const hits: Hit[] = [];
    for (let at = from; at < to && at < read.length; at += 1) hits.push(toHit(read[at]!, resolved));
    for (let at = Math.max(from, READ_PASSAGES); at < to && at < candidates.length; at += 1)
      hits.push(toHit(readBehind(candidates[at]!), resolved));
    const [first] = read;
    const unmatched = unmatchedIn(resolved, first ? first.reading.cover : null);
    reader.release();
    if (query.facets === undefined) return { hits, unmatched };
    return {
      hits,
      unmatched,
      facets: countFacets(query.facets, { resolved, allowed, top: candidates[0]?.sum ?? 0 }),
    };
  };
  /** What stands behind the passages that are read for their order keeps the score of its postings. */
  const readBehind = ({ shard, passage, sum }: Candidate): Read => ({
    shard,
    passage,
    sum,
    reading: { ...reader.read(shard, passage, sum), score: sum / SCORE_UNIT },
  });
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
        const set = shard.sets[passage]!;
        counts[set] = counts[set]! + 1;
      };
      sweep.run(shard, number, { allowed, sink: { threshold: () => threshold, offer }, most: 0 });
    }
    return Object.fromEntries(names.map((name) => [name, sets.count(name, counts)]));
  };
  const toHit = ({ shard, passage, reading }: Read, resolved: Resolved): Hit => {
    const { score, coverage, cover } = reading;
    const matched = matchedIn(resolved, cover);
    return { id: idOf(shard, passage), score, coverage, confidence: confidenceOf(reading), matched };
  };
  return { search };
}

const isBetter = (a: Read, b: Read): boolean =>
  a.reading.score > b.reading.score || (a.reading.score === b.reading.score && compareIds(a, b) < 0);
