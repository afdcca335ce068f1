import { addDays, type LocalDate, localDate } from './time.ts';

/** The day of the solar calendar on which a day of the lunar year falls; null where that is not known. */
export type LunarDay = (month: number, day: number) => LocalDate | null;

/** A festival at a fixed place of its calendar: so many days off, the first `lead` days before the day itself. */
interface Festival {
  readonly name: string;
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly lead: number;
  readonly days: number;
}

const FESTIVALS = [
  { name: '元旦', calendar: 'solar', month: 1, day: 1, lead: 0, days: 1 },
  // From 除夕, which is the 29th or the 30th of the twelfth month, to 初三.
  { name: '春节', calendar: 'lunar', month: 1, day: 1, lead: 1, days: 4 },
  { name: '劳动节', calendar: 'solar', month: 5, day: 1, lead: 0, days: 2 },
  { name: '端午', calendar: 'lunar', month: 5, day: 5, lead: 0, days: 1 },
  { name: '中秋', calendar: 'lunar', month: 8, day: 15, lead: 0, days: 1 },
  { name: '国庆节', calendar: 'solar', month: 10, day: 1, lead: 0, days: 3 },
] as const satisfies readonly Festival[];

/** 清明 is the day of a solar term; this common approximation is right for every year of the century. */
function qingming(year: number): LocalDate | null {
  const inCentury = year - 2000;
  if (inCentury < 0 || inCentury > 99) return null;
  return localDate(year, 4, Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4));
}

/**
 * Days off by the law alone, with their names: 《全国年节及纪念日放假办法》 article 2, as in force since 1 January 2025
 * (国务院令第795号). Bridging days, make-up workdays and the days in lieu of a festival that falls on a weekend are
 * fixed by the year's notice and cannot be known before it.
 */
export function statutoryDays(year: number, lunarDay: LunarDay): ReadonlyMap<LocalDate, string> {
  const days = new Map<LocalDate, string>();
  for (const { name, calendar, month, day, lead, days: length } of FESTIVALS) {
    const on = calendar === 'solar' ? localDate(year, month, day) : lunarDay(month, day);
    if (on === null) continue;
    for (let nth = 0; nth < length; nth += 1) days.set(addDays(on, nth - lead), name);
  }
  const swept = qingming(year);
  return swept === null ? days : days.set(swept, '清明');
}
