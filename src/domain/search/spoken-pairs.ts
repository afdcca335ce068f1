import { livingWith, lowerTerm, type Shard } from './shard.ts';
import { firstOf, restOf, SYLLABLE_BITS, syllablesOf } from './syllables.ts';
import { PAIRS_END } from './terms.ts';

/** The pairs of a shard by the syllables that they can be read as; a pair stands under each of its readings. */
interface SpokenPairs {
  /** Where the pairs with two syllables begin among the terms: `terms[starts[code]..starts[code + 1])`. */
  readonly starts: Uint32Array;
  /** The pairs' numbers among the shard's terms. */
  readonly terms: Uint32Array;
}

const CODES = 1 << (SYLLABLE_BITS * 2);
const codeOf = (first: number, second: number): number => (first << SYLLABLE_BITS) | second;

/** Made when first asked for and dropped with the shard: few questions are misspelt. */
const tables = new WeakMap<Shard, SpokenPairs>();

/** Visits the living pairs of a shard that can be read as two syllables. */
export function eachSpoken(
  shard: Shard,
  [first, second]: readonly [first: number, second: number],
  visit: (key: number, passages: number) => void,
): void {
  const { starts, terms } = tables.get(shard) ?? tableOf(shard);
  const code = codeOf(first, second);
  const end = starts[code + 1]!;
  for (let at = starts[code]!; at < end; at += 1) {
    const passages = livingWith(shard, terms[at]!);
    if (passages > 0) visit(shard.keys[terms[at]!]!, passages);
  }
}

/** Bytes held for a shard. */
export function spokenBytes(shard: Shard): number {
  const table = tables.get(shard);
  return table ? table.starts.byteLength + table.terms.byteLength : 0;
}

/** By counting: how many pairs each code has, where they begin, and then the pairs themselves. */
function tableOf(shard: Shard): SpokenPairs {
  const pairs = shard.keys.subarray(0, lowerTerm(shard, PAIRS_END));
  const starts = new Uint32Array(CODES + 2);
  for (let term = 0; term < pairs.length; term += 1) {
    const seconds = syllablesOf(pairs[term]! & 0xffff);
    for (let firsts = syllablesOf(pairs[term]! >>> 16); firsts !== 0; firsts = restOf(firsts)) {
      for (let rest = seconds; rest !== 0; rest = restOf(rest)) {
        const place = codeOf(firstOf(firsts), firstOf(rest)) + 2;
        starts[place] = starts[place]! + 1;
      }
    }
  }
  for (let at = 2; at < starts.length; at += 1) starts[at] = starts[at]! + starts[at - 1]!;
  const terms = new Uint32Array(starts.at(-1)!);
  for (let term = 0; term < pairs.length; term += 1) {
    const seconds = syllablesOf(pairs[term]! & 0xffff);
    for (let firsts = syllablesOf(pairs[term]! >>> 16); firsts !== 0; firsts = restOf(firsts)) {
      for (let rest = seconds; rest !== 0; rest = restOf(rest)) {
        const place = codeOf(firstOf(firsts), firstOf(rest)) + 1;
        terms[starts[place]!] = term;
        starts[place] = starts[place]! + 1;
      }
    }
  }
  const table = { starts, terms };
  tables.set(shard, table);
  return table;
}
