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
  const pairsOf: PairsOf = (first, seconds, visit) => {
    const [only, ...more] = store.shards();
    if (only && more.length === 0) {
      eachPairOf(only, first, { seconds, visit });
      return;
    }
    const sums = new Map<number, number>();
    const note = (key: number, passages: number): void => {
      sums.set(key, (sums.get(key) ?? 0) + passages);
    };
    for (const shard of store.shards()) eachPairOf(shard, first, { seconds, visit: note });
    for (const [key, passages] of sums) visit(key, passages);
  };
  return {
    passagesWith: store.passagesWith,
    passagesWithUnit: (unit) => store.characters[unit]!,
    idfOf: (passages) => Math.log(1 + (store.size() - passages + 0.5) / (passages + 0.5)),
    hardly: () => Math.floor(store.size() / HARDLY_EVER),
    pairsWith: (unit) => pairsWith(store.shards(), unit),
    sounds: soundsNow,
    spelledBy: (initials) =>
      spelledBy(initials, { eachPair, initialsOf: soundsNow().initials, isWord: segmenter.has }),
  };
}

/** All pairs with one first character stand together, so the search narrows from pair to pair. */
function eachPairOf(
  shard: Shard,
  first: number,
  {
    seconds,
    visit,
  }: { readonly seconds: readonly number[]; readonly visit: (key: number, passages: number) => void },
): void {
  const end = shard.leads?.[first + 1] ?? lowerTerm(shard, pairKey(first + 1, 0));
  let low = shard.leads?.[first] ?? lowerTerm(shard, pairKey(first, 0));
  const isShort = end - low < seconds.length * STEPS_A_SEARCH;
  for (let next = 0; next < seconds.length && low < end; next += 1) {
    const key = pairKey(first, seconds[next]!);
    let high = end;
    while (isShort && low < end && shard.keys[low]! < key) low += 1;
    while (!isShort && low < high) {
      const middle = (low + high) >>> 1;
      if (shard.keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    const passages = low < end && shard.keys[low] === key ? livingWith(shard, low) : 0;
    if (passages > 0) visit(key, passages);
  }
}

/** Walking along the pairs is faster than searching while there are fewer than this for each one sought. */
const STEPS_A_SEARCH = 6;

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
