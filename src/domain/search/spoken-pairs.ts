import { orderOfKeys } from './key-table.ts';
import { livingWith, lowerTerm, type Shard } from './shard.ts';
import { firstOf, restOf, SYLLABLE_BITS, syllablesOf } from './syllables.ts';
import { PAIRS_END } from './terms.ts';

/** The pairs of a shard by the syllables that they can be read as; a pair stands under each of its readings. */
interface SpokenPairs {
  /** Two syllables each, ascending. */
  readonly codes: Uint32Array;
  /** The pair's number among the terms. */
  readonly terms: Uint32Array;
  /** Where the codes with each first syllable begin. */
  readonly begins: Uint32Array;
}

/** Made when first asked for and dropped with the shard: few questions are misspelt. */
const tables = new WeakMap<Shard, SpokenPairs>();

const codeOf = (first: number, second: number): number => (first << SYLLABLE_BITS) | second;

/** Visits the living pairs of a shard that can be read as two syllables. */
export function eachSpoken(
  shard: Shard,
  [first, second]: readonly [first: number, second: number],
  visit: (key: number, passages: number) => void,
): void {
  const { codes, terms, begins } = tables.get(shard) ?? tableOf(shard);
  const code = codeOf(first, second);
  const end = begins[first + 1]!;
  let low = begins[first]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle;
  }
  for (; low < end && codes[low] === code; low += 1) {
    const passages = livingWith(shard, terms[low]!);
    if (passages > 0) visit(shard.keys[terms[low]!]!, passages);
  }
}

/** Bytes held for a shard. */
export function spokenBytes(shard: Shard): number {
  const table = tables.get(shard);
  return table ? table.codes.byteLength + table.terms.byteLength + table.begins.byteLength : 0;
}

function tableOf(shard: Shard): SpokenPairs {
  const end = lowerTerm(shard, PAIRS_END);
  let count = 0;
  for (let term = 0; term < end; term += 1) count += eachCode(shard.keys[term]!, () => undefined);
  const codes = new Uint32Array(count);
  const terms = new Uint32Array(count);
  let written = 0;
  for (let term = 0; term < end; term += 1) {
    eachCode(shard.keys[term]!, (code) => {
      codes[written] = code;
      terms[written++] = term;
    });
  }
  const order = orderOfKeys(codes);
  const sorted = Uint32Array.from(order, (place) => codes[place]!);
  const table = {
    codes: sorted,
    terms: Uint32Array.from(order, (place) => terms[place]!),
    begins: beginsOf(sorted),
  };
  tables.set(shard, table);
  return table;
}

/** Visits the codes of a pair and returns how many they are. */
function eachCode(key: number, visit: (code: number) => void): number {
  let count = 0;
  for (let firsts = syllablesOf(key >>> 16); firsts !== 0; firsts = restOf(firsts)) {
    for (let seconds = syllablesOf(key & 0xffff); seconds !== 0; seconds = restOf(seconds)) {
      visit(codeOf(firstOf(firsts), firstOf(seconds)));
      count += 1;
    }
  }
  return count;
}

function beginsOf(codes: Uint32Array): Uint32Array {
  const begins = new Uint32Array((1 << SYLLABLE_BITS) + 1);
  let first = 0;
  for (let at = 0; at < codes.length; at += 1) {
    for (const own = codes[at]! >>> SYLLABLE_BITS; first < own; ) begins[++first] = at;
  }
  while (first < 1 << SYLLABLE_BITS) begins[++first] = codes.length;
  return begins;
}
