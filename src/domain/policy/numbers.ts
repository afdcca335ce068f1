import { DIGITS as CHINESE_DIGITS, TENS } from '../hanzi/numerals.ts';

/** 〇 in dates is also written as the Greek or Cyrillic letter. */
const DIGITS: Readonly<Record<string, number>> = { ...CHINESE_DIGITS, Ο: 0, О: 0 };

/** Pattern source of one digit of a year written out, 「二〇三一」. */
export const YEAR_DIGIT = '[\\d〇○零OoΟО◯一二三四五六七八九]';

/** Reads 「12」「十二」「二十」「一百五十」「二〇三一」; null where a sign is no number. Below ten thousand. */
export function readNumber(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === '元' || text === '正') return 1;
  if (text === '半') return 0.5;
  const signs = Array.from(text);
  if (signs.every((sign) => sign in DIGITS || /\d/.test(sign))) {
    return signs.length === 0 ? null : Number(signs.map((sign) => DIGITS[sign] ?? sign).join(''));
  }
  let sum = 0;
  let digit: number | null = null;
  for (const sign of signs) {
    const scale = TENS[sign];
    const value = DIGITS[sign];
    if (scale !== undefined) {
      sum += (digit ?? 1) * scale;
      digit = null;
    } else if (value !== undefined) digit = value;
    else return null;
  }
  return sum + (digit ?? 0);
}
