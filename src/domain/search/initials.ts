import { pairKey } from './terms.ts';
import type { Alternative } from './sounds.ts';

export interface InitialsOptions {
  /** Calls `visit` for every pair of the index. */
  readonly eachPair: (visit: (first: number, second: number, passages: number) => void) => void;
  /** Latin letters with which a character's readings begin, as bits. */
  readonly initialsOf: (unit: number) => number;
  /** Whether the dictionary has the word. */
  readonly isWord: (word: string) => boolean;
}

interface Chain {
  readonly units: readonly number[];
  readonly pairs: readonly Alternative[];
  /** The passages of its rarest pair. */
  readonly passages: number;
}

const MOST_LETTERS = 8;
const MOST_PAIRS = 3000;
const MOST_CHAINS = 400;
const MOST_WORDS = 4;
const MOST_GUESSES = 3;

/**
 * The words that initials (`zjtx`) can stand for, each as its pairs: pairs of the index that fit two letters
 * each are joined end to end; what the dictionary knows as a word goes first, and alone where there is any.
 */
export function spelledBy(initials: string, options: InitialsOptions): readonly (readonly Alternative[])[] {
  const letters = Array.from(initials.slice(0, MOST_LETTERS), (letter) => 1 << (letter.charCodeAt(0) - 0x61));
  const fitting = fittingPairs(letters, options);
  let chains: readonly Chain[] = (fitting[0] ?? []).map((pair) => ({
    units: [pair.key >>> 16, pair.key & 0xffff],
    pairs: [pair],
    passages: pair.passages,
  }));
  for (const pairs of fitting.slice(1)) chains = mostFrequent(extend(chains, pairs), MOST_CHAINS * 4);
  const complete = mostFrequent(chains, MOST_CHAINS);
  const words = complete.filter(({ units }) => options.isWord(String.fromCharCode(...units)));
  const chosen = words.length > 0 ? words.slice(0, MOST_WORDS) : complete.slice(0, MOST_GUESSES);
  return chosen.map(({ pairs }) => pairs);
}

function fittingPairs(
  letters: readonly number[],
  options: InitialsOptions,
): readonly (readonly Alternative[])[] {
  const places = letters.slice(1).map((_, place) => ({ place, found: [] as Alternative[] }));
  options.eachPair((first, second, passages) => {
    const before = options.initialsOf(first);
    const after = options.initialsOf(second);
    if (before === 0 || after === 0) return;
    for (const { place, found } of places) {
      if ((before & letters[place]!) === 0 || (after & letters[place + 1]!) === 0) continue;
      found.push({ key: pairKey(first, second), passages });
    }
  });
  return places.map(({ found }) =>
    found.sort((a, b) => b.passages - a.passages || a.key - b.key).slice(0, MOST_PAIRS),
  );
}

function extend(chains: readonly Chain[], pairs: readonly Alternative[]): readonly Chain[] {
  const byFirst = groupByFirst(pairs);
  return chains.flatMap((chain) =>
    (byFirst.get(chain.units.at(-1)!) ?? []).map((pair) => ({
      units: [...chain.units, pair.key & 0xffff],
      pairs: [...chain.pairs, pair],
      passages: Math.min(chain.passages, pair.passages),
    })),
  );
}

function groupByFirst(pairs: readonly Alternative[]): ReadonlyMap<number, readonly Alternative[]> {
  const groups = new Map<number, Alternative[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.key >>> 16);
    if (group) group.push(pair);
    else groups.set(pair.key >>> 16, [pair]);
  }
  return groups;
}

const mostFrequent = (chains: readonly Chain[], most: number): readonly Chain[] =>
  chains.toSorted((a, b) => b.passages - a.passages).slice(0, most);
