import { contacted, type Extra, extensionAfter, impossible, inHandBy } from './evolving.ts';
import type { Step } from './facts.ts';
import {
  type Accepted,
  ANSWERED,
  type AppealState,
  AT_DESK,
  type Bounce,
  type Dispatched,
  isIn,
  type StateOf,
  TAKEN,
} from './state.ts';
import { BOT } from './types.ts';

type AtDesk = StateOf<(typeof AT_DESK)[number]>;

type DeskFact = Step &
  Extra<
    | 'dispatched'
    | 'dispatch-recalled'
    | 'acknowledged'
    | 'noted'
    | 'returned'
    | 'reassigned'
    | 'extension-asked'
    | 'extension-decided'
  >;

/** What happens between the specialist and the units. */
export function onDesk(state: AppealState, fact: DeskFact): AppealState {
  if (fact.kind === 'noted') return noted(state, fact);
  if (fact.kind === 'dispatched') return dispatched(state, fact);
  if (!isIn(state, AT_DESK)) return impossible(fact, state);
  switch (fact.kind) {
    case 'dispatch-recalled':
      return withdrawnFromDesk(state);
    case 'acknowledged':
      if (state.kind !== 'dispatched') return impossible(fact, state);
      return { ...state, kind: 'acknowledged', handler: { person: fact.by, standIn: null } };
    case 'returned': {
      const returned: Bounce = { kind: 'returned', unit: fact.unit, at: fact.at };
      const back = withdrawnFromDesk(state);
      return { ...back, kind: 'returned', returned, bounces: [...state.bounces, returned] };
    }
    case 'reassigned':
      return reassigned(state, fact);
    case 'extension-asked':
      return {
        ...state,
        extension: { kind: 'asked', workingDays: fact.workingDays, round: state.round.number },
      };
    case 'extension-decided':
      if (state.extension?.kind !== 'asked') return impossible(fact, state);
      return { ...state, extension: { ...state.extension, kind: fact.granted ? 'granted' : 'refused' } };
  }
}

function withdrawnFromDesk(state: AtDesk): Accepted {
  const { desk: _desk, handler: _handler, ...rest } = { handler: null, ...state };
  return { ...rest, kind: 'accepted', extension: extensionAfter(state) };
}

function dispatched(state: AppealState, fact: Step & Extra<'dispatched'>): Dispatched {
  if (!isIn(state, ['accepted', 'returned'])) return impossible(fact, state);
  const { returned: _returned, ...rest } = { returned: null, ...state };
  const { lead, supporting, evidence, at } = fact;
  return {
    ...rest,
    kind: 'dispatched',
    class: fact.class,
    desk: { lead, supporting, evidence, dispatchedAt: at },
  };
}

function reassigned(state: AtDesk, fact: Step & Extra<'reassigned'>): Dispatched {
  const { handler: _handler, ...rest } = { handler: null, ...state };
  const supporting = state.desk.supporting.filter((unit) => unit !== fact.to);
  return {
    ...rest,
    kind: 'dispatched',
    extension: extensionAfter(state),
    // What made the one unit responsible says nothing of the other.
    desk: { lead: fact.to, supporting, evidence: [], dispatchedAt: fact.at },
    bounces: [...state.bounces, { kind: 'reassigned', unit: fact.from, at: fact.at }],
  };
}

function noted(state: AppealState, fact: Step & Extra<'noted'>): AppealState {
  if (!isIn(state, TAKEN)) return isIn(state, ANSWERED) ? state : impossible(fact, state);
  const round = fact.contacted && fact.by !== BOT ? contacted(state.round, fact.at) : state.round;
  return inHandBy(fact.unit, { ...state, round });
}
