import { evolve } from '../appeal/evolve.ts';
import type { AppealChain, AppealFact } from '../appeal/facts.ts';
import { limitsOf } from '../appeal/limits.ts';
import type { AppealClock } from '../appeal/rules.ts';
import { type AppealState, deskOf, isIn, OPEN, roundOf } from '../appeal/state.ts';
import type { DeskId, LimitName, Rating } from '../appeal/types.ts';
import type { Instant } from '../time.ts';

/** Why an appeal has no say in a figure. */
export type LeftOut = 'not-accepted' | 'withdrawn' | 'merged' | 'open' | 'unrated';

/** What the figures are made of: one appeal, from its events alone. */
export interface Course {
  readonly state: AppealState;
  /** Null as long as it is not over without an answer, nor open. */
  readonly isWithout: Exclude<LeftOut, 'unrated'> | null;
  /** The unit that has it or answered it; null where it was the specialist. */
  readonly unit: DeskId | null;
  /** Of the first round; null while it runs, and where there was none. */
  readonly kept: Readonly<Record<LimitName, boolean | null>>;
  /** The last one given. */
  readonly rating: Rating | null;
  readonly isReplied: boolean;
  readonly reopened: number;
  /** Hours of working time; null where it has not come to that. */
  readonly hours: Readonly<Record<Span, number | null>>;
}

export const SPANS = ['accept', 'contact', 'reply', 'close'] as const;
/** From the first message to acceptance; from acceptance to the first contact, the first reply, the close. */
export type Span = (typeof SPANS)[number];

export interface ReportClock extends AppealClock {
  readonly now: Instant;
}

/** The way of one appeal. Throws on a broken log. */
export function courseOf(chain: AppealChain, clock: ReportClock): Course | null {
  let state: AppealState | null = null;
  let firstRound: AppealState | null = null;
  for (const { fact } of chain) {
    state = evolve(state, fact);
    if (roundOf(state) <= 1) firstRound = state;
  }
  if (state === null || firstRound === null) return null;
  const facts = chain.map(({ fact }) => fact);
  const rated = facts.findLast((fact) => fact.kind === 'rated');
  return {
    state,
    isWithout: withoutAnswer(state),
    unit: unitIn(state),
    kept: keptIn(firstRound, clock),
    rating: rated?.kind === 'rated' ? rated.rating : null,
    isReplied: facts.some(({ kind }) => kind === 'replied'),
    reopened: facts.filter(({ kind }) => kind === 'reopened').length,
    hours: hoursOf(facts, firstRound, clock),
  };
}

function withoutAnswer(state: AppealState): Course['isWithout'] {
  if (isIn(state, ['withdrawn', 'not-accepted', 'merged'])) return state.kind;
  return isIn(state, OPEN) ? 'open' : null;
}

function unitIn(state: AppealState): DeskId | null {
  if ('answer' in state) return state.answer.unit;
  return deskOf(state)?.lead ?? null;
}

function keptIn(state: AppealState, clock: ReportClock): Course['kept'] {
  const limits = limitsOf(state, clock);
  const kept = (what: LimitName): boolean | null => {
    const found = limits.find((limit) => limit.what === what)?.state;
    return found === 'met' ? true : found === 'missed' ? false : null;
  };
  return { accept: kept('accept'), 'first-contact': kept('first-contact'), reply: kept('reply') };
}

function hoursOf(
  facts: readonly AppealFact[],
  firstRound: AppealState,
  { time }: ReportClock,
): Course['hours'] {
  const first = (kind: AppealFact['kind']): Instant | null =>
    facts.find((fact) => fact.kind === kind)?.at ?? null;
  const hours = (from: Instant | null, to: Instant | null): number | null =>
    from === null || to === null ? null : time.workingMinutesBetween(from, to) / 60;
  const acceptedAt = first('accepted');
  const repliedAt = first('replied');
  const contactedAt = 'round' in firstRound ? (firstRound.round?.contactedAt ?? null) : null;
  return {
    accept: hours(firstRound.firstMessageAt, acceptedAt),
    contact: hours(acceptedAt, contactedAt ?? repliedAt),
    reply: hours(acceptedAt, repliedAt),
    close: hours(acceptedAt, facts.findLast(({ kind }) => kind === 'closed')?.at ?? null),
  };
}
