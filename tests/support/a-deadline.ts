import type { AccountId } from '../../src/domain/people/account.ts';
import type { ApplicationDeadline, Reading, Subscriber } from '../../src/domain/reminder/types.ts';
import { newSubscriber } from '../../src/domain/reminder/subscriber-orders.ts';
import { createSlots, type Slots } from '../../src/domain/reminder/slots.ts';
import type { ReminderRules } from '../../src/domain/reminder/types.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { aCalendar, clock, moment, span } from './a-calendar.ts';

export const day = (text: string): LocalDate => text as LocalDate;

export const aReading = (fields: Partial<Reading> = {}): Reading => ({
  on: day('2026-12-31'),
  at: null,
  from: null,
  yearly: null,
  title: '省级专精特新申报',
  what: '省级专精特新申报',
  kind: 'application',
  region: null,
  snippet: '截止 2026-12-31 省级专精特新申报',
  doubts: [],
  ...fields,
});

/** A deadline that a specialist has typed on 2026-10-01. */
export const aDeadline = (fields: Partial<ApplicationDeadline> = {}): ApplicationDeadline => ({
  ...aReading(fields),
  number: 1,
  origin: { kind: 'hand', by: 'test:专' as AccountId },
  confirmedBy: null,
  since: moment('2026-10-01T09:00'),
  closed: null,
  causes: [],
  ...fields,
});

/** A person who subscribed to everything on 2026-10-01. */
export const aSubscriber = (fields: Partial<Subscriber> = {}): Subscriber => ({
  ...newSubscriber('test:甲', false),
  wish: { topics: [], since: moment('2026-10-01T09:00') },
  ...fields,
});

export const RULES: ReminderRules = {
  stagesDaysBefore: [30, 14, 7, 3, 1, 0],
  sendAt: clock('09:10'),
  spreadMinutes: 50,
  digestsPerGroupAndDay: 1,
  digestsPerPersonAndDay: 1,
};

export const QUIET = span('21:00-08:00');

/** Slots of the seeds' rules and the published calendar. */
export const aSlots = (rules: Partial<ReminderRules> = {}, quietHours = QUIET): Slots => {
  const { dayKind } = aCalendar();
  return createSlots({
    rules: { ...RULES, ...rules },
    quietHours,
    isWorkingDay: (on) => dayKind(on).working,
  });
};

/** 「2026-12-01 09:23」 in Shanghai. */
export const written = (at: Instant | null): string =>
  at === null ? 'never' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
