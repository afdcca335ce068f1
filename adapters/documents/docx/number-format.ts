import {
  toAlphabet,
  toChinese,
  toChineseDigits,
  toCircled,
  toEarthlyBranch,
  toFormalChinese,
  toHeavenlyStem,
  toRoman,
} from '../numerals.ts';

type Format = (value: number) => string;

const inBlock =
  (firstCode: number, last: number): Format =>
  (value) =>
    value >= 1 && value <= last ? String.fromCharCode(firstCode + value - 1) : String(value);

/** ST_NumberFormat of ECMA-376 part 1, 17.18.59, as far as Chinese documents use it; others count 1, 2, 3. */
const FORMATS: Readonly<Record<string, Format>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  upperLetter: toAlphabet,
  lowerLetter: (value) => toAlphabet(value).toLowerCase(),
  chineseCounting: toChinese,
  chineseCountingThousand: toChinese,
  taiwaneseCounting: toChinese,
  taiwaneseCountingThousand: toChinese,
  japaneseCounting: (value) => toChinese(value).replaceAll('零', ''),
  koreanCounting: toChinese,
  ideographDigital: toChineseDigits,
  taiwaneseDigital: toChineseDigits,
  japaneseDigitalTenThousand: toChineseDigits,
  koreanDigital2: toChineseDigits,
  chineseLegalSimplified: toFormalChinese,
  ideographLegalTraditional: toFormalChinese,
  ideographTraditional: toHeavenlyStem,
  ideographZodiac: toEarthlyBranch,
  ideographEnclosedCircle: inBlock(0x3280, 10),
  decimalEnclosedCircle: toCircled,
  decimalEnclosedCircleChinese: toCircled,
  decimalEnclosedParen: inBlock(0x2474, 20),
  decimalEnclosedFullstop: inBlock(0x2488, 20),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalFullWidth2: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  none: () => '',
};

/** A counter as Word shows it: `formatNumber('chineseCounting', 12)` is 十二. */
export function formatNumber(format: string, value: number): string {
  return (FORMATS[format] ?? String)(value);
}
