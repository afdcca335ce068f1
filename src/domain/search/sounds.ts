/**
 * Which pairs of the index sound like a pair of the question. The index holds no pinyin: the characters that
 * it knows are grouped by syllable, and the pairs they form are looked up. A pair found that way stands in
 * for one that the index (nearly) lacks: 「将励」 for 奖励, `zhongshi` for 中试.
 */
import { readingsOf } from '../hanzi/pinyin.ts';
import { stripTones } from '../hanzi/syllables.ts';
import { IDEOGRAPH, KINDS } from './characters.ts';
import { pairKey } from './terms.ts';

export interface Alternative {
  readonly key: number;
  /** In how many passages it occurs. */
  readonly passages: number;
}

export interface Sounds {
  /** Pairs whose characters can be read like those of this pair, without itself; most frequent first. */
  readonly like: (first: number, second: number) => readonly Alternative[];
  /** Pairs that can be read as these two syllables (no tones, ü as v). */
  readonly spoken: (first: string, second: string) => readonly Alternative[];
  /** Latin letters with which a character's readings begin, as bits (a = 1). */
  readonly initials: (unit: number) => number;
}

/** Characters of one syllable that are tried, most frequent first: 「shi」 alone has a hundred. */
const MOST_CHARACTERS = 24;
const MOST_ALTERNATIVES = 10;
const MOST_REMEMBERED = 4096;
/** Seldom are both characters of a pair wrong: sharing one counts like being so many times as frequent. */
const SHARING = 10;

/** Visits the pairs of the index that begin with one of `firsts` and end with one of `seconds`, each pair once. */
export type PairsOf = (
  firsts: readonly number[],
  seconds: readonly number[],
  visit: (key: number, passages: number) => void,
) => void;

/** `known[unit]` is how many passages hold a character. */
export function createSounds(known: Uint32Array, pairsOf: PairsOf): Sounds {
  const bySyllable = new Map<string, number[]>();
  const initials = new Uint32Array(0x10000);
  for (let unit = 0x4e00; unit <= 0x9fff; unit += 1) {
    if (known[unit]! === 0) continue;
    for (const syllable of syllablesOf(unit)) {
      const characters = bySyllable.get(syllable);
      if (characters) characters.push(unit);
      else bySyllable.set(syllable, [unit]);
      initials[unit] = initials[unit]! | (1 << (syllable.charCodeAt(0) - 0x61));
    }
  }
  for (const [syllable, characters] of bySyllable) {
    characters.sort((a, b) => known[b]! - known[a]! || a - b);
    bySyllable.set(syllable, characters.slice(0, MOST_CHARACTERS));
  }
  const alike = new Map<number, readonly number[]>();
  const soundingLike = (unit: number): readonly number[] => {
    const known = alike.get(unit);
    if (known) return known;
    const all =
      KINDS[unit] === IDEOGRAPH
        ? syllablesOf(unit).flatMap((syllable) => bySyllable.get(syllable) ?? [])
        : [];
    const found = [...new Set([unit, ...all])];
    alike.set(unit, found);
    return found;
  };
  const pairs = (
    firsts: readonly number[],
    seconds: readonly number[],
    without: number,
  ): readonly Alternative[] => {
    likest.count = 0;
    pairsOf(firsts, seconds, (key, passages) => {
      if (key === without) return;
      const shares = key >>> 16 === without >>> 16 || (key & 0xffff) === (without & 0xffff);
      insert(key, passages, shares ? passages * SHARING : passages);
    });
    const found: Alternative[] = [];
    for (let place = 0; place < likest.count; place += 1)
      found.push({ key: likest.keys[place]!, passages: likest.passages[place]! });
    return found;
  };
  const spoken = (syllable: string): readonly number[] => bySyllable.get(syllable) ?? [];
  /** Questions ask for the same slips again and again. */
  const gathered = new Map<number, readonly Alternative[]>();
  const like = (first: number, second: number): readonly Alternative[] => {
    const key = pairKey(first, second);
    const known = gathered.get(key);
    if (known) return known;
    const found = pairs(soundingLike(first), soundingLike(second), key);
    if (gathered.size >= MOST_REMEMBERED) gathered.clear();
    gathered.set(key, found);
    return found;
  };
  return {
    like,
    spoken: (first, second) => pairs(spoken(first), spoken(second), -1),
    initials: (unit) => initials[unit]!,
  };
}

/** The likest pairs so far, best first: of a hundred that sound alike all but a few come too late. */
const likest = {
  count: 0,
  keys: new Uint32Array(MOST_ALTERNATIVES),
  passages: new Uint32Array(MOST_ALTERNATIVES),
  likeness: new Float64Array(MOST_ALTERNATIVES),
};

function insert(key: number, passages: number, likeness: number): void {
  let place = likest.count;
  for (; place > 0; place -= 1) {
    const other = likest.likeness[place - 1]!;
    if (other > likeness || (other === likeness && likest.keys[place - 1]! < key)) break;
    if (place === MOST_ALTERNATIVES) continue;
    likest.keys[place] = likest.keys[place - 1]!;
    likest.passages[place] = likest.passages[place - 1]!;
    likest.likeness[place] = other;
  }
  if (place === MOST_ALTERNATIVES) return;
  likest.keys[place] = key;
  likest.passages[place] = passages;
  likest.likeness[place] = likeness;
  if (likest.count < MOST_ALTERNATIVES) likest.count += 1;
}

const remembered = new Map<number, readonly string[]>();

function syllablesOf(unit: number): readonly string[] {
  const known = remembered.get(unit);
  if (known) return known;
  const syllables = [...new Set(readingsOf(String.fromCharCode(unit)).map(stripTones))].filter((syllable) =>
    /^[a-z]/.test(syllable),
  );
  remembered.set(unit, syllables);
  return syllables;
}
