import type { LocalDate } from '../domain/time.ts';

/** One deadline in a calendar. */
export interface CalendarEntry {
  /** The same for ever: a program that reads the calendar again moves what it has. */
  readonly id: string;
  readonly on: LocalDate;
  /** `HH:MM`, up to `24:00`; null for the whole day. */
  readonly at: string | null;
  readonly summary: string;
  readonly description: string;
  /** Days before at which the calendar program may ring. */
  readonly alarmDaysBefore: readonly number[];
}

/** Writes a calendar file (RFC 5545) in the zone of Asia/Shanghai. */
export type WriteCalendar = (calendar: {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}) => string;
