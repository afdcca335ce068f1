/**
 * When a chat may be told something unasked: on working days, outside the quiet hours, never on the full or half hour
 * (when everybody's reminders ring), each chat at a minute of its own.
 */
import { type ClockSpan, type ClockTime, instantAt } from '../clock-time.ts';
import { quietUntil } from '../quiet-hours.ts';
import { remembered } from '../remembered.ts';
import { addDays, dayOf, type Instant, type LocalDate } from '../time.ts';
import { endOf } from './term.ts';
import type { ReminderRules } from './types.ts';

/** A stage of one deadline: so many days before, said on that day. */
export interface Stage {
  readonly days: number;
  readonly on: LocalDate;
}

export interface Slots {
  /** The local day, remembered: it is asked for often. */
  readonly dayOf: (at: Instant) => LocalDate;
  /** `endOf` of a term, remembered. */
  readonly endOf: (on: LocalDate, at: string | null) => Instant;
  /** The instant itself where something may be said, otherwise the next at which it may. */
  readonly permittedFrom: (at: Instant) => Instant;
  /** The minute of this chat on the first working day whose minute is not before the instant. */
  readonly firstSlotFrom: (at: Instant, chat: string) => Instant;
  /** When this chat hears of a stage. */
  readonly slotOn: (day: LocalDate, chat: string) => Instant;
  /**
   * Stages of a deadline, the earliest first; a day off is replaced by the working day before it, and the last day by
   * the one before where the hour would come too early.
   */
  readonly stagesOf: (on: LocalDate, at: string | null) => readonly Stage[];
}

export interface SlotRules {
  readonly rules: ReminderRules;
  readonly quietHours: ClockSpan;
  readonly isWorkingDay: (on: LocalDate) => boolean;
}

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const MINUTES_A_DAY = 1440;

// Shanghai's offset is a whole number of hours: half hours there are half hours everywhere.
const isRound = (at: Instant): boolean => at % HALF_HOUR_MS < MINUTE_MS;

/** FNV-1a: spreads chats evenly, the same at every start. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

function minuteOf(chat: string, { sendAt, spreadMinutes }: ReminderRules): ClockTime {
  const minute = sendAt + (spreadMinutes === 0 ? 0 : hashOf(chat) % spreadMinutes);
  return Math.min(minute, MINUTES_A_DAY - 1) as ClockTime;
}

/** Makes the slots of these rules and this calendar. */
export function createSlots({ rules, quietHours, isWorkingDay }: SlotRules): Slots {
  const midnight = remembered((day: LocalDate) => instantAt(day, 0 as ClockTime));
  const minute = remembered((chat: string) => minuteOf(chat, rules));
  // Half hours of the zone are half hours of the instants, so that all of one have the same day.
  const dayOfHalfHour = remembered((index: number) => dayOf((index * HALF_HOUR_MS) as Instant));
  const dayAt = (at: Instant): LocalDate => dayOfHalfHour(Math.floor(at / HALF_HOUR_MS));
  const isQuiet = (at: Instant): boolean => {
    const { from, to } = quietHours;
    const now = (at - midnight(dayAt(at))) / MINUTE_MS;
    return from > to ? now >= from || now < to : now >= from && now < to;
  };
  const permittedFrom = (from: Instant): Instant => {
    for (let at = from; ; ) {
      const today = dayAt(at);
      if (!isWorkingDay(today)) at = midnight(addDays(today, 1));
      else if (isQuiet(at)) at = quietUntil(at, quietHours) ?? at;
      else if (isRound(at)) at = ((Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS) as Instant;
      else return at;
    }
  };
  const slotOn = (day: LocalDate, chat: string): Instant =>
    permittedFrom((midnight(day) + minute(chat) * MINUTE_MS) as Instant);
  const workingDayUpTo = (day: LocalDate): LocalDate => {
    let on = day;
    while (!isWorkingDay(on)) on = addDays(on, -1);
    return on;
  };
  const latest = Math.min(rules.sendAt + rules.spreadMinutes + 1, MINUTES_A_DAY - 1) as ClockTime;
  const stages = rules.stagesDaysBefore.toSorted((one, other) => other - one);
  const stagesAt = remembered((key: string): readonly Stage[] => {
    const [on, at] = key.split(' ') as [LocalDate, string];
    const end = endOf(on, at === '' ? null : at);
    return stages.map((days) => {
      const day = workingDayUpTo(addDays(on, -days));
      return { days, on: instantAt(day, latest) < end ? day : workingDayUpTo(addDays(day, -1)) };
    });
  });
  const wholeDay = remembered((on: LocalDate) => endOf(on, null));
  return {
    dayOf: dayAt,
    endOf: (on, at) => (at === null ? wholeDay(on) : endOf(on, at)),
    permittedFrom,
    slotOn,
    firstSlotFrom: (at, chat) => {
      for (let on = dayAt(at); ; on = addDays(on, 1)) {
        const slot = isWorkingDay(on) ? slotOn(on, chat) : null;
        if (slot !== null && slot >= at) return slot;
      }
    },
    stagesOf: (on, at) => stagesAt(`${on} ${at ?? ''}`),
  };
}
