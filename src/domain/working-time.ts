/**
 * Working-time arithmetic. An instant outside working time counts as the next opening; closing time itself is outside.
 * Hours and minutes are those of working time: two hours from 17:00 end at 10:30 on the next working day. Of days the
 * day of the start does not count: n days are over at closing time of the n-th working day after it, and a start outside
 * working time has the day of the next opening for its own (Saturday, or Friday after closing, is Monday).
 */
import { type ClockSpan, followOneAnother, instantAt } from './clock-time.ts';
import { addDays, dayOf, type Instant, type LocalDate } from './time.ts';

/** What kind of day it is; make-up workdays (调休) are working days. */
export interface DayKind {
  readonly working: boolean;
  /** True where the year's notice of holidays is not out: by weekday and by law (按预估). */
  readonly estimated: boolean;
  /** The festival because of which it is a day off or a make-up workday; null on any other day. */
  readonly name: string | null;
}

/** The moment at which a limit is over; `estimated` where any day on the way is (按预估). */
export interface Due {
  readonly at: Instant;
  readonly estimated: boolean;
}

/** Arithmetic on one calendar. Amounts that are negative or not finite throw `RangeError`. */
export interface WorkingTime {
  readonly isWorkingTime: (at: Instant) => boolean;
  /** The instant itself in working time, otherwise the next opening. */
  readonly nextOpening: (at: Instant) => Instant;
  /** Parts of a minute count, to the millisecond. None from a closing time on is the next opening. */
  readonly addWorkingMinutes: (at: Instant, minutes: number) => Due;
  readonly addWorkingHours: (at: Instant, hours: number) => Due;
  /** Closing time of the `days`-th working day after the day of the start; 0 is that day's own. Whole days only. */
  readonly addWorkingDays: (at: Instant, days: number) => Due;
  /** Minutes of working time from `from` to `to`, with their fraction; 0 where `to` is not later. */
  readonly workingMinutesBetween: (from: Instant, to: Instant) => number;
  /** Working days after the day of the start, up to and with the day of `to`; 0 where `to` is not later. */
  readonly workingDaysBetween: (from: Instant, to: Instant) => number;
  /** A limit that stood still for so many minutes of working time. */
  readonly shift: (due: Due, pausedMinutes: number) => Due;
}

/** What the arithmetic rests on; `spans`, the working hours of a day, follow one another. */
interface Hours {
  readonly dayKind: (on: LocalDate) => DayKind;
  readonly spans: readonly ClockSpan[];
}

/** Working time without a break; `estimated` where any day up to it is. */
interface Stretch extends Due {
  readonly until: Instant;
}

const MINUTE_MS = 60_000;

function requireAmount(amount: number, isOne = Number.isFinite): void {
  if (!isOne(amount) || amount < 0) throw new RangeError(`not an amount of working time: ${amount}`);
}

/** The first working time that lies after an instant, cut off in front by it. */
function stretchFrom({ dayKind, spans }: Hours, start: Instant): Stretch {
  let estimated = false;
  for (let on = dayOf(start); ; on = addDays(on, 1)) {
    const kind = dayKind(on);
    estimated ||= kind.estimated;
    const span = kind.working ? spans.find(({ to }) => instantAt(on, to) > start) : undefined;
    if (span === undefined) continue;
    const opens = instantAt(on, span.from);
    return { at: opens > start ? opens : start, until: instantAt(on, span.to), estimated };
  }
}

function addMinutes(hours: Hours, start: Instant, minutes: number): Due {
  requireAmount(minutes);
  let left = Math.round(minutes * MINUTE_MS);
  let { at, until, estimated } = stretchFrom(hours, start);
  while (left > until - at) {
    left -= until - at;
    const next = stretchFrom(hours, until);
    ({ at, until } = next);
    estimated ||= next.estimated;
  }
  return { at: (at + left) as Instant, estimated };
}

function minutesBetween(hours: Hours, from: Instant, to: Instant): number {
  let total = 0;
  for (let { at, until } = stretchFrom(hours, from); at < to; { at, until } = stretchFrom(hours, until)) {
    total += Math.min(until, to) - at;
  }
  return total / MINUTE_MS;
}

function addDaysOfWork(hours: Hours, start: Instant, days: number): Due {
  requireAmount(days, Number.isInteger);
  const opening = stretchFrom(hours, start);
  let { estimated } = opening;
  let on = dayOf(opening.at);
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    const kind = hours.dayKind(on);
    estimated ||= kind.estimated;
    if (kind.working) left -= 1;
  }
  const closings = hours.spans.map(({ to }) => instantAt(on, to));
  return { at: Math.max(...closings) as Instant, estimated };
}

function daysBetween(hours: Hours, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const last = dayOf(to);
  let count = 0;
  for (let on = addDays(dayOf(stretchFrom(hours, from).at), 1); on <= last; on = addDays(on, 1)) {
    if (hours.dayKind(on).working) count += 1;
  }
  return count;
}

/** Throws `RangeError` where a day has no hours or they do not follow one another. */
export function createWorkingTime(hours: Hours): WorkingTime {
  if (hours.spans.length === 0 || !followOneAnother(hours.spans)) throw new RangeError('no working hours');
  return Object.freeze({
    isWorkingTime: (at) => stretchFrom(hours, at).at === at,
    nextOpening: (at) => stretchFrom(hours, at).at,
    addWorkingMinutes: (at, minutes) => addMinutes(hours, at, minutes),
    addWorkingHours: (at, amount) => addMinutes(hours, at, amount * 60),
    addWorkingDays: (at, days) => addDaysOfWork(hours, at, days),
    workingMinutesBetween: (from, to) => minutesBetween(hours, from, to),
    workingDaysBetween: (from, to) => daysBetween(hours, from, to),
    // Adding nothing would move a limit from closing time to the next opening.
    shift: (due, pausedMinutes) => {
      if (pausedMinutes === 0) return due;
      const { at, estimated } = addMinutes(hours, due.at, pausedMinutes);
      return { at, estimated: estimated || due.estimated };
    },
  } satisfies WorkingTime);
}
