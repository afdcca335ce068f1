/**
 * Which pairs of the index sound like a pair of the question. A pair found that way stands in for one that the
 * index (nearly) lacks: 「将励」 for 奖励, `zhongshi` for 中试.
 */
import { firstOf, restOf, syllableNumber, syllablesOf } from './syllables.ts';
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
}

const MOST_ALTERNATIVES = 10;
const MOST_REMEMBERED = 4096;
/** Seldom are both characters of a pair wrong: sharing one counts like being so many times as frequent. */
const SHARING = 10;

/** Visits the pairs of the index that can be read as two syllables, each once, with the passages that hold it. */
export type EachSpoken = (
  syllables: readonly [first: number, second: number],
  visit: (key: number, passages: number) => void,
) => void;

export function createSounds(eachSpoken: EachSpoken): Sounds {
  let without = -1;
  const visit = (key: number, passages: number): void => {
    if (key === without) return;
    const shares = key >>> 16 === without >>> 16 || (key & 0xffff) === (without & 0xffff);
    insert(key, passages, shares ? passages * SHARING : passages);
  };
  /** Questions ask for the same slips again and again. */
  const gathered = new Map<number, readonly Alternative[]>();
  const like = (first: number, second: number): readonly Alternative[] => {
    const key = pairKey(first, second);
    const known = gathered.get(key);
    if (known) return known;
    without = key;
    likest.count = 0;
    for (let firsts = syllablesOf(first); firsts !== 0; firsts = restOf(firsts)) {
      for (let seconds = syllablesOf(second); seconds !== 0; seconds = restOf(seconds))
        eachSpoken([firstOf(firsts), firstOf(seconds)], visit);
    }
    const found = taken();
    if (gathered.size >= MOST_REMEMBERED) gathered.clear();
    gathered.set(key, found);
    return found;
  };
  const spoken = (first: string, second: string): readonly Alternative[] => {
    likest.count = 0;
    eachSpoken([syllableNumber(first), syllableNumber(second)], (key, passages) =>
      insert(key, passages, passages),
    );
    return taken();
  };
  return { like, spoken };
}

/** The likest pairs so far, best first: of a hundred that sound alike all but a few come too late. */
const likest = {
  count: 0,
  keys: new Uint32Array(MOST_ALTERNATIVES),
  passages: new Uint32Array(MOST_ALTERNATIVES),
  likeness: new Float64Array(MOST_ALTERNATIVES),
};

function taken(): readonly Alternative[] {
  const found: Alternative[] = [];
  for (let place = 0; place < likest.count; place += 1)
    found.push({ key: likest.keys[place]!, passages: likest.passages[place]! });
  return found;
}

/** A pair with several readings may come more than once. */
function insert(key: number, passages: number, likeness: number): void {
  let place = likest.count;
  for (; place > 0; place -= 1) {
    const other = likest.likeness[place - 1]!;
    if (other > likeness || (other === likeness && likest.keys[place - 1]! <= key)) break;
  }
  if (place === MOST_ALTERNATIVES || (place > 0 && likest.keys[place - 1] === key)) return;
  if (likest.count < MOST_ALTERNATIVES) likest.count += 1;
  for (let last = likest.count - 1; last > place; last -= 1) {
    likest.keys[last] = likest.keys[last - 1]!;
    likest.passages[last] = likest.passages[last - 1]!;
    likest.likeness[last] = likest.likeness[last - 1]!;
  }
  likest.keys[place] = key;
  likest.passages[place] = passages;
  likest.likeness[place] = likeness;
}
