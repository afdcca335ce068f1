import type { DayKind } from '../../domain/working-time.ts';
import { createReachOf } from '../../domain/reminder/reach.ts';
import { createSlots } from '../../domain/reminder/slots.ts';
import type { Body } from '../../domain/unit/types.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Log } from '../../ports/log.ts';
import type { Records } from '../../ports/records.ts';
import type { Route } from '../../ports/routes.ts';
import type { Carrier } from '../attempt.ts';
import type { CarryOut } from '../orders.ts';
import type { Timed } from '../timekeeper.ts';
import type { Step } from '../turn/types.ts';
import { noteAnswers } from './answered-from.ts';
import { openBook } from './book.ts';
import { createCalendarAnswer } from './calendar.ts';
import { createCommand, createReminderOrders, type ReminderRecord } from './carry-out.ts';
import { sayPolitely } from './polite.ts';
import { createReminderStep } from './step.ts';
import { createSync, type Sync } from './sync.ts';
import { createReminderTimer } from './tick.ts';
import type { CalendarTools, LibraryTools, ReminderTools } from './types.ts';

export interface RemindingDeps extends LibraryTools, Omit<ReminderTools, 'slots' | 'reachOf'> {
  /** Where people are reminded, and the bodies that tell its districts. */
  readonly home: string;
  readonly bodies: readonly Body[];
  readonly dayKind: (on: LocalDate) => DayKind;
  readonly calendar: CalendarTools;
  readonly log: Log;
}

/** Everything about deadlines and reminders, ready to be put among the other use cases. */
export interface Reminding {
  /** Takes commands; goes before the step that asks the library. */
  readonly step: Step;
  /** Wraps the step that asks the library. */
  readonly noting: (step: Step) => Step;
  readonly orders: Readonly<Record<ReminderRecord, CarryOut>>;
  readonly timed: Timed;
  /** For the timekeeper, in the place of the records: it knows who is due of all kinds. */
  readonly agenda: Pick<Records, 'due' | 'nextDue'>;
  /** Wraps the carrier of each channel. */
  readonly politely: (carrier: Carrier) => Carrier;
  /** Compares the library with what is kept; called at the start and now and then. */
  readonly sync: Sync;
  /** Answers whoever reads a calendar at its address. */
  readonly calendar: Route['handle'];
  /** Somebody's profile says something else than before: who is concerned by what is found out anew. */
  readonly profileChanged: (id: string) => void;
}

/** Opens deadlines and reminders over what is kept. Throws `RecordsError`. */
export async function openReminding(deps: RemindingDeps): Promise<Reminding> {
  const { home, bodies, dayKind, rules, quietHours, records, now } = deps;
  const slots = createSlots({ rules, quietHours, isWorkingDay: (on) => dayKind(on).working });
  const tools = { ...deps, slots, reachOf: createReachOf(home, bodies) };
  const book = await openBook(tools);
  const orders = createReminderOrders({ records, book });
  const sync = createSync({ ...tools, book, command: createCommand(orders, now) });
  const all = { ...tools, book, sync };
  const { timed, agenda } = createReminderTimer(all);
  return {
    step: createReminderStep(all),
    noting: (step) => noteAnswers(step, { book }),
    orders,
    timed,
    agenda,
    politely: (carrier) => sayPolitely(carrier, { slots, now, records, book }),
    sync,
    calendar: createCalendarAnswer(all),
    profileChanged: (id) => book.learn({ kind: 'profile', id }),
  };
}
