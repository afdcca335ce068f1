/** Chinese numerals: 一百二十三, 二〇三一, 两, 廿, 3.6万, and numbers in one form for searching. */

/** Chinese digits by their sign; 〇 has look-alikes. */
export const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'〇一二三四五六七八九'.split('').map((digit, value) => [digit, value] as const),
  ...'零壹贰叁肆伍陆柒捌玖'.split('').map((digit, value) => [digit, value] as const),
  ['○', 0],
  ['O', 0],
  ['o', 0],
  ['◯', 0],
  ['两', 2],
]);
/** Place values below ten thousand. */
export const TENS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** 廿 and 卅 stand for whole tens. */
const CONTRACTED: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

const ARABIC = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万亿]*)$/;
const NUMERAL_CHARACTERS = '〇零○◯一二三四五六七八九两十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟';
const LONGEST = 24;

/** The number that a numeral in either script stands for (「一百二十三」「二〇三一」「3.6万」「1,000」), or null. */
export function parseNumeral(text: string): number | null {
  const raw = text.trim().normalize('NFKC');
  if (raw === '' || raw.length > LONGEST) return null;
  const arabic = ARABIC.exec(raw);
  if (arabic)
    return tidy(
      Number(`${(arabic[1] as string).replaceAll(',', '')}${arabic[2] ?? ''}`) * unitOf(arabic[3] as string),
    );
  const chinese = raw.replace(/[廿卅]/g, (short) => CONTRACTED[short] as string);
  return readDigits(chinese) ?? readPlaces(chinese);
}

const unitOf = (units: string): number =>
  Array.from(units).reduce((product, unit) => product * (TENS[unit] ?? (MYRIADS[unit] as number)), 1);

/** Takes off what binary fractions add: 3.6 × 10,000 is 36,000. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** 二〇三一 digit by digit; one digit is a number too. */
function readDigits(text: string): number | null {
  const digits = Array.from(text, (character) => DIGITS[character]);
  return digits.every((digit) => digit !== undefined) && (digits.length === 1 || digits.length <= 15)
    ? Number(digits.join(''))
    : null;
}

/** 一千零二十, 三万五 (= 35,000), 一亿二千万. */
function readPlaces(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const character of text) {
    const value = DIGITS[character];
    const ten = TENS[character];
    const myriad = MYRIADS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) lastUnit = 1;
    } else if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = null;
      lastUnit = ten;
    } else if (myriad !== undefined) {
      const below = section + (digit ?? 0);
      if (below === 0 && total === 0) section = 1;
      total =
        myriad > total && total > 0 ? (total + below) * myriad : total + (below || section || 1) * myriad;
      section = 0;
      digit = null;
      lastUnit = myriad;
    } else return null;
  }
  // 三万五 leaves out the last unit; 三万零五 does not.
  return total + section + (digit ?? 0) * (lastUnit >= 100 ? lastUnit / 10 : 1);
}

const PLACES = ['', '十', '百', '千'] as const;
const CHINESE_DIGITS = '零一二三四五六七八九';

/** 123 → 一百二十三, 10 → 十; whole numbers from 0 to 99,999,999, null outside of them. */
export function toChineseNumeral(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) return null;
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const text = high > 0 ? `${section(high)}万${gap}${low > 0 ? section(low) : ''}` : section(low);
  return text.replace(/^一十/, '十');
}

function section(value: number): string {
  const digits = String(value).split('').map(Number);
  return digits
    .map((digit, at) =>
      digit === 0 ? '零' : `${CHINESE_DIGITS.charAt(digit)}${PLACES[digits.length - 1 - at]}`,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}

const COUNTED = '年|月|日|号|元|家|户|人|名|个|项|条|章|节|期|场|件|次|倍|天|小时|%|平米|亩|台|套|所|座|批次';
const MIXED = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*([百千]?[万亿]+|[百千](?=万|亿|元|家|户))`, 'g');
/** 万户 and 千家 are manners of speaking, 十家 is a number. */
const CHINESE_COUNTED = new RegExp(
  `(?<![\\d.${NUMERAL_CHARACTERS}])(?![百千万亿](?![${NUMERAL_CHARACTERS}]))[${NUMERAL_CHARACTERS}]{1,12}(?=\\s*(?:${COUNTED}))`,
  'g',
);

/**
 * Numbers in one form, for searching: 二十万元 = 20万元 = 200000元, 二〇三一年五月 = 2031年5月, 百分之五 = 5%,
 * 1∶1 = 1:1. Chinese numerals are touched only before something counted: 十四五, 一批 and 万企 stay.
 * Length is not kept.
 */
export function normaliseNumerals(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('∶', ':')
    .replace(/百分之([〇零一二三四五六七八九十百点\d.]{1,8})/g, (all, part: string) => withPercent(all, part))
    .replace(/(\d)\s+(?=[万亿元家户人个项%年月日])/g, '$1')
    .replace(MIXED, (all, number: string, unit: string) => asArabic(`${number}${unit}`, all))
    .replace(CHINESE_COUNTED, (numeral) => asArabic(numeral))
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*:\s*(?=\d)/g, '$1:');
}

function withPercent(all: string, part: string): string {
  const [whole = '', fraction] = part.split('点');
  const value = parseNumeral(whole);
  if (value === null) return all;
  const digits =
    fraction === undefined ? '' : `.${Array.from(fraction, (digit) => DIGITS[digit] ?? digit).join('')}`;
  return `${value}${digits}%`;
}

function asArabic(numeral: string, otherwise: string = numeral): string {
  const value = parseNumeral(numeral);
  return value === null ? otherwise : String(value);
}
