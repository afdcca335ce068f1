/**
 * Which day is a working day. A table of the year, made from the State Council's notice, decides: first what the seeds
 * hold (`holidays.json`), then chinese-days. Where there is none, weekdays and the law do, and the day is an estimate.
 */
import chineseDays from 'chinese-days';
import type { ClockSpan } from './clock-time.ts';
import { remembered } from './remembered.ts';
import { statutoryDays } from './statutory.ts';
import { type LocalDate, parseLocalDate, partsOf, weekdayOf } from './time.ts';
import { createWorkingTime, type DayKind, type WorkingTime } from './working-time.ts';

/** A year's notice as it is entered: days off and make-up workdays (`YYYY-MM-DD`), each with its festival. */
export interface HolidayNotice {
  readonly notice: string;
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** `holidays.json` of the seeds, by year: what chinese-days does not know yet, or has wrong. */
export interface HolidayData {
  readonly years: Readonly<Record<string, HolidayNotice>>;
}

/** Hours of a working day, and the weekdays (1 = Monday … 7 = Sunday) that are working days unless a table says otherwise. */
export interface WorkingHours {
  readonly weekdays: readonly number[];
  readonly spans: readonly ClockSpan[];
}

/** Working days and working time in Asia/Shanghai; made anew when one of its tables changes. */
export interface Calendar extends WorkingTime {
  readonly dayKind: (on: LocalDate) => DayKind;
}

/** What a table says of a day that it names. */
type NamedDay = Pick<DayKind, 'working'> & { readonly name: string };

// The library's table of the moon ends there.
const LAST_LUNAR_YEAR = 2100;

/**
 * What chinese-days says of a day; null where its name is but the weekday's. The day is handed over as a text: the library
 * makes its table from texts, and west of Greenwich moves those of the table and of the question by the same day. For
 * that reason its weekday is not looked at.
 */
function publishedDay(on: string): NamedDay | null {
  // "Spring Festival,春节,4"
  const { work, name } = chineseDays.getDayDetail(on);
  const festival = name.split(',')[1];
  return festival === undefined ? null : { working: work, name: festival };
}

function lunarDay(year: number, month: number, day: number): LocalDate | null {
  if (year > LAST_LUNAR_YEAR) return null;
  // Here a text would be moved on one side only: noon of the machine's zone is the same day everywhere.
  const noon = new Date(year, month - 1, day, 12);
  return parseLocalDate(chineseDays.getSolarDateFromLunar(noon).date);
}

const namedDays = (days: Readonly<Record<string, string>>, working: boolean): readonly [string, NamedDay][] =>
  Object.entries(days).map(([on, name]) => [on, { working, name }]);

/** Days named by the notices of the seeds; of two notices that name a day the later year's holds. */
function enteredDays({ years }: HolidayData): ReadonlyMap<string, NamedDay> {
  const notices = Object.entries(years).toSorted(([a], [b]) => Number(a) - Number(b));
  return new Map(
    notices.flatMap(([, { holidays, workdays }]) => [
      ...namedDays(holidays, false),
      ...namedDays(workdays, true),
    ]),
  );
}

/** What is known of a year: whether its notice is, and the festivals of the law where chinese-days has no table. */
interface Year {
  readonly isPublished: boolean;
  readonly byLaw: ReadonlyMap<LocalDate, string>;
}

/** Every notice names the first of January: a table that does is whole, one that does not corrects single days. */
function openYear(year: number, entered: ReadonlyMap<string, NamedDay>): Year {
  const hasTable = publishedDay(`${year}-01-01`) !== null;
  return {
    isPublished: hasTable || entered.has(`${year}-01-01`),
    byLaw: hasTable ? new Map() : statutoryDays(year, (month, day) => lunarDay(year, month, day)),
  };
}

/** The calendar of these tables and hours. Throws `RangeError` where no weekday has working hours. */
export function createCalendar({
  holidays,
  workingHours: { weekdays, spans },
}: {
  readonly holidays: HolidayData;
  readonly workingHours: WorkingHours;
}): Calendar {
  // Whoever looked for the next working day would look for ever.
  if (weekdays.length === 0) throw new RangeError('no working weekday');
  const entered = enteredDays(holidays);
  const yearOf = remembered((year: number) => openYear(year, entered));
  const dayKind = remembered((on: LocalDate): DayKind => {
    const { isPublished, byLaw } = yearOf(partsOf(on).year);
    const inLaw = byLaw.get(on);
    const named =
      entered.get(on) ?? publishedDay(on) ?? (inLaw === undefined ? null : { working: false, name: inLaw });
    return Object.freeze({
      working: named?.working ?? weekdays.includes(weekdayOf(on)),
      estimated: !isPublished,
      name: named?.name ?? null,
    });
  });
  return Object.freeze({ dayKind, ...createWorkingTime({ dayKind, spans }) });
}
