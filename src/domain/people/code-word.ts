import { fold } from '../hanzi/fold.ts';

const LENGTH = 8;
/** Without 0 O, 1 I L, which look alike on a phone. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const ALPHABET = LETTERS + DIGITS;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/**
 * A new code. `below(n)` gives a whole number from 0 to n - 1 by chance that nobody can foresee. There is a letter and
 * a digit in each, so that no word, no pinyin and no number is taken for one.
 */
export function makeCode(below: (limit: number) => number): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET.charAt(below(ALPHABET.length))).join('');
    if (/\d/.test(code) && /\D/.test(code)) return code;
  }
}

/** The code that a message is, as it was issued; null where it is none. 「abcd-2345」「ＡＢＣＤ２３４５」 */
export function readCode(text: string): string | null {
  const code = fold(text.trim())
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  return CODE.test(code) && /\d/.test(code) && /\D/.test(code) ? code : null;
}
