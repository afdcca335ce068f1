/**
 * What is indexed, as 32-bit keys. A pair of neighbouring ideographs is its own key (two UTF-16 units), so
 * that pairs can be read back and stand in the order of their characters; the rest lives in the private-use
 * range of the upper unit: words of letters as 28-bit fingerprints (of 100,000 words some twenty pairs share
 * one), numbers by value, an ideograph that stands alone by itself. There is no word list: which characters
 * form words is asked of the question only, which spares the index the segmenter (measured on both
 * development sets: postings of words add nothing to pairs plus the question's one-character words).
 */
import { DIGIT, IDEOGRAPH, KINDS, LETTER, OTHER } from './characters.ts';
import { numberKeys } from './numbers.ts';

const WORD_REGION = 0xe0000000;
const LONE_REGION = 0xf0000000;
/** Keys below are pairs of ideographs. */
export const PAIRS_END: number = WORD_REGION;

export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;
export const loneKey = (unit: number): number => (LONE_REGION | unit) >>> 0;

export const isLone = (key: number): boolean => key >= LONE_REGION && key < LONE_REGION + 0x10000;

/** Letters and digits of `units[from..to)` as one key (FNV-1a). */
export function wordKey(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return (WORD_REGION | ((hash ^ (hash >>> 17)) & 0x0fffffff)) >>> 0;
}

/** No text yields more keys than this: each unit begins at most one pair or word and one number (two with a factor). */
export const mostKeys = (length: number): number => length * 2 + 2;

/**
 * Writes the keys of folded `units[from..to)` into `keys`, in the text's order and repeated as often as they
 * occur, numbers last, and returns how many they are. `keys` must have room for `mostKeys(to - from)`.
 */
export function keysOf(
  text: { readonly units: Uint16Array; readonly from: number; readonly to: number },
  keys: Uint32Array,
): number {
  const { units, from, to } = text;
  let count = 0;
  let numbers = false;
  let at = from;
  while (at < to) {
    const kind = KINDS[units[at]!];
    if (kind === OTHER) {
      at += 1;
      continue;
    }
    const start = at;
    if (kind === IDEOGRAPH) {
      let before = units[at]!;
      for (at += 1; at < to && KINDS[units[at]!] === IDEOGRAPH; at += 1) {
        const unit = units[at]!;
        keys[count++] = ((before << 16) | unit) >>> 0;
        before = unit;
      }
      if (at === start + 1) keys[count++] = loneKey(before);
      numbers = true;
      continue;
    }
    let letters = false;
    for (; at < to; at += 1) {
      const here = KINDS[units[at]!];
      if (here === LETTER) letters = true;
      else if (here !== DIGIT) break;
    }
    if (letters) keys[count++] = wordKey(units, start, at);
    else numbers = true;
  }
  return numbers ? numberKeys(text, keys, count) : count;
}
