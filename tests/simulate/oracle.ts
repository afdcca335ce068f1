/**
 * Judges from outside: from what was said, what was ordered, and when the process was up. Shares no arithmetic with the
 * program but the calendar.
 */
import { quietUntil } from '../../src/domain/quiet-hours.ts';
import { addDays, dayOf, type Instant, type LocalDate } from '../../src/domain/time.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { Rules } from '../../src/commands/rules.ts';
import { type Chat, isFor, type Matter } from './town.ts';

/** One message that was shown. */
export interface Shown {
  readonly chat: string;
  readonly at: Instant;
  readonly text: string;
}

/** What a specialist had set, from then until it was changed, revoked or the year was over. */
export interface Deadline extends Matter {
  readonly number: number;
  readonly on: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

/** A chat's wish not to hear of a deadline any more. */
export interface Done {
  readonly chats: readonly string[];
  readonly number: number;
  readonly at: Instant;
}

export interface Course {
  readonly chats: readonly Chat[];
  readonly subscribedAt: ReadonlyMap<string, Instant>;
  readonly sets: readonly Deadline[];
  readonly done: readonly Done[];
  readonly shown: readonly Shown[];
  /** When the process was up, in order. */
  readonly up: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Messages of which nobody knows whether they were shown. */
  readonly unknown: readonly { readonly chat: string; readonly at: Instant }[];
  readonly rules: Rules;
  readonly calendar: Calendar;
}

export interface Verdict {
  readonly digests: number;
  readonly reminders: number;
  readonly stages: number;
  readonly unsure: number;
  readonly missed: readonly string[];
  readonly doubled: readonly string[];
  readonly atNight: readonly string[];
  readonly onDaysOff: readonly string[];
  readonly onTheHour: readonly string[];
  readonly afterDone: readonly string[];
  readonly tooMany: readonly string[];
}

const MINUTE_MS = 60_000;
const startOf = (on: LocalDate): Instant => Date.parse(`${on}T00:00:00+08:00`) as Instant;
const hour = (on: LocalDate, minutes: number): Instant => (startOf(on) + minutes * MINUTE_MS) as Instant;

const isDigest = ({ text }: Shown): boolean => /申报提醒|截止时间有变/.test(text);
export const isUnsure = ({ text }: Shown): boolean => text.includes('可能没发出去');

/** Deadlines that a digest reminds of; a long one leaves some to be looked up. */
export const remindedIn = (text: string): readonly number[] => {
  const part = text.slice(text.indexOf('申报提醒'));
  return text.includes('申报提醒')
    ? [...part.matchAll(/^D(\d+) .*截止，/gm)].map((found) => Number(found[1]))
    : [];
};

function workingDayUpTo(on: LocalDate, { dayKind }: Calendar): LocalDate {
  return dayKind(on).working ? on : workingDayUpTo(addDays(on, -1), { dayKind } as Calendar);
}

/** Minutes in which something could have been said, of the times when the process was up. */
function chances(
  { up, rules, calendar }: Course,
  from: Instant,
  to: Instant,
): readonly { day: LocalDate; from: Instant; minutes: number }[] {
  const found: { day: LocalDate; from: Instant; minutes: number }[] = [];
  for (let day = dayOf(from); startOf(day) < to; day = addDays(day, 1)) {
    if (!calendar.dayKind(day).working) continue;
    const opens = Math.max(from, hour(day, rules.quietHours.to));
    const closes = Math.min(to, hour(day, rules.quietHours.from));
    for (const life of up) {
      if (life.from >= closes) break;
      const begins = Math.max(opens, life.from);
      const minutes = (Math.min(closes, life.to) - begins) / MINUTE_MS;
      if (minutes > 0) found.push({ day, from: begins as Instant, minutes });
    }
  }
  return found;
}

/** A process that lives so short may have had time for nothing. */
const ENOUGH_MINUTES = 4;

/** A digest as it is judged. */
interface Heard extends Shown {
  readonly day: LocalDate;
  readonly reminded: ReadonlySet<number>;
  /** Told of with a new day: as good as a reminder. */
  readonly moved: ReadonlySet<number>;
  /** It leaves some to be looked up. */
  readonly isLong: boolean;
}

const asHeard = (one: Shown): Heard => ({
  ...one,
  day: dayOf(one.at),
  reminded: new Set(remindedIn(one.text)),
  moved: new Set([...one.text.matchAll(/^D(\d+) .*改为/gm)].map((found) => Number(found[1]))),
  isLong: one.text.includes('另有'),
});

interface Case {
  readonly unknown: Course['unknown'];
  readonly course: Course;
  readonly set: Deadline;
  readonly digests: readonly Heard[];
  readonly subscribedAt: Instant;
  readonly doneAt: Instant | null;
}

/** The time in which a stage could have been said; null where it was over before it began. */
function windowOf(
  { course, set, subscribedAt, doneAt }: Case,
  day: LocalDate,
): { from: Instant; to: Instant } | null {
  const { sendAt, spreadMinutes } = course.rules.reminders;
  const latest = sendAt + spreadMinutes + 2;
  const known = Math.max(set.from, subscribedAt) as Instant;
  const slot = hour(day, latest);
  // What was known late is heard at the next slot, where that is in time.
  const from = known > startOf(day) ? Math.max(slot, nextSlotEnd(course, known, latest)) : slot;
  const to = Math.min(startOf(addDays(set.on, 1)), set.to, doneAt ?? set.to);
  return from < to ? { from: from as Instant, to: to as Instant } : null;
}

function couldSay(
  { course, set, digests, subscribedAt }: Case,
  { from, to }: { from: Instant; to: Instant },
): boolean {
  const known = Math.max(set.from, subscribedAt);
  return chances(course, from, to).some(
    // There is one digest a day: what became known after it waits.
    ({ day, minutes }) =>
      minutes >= ENOUGH_MINUTES && !digests.some((one) => one.day === day && one.at < known),
  );
}

function judgeDeadline(one: Case) {
  const { course, set, digests, doneAt, unknown } = one;
  const { stagesDaysBefore } = course.rules.reminders;
  const days = stagesDaysBefore.map((before) => workingDayUpTo(addDays(set.on, -before), course.calendar));
  const during = digests.filter(({ at }) => at >= set.from && at < set.to);
  const missed = days.flatMap((day, at) => {
    const window = windowOf(one, day);
    if (window === null || !couldSay(one, window)) return [];
    const isTold = during.some(
      (said) =>
        said.at >= startOf(day) &&
        (said.reminded.has(set.number) || said.moved.has(set.number) || said.isLong),
    );
    // It may have been heard: it is said again on another day, where one is left.
    const isUncertain = unknown.some(({ at }) => at >= startOf(day) && at < window.to);
    return [isTold || isUncertain ? null : `D${set.number} ${set.on} T-${stagesDaysBefore[at]}`];
  });
  const named = during.filter(({ reminded }) => reminded.has(set.number));
  const doubled = named.filter((said, at) => {
    const before = named[at - 1];
    return (
      before !== undefined && !isUnsure(said) && !days.some((day) => day > before.day && day <= said.day)
    );
  });
  return {
    stages: missed.length,
    missed: missed.filter((what) => what !== null),
    doubled: doubled.map(({ at }) => `D${set.number} ${new Date(at).toISOString()}`),
    afterDone: named.filter(({ at }) => doneAt !== null && at > doneAt).map(() => `D${set.number}`),
  };
}

function judgeChat(course: Course, chat: Chat, heard: readonly Shown[]) {
  const digests = heard.filter(isDigest).map(asHeard);
  const subscribedAt = course.subscribedAt.get(chat.chat);
  const unknown = course.unknown.filter((one) => one.chat === chat.chat);
  const all =
    subscribedAt === undefined
      ? []
      : course.sets
          .filter((set) => isFor(chat, set))
          .map((set) => {
            const done = course.done.find(
              (one) => one.number === set.number && one.chats.includes(chat.chat),
            );
            return judgeDeadline({ course, set, digests, subscribedAt, doneAt: done?.at ?? null, unknown });
          });
  const named = (pick: (one: (typeof all)[number]) => readonly string[]): readonly string[] =>
    all.flatMap(pick).map((what) => `${chat.chat} ${what}`);
  return {
    stages: all.reduce((sum, { stages }) => sum + stages, 0),
    missed: named(({ missed }) => missed),
    doubled: named(({ doubled }) => doubled),
    afterDone: named(({ afterDone }) => afterDone),
  };
}

/** The end of the first morning of digests that begins after an instant: within one some chats have heard theirs. */
function nextSlotEnd({ calendar, rules }: Course, at: Instant, latest: number): Instant {
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    if (calendar.dayKind(day).working && hour(day, rules.reminders.sendAt) > at) return hour(day, latest);
  }
}

/** What became of the promises. */
export function judge(course: Course): Verdict {
  const byChat = new Map<string, Shown[]>();
  for (const one of course.shown) byChat.set(one.chat, [...(byChat.get(one.chat) ?? []), one]);
  const judged = course.chats.map((chat) => judgeChat(course, chat, byChat.get(chat.chat) ?? []));
  const digests = course.shown.filter(isDigest);
  const perDay = new Map<string, number>();
  for (const { chat, at } of digests) {
    const key = `${chat} ${dayOf(at)}`;
    perDay.set(key, (perDay.get(key) ?? 0) + 1);
  }
  const name = ({ chat, at }: Shown): string => `${chat} ${new Date(at).toISOString()}`;
  const minute = (at: Instant): number => Math.floor(at / MINUTE_MS) % 30;
  return {
    digests: digests.length,
    reminders: digests.reduce((sum, { text }) => sum + remindedIn(text).length, 0),
    stages: judged.reduce((sum, one) => sum + one.stages, 0),
    unsure: digests.filter(isUnsure).length,
    missed: judged.flatMap((one) => one.missed),
    doubled: judged.flatMap((one) => one.doubled),
    afterDone: judged.flatMap((one) => one.afterDone),
    atNight: digests.filter(({ at }) => quietUntil(at, course.rules.quietHours) !== null).map(name),
    onDaysOff: digests.filter(({ at }) => !course.calendar.dayKind(dayOf(at)).working).map(name),
    onTheHour: digests.filter(({ at }) => minute(at) === 0).map(name),
    tooMany: [...perDay].filter(([, count]) => count > 1).map(([key]) => key),
  };
}
