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

/**
 * By pair of characters how many sayings of which concern hold it, flat, since it is made while the first question
 * waits: those of pair number n lie in `concern` and `count` from `from[n]` to `from[n + 1]`.
 */
interface Table {
  readonly numbers: ReadonlyMap<number, number>;
  readonly from: Uint32Array;
  readonly concern: Uint16Array;
  readonly count: Uint8Array;
  readonly concerns: number;
}

const MOST_COUNTED = 255;

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Numbers of the pairs of each concern, as often as its sayings hold them; one that holds it twice counts once. */
function countPairs({ concerns }: ConcernData, numbers: Map<number, number>): readonly Map<number, number>[] {
  const lastSeen: number[] = [];
  let saying = 0;
  return concerns.map(({ asked, terms }) => {
    const counts = new Map<number, number>();
    for (const text of [...asked, ...terms]) {
      saying += 1;
      for (const part of fold(text).split(BREAK)) {
        for (let at = 0; at + 1 < part.length; at += 1) {
          const pair = pairAt(part, at);
          const number = numbers.get(pair) ?? numbers.size;
          if (number === numbers.size) numbers.set(pair, number);
          if (lastSeen[number] === saying) continue;
          lastSeen[number] = saying;
          counts.set(number, (counts.get(number) ?? 0) + 1);
        }
      }
    }
    return counts;
  });
}

function tableOf(data: ConcernData): Table {
  const numbers = new Map<number, number>();
  const counted = countPairs(data, numbers);
  const from = new Uint32Array(numbers.size + 1);
  for (const counts of counted) for (const number of counts.keys()) from[number + 1]! += 1;
  for (let number = 0; number < numbers.size; number += 1) from[number + 1]! += from[number]!;
  const next = from.slice();
  const concern = new Uint16Array(from[numbers.size]!);
  const count = new Uint8Array(concern.length);
  counted.forEach((counts, at) => {
    for (const [number, found] of counts) {
      const place = next[number]!++;
      concern[place] = at;
      count[place] = Math.min(found, MOST_COUNTED);
    }
  });
  return { numbers, from, concern, count, concerns: data.concerns.length };
}

const rarityOf = (found: number, all: number): number => Math.log(1 + (all - found + 0.5) / (found + 0.5));

/** How much each concern is spoken for by pairs of characters. */
function scoresFor(pairs: ReadonlyMap<number, number>, table: Table): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const [pair, weight] of pairs) {
    const number = table.numbers.get(pair);
    if (number === undefined) continue;
    const [start, end] = [table.from[number]!, table.from[number + 1]!];
    const worth = weight * rarityOf(end - start, table.concerns) * (1 + SATURATED);
    for (let at = start; at < end; at += 1) {
      const [concern, count] = [table.concern[at]!, table.count[at]!];
      scores.set(concern, (scores.get(concern) ?? 0) + (worth * count) / (count + SATURATED));
    }
  }
  return scores;
}

/** Pairs of a text with how much each counts. */
function pairsOf(text: string, words: Segmenter['words']): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const part of text.split(BREAK)) {
    const ends = new Set<number>();
    let at = 0;
    for (const word of words(part)) ends.add((at += word.length));
    for (let from = 0; from + 1 < part.length; from += 1) {
      const weight = ends.has(from + 1) ? 1 : WITHIN_WORD;
      const pair = pairAt(part, from);
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
    const scores = scoresFor(pairs, table);
    const most = [...pairs.values()].reduce((sum, weight) => sum + weight, 0);
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
