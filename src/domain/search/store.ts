/**
 * The passages of an index: a few shards, each several times as large as the next, so that a change is
 * written into a small shard and every passage is merged only a few times.
 */
import { IDEOGRAPH, KINDS } from './characters.ts';
import type { FacetSets } from './facet-sets.ts';
import { findId } from './id-lookup.ts';
import { createShardBuilder } from './shard-builder.ts';
import { mergeShards } from './shard-merge.ts';
import { bytesOf, DEAD, findTerm, livingWith, type Shard, sizeOf } from './shard.ts';
import { spokenBytes } from './spoken-pairs.ts';
import { keysOf, mostKeys } from './terms.ts';
import type { Passage } from './types.ts';
import type { Weights } from './weights.ts';

export interface Store {
  readonly shards: () => readonly Shard[];
  /** How many living passages there are. */
  readonly size: () => number;
  readonly has: (id: string) => boolean;
  /** How many living passages hold each UTF-16 unit. */
  readonly characters: Uint32Array;
  readonly passagesWith: (key: number) => number;
  /** The same of many keys, 0 of a negative one; the next call overwrites the answer. */
  readonly passagesWithEach: (keys: readonly number[]) => Uint32Array;
  readonly remove: (ids: readonly string[]) => void;
  /** Builds aside, yielding after every `slice` passages and within merges; what was built comes in at the end, at once. */
  readonly put: (passages: readonly Passage[], slice: number) => Generator<number, void, void>;
  /** All passages in one shard, none of them dead. */
  readonly compact: () => Shard;
  readonly bytes: () => { readonly index: number; readonly texts: number };
  /** Rises with every change. */
  readonly version: () => number;
}

/** A shard is merged into the one before unless that is this many times as large. */
const LARGER = 4;
/** A shard is written anew when so much of it is dead. */
const MOST_DEAD = 0.25;
/** A shard under construction is closed at so many terms or passages: its tables stay in the processor's caches. */
const MOST_TERMS = 1 << 19;
const MOST_PASSAGES = 1 << 16;

export interface StoreOptions {
  readonly weights: Weights;
  readonly sets: FacetSets;
  readonly saved?: { readonly shard: Shard; readonly characters: Uint32Array };
}

export function createStore({ weights, sets, saved }: StoreOptions): Store {
  let shards: readonly Shard[] = saved && sizeOf(saved.shard) > 0 ? [saved.shard] : [];
  const characters = saved ? saved.characters.slice() : new Uint32Array(0x10000);
  const tally = createTally(characters);
  let version = 0;

  const removeOne = (id: string): void => {
    for (const shard of shards) {
      const passage = findId(shard, id);
      if (passage < 0) continue;
      tally(shard, passage, -1);
      bury(shard, passage);
    }
  };
  /** Merges what is small or largely dead; yields within. */
  const settle = function* (): Generator<void, void, void> {
    shards = shards.filter((shard) => living(shard) > 0);
    const small = shards.slice(firstToMerge(shards));
    if (small.length > 1) {
      const merged = yield* mergeShards(small);
      shards = [...shards.filter((shard) => !small.includes(shard)), merged];
    }
    for (const shard of shards.filter(({ deaths, sets: all }) => deaths.count > all.length * MOST_DEAD)) {
      const anew = yield* mergeShards([shard]);
      shards = shards.map((other) => (other === shard ? anew : other));
    }
  };
  const remove = (ids: readonly string[]): void => {
    for (const id of ids) removeOne(id);
    finish(settle());
    version += 1;
  };
  const put = function* (passages: readonly Passage[], slice: number): Generator<number, void, void> {
    const last = new Map(passages.map((passage, at) => [passage.id, at]));
    const built: Shard[] = [];
    let builder = createShardBuilder(weights);
    for (const [at, passage] of passages.entries()) {
      if (last.get(passage.id) === at) builder.add(passage, sets.numberOf(passage.facets));
      if (builder.terms() > MOST_TERMS || builder.count() >= MOST_PASSAGES) {
        built.push(builder.finish());
        builder = createShardBuilder(weights);
      }
      if ((at + 1) % slice === 0) yield at + 1;
    }
    if (builder.count() > 0) built.push(builder.finish());
    for (const id of last.keys()) removeOne(id);
    for (const shard of built) for (let at = 0; at < sizeOf(shard); at += 1) tally(shard, at, 1);
    shards = [...shards, ...built];
    version += 1;
    for (const _ of settle()) yield passages.length;
  };
  return {
    shards: () => shards,
    size: () => {
      let sum = 0;
      for (let part = 0; part < shards.length; part += 1) sum += living(shards[part]!);
      return sum;
    },
    has: (id) => shards.some((shard) => findId(shard, id) >= 0),
    characters,
    passagesWith: (key) => {
      let sum = 0;
      for (let part = 0; part < shards.length; part += 1) sum += livingWithKey(shards[part]!, key);
      return sum;
    },
    passagesWithEach: createCount(() => shards),
    remove,
    put,
    compact: () => {
      const [only, ...more] = shards;
      if (only && more.length === 0 && only.deaths.count === 0) return only;
      const shard = finish(mergeShards(shards));
      shards = sizeOf(shard) > 0 ? [shard] : [];
      return shard;
    },
    bytes: () => {
      const all = shards.map(bytesOf);
      const spoken = shards.reduce((sum, shard) => sum + spokenBytes(shard), 0);
      const index = all.reduce((sum, part) => sum + part.index, characters.byteLength + spoken);
      return { index, texts: all.reduce((sum, part) => sum + part.texts, 0) };
    },
    version: () => version,
  };
}

const living = (shard: Shard): number => sizeOf(shard) - shard.deaths.count;

function livingWithKey(shard: Shard, key: number): number {
  const term = findTerm(shard, key);
  return term < 0 ? 0 : livingWith(shard, term);
}

/** All keys are looked up before the first list is touched, so that memory answers for many of them at once. */
function createCount(shards: () => readonly Shard[]): Store['passagesWithEach'] {
  let terms = new Int32Array(256);
  let sums = new Uint32Array(256);
  return (keys) => {
    if (keys.length > sums.length) {
      terms = new Int32Array(keys.length * 2);
      sums = new Uint32Array(keys.length * 2);
    }
    sums.fill(0, 0, keys.length);
    for (const shard of shards()) {
      for (let at = 0; at < keys.length; at += 1) terms[at] = findTerm(shard, keys[at]!);
      for (let at = 0; at < keys.length; at += 1)
        if (terms[at]! >= 0) sums[at] = sums[at]! + livingWith(shard, terms[at]!);
    }
    return sums;
  };
}

/** From which shard on they are merged into one: each must stay several times as large as all behind it. */
function firstToMerge(shards: readonly Shard[]): number {
  let first = shards.length - 1;
  let behind = first >= 0 ? living(shards[first]!) : 0;
  while (first > 0) {
    const before = living(shards[first - 1]!);
    if (before >= behind * LARGER) break;
    behind += before;
    first -= 1;
  }
  return Math.max(0, first);
}

/** Runs a sliced work through. */
function finish<Value>(work: Generator<void, Value, void>): Value {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Marks a passage dead and takes its terms out of the count of the living. */
function bury(shard: Shard, passage: number): void {
  const from = shard.textStarts[passage]!;
  const to = shard.textStarts[passage + 1]!;
  const keys = new Uint32Array(mostKeys(to - from));
  // Fields end in NUL, which no term crosses: the whole text has the terms of its fields.
  const count = keysOf({ units: shard.texts, from, to }, keys);
  for (const key of new Set(keys.subarray(0, count))) {
    const term = findTerm(shard, key);
    if (term >= 0) shard.dead.set(term, (shard.dead.get(term) ?? 0) + 1);
  }
  shard.sets[passage] = DEAD;
  shard.deaths.count += 1;
}

/** Counts each ideograph of a passage once, up or down. */
function createTally(characters: Uint32Array): (shard: Shard, passage: number, by: 1 | -1) => void {
  const seen = new Uint32Array(0x10000);
  let round = 0;
  return (shard, passage, by) => {
    round += 1;
    for (let at = shard.textStarts[passage]!; at < shard.textStarts[passage + 1]!; at += 1) {
      const unit = shard.texts[at]!;
      if (KINDS[unit] !== IDEOGRAPH || seen[unit] === round) continue;
      seen[unit] = round;
      characters[unit] = characters[unit]! + by;
    }
  };
}
