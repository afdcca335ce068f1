import type { Segmenter } from '../segment.ts';
import { spelledBy } from './initials.ts';
import type { Lexicon } from './lexicon.ts';
import { findTerm, livingWith, lowerTerm, type Shard } from './shard.ts';
import { type Alternative, createSounds, type EachSpoken, type Sounds } from './sounds.ts';
import { eachSpoken } from './spoken-pairs.ts';
import type { Store } from './store.ts';
import { initialsOf } from './syllables.ts';
import { loneKey, PAIRS_END, pairKey } from './terms.ts';

/** What occurs in at most one of so many passages may be a slip. */
const HARDLY_EVER = 50_000;

/** The lexicon of a store. */
export function createLexicon(store: Store, segmenter: Segmenter): Lexicon {
  let sounds: { readonly made: Sounds; readonly version: number } | undefined;
  const soundsNow = (): Sounds => {
    if (sounds?.version !== store.version())
      sounds = { made: createSounds(eachSpokenOf(store.shards)), version: store.version() };
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
  return {
    passagesWith: store.passagesWith,
    passagesWithEach: store.passagesWithEach,
    passagesWithUnit: (unit) => store.characters[unit]!,
    idfOf: (passages) => Math.log(1 + (store.size() - passages + 0.5) / (passages + 0.5)),
    hardly: () => Math.floor(store.size() / HARDLY_EVER),
    pairsWith: (unit) => pairsWith(store.shards(), unit),
    sounds: soundsNow,
    spelledBy: (initials) => spelledBy(initials, { eachPair, initialsOf, isWord: segmenter.has }),
  };
}

function eachSpokenOf(shards: () => readonly Shard[]): EachSpoken {
  return (syllables, visit) => {
    const [only, ...more] = shards();
    if (only === undefined) return;
    if (more.length === 0) {
      eachSpoken(only, syllables, visit);
      return;
    }
    const sums = new Map<number, number>();
    const note = (key: number, passages: number): void => {
      sums.set(key, (sums.get(key) ?? 0) + passages);
    };
    for (const shard of shards()) eachSpoken(shard, syllables, note);
    for (const [key, passages] of sums) visit(key, passages);
  };
}

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
