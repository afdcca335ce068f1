import {
  type Calendar,
  createCalendar,
  type HolidayData,
  type WorkingHours,
} from '../../src/domain/calendar.ts';
import { type ClockSpan, type ClockTime, parseClockTime } from '../../src/domain/clock-time.ts';
import { type Instant, parseInstant } from '../../src/domain/time.ts';

/** A time of day written `HH:MM`. */
export const clock = (text: string): ClockTime => parseClockTime(text) as ClockTime;

/** A span written `HH:MM-HH:MM`. */
export const span = (text: string): ClockSpan => {
  const [from = '', to = ''] = text.split('-');
  return { from: clock(from), to: clock(to) };
};

/** An instant written in Asia/Shanghai. */
export const moment = (text: string): Instant => parseInstant(text) as Instant;

const NO_NOTICES: HolidayData = { years: {} };
const USUAL_HOURS: WorkingHours = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [span('09:00-12:00'), span('14:00-17:30')],
};

/** The calendar of the seeds' hours, without entered notices unless told. */
export const aCalendar = (
  known: { readonly years?: HolidayData['years']; readonly hours?: Partial<WorkingHours> } = {},
): Calendar =>
  createCalendar({
    holidays: known.years === undefined ? NO_NOTICES : { years: known.years },
    workingHours: { ...USUAL_HOURS, ...known.hours },
  });
