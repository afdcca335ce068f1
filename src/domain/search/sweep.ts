/**
 * Adds up the scores of a question over the postings of one shard and offers the best passages, without
 * looking at all of them (MaxScore: Turtle and Flood 1995; windows as in Lucene's bulk scorer). The rarest
 * terms are added up first by themselves: what the m-th best passage reaches there, it reaches at least in
 * the end. Terms so frequent that together they cannot lift a passage over that are looked up only for the
 * passages that the others have brought near it. Scores are whole numbers, so that no order of adding matters.
 *
 * The functions are longer than a screen where a loop is: it runs some 100,000 times a question, and calls
 * with more than a few parameters cost more than the work. Nothing is allocated while adding up.
 */
import { createFloor, type Sink } from './best.ts';
import type { Shard } from './shard.ts';

/** Passages looked at together: their sums fit the processor's first cache. */
const WINDOW = 1 << 13;
/** As many postings may be read twice to know a threshold beforehand: this part of all. */
const PRIMING_SHARE = 0.1;
const PRIMING_LEAST = 2000;
/** The rarest lists with this part of all postings show a first threshold. */
const RARE_SHARE = 0.2;
/** Frequent terms are only looked up while all of them together stay below this part of the threshold. */
const LOOKED_UP_SHARE = 0.2;

/** Postings that memory hands over at a time. */
const LINE = 16;

export interface Sweep {
  /** Forgets the lists of the last shard. */
  readonly clear: () => void;
  /** Adds a term by its number in the shard; `weight` is what an impact of 1 counts. */
  readonly add: (shard: Shard, term: number, weight: number) => void;
  /** A score that `most` allowed passages of the shard reach; 0 where that is not worth finding out. */
  readonly prime: (shard: Shard, allowed: Uint8Array, most: number) => number;
  /** Offers every allowed passage whose score is not below the sink's threshold; of the `most` best where that is not 0. */
  readonly run: (
    shard: Shard,
    number: number,
    options: { readonly allowed: Uint8Array; readonly sink: Sink; readonly most: number },
  ) => void;
}

export function createSweep(mostLists: number): Sweep {
  const sums = new Int32Array(WINDOW);
  const crossed = new Int32Array(WINDOW);
  /** Lists in ascending order of the most they can give. */
  const weights = new Int32Array(mostLists);
  const begins = new Uint32Array(mostLists);
  const ends = new Uint32Array(mostLists);
  const cursors = new Uint32Array(mostLists);
  const froms = new Uint32Array(mostLists);
  const peaks = new Int32Array(mostLists);
  /** The most that lists before n can give together. */
  const bounds = new Int32Array(mostLists + 1);
  const floor = createFloor();
  let lists = 0;
  let postingsInAll = 0;
  let fetched = 0;

  const clear = (): void => {
    lists = 0;
    postingsInAll = 0;
  };
  const add = (shard: Shard, term: number, weight: number): void => {
    if (lists >= mostLists) return;
    const peak = weight * shard.peaks[term]!;
    let at = lists;
    for (; at > 0 && peaks[at - 1]! > peak; at -= 1) {
      weights[at] = weights[at - 1]!;
      begins[at] = begins[at - 1]!;
      ends[at] = ends[at - 1]!;
      peaks[at] = peaks[at - 1]!;
    }
    weights[at] = weight;
    begins[at] = shard.starts[term]!;
    ends[at] = shard.starts[term + 1]!;
    peaks[at] = peak;
    lists += 1;
    postingsInAll += ends[at]! - begins[at]!;
  };

  /** Asks memory for short lists: all at once arrive sooner than one after the other. */
  const fetchAll = (postings: Uint32Array): void => {
    let touched = 0;
    for (let list = 0; list < lists; list += 1)
      for (let at = begins[list]!; at < ends[list]!; at += LINE) touched |= postings[at]!;
    fetched |= touched;
  };

  /** The first passage that lists from `first` on have not passed, or -1. */
  const nextPassage = (first: number, postings: Uint32Array): number => {
    let next = -1;
    for (let list = first; list < lists; list += 1) {
      const cursor = cursors[list]!;
      if (cursor >= ends[list]!) continue;
      const passage = postings[cursor]! >>> 8;
      if (next < 0 || passage < next) next = passage;
    }
    return next;
  };

  /** Adds up lists `first..end` within the window and notes what crosses `least`, after `noted`; returns how many are noted. */
  const addUp = (
    first: number,
    end: number,
    {
      postings,
      base,
      least,
      noted,
    }: Readonly<Record<'base' | 'least' | 'noted', number>> & { readonly postings: Uint32Array },
  ): number => {
    const limit = (base + WINDOW) * 256;
    let found = noted;
    for (let list = first; list < end; list += 1) {
      const weight = weights[list]!;
      const last = ends[list]!;
      let cursor = cursors[list]!;
      froms[list] = cursor;
      while (cursor < last) {
        const posting = postings[cursor]!;
        if (posting >= limit) break;
        const place = (posting >>> 8) - base;
        const before = sums[place]!;
        const after = (before + Math.imul(weight, posting & 0xff)) | 0;
        sums[place] = after;
        if (after >= least && before < least) crossed[found++] = place;
        cursor += 1;
      }
      cursors[list] = cursor;
    }
    return found;
  };

  /** Offers the first `noted` sums to the floor, those that are allowed, and returns its value. */
  const raiseFloor = (
    noted: number,
    {
      base,
      allowed,
      sets,
    }: { readonly base: number; readonly allowed: Uint8Array; readonly sets: Uint32Array },
  ): number => {
    let value = floor.value();
    for (let at = 0; at < noted; at += 1) {
      const place = crossed[at]!;
      const sum = sums[place]!;
      if (sum <= value || allowed[sets[base + place]!] !== 1) continue;
      floor.offer(sum);
      value = floor.value();
    }
    return value;
  };

  /**
   * The same while no threshold is known: the rarest lists alone show one that `most` passages reach, so that
   * of all that the others touch only what reaches it is noted.
   */
  const addUpAnew = (
    first: number,
    { postings, sets }: Shard,
    { base, allowed, most }: { readonly base: number; readonly allowed: Uint8Array; readonly most: number },
  ): number => {
    let rare = lists - 1;
    let reading = ends[rare]! - begins[rare]!;
    while (rare > first && reading < postingsInAll * RARE_SHARE) {
      rare -= 1;
      reading += ends[rare]! - begins[rare]!;
    }
    const touched = addUp(rare, lists, { postings, base, least: 1, noted: 0 });
    floor.reset(most);
    const least = Math.max(1, raiseFloor(touched, { base, allowed, sets }));
    let noted = 0;
    for (let at = 0; at < touched; at += 1) if (sums[crossed[at]!]! >= least) crossed[noted++] = crossed[at]!;
    return addUp(first, rare, { postings, base, least, noted });
  };

  /** Makes the sums of the window zero again, by whichever way touches less. */
  const wipe = (first: number, { postings, sets }: Shard, base: number): void => {
    let touched = 0;
    for (let list = first; list < lists; list += 1) touched += cursors[list]! - froms[list]!;
    if (touched > WINDOW >> 4) {
      sums.fill(0, 0, sets.length - base);
      return;
    }
    for (let list = first; list < lists; list += 1) {
      for (let at = froms[list]!; at < cursors[list]!; at += 1) sums[(postings[at]! >>> 8) - base] = 0;
    }
  };

  const prime = (shard: Shard, allowed: Uint8Array, most: number): number => {
    const budget = Math.max(PRIMING_LEAST, postingsInAll * PRIMING_SHARE);
    if (postingsInAll < PRIMING_LEAST) return 0;
    let first = lists;
    let reading = 0;
    while (first > 0) {
      reading += ends[first - 1]! - begins[first - 1]!;
      if (reading > budget) break;
      first -= 1;
    }
    if (first === lists) return 0;
    for (let list = 0; list < lists; list += 1) cursors[list] = begins[list]!;
    floor.reset(most);
    const { postings, sets } = shard;
    for (let passage = nextPassage(first, postings); passage >= 0; passage = nextPassage(first, postings)) {
      const base = passage & ~(WINDOW - 1);
      const found = addUp(first, lists, { postings, base, least: Math.max(1, floor.value()), noted: 0 });
      raiseFloor(found, { base, allowed, sets });
      wipe(first, shard, base);
    }
    return floor.value();
  };

  /** Moves a list's cursor to the first posting not below `target`: by doubling steps, then halving. */
  const seek = (list: number, postings: Uint32Array, target: number): number => {
    const end = ends[list]!;
    let low = cursors[list]!;
    let step = 16;
    while (low + step < end && postings[low + step]! < target) {
      low += step;
      step <<= 1;
    }
    let high = Math.min(end, low + step);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (postings[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The score of a passage that has `sum` from the lists from `first` on; less than `threshold` where it cannot reach that. */
  const complete = (
    first: number,
    {
      postings,
      passage,
      sum,
      threshold,
    }: Readonly<Record<'passage' | 'sum' | 'threshold', number>> & {
      readonly postings: Uint32Array;
    },
  ): number => {
    let score = sum;
    const target = passage * 256;
    for (let list = first - 1; list >= 0; list -= 1) {
      if (score + bounds[list + 1]! < threshold) return 0;
      const at = seek(list, postings, target);
      const posting = at < ends[list]! ? postings[at]! : 0;
      if (at < ends[list]! && posting >>> 8 === passage) score += weights[list]! * (posting & 0xff);
    }
    return score;
  };

  const run: Sweep['run'] = (shard, number, { allowed, sink, most }) => {
    if (postingsInAll < PRIMING_LEAST) fetchAll(shard.postings);
    bounds[0] = 0;
    for (let list = 0; list < lists; list += 1) bounds[list + 1] = bounds[list]! + peaks[list]!;
    for (let list = 0; list < lists; list += 1) cursors[list] = begins[list]!;
    const { postings, sets } = shard;
    let first = 0;
    let threshold = sink.threshold();
    for (;;) {
      while (first < lists && bounds[first + 1]! < threshold * LOOKED_UP_SHARE) first += 1;
      // Fewer than all lists may be enough to stay below the threshold at the very end.
      if (bounds[lists]! < threshold) return;
      if (first === lists) first = lists - 1;
      const passage = nextPassage(first, postings);
      if (passage < 0) return;
      const base = passage & ~(WINDOW - 1);
      const least = Math.max(1, threshold - bounds[first]!);
      const found =
        least === 1 && most > 0
          ? addUpAnew(first, shard, { base, allowed, most })
          : addUp(first, lists, { postings, base, least, noted: 0 });
      if (found > 0)
        for (let list = 0; list < first; list += 1) cursors[list] = seek(list, postings, base * 256);
      for (let at = 0; at < found; at += 1) {
        const place = crossed[at]!;
        const sum = sums[place]!;
        if (sum + bounds[first]! < threshold || allowed[sets[base + place]!] !== 1) continue;
        const score = complete(first, { postings, passage: base + place, sum, threshold });
        if (score < threshold) continue;
        sink.offer(score, number, base + place);
        threshold = sink.threshold();
      }
      wipe(first, shard, base);
    }
  };
  return { clear, add, prime, run };
}
