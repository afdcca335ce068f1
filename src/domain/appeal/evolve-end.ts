import { type Extra, extensionAfter, impossible, settled } from './evolving.ts';
import type { Step } from './facts.ts';
import type { Instant } from '../time.ts';
import { type AppealState, ANSWERED, isIn, OPEN, type StateOf, TAKEN } from './state.ts';

type EndFact = Step &
  Extra<'replied' | 'rated' | 'reopened' | 'confirmed' | 'closed' | 'withdrawn' | 'not-accepted' | 'merged'>;

/** The answer, and the ways in which an appeal is over. */
export function onEnd(state: AppealState, fact: EndFact): AppealState {
  switch (fact.kind) {
    case 'replied':
      return replied(state, fact);
    case 'rated':
      return isIn(state, ANSWERED) ? { ...state, rating: fact.rating } : impossible(fact, state);
    case 'reopened':
      return reopened(state, fact);
    case 'confirmed':
      if (state.kind !== 'replied') return impossible(fact, state);
      return { ...state, kind: 'confirmed', confirmed: { at: fact.at, how: fact.how } };
    case 'closed':
      return closed(state, fact);
    case 'withdrawn':
      if (!isIn(state, OPEN)) return impossible(fact, state);
      return { ...over(state, fact.at), kind: 'withdrawn', why: fact.why };
    case 'not-accepted':
      if (!isIn(state, ['submitted', 'accepted', 'returned'])) return impossible(fact, state);
      return { ...overBy(state, fact), kind: 'not-accepted', ground: fact.ground };
    case 'merged':
      if (!isIn(state, OPEN)) return impossible(fact, state);
      return { ...overBy(state, fact), kind: 'merged', into: fact.into };
  }
}

function replied(state: AppealState, fact: Step & Extra<'replied'>): AppealState {
  if (!isIn(state, TAKEN)) return impossible(fact, state);
  const { waiting: _, returned: __, ...rest } = { returned: null, desk: null, handler: null, ...state };
  const { at, by, unit, from } = fact;
  return {
    ...rest,
    ...settled(state, at),
    kind: 'replied',
    extension: extensionAfter(state),
    answer: { at, by, unit, from },
    ratingRemindedAt: null,
    rating: null,
  };
}

function closed(state: AppealState, fact: Step & Extra<'closed'>): AppealState {
  if (!isIn(state, ANSWERED)) return impossible(fact, state);
  const { confirmed: _, ...rest } = { confirmed: null, ...state };
  return { ...rest, kind: 'closed', endedAt: fact.at, as: fact.as };
}

/** Back to whoever had it in hand, with a clock of its own. */
function reopened(state: AppealState, fact: Step & Extra<'reopened'>): AppealState {
  if (!isIn(state, [...ANSWERED, 'closed'])) return impossible(fact, state);
  const { desk, handler, ...rest } = withoutAnswer(state);
  const round = { number: state.round.number + 1, startedAt: fact.at, contactedAt: null };
  const open = { ...rest, round, waiting: null };
  if (desk === null) return { ...open, kind: 'accepted' };
  return handler === null
    ? { ...open, kind: 'dispatched', desk }
    : { ...open, kind: 'in-hand', desk, handler };
}

function withoutAnswer(state: StateOf<(typeof ANSWERED)[number] | 'closed'>) {
  const whole = { confirmed: null, endedAt: null, as: null, ...state };
  const { answer: _a, ratingRemindedAt: _b, rating: _c, confirmed: _d, endedAt: _e, as: _f, ...rest } = whole;
  return rest;
}

function over(state: StateOf<(typeof OPEN)[number]>, at: Instant) {
  const unset = { returned: null, acceptedAt: null, charge: null, round: null, desk: null, handler: null };
  const { waiting: _, returned: __, ...rest } = { ...unset, ...state };
  return { ...rest, ...settled(state, at), endedAt: at };
}

/** Who ended what nobody had taken answers for it. */
function overBy(state: StateOf<(typeof OPEN)[number]>, { at, by }: Step) {
  const ended = over(state, at);
  return { ...ended, charge: ended.charge ?? { person: by, standIn: null } };
}
