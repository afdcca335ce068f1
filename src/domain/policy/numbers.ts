/** Chinese digits as they stand in dates, rates and counts; 〇 has many look-alikes. */
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  o: 0,
  Ο: 0,
  О: 0,
  '◯': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

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
    const scale = SCALES[sign];
    const value = DIGITS[sign];
    if (scale !== undefined) {
      sum += (digit ?? 1) * scale;
      digit = null;
    } else if (value !== undefined) digit = value;
    else return null;
  }
  return sum + (digit ?? 0);
}
