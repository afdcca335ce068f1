/** The state's plans are for five years each: 「“十一五”」 from 2006, 「“十四五”」 from 2021. */
const FIRST_YEAR = 2006;
const YEARS = 5;
const NUMERALS = '一二三四五六七';

/** 2020 → 「十三五」; null before and after those that have a name. */
export function planOf(year: number): string | null {
  const numeral = NUMERALS[Math.floor((year - FIRST_YEAR) / YEARS)];
  return numeral === undefined ? null : `十${numeral}五`;
}

/** 2020: 「“十三五”末」 is that year. */
export const endsPlan = (year: number): boolean => (year - FIRST_YEAR) % YEARS === YEARS - 1;
