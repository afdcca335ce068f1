import { type ClockTime, instantAt, parseClockTime } from '../clock-time.ts';
import { addDays, type Instant, lastDayOf, type LocalDate, localDate, partsOf } from '../time.ts';
import type { ApplicationDeadline, Term, Told, Yearly } from './types.ts';

/** The number that is printed and typed: 「D12」. */
export const deadlineName = (number: number): string => `D${number}`;

const MIDNIGHT = 0 as ClockTime;
const DAY_MS = 86_400_000;

/** The moment at which a day's term is over: its hour, or the end of the day. */
export function endOf(on: LocalDate, at: string | null): Instant {
  const clock = at === null ? null : parseClockTime(at);
  // 24:00 is no time of the day.
  return clock === null ? ((instantAt(on, MIDNIGHT) + DAY_MS) as Instant) : instantAt(on, clock);
}

function dayInMonth(year: number, month: number, day: number): LocalDate {
  return localDate(year, month, day) ?? (lastDayOf(year, month) as LocalDate);
}

/** The first day of a rule that is not before `today`. */
export function nextOf({ months, day }: Yearly, today: LocalDate): LocalDate {
  const { year, month } = partsOf(today);
  const found = Array.from({ length: 13 }, (_, ahead) => month - 1 + ahead)
    .map((index) => ({ year: year + Math.floor(index / 12), month: (index % 12) + 1 }))
    .filter((one) => months.length === 0 || months.includes(one.month))
    .map((one) => dayInMonth(one.year, one.month, day))
    .find((on) => on >= today);
  return found as LocalDate;
}

/** The day that counts at the moment: of a rule its next; null where there is none. */
export const dayAt = ({ on, yearly }: Term, today: LocalDate): LocalDate | null =>
  yearly === null ? on : nextOf(yearly, today);

/** The days to be reminded of, the nearest first: of a rule also the one after it; none where no day stands. */
export function occurrencesOf({ on, yearly }: Term, today: LocalDate): readonly LocalDate[] {
  if (yearly === null) return on === null ? [] : [on];
  const next = nextOf(yearly, today);
  return [next, nextOf(yearly, addDays(next, 1))];
}

const OFTEN = 2;

/** What comes again within a quarter needs no reminder a month before. */
export const isFrequent = ({ yearly }: Term): boolean =>
  yearly !== null && (yearly.months.length === 0 || yearly.months.length > OFTEN);

/** Where an applicant's outcome is kept: of what comes again each time is one of its own. */
export const occurrenceKey = (
  { number, yearly }: Pick<ApplicationDeadline, 'number' | 'yearly'>,
  on: LocalDate | null,
): string => (yearly === null ? `${number}` : `${number}@${on}`);

/** Whether people may be reminded of it. */
export const isOpen = ({ closed, since }: ApplicationDeadline): boolean => closed === null && since !== null;

/** What is told of a deadline, for later comparison. */
export const toldOf = (deadline: ApplicationDeadline): Told => ({
  on: deadline.yearly === null ? deadline.on : null,
  at: deadline.at,
  isOpen: isOpen(deadline),
});

export const sameTold = (one: Told, other: Told): boolean =>
  one.on === other.on && one.at === other.at && one.isOpen === other.isOpen;

/** Days from `today` to `on`; negative where it is over. */
export const daysTo = (on: LocalDate, today: LocalDate): number =>
  Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS);

/** Nothing is to be done any more: the day is over, or it was closed. */
export function isOver(
  deadline: Term & Pick<ApplicationDeadline, 'closed'>,
  now: Instant,
  today: LocalDate,
): boolean {
  if (deadline.closed !== null) return true;
  const on = dayAt(deadline, today);
  return on !== null && endOf(on, deadline.at) <= now;
}
