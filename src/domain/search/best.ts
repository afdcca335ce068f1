import { compareIds, type Shard } from './shard.ts';

/** Where the sweep over the postings puts what it finds. */
export interface Sink {
  /** What scores less is not worth offering; never falls while a question is answered. */
  readonly threshold: () => number;
  readonly offer: (score: number, shard: number, passage: number) => void;
}

/**
 * The best passages so far as a heap with the worst on top: higher score first, among equals the id that
 * sorts first, so that the order never depends on how the index was grown.
 */
export interface Best extends Sink {
  /** Empties the heap and sets how many are wanted. */
  readonly reset: (shards: readonly Shard[], most: number) => void;
  /** Raises the threshold to a score that at least `most` passages are known to reach. */
  readonly raise: (score: number) => void;
  readonly count: () => number;
  /** Takes the worst out. */
  readonly takeWorst: () => { readonly score: number; readonly shard: number; readonly passage: number };
}

export function createBest(): Best {
  let scores = new Int32Array(64);
  let owners = new Int32Array(64);
  let passages = new Int32Array(64);
  let shards: readonly Shard[] = [];
  let most = 0;
  let count = 0;
  let floor = 1;

  const reset = (all: readonly Shard[], wanted: number): void => {
    shards = all;
    most = wanted;
    count = 0;
    floor = 1;
    if (wanted + 1 <= scores.length) return;
    scores = new Int32Array(wanted + 1);
    owners = new Int32Array(wanted + 1);
    passages = new Int32Array(wanted + 1);
  };
  /** True where entry `a` ranks behind entry `b`. */
  const isWorse = (a: number, b: number): boolean => {
    const difference = scores[a]! - scores[b]!;
    if (difference !== 0) return difference < 0;
    const shardA = shards[owners[a]!]!;
    const shardB = shards[owners[b]!]!;
    return compareIds({ shard: shardA, passage: passages[a]! }, { shard: shardB, passage: passages[b]! }) > 0;
  };
  const copy = (from: number, to: number): void => {
    scores[to] = scores[from]!;
    owners[to] = owners[from]!;
    passages[to] = passages[from]!;
  };
  const swap = (a: number, b: number): void => {
    // The entry behind the last one is always free.
    copy(a, scores.length - 1);
    copy(b, a);
    copy(scores.length - 1, b);
  };
  const sink = (): void => {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= count) return;
      const child = left + 1 < count && isWorse(left + 1, left) ? left + 1 : left;
      if (!isWorse(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  const rise = (): void => {
    for (let at = count - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const offer = (score: number, shard: number, passage: number): void => {
    if (most === 0) return;
    scores[count] = score;
    owners[count] = shard;
    passages[count] = passage;
    if (count < most) {
      count += 1;
      rise();
    } else if (isWorse(0, count)) {
      copy(count, 0);
      sink();
    }
    if (count === most) floor = Math.max(floor, scores[0]!);
  };
  const takeWorst = () => {
    const worst = { score: scores[0]!, shard: owners[0]!, passage: passages[0]! };
    count -= 1;
    copy(count, 0);
    sink();
    return worst;
  };
  return {
    reset,
    offer,
    takeWorst,
    threshold: () => floor,
    raise: (score) => {
      floor = Math.max(floor, score);
    },
    count: () => count,
  };
}

/** A heap of scores alone: the `most`-th best of what was offered. */
export interface Floor {
  readonly reset: (most: number) => void;
  readonly offer: (score: number) => void;
  /** The `most`-th best score, 0 while there are fewer. */
  readonly value: () => number;
}

export function createFloor(): Floor {
  let scores = new Int32Array(64);
  let most = 0;
  let count = 0;
  const offer = (score: number): void => {
    if (count === most && score <= scores[0]!) return;
    let at = count === most ? 0 : count;
    if (count < most) {
      count += 1;
      while (at > 0 && scores[(at - 1) >> 1]! > score) {
        scores[at] = scores[(at - 1) >> 1]!;
        at = (at - 1) >> 1;
      }
    } else {
      for (;;) {
        const left = at * 2 + 1;
        if (left >= count) break;
        const child = left + 1 < count && scores[left + 1]! < scores[left]! ? left + 1 : left;
        if (scores[child]! >= score) break;
        scores[at] = scores[child]!;
        at = child;
      }
    }
    scores[at] = score;
  };
  return {
    reset: (wanted) => {
      most = wanted;
      count = 0;
      if (wanted > scores.length) scores = new Int32Array(wanted);
    },
    offer,
    value: () => (count < most || most === 0 ? 0 : scores[0]!),
  };
}
