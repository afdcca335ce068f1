import type { Segmenter } from '../segment.ts';
import { spelledBy } from './initials.ts';
import type { Lexicon } from './lexicon.ts';
import { findTerm, livingWith, lowerTerm, type Shard } from './shard.ts';
import { type Alternative, createSounds, type PairsOf, type Sounds } from './sounds.ts';
import type { Store } from './store.ts';
import { loneKey, PAIRS_END, pairKey } from './terms.ts';

/** What occurs in at most one of so many passages may be a slip. */
const HARDLY_EVER = 50_000;

/** The lexicon of a store; what sounds alike is gathered when first asked for and again after a change. */
export function createLexicon(store: Store, segmenter: Segmenter): Lexicon {
  let sounds: { readonly made: Sounds; readonly version: number } | undefined;
  const soundsNow = (): Sounds => {
    if (sounds?.version !== store.version()) {
      sounds = { made: createSounds(store.characters, pairsOf), version: store.version() };
    }
    return sounds.made;
  };
  const eachPair = (visit: (first: number, second: number, passages: number) => void): void => {
    for (const shard of store.shards()) {
      const end = lowerTerm(shard, PAIRS_END);
      for (let term = 0; term < end; term += 1) {
        const key = shard.keys[term]!;
        visit(key >>> 16, key & 0xffff, livingWith(shard, term));
      }
    }
  };
  const pairsOf: PairsOf = (firsts, seconds, visit) => {
    const [only, ...more] = store.shards();
    if (only && more.length === 0) {
      eachPairOf(only, { firsts, seconds, visit });
      return;
    }
    const sums = new Map<number, number>();
    const note = (key: number, passages: number): void => {
      sums.set(key, (sums.get(key) ?? 0) + passages);
    };
    for (const shard of store.shards()) eachPairOf(shard, { firsts, seconds, visit: note });
    for (const [key, passages] of sums) visit(key, passages);
  };
  return {
    passagesWith: store.passagesWith,
    passagesWithEach: store.passagesWithEach,
    passagesWithUnit: (unit) => store.characters[unit]!,
    idfOf: (passages) => Math.log(1 + (store.size() - passages + 0.5) / (passages + 0.5)),
    hardly: () => Math.floor(store.size() / HARDLY_EVER),
    pairsWith: (unit) => pairsWith(store.shards(), unit),
    sounds: soundsNow,
    spelledBy: (initials) =>
      spelledBy(initials, { eachPair, initialsOf: soundsNow().initials, isWord: segmenter.has }),
  };
}

interface PairsWanted {
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  readonly visit: (key: number, passages: number) => void;
}

/** 1 for the second characters wanted; emptied after use. */
const isWanted = new Uint8Array(0x10000);

/** In steps that each touch many places of memory one right after the other: memory then answers all at once. */
function eachPairOf(shard: Shard, { firsts, seconds, visit }: PairsWanted): void {
  const begins = firsts.map((first) => shard.leads?.[first] ?? lowerTerm(shard, pairKey(first, 0)));
  const ends = firsts.map((first) => shard.leads?.[first + 1] ?? lowerTerm(shard, pairKey(first + 1, 0)));
  for (const second of seconds) isWanted[second] = 1;
  const terms: number[] = [];
  for (let next = 0; next < firsts.length; next += 1) {
    const begin = begins[next]!;
    const end = ends[next]!;
    if (end - begin > seconds.length * PAIRS_A_SEARCH)
      searchPairs(shard, { first: firsts[next]!, seconds, terms });
    else walkPairs(shard.keys, { begin, end, terms });
  }
  for (const second of seconds) isWanted[second] = 0;
  const passages = terms.map((term) => livingWith(shard, term));
  for (let next = 0; next < terms.length; next += 1)
    if (passages[next]! > 0) visit(shard.keys[terms[next]!]!, passages[next]!);
}

/**
 * All pairs with one first character stand together, and walking along them is mostly faster than searching:
 * four at a time, since of a hundred hardly one is wanted.
 */
function walkPairs(
  keys: Uint32Array,
  { begin, end, terms }: { readonly begin: number; readonly end: number; readonly terms: number[] },
): void {
  let term = begin;
  for (const last = end - 3; term < last; term += 4) {
    const first = isWanted[keys[term]! & 0xffff]!;
    const second = isWanted[keys[term + 1]! & 0xffff]!;
    const third = isWanted[keys[term + 2]! & 0xffff]!;
    const fourth = isWanted[keys[term + 3]! & 0xffff]!;
    if ((first | second | third | fourth) === 0) continue;
    if (first !== 0) terms.push(term);
    if (second !== 0) terms.push(term + 1);
    if (third !== 0) terms.push(term + 2);
    if (fourth !== 0) terms.push(term + 3);
  }
  for (; term < end; term += 1) if (isWanted[keys[term]! & 0xffff] === 1) terms.push(term);
}

function searchPairs(
  shard: Shard,
  {
    first,
    seconds,
    terms,
  }: { readonly first: number; readonly seconds: readonly number[]; readonly terms: number[] },
): void {
  for (const second of seconds) {
    const term = findTerm(shard, pairKey(first, second));
    if (term >= 0) terms.push(term);
  }
}

/** So many pairs are walked past in the time that searching for one takes. */
const PAIRS_A_SEARCH = 40;

/** More pairs of one character are not looked for; the rest are rare. */
const MOST_PAIRS = 500;

function pairsWith(shards: readonly Shard[], unit: number): readonly Alternative[] {
  const found = new Map<number, number>();
  const note = (shard: Shard, term: number, key: number): void => {
    const passages = livingWith(shard, term);
    if (passages > 0) found.set(key, (found.get(key) ?? 0) + passages);
  };
  for (const shard of shards) {
    const lone = findTerm(shard, loneKey(unit));
    if (lone >= 0) note(shard, lone, loneKey(unit));
    const end = lowerTerm(shard, PAIRS_END);
    for (let term = 0; term < end; term += 1) {
      const key = shard.keys[term]!;
      if (key >>> 16 === unit || (key & 0xffff) === unit)
        note(shard, term, pairKey(key >>> 16, key & 0xffff));
    }
  }
  return [...found]
    .map(([key, passages]) => ({ key: key >>> 0, passages }))
    .sort((a, b) => b.passages - a.passages || a.key - b.key)
    .slice(0, MOST_PAIRS);
}
