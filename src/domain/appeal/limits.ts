/**
 * What was promised and until when. Accepting runs from the first message, the rest from acceptance or reopening. The
 * clock stands still from a question to the enterprise until its answer, `waitForEnterprise` at most, and for nothing else.
 */
import type { Instant } from '../time.ts';
import type { Due, WorkingTime } from '../working-time.ts';
import type { AppealClock, AppealRules } from './rules.ts';
import { type AppealState, isIn, OPEN, type Pause, type Round, TAKEN, waitingOf } from './state.ts';
import type { LimitName } from './types.ts';

/** One promise. What the end of an appeal overtook is none any more. */
export interface Limit {
  readonly what: LimitName;
  /** While the clock stands still: where it would be if the enterprise answered now. */
  readonly dueAt: Instant;
  /** 按预估: a year's notice of holidays is not out. */
  readonly estimated: boolean;
  readonly state: 'running' | 'paused' | 'met' | 'missed';
  /** Null where it was not kept yet; `missed` all the same once it is past. */
  readonly metAt: Instant | null;
}

/** A limit with the instant at which who may be late is reminded of it. */
export interface Term {
  readonly what: LimitName;
  readonly before: Due;
  readonly due: Due;
  readonly metAt: Instant | null;
}

/** When the clock stops standing still for a question of `since`. */
export const waitEnds = (since: Instant, { time, rules }: AppealClock): Instant =>
  time.addWorkingDays(since, rules.waitForEnterprise.workingDays).at;

/** The times at which the clock stood still; a question that is open counts until `openUntil`. */
function standstills(state: AppealState, clock: AppealClock, openUntil: Instant): readonly Pause[] {
  const waiting = waitingOf(state);
  const open = waiting === null ? [] : [{ from: waiting.since, to: openUntil }];
  return [...state.pauses, ...open].map(({ from, to }) => ({
    from,
    to: Math.min(to, waitEnds(from, clock)) as Instant,
  }));
}

interface Course {
  readonly start: Instant;
  readonly metAt: Instant | null;
  readonly pauses: readonly Pause[];
  readonly time: WorkingTime;
}

/** A limit moved by what stood still until it was met or over: whoever is late already gains nothing by asking. */
function moved(due: Due, { start, metAt, pauses, time }: Course): Due {
  return pauses.reduce((moving, { from, to }) => {
    if (from >= moving.at || from >= (metAt ?? to)) return moving;
    const until = Math.min(to, metAt ?? to) as Instant;
    return time.shift(moving, time.workingMinutesBetween(Math.max(from, start) as Instant, until));
  }, due);
}

/** The promises of the present round, and of accepting, with a question that is open counted until `openUntil`. */
export function termsOf(state: AppealState, clock: AppealClock, openUntil: Instant): readonly Term[] {
  const { time, rules } = clock;
  const pauses = standstills(state, clock, openUntil);
  const round = 'round' in state ? state.round : null;
  const start = state.firstMessageAt;
  const course = { start, metAt: acceptedAtOf(state), pauses, time };
  const accept: Term = {
    what: 'accept',
    before: moved(time.addWorkingHours(start, rules.untakenAfter.workingHours), course),
    due: moved(time.addWorkingHours(start, rules.accept.workingHours), course),
    metAt: course.metAt,
  };
  if (round === null) return [accept];
  const repliedAt = 'answer' in state ? state.answer.at : null;
  const terms = [
    ['first-contact', rules.firstContact.workingDays, round.contactedAt ?? repliedAt],
    ['reply', rules.reply[state.class].workingDays + extraDays(state, round), repliedAt],
  ] as const;
  return [
    accept,
    ...terms.map(([what, days, metAt]) => ({
      what,
      metAt,
      ...dayTerm(days, { start: round.startedAt, metAt, pauses, time }, rules),
    })),
  ];
}

const extraDays = ({ extension }: AppealState, { number }: Round): number =>
  extension?.kind === 'granted' && extension.round === number ? extension.workingDays : 0;

/** A limit of working days; reminded of in the morning, when so many days are left of it. */
function dayTerm(days: number, course: Course, { remindBefore }: AppealRules): Pick<Term, 'before' | 'due'> {
  const { start, time } = course;
  const early = moved(time.addWorkingDays(start, Math.max(0, days - remindBefore.workingDays)), course);
  return {
    before: { ...early, at: time.nextOpening(early.at) },
    due: moved(time.addWorkingDays(start, days), course),
  };
}

/** Not to accept is an answer, too. */
function acceptedAtOf(state: AppealState): Instant | null {
  if (state.kind === 'not-accepted') return state.acceptedAt ?? state.endedAt;
  return 'acceptedAt' in state ? state.acceptedAt : null;
}

/** The promises of an appeal as they stand at `now`. */
export function limitsOf(
  state: AppealState,
  clock: AppealClock & { readonly now: Instant },
): readonly Limit[] {
  const { now } = clock;
  const waiting = waitingOf(state);
  const isPaused = waiting !== null && now < waitEnds(waiting.since, clock);
  return termsOf(state, clock, now)
    .filter(({ metAt }) => metAt !== null || isIn(state, OPEN))
    .map(({ what, due, metAt }) => ({
      what,
      dueAt: due.at,
      estimated: due.estimated,
      state: (metAt ?? now) > due.at ? 'missed' : metAt !== null ? 'met' : isPaused ? 'paused' : 'running',
      metAt,
    }));
}

/** When the answer is due; null before acceptance. */
export function replyDueOf(state: AppealState, clock: AppealClock & { readonly now: Instant }): Due | null {
  const term = termsOf(state, clock, clock.now).find(({ what }) => what === 'reply');
  return term?.due ?? null;
}

/** True where an extension asked for at `at` is asked for in time. */
export function isInTimeToExtend(state: AppealState, clock: AppealClock, at: Instant): boolean {
  const due = isIn(state, TAKEN) ? replyDueOf(state, { ...clock, now: at }) : null;
  return (
    due !== null && clock.time.addWorkingDays(at, clock.rules.extension.askBefore.workingDays).at <= due.at
  );
}
