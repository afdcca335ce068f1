import { fold } from '../hanzi/fold.ts';
import type { Segmenter } from '../segment.ts';

/** `seeds/concerns.json`: what enterprises are concerned with, how documents name it, and how owners ask for it. */
export interface ConcernData {
  readonly concerns: readonly {
    readonly concern: string;
    readonly terms: readonly string[];
    readonly asked: readonly string[];
  }[];
}

/** What a question seems to be about. */
export interface Concern {
  readonly name: string;
  /** Names that documents have for it, folded, the most usual first. */
  readonly terms: readonly string[];
  /** 0–1: how much of what the question says is said of this; 1 is never reached. */
  readonly sureness: number;
}

/** The concerns of a folded question, the likeliest first; none where it says nothing that any is asked by. */
export type ConcernReader = (text: string) => readonly Concern[];

/** Sayings of different concerns share most of their words: only the first few are worth a search. */
const MOST_CONCERNS = 5;
/** A pair of characters within a word tells more than one that words only happen to make. */
const WITHIN_WORD = 2;
/** Of the tenth saying with the same pair nobody learns more. */
const SATURATED = 1;

const BREAK = /[\s\p{P}\p{S}]+/u;

interface Posting {
  readonly concern: number;
  readonly worth: number;
}

/** By pair of characters, how much it speaks for which concern. */
type Table = ReadonlyMap<string, readonly Posting[]>;

function countPairs(text: string, counts: Map<string, number>): void {
  const once = new Set<string>();
  for (const part of text.split(BREAK)) {
    for (let at = 0; at + 1 < part.length; at += 1) once.add(part.slice(at, at + 2));
  }
  for (const pair of once) counts.set(pair, (counts.get(pair) ?? 0) + 1);
}

function tableOf({ concerns }: ConcernData): Table {
  const counted = new Map<string, (readonly [concern: number, count: number])[]>();
  concerns.forEach(({ asked, terms }, concern) => {
    const counts = new Map<string, number>();
    for (const text of [...asked, ...terms]) countPairs(fold(text), counts);
    for (const [pair, count] of counts) {
      const others = counted.get(pair);
      if (others === undefined) counted.set(pair, [[concern, count]]);
      else others.push([concern, count]);
    }
  });
  const table = new Map<string, readonly Posting[]>();
  for (const [pair, found] of counted) {
    const rarity = rarityOf(found.length, concerns.length);
    table.set(
      pair,
      found.map(([concern, count]) => ({
        concern,
        worth: (rarity * count * (1 + SATURATED)) / (count + SATURATED),
      })),
    );
  }
  return table;
}

const rarityOf = (found: number, all: number): number => Math.log(1 + (all - found + 0.5) / (found + 0.5));

/** Pairs of a text with how much each counts. */
function pairsOf(text: string, words: Segmenter['words']): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const part of text.split(BREAK)) {
    const ends = new Set<number>();
    let at = 0;
    for (const word of words(part)) ends.add((at += word.length));
    for (let from = 0; from + 1 < part.length; from += 1) {
      const weight = ends.has(from + 1) ? 1 : WITHIN_WORD;
      const pair = part.slice(from, from + 2);
      pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0));
    }
  }
  return pairs;
}

// Seeds that have not changed are read with the same table.
const known = new WeakMap<ConcernData, Table>();

/** Reads with which concerns' sayings a question shares its pairs of characters, the rarer the more. */
export function createConcernReader(data: ConcernData, words: Segmenter['words']): ConcernReader {
  const table = known.get(data) ?? tableOf(data);
  known.set(data, table);
  const mostRare = rarityOf(1, data.concerns.length);
  return (text) => {
    const pairs = pairsOf(text, words);
    const scores = new Map<number, number>();
    let most = 0;
    for (const [pair, weight] of pairs) {
      most += weight;
      for (const { concern, worth } of table.get(pair) ?? [])
        scores.set(concern, (scores.get(concern) ?? 0) + weight * worth);
    }
    return [...scores]
      .toSorted(([a, left], [b, right]) => right - left || a - b)
      .slice(0, MOST_CONCERNS)
      .flatMap(([at, score]) => {
        const one = data.concerns[at];
        const sureness = score / (most * mostRare * (1 + SATURATED));
        return one ? [{ name: one.concern, terms: one.terms.map(fold), sureness }] : [];
      });
  };
}
