/** What time brings about: 催办, 督办, closing what nobody rates, withdrawing what nobody explains. */
import type { Instant } from '../time.ts';
import type { Happening } from './facts.ts';
import { type Term, termsOf, waitEnds } from './limits.ts';
import type { AppealClock } from './rules.ts';
import {
  ANSWERED,
  type AppealState,
  AT_DESK,
  type Confirmed,
  isIn,
  OPEN,
  type Replied,
  roundOf,
  type SentStage,
  type Waiting,
  waitingOf,
} from './state.ts';
import type { Audience, Stage } from './types.ts';

interface Timer {
  readonly at: Instant;
  readonly happening: Happening;
  /** Of the timers of one track that are due the last one alone is done: who slept is not called three times. */
  readonly track: string;
}

const ORDER: readonly Stage[] = ['before', 'at', 'past'];
const FOREVER = Number.MAX_SAFE_INTEGER as Instant;

/** What may be sent about one limit, in order. */
function stagesOf({ what, before, due }: Term, { time, rules }: AppealClock) {
  const first = Math.min(before.at, due.at) as Instant;
  const past = time.addWorkingHours(due.at, rules.escalateAfter.workingHours).at;
  return [
    { kind: 'reminded', stage: 'before', at: first },
    { kind: 'reminded', stage: 'at', at: due.at },
    // Nobody has taken it.
    ...(what === 'accept' ? [{ kind: 'escalated', stage: 'before', at: first } as const] : []),
    { kind: 'escalated', stage: 'past', at: past },
  ] as const;
}

const isSent = (state: AppealState, { kind, what, stage }: Omit<SentStage, 'round'>): boolean =>
  state.sent.some(
    (sent) =>
      sent.kind === kind &&
      sent.what === what &&
      sent.round === roundOf(state) &&
      ORDER.indexOf(sent.stage) >= ORDER.indexOf(stage),
  );

function limitTimers(state: AppealState, clock: AppealClock): readonly Timer[] {
  const waiting = waitingOf(state);
  const standsUntil = waiting === null ? 0 : waitEnds(waiting.since, clock);
  const late: Audience = isIn(state, AT_DESK) ? 'handler' : 'specialist';
  return termsOf(state, clock, FOREVER)
    .filter(({ metAt }) => metAt === null)
    .flatMap((term) =>
      stagesOf(term, clock)
        .filter(({ kind, stage }) => !isSent(state, { kind, stage, what: term.what }))
        .map(({ kind, stage, at }) => ({
          at: Math.max(at, standsUntil) as Instant,
          happening: { kind, what: term.what, stage, to: kind === 'reminded' ? late : 'supervisor' } as const,
          track: `${kind} ${term.what}`,
        })),
    );
}

/** `end`, moved by as much working time as the reminder came late: nobody is closed out without a warning. */
function afterReminder(
  { planned, remindedAt, end }: Readonly<Record<'planned' | 'remindedAt' | 'end', Instant>>,
  { time }: AppealClock,
): Instant {
  return time.shift({ at: end, estimated: false }, time.workingMinutesBetween(planned, remindedAt)).at;
}

function waitingTimer({ since, remindedAt }: Waiting, clock: AppealClock): Timer {
  const { time, rules } = clock;
  const track = 'information';
  const planned = waitEnds(since, clock);
  if (remindedAt === null) {
    const happening = { kind: 'reminded', what: 'information', stage: 'at', to: 'enterprise' } as const;
    return { at: planned, happening, track };
  }
  const days = rules.waitForEnterprise.workingDays + rules.withdrawUninformedAfter.workingDays;
  const end = time.addWorkingDays(since, days).at;
  return {
    at: afterReminder({ planned, remindedAt, end }, clock),
    happening: { kind: 'withdrawn', why: 'no-information' },
    track,
  };
}

function ratingTimer(state: Replied | Confirmed, clock: AppealClock): Timer {
  const { time, rules } = clock;
  const track = 'rating';
  const planned = time.addWorkingDays(state.answer.at, rules.remindUnratedAfter.workingDays).at;
  if (state.ratingRemindedAt === null) {
    const happening = { kind: 'reminded', what: 'rating', stage: 'before', to: 'enterprise' } as const;
    return { at: planned, happening, track };
  }
  const end = time.addWorkingDays(state.answer.at, rules.closeUnratedAfter.workingDays).at;
  return {
    at: afterReminder({ planned, remindedAt: state.ratingRemindedAt, end }, clock),
    happening: { kind: 'closed', as: state.kind === 'confirmed' ? 'solved' : 'unrated' },
    track,
  };
}

/** What is still to come if nobody does anything; of each track in its order. */
function timersOf(state: AppealState, clock: AppealClock): readonly Timer[] {
  if (isIn(state, ANSWERED)) return [ratingTimer(state, clock)];
  if (!isIn(state, OPEN)) return [];
  const limits = limitTimers(state, clock);
  return state.waiting === null ? limits : [waitingTimer(state.waiting, clock), ...limits];
}

/** When `tick` has something to do next; it may lie in the past. Null where time changes nothing. */
export function nextTick(state: AppealState, clock: AppealClock): Instant | null {
  const instants = timersOf(state, clock).map(({ at }) => at);
  return instants.length === 0 ? null : (Math.min(...instants) as Instant);
}

/** What time has brought about until `at`. */
export function happeningsUntil(state: AppealState, clock: AppealClock, at: Instant): readonly Happening[] {
  const due = timersOf(state, clock).filter((timer) => timer.at <= at);
  const last = new Map(due.map(({ track, happening }) => [track, happening]));
  // What is withdrawn has no limits any more.
  const end = [...last.values()].find(({ kind }) => kind === 'withdrawn');
  return end === undefined ? [...last.values()] : [end];
}
