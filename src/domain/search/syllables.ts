/** The toneless syllables of characters as numbers, three of a character at most: none of the readings beyond is usual. */
import { readingsOf } from '../hanzi/pinyin.ts';
import { stripTones } from '../hanzi/syllables.ts';

/** Bits of a number; there are some 430 syllables. 0 stands for none. */
export const SYLLABLE_BITS = 9;
const MASK = (1 << SYLLABLE_BITS) - 1;
const MOST = 3;
/** Beside the numbers: this character has been looked up. */
const MET = 1 << (SYLLABLE_BITS * MOST);

const numbers = new Map<string, number>();
const packed = new Uint32Array(0x10000);
/** The first letter of each syllable, by number, as a bit (a = 1). */
const letters = new Uint32Array(MASK + 1);

/** The number of a syllable without tone, ü as v; stays the same while the program runs. */
export function syllableNumber(syllable: string): number {
  const known = numbers.get(syllable);
  if (known !== undefined) return known;
  const number = numbers.size < MASK ? numbers.size + 1 : 0;
  numbers.set(syllable, number);
  if (number > 0) letters[number] = 1 << (syllable.charCodeAt(0) - 0x61);
  return number;
}

/** The numbers of a character's syllables, the first in the lowest bits; take them with `firstOf` and `restOf`. */
export function syllablesOf(unit: number): number {
  const known = packed[unit]!;
  if (known !== 0) return known & (MET - 1);
  const syllables = new Set(readingsOf(String.fromCharCode(unit)).map(stripTones));
  const own = [...syllables]
    .filter((syllable) => /^[a-z]/.test(syllable))
    .slice(0, MOST)
    .map(syllableNumber);
  const all = own.reduce((sum, number, place) => sum | (number << (SYLLABLE_BITS * place)), 0);
  packed[unit] = all | MET;
  return all;
}

export const firstOf = (syllables: number): number => syllables & MASK;
export const restOf = (syllables: number): number => syllables >>> SYLLABLE_BITS;

/** Latin letters with which a character's readings begin, as bits (a = 1). */
export function initialsOf(unit: number): number {
  let bits = 0;
  for (let rest = syllablesOf(unit); rest !== 0; rest = restOf(rest)) bits |= letters[firstOf(rest)]!;
  return bits;
}
