/** Check digits and the shapes of official numbers. All functions take plain digits and capital or small letters. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10x98765432';

/** GB 11643: the 18th character is that of the weighted sum modulo 11. */
export function hasIdCheck(number: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return number.length === 18 && ID_CHECKS.charAt(sum % 11) === number.charAt(17).toLowerCase();
}

/** The check of bank cards (ISO/IEC 7812). */
export function hasLuhnCheck(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < number.length; at += 1) {
    const digit = Number(number.charAt(number.length - 1 - at));
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** GB/T 2260: the first two digits name a province. */
export const isProvinceCode = (number: string): boolean => PROVINCES.has(number.slice(0, 2));

/** 「19900101」, a day of 1800–2099. */
export function isCalendarDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  return year >= 1800 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const FOUR_DIGIT_AREA = /^0[3-9]\d[1-9]|^0[3-9][1-9]\d/;

/** How long the area code is with which a number begins: 3 (010, 02x), 4, or 0 where there is none. */
export function areaCodeLength(number: string): 0 | 3 | 4 {
  if (/^0(?:10|2[0-57-9])/.test(number)) return 3;
  return FOUR_DIGIT_AREA.test(number) ? 4 : 0;
}
