/**
 * A shard is an unchangeable part of the index: some passages and the postings of their terms, all in typed
 * arrays. Only the death of a passage is noted in it (its facet set becomes 0); the space is won back when
 * shards are merged. A posting is one 32-bit number: passage << 8 | impact, where the impact (1..255) is
 * the saturated, length-normalised frequency of the term in the passage's fields.
 */
export interface Shard {
  /** Keys of the terms, ascending. */
  readonly keys: Uint32Array;
  /** Where the keys with upper unit n begin, in a large shard; null in a small one, which is searched by halving alone. */
  readonly leads: Uint32Array | null;
  /** Postings of term n: `postings[starts[n]..starts[n + 1])`, ascending by passage. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** The highest impact of each term. */
  readonly peaks: Uint8Array;
  /** Folded texts, one after another: title, 0, body, 0, units. */
  readonly texts: Uint16Array;
  /** The same bytes, two units a word. */
  readonly textWords: Uint32Array;
  readonly textStarts: Uint32Array;
  readonly ids: Uint16Array;
  readonly idStarts: Uint32Array;
  /** The facet set of each passage; 0 = dead. */
  readonly sets: Uint32Array;
  /** How many postings of a term belong to dead passages. */
  readonly dead: Map<number, number>;
  readonly deaths: { count: number };
}

export const DEAD = 0;

/** Units two by two, in place; they must begin at a multiple of four bytes. An odd one at the end is left out. */
export const inWords = ({ buffer, byteOffset, length }: Uint16Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length >>> 1);

export const sizeOf = (shard: Shard): number => shard.sets.length;

/** The number of a term within the shard, or -1. */
export function findTerm(shard: Shard, key: number): number {
  const at = lowerTerm(shard, key);
  return shard.keys[at] === key ? at : -1;
}

/** The number of the first term whose key is not below `key`. */
export function lowerTerm({ keys, leads }: Shard, key: number): number {
  if (leads !== null) return lowerByLeads(keys, leads, key);
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same among keys of one upper unit, by the lower: without a branch that the processor could guess wrong. */
function lowerByLeads(keys: Uint32Array, leads: Uint32Array, key: number): number {
  const lower = key & 0xffff;
  let low = leads[key >>> 16]!;
  let count = leads[(key >>> 16) + 1]! - low;
  while (count > 0) {
    const half = (count + 1) >>> 1;
    low += half & (((keys[low + half - 1]! & 0xffff) - lower) >> 31);
    count -= half;
  }
  return low;
}

const LARGE = 1 << 15;

/** The `leads` of ascending keys. */
export function leadsOf(keys: Uint32Array): Uint32Array | null {
  if (keys.length < LARGE) return null;
  const leads = new Uint32Array(0x10001);
  let upper = 0;
  for (let at = 0; at < keys.length; at += 1) {
    for (const own = keys[at]! >>> 16; upper < own; ) leads[++upper] = at;
  }
  while (upper < 0x10000) leads[++upper] = keys.length;
  return leads;
}

/** Whether the passage is in the key's list. */
export function holds(shard: Shard, key: number, passage: number): boolean {
  const term = findTerm(shard, key);
  if (term < 0) return false;
  let low = shard.starts[term]!;
  let high = shard.starts[term + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shard.postings[middle]! >>> 8 < passage) low = middle + 1;
    else high = middle;
  }
  return low < shard.starts[term + 1]! && shard.postings[low]! >>> 8 === passage;
}

/** In how many living passages term number `term` occurs. */
export function livingWith(shard: Shard, term: number): number {
  const all = shard.starts[term + 1]! - shard.starts[term]!;
  return shard.dead.size === 0 ? all : all - (shard.dead.get(term) ?? 0);
}

export function idOf({ ids, idStarts }: Shard, passage: number): string {
  const end = idStarts[passage + 1]!;
  let at = idStarts[passage]!;
  let id = '';
  for (; at + 3 < end; at += 4) id += String.fromCharCode(ids[at]!, ids[at + 1]!, ids[at + 2]!, ids[at + 3]!);
  for (; at < end; at += 1) id += String.fromCharCode(ids[at]!);
  return id;
}

/** Where a passage stands: shard and number in it. */
export interface Place {
  readonly shard: Shard;
  readonly passage: number;
}

/** Negative where the id of `a` sorts before that of `b` by UTF-16 units; no string is made. */
export function compareIds(a: Place, b: Place): number {
  const fromA = a.shard.idStarts[a.passage]!;
  const fromB = b.shard.idStarts[b.passage]!;
  const lengthA = a.shard.idStarts[a.passage + 1]! - fromA;
  const lengthB = b.shard.idStarts[b.passage + 1]! - fromB;
  for (let at = 0; at < lengthA && at < lengthB; at += 1) {
    const difference = a.shard.ids[fromA + at]! - b.shard.ids[fromB + at]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** The impact of what a term weighs in all fields together, as a whole number. */
export function impactOf(weight: number, saturation: number): number {
  return Math.max(1, Math.min(255, Math.round((255 * weight) / (saturation + weight))));
}

/** Bytes held: `index` to search, `texts` the folded passages. */
export function bytesOf(shard: Shard): { readonly index: number; readonly texts: number } {
  const { keys, starts, postings, peaks, textStarts, ids, idStarts, sets } = shard;
  const leads = shard.leads ?? new Uint8Array(0);
  const arrays = [keys, leads, starts, postings, peaks, textStarts, ids, idStarts, sets];
  return {
    index: arrays.reduce((sum, array) => sum + array.byteLength, 0),
    texts: shard.texts.byteLength,
  };
}
