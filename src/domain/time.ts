import type { Brand } from './brand.ts';

/** A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`; compares as text. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;

const DAY_MS = 86_400_000;
// China has kept one offset without summer time since 1992; rules about older dates are not ours.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const utcDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

/** The day with these parts (month 1–12), or null where the calendar has no such day. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return null;
  const at = new Date(utcDay(year, month, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10) as LocalDate;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parseLocalDate(text: string): LocalDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? localDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** Year, month (1–12) and day of a date. */
export function partsOf(on: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) };
}

/** The last day of a month (1–12). */
export function lastDayOf(year: number, month: number): LocalDate | null {
  return localDate(year, month, new Date(utcDay(year, month + 1, 0)).getUTCDate());
}

// Promises are counted by days, ten thousand at every start, and nearly all of the same few years: a day is written once.
const written = new Map<number, LocalDate>();
const MOST_WRITTEN = 20_000;

/** The day so many days after 1970-01-01. */
function dayAt(ordinal: number): LocalDate {
  const known = written.get(ordinal);
  if (known !== undefined) return known;
  const on = new Date(ordinal * DAY_MS).toISOString().slice(0, 10) as LocalDate;
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(ordinal, on);
  return on;
}

/** The date that is `days` days after `on` (before, where negative). */
export function addDays(on: LocalDate, days: number): LocalDate {
  return dayAt(Math.floor(Date.parse(`${on}T00:00:00Z`) / DAY_MS + days));
}

/** The same day `years` later; 29 February becomes 28 where the year has none. */
export function addYears(on: LocalDate, years: number): LocalDate {
  const { year, month, day } = partsOf(on);
  return localDate(year + years, month, day) ?? (localDate(year + years, month, day - 1) as LocalDate);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: LocalDate): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

/** The local day in Asia/Shanghai at an instant. */
export function dayOf(at: Instant): LocalDate {
  return dayAt(Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** Reads an ISO instant; without an offset it is Asia/Shanghai time. Null where it is none. */
export function parseInstant(text: string): Instant | null {
  const parts = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!parts) return null;
  const iso = text.trim().replace(' ', 'T');
  const full = iso.length === 10 ? `${iso}T00:00:00+08:00` : parts[1] ? iso : `${iso}+08:00`;
  const at = Date.parse(full);
  return Number.isNaN(at) ? null : (at as Instant);
}
