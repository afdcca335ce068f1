const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** XIV; beyond 3,999 and below 1 the plain number. */
export function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [letters, worth] of ROMAN) {
    text += letters.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** A … Z, then AA, BB as Word counts. */
export function toAlphabet(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const DIGITS = '〇一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

/** 二十一, 一百零五; beyond 9,999 the plain number. */
export function toChinese(value: number): string {
  if (value < 1 || value > 9999) return value === 0 ? '〇' : String(value);
  const digits = String(value).split('').map(Number);
  let text = '';
  digits.forEach((digit, index) => {
    const place = PLACES[digits.length - 1 - index] ?? '';
    if (digit !== 0) text += (DIGITS[digit] ?? '') + place;
    else if (digits.slice(index + 1).some((later) => later !== 0) && !text.endsWith('零')) text += '零';
  });
  return text.replace(/^一十/, '十');
}

/** 二〇二三: digit by digit. */
export function toChineseDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** ① … ⑳, ㉑ … ㊿; beyond 50 the plain number, as Word does. */
export function toCircled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x323c + value);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x328d + value);
  return String(value);
}

/** 甲乙丙… and 子丑寅…, counted round. */
export const toHeavenlyStem = (value: number): string => inTurn('甲乙丙丁戊己庚辛壬癸', value);
export const toEarthlyBranch = (value: number): string => inTurn('子丑寅卯辰巳午未申酉戌亥', value);

/** 壹贰叁…: the forms used on cheques. */
export function toFormalChinese(value: number): string {
  const formal: Readonly<Record<string, string>> = {
    一: '壹',
    二: '贰',
    三: '叁',
    四: '肆',
    五: '伍',
    六: '陆',
    七: '柒',
    八: '捌',
    九: '玖',
    十: '拾',
    百: '佰',
    千: '仟',
  };
  const text = toChinese(value).replace(/^十/, '一十');
  return text.replace(/./gu, (character) => formal[character] ?? character);
}

function inTurn(characters: string, value: number): string {
  return value < 1 ? String(value) : (characters[(value - 1) % characters.length] ?? String(value));
}
