import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { CalendarEntry, WriteCalendar } from '../../src/ports/calendar-file.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';

/** How often a calendar program may read it again. */
const REFRESH_SECONDS = 6 * 3600;
const DAY_SECONDS = 86_400;
/** A deadline with an hour is shown as the half hour before it. */
const SHOWN_MS = 1_800_000;

/** A day as the calendar writes it: `VALUE=DATE`, which no zone moves. */
const dayAsDate = (on: LocalDate, days = 0): Date =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000);

/** The hour as an instant; 24:00 is the next midnight. */
function hourAsDate({ on }: CalendarEntry, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return new Date(Date.parse(`${on}T00:00:00+08:00`) + (hours * 60 + minutes) * 60_000);
}

function timesOf(entry: CalendarEntry) {
  const { on, at } = entry;
  if (at === null) return { start: dayAsDate(on), end: dayAsDate(on, 1), allDay: true, timezone: 'UTC' };
  const end = hourAsDate(entry, at);
  return { start: new Date(end.getTime() - SHOWN_MS), end };
}

/** Writes calendar files; `now` is what they are stamped with. */
export function createCalendarWriter({ now }: { readonly now: () => Instant }): WriteCalendar {
  return ({ name, entries }) => {
    const calendar = ical({
      name,
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: 'qifu', product: 'deadlines', language: 'ZH' },
      ttl: REFRESH_SECONDS,
    });
    for (const entry of entries) {
      const { id, summary, description, alarmDaysBefore } = entry;
      const event = calendar.createEvent({
        id: `${id}@qifu`,
        stamp: new Date(now()),
        summary,
        description,
        ...timesOf(entry),
      });
      for (const days of alarmDaysBefore)
        event.createAlarm({ type: ICalAlarmType.display, trigger: days * DAY_SECONDS });
    }
    return `${calendar.toString()}\r\n`;
  };
}
