/**
 * What a chat is told unasked, and when. Nothing is kept but what it was told: what is due follows from that, the
 * deadlines and the time, so that it does not matter which moments were missed. Stages that have passed together are
 * one; what is told on a day is told in one message.
 */
import { type Instant, type LocalDate } from '../time.ts';
import { besides, isNothing, wishOf } from './besides.ts';
import type { Digest, DigestClock, Outlook, Reminding } from './outlook.ts';
import type { Slots } from './slots.ts';
import { isFrequent, occurrenceKey, occurrencesOf } from './term.ts';
import type { ApplicationDeadline, ReminderRules, Subscriber } from './types.ts';

/** What is told at a slot that has just passed is still told at that slot. */
const GRACE_MS = 3_600_000;

interface Moment {
  readonly at: Instant;
  readonly days: number;
}

/** A stage a month before says nothing of what comes again within a quarter. */
const LONGEST_OF_FREQUENT = 7;

/** One day of a deadline, for one chat. */
interface Occurrence {
  readonly deadline: ApplicationDeadline;
  readonly on: LocalDate;
  readonly subscriber: Subscriber;
  readonly slots: Slots;
}

/** When the stages that are left of a deadline are to be heard, the earliest first; those before its time as one. */
function momentsOf({ deadline, on, subscriber, slots }: Occurrence): readonly Moment[] {
  const { chat, known } = subscriber;
  const end = slots.endOf(on, deadline.at);
  const sent = known[deadline.number]?.stage;
  const since = Math.max(deadline.since ?? 0, wishOf(subscriber)?.since ?? 0) as Instant;
  const most = isFrequent(deadline) ? LONGEST_OF_FREQUENT : Number.POSITIVE_INFINITY;
  const left = slots
    .stagesOf(on, deadline.at)
    .filter(({ days }) => days <= most && (sent?.on !== on || days < sent.days));
  const moments = left.map(({ days, on: day }) => ({ days, at: slots.slotOn(day, chat) }));
  const early = moments.findLast(({ at }) => at < since);
  const later = moments.filter(({ at }) => at >= since);
  if (early === undefined) return later;
  const slot = slots.firstSlotFrom(since, chat);
  return [{ days: early.days, at: slot < end ? slot : slots.permittedFrom(since) }, ...later];
}

const mostOf = ({ isGroup }: Subscriber, rules: ReminderRules): number =>
  isGroup ? rules.digestsPerGroupAndDay : rules.digestsPerPersonAndDay;

const isFull = (subscriber: Subscriber, day: LocalDate, rules: ReminderRules): boolean =>
  (subscriber.last?.on === day ? subscriber.last.count : 0) >= mostOf(subscriber, rules);

/** The first instant from `at` at which this chat may be told something. */
function freeFrom(at: Instant, { chat, ...rest }: Subscriber, { slots, rules, now }: DigestClock): Instant {
  const permitted = slots.permittedFrom(Math.max(at, now) as Instant);
  if (!isFull({ chat, ...rest }, slots.dayOf(permitted), rules)) return permitted;
  return slots.firstSlotFrom(slots.endOf(slots.dayOf(permitted), null), chat);
}

/** The days of the deadlines that somebody here still has to be told of. */
function occurrencesIn(
  { wanted, subscriber, isSettled }: Outlook,
  { slots, now }: DigestClock,
): readonly Occurrence[] {
  if (wishOf(subscriber) === null) return [];
  return wanted.flatMap((deadline) =>
    occurrencesOf(deadline, slots.dayOf(now))
      .filter((on) => slots.endOf(on, deadline.at) > now && !isSettled(occurrenceKey(deadline, on)))
      .map((on) => ({ deadline, on, subscriber, slots })),
  );
}

/** The instant at which a deadline has this chat told; null where nothing is left to be told in time. */
function remindAt(occurrence: Occurrence, clock: DigestClock): Instant | null {
  const moments = momentsOf(occurrence);
  if (moments.length === 0) return null;
  const at = Math.min(...moments.map((moment) => moment.at)) as Instant;
  const free = freeFrom(at, occurrence.subscriber, clock);
  return free < clock.slots.endOf(occurrence.on, occurrence.deadline.at) ? free : null;
}

/** When a chat is to be told something next; null where there is nothing. */
export function digestAt(outlook: Outlook, clock: DigestClock): Instant | null {
  const { subscriber } = outlook;
  const { slots, rules, now } = clock;
  if (mostOf(subscriber, rules) === 0) return null;
  const instants = occurrencesIn(outlook, clock).flatMap((one) => remindAt(one, clock) ?? []);
  const all = isNothing(besides(outlook, slots.dayOf(now)))
    ? instants
    : [
        ...instants,
        freeFrom(slots.firstSlotFrom((now - GRACE_MS) as Instant, subscriber.chat), subscriber, clock),
      ];
  return all.length === 0 ? null : (Math.min(...all) as Instant);
}

function remindersFor(outlook: Outlook, clock: DigestClock): readonly Reminding[] {
  const today = clock.slots.dayOf(clock.now);
  return occurrencesIn(outlook, clock).flatMap((occurrence) => {
    // What would be said later today is said along: there is no second message on this day.
    const moment = momentsOf(occurrence).findLast(({ at }) => clock.slots.dayOf(at) <= today);
    const { deadline, on } = occurrence;
    return moment === undefined ? [] : [{ deadline, on, days: moment.days }];
  });
}

/** What a chat is to be told now; null where nothing is due, or nothing may be said. */
export function digestNow(outlook: Outlook, clock: DigestClock): Digest | null {
  const at = digestAt(outlook, clock);
  if (at === null || at > clock.now) return null;
  const soonest = remindersFor(outlook, clock).toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );
  return { ...besides(outlook, clock.slots.dayOf(clock.now)), reminders: soonest };
}
