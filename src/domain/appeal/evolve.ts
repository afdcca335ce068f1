import type { AppealChain, AppealFact, Happening, Step } from './facts.ts';
import { onDesk } from './evolve-desk.ts';
import { onEnd } from './evolve-end.ts';
import { ANSWERED, type AppealState, AT_DESK, chargeOf, handlerOf, isIn, OPEN, TAKEN } from './state.ts';
import { contacted, type Extra, impossible, inHandBy, settled } from './evolving.ts';
import { BOT } from './types.ts';

/** An appeal after one more event. Throws where no decision makes such an event in this state: the log is broken. */
export function evolve(before: AppealState | null, fact: AppealFact): AppealState {
  if (before === null) return opened(fact);
  const state = withoutLapsed(apply(before, fact));
  return state.causes.at(-1) === fact.cause ? state : { ...state, causes: [...state.causes, fact.cause] };
}

// A chain is never changed: whoever asks for its keys, its clocks and its place asks for one state.
const states = new WeakMap<AppealChain, AppealState | null>();

/** An appeal as its events leave it; null where there are none. */
export function stateOf(chain: AppealChain): AppealState | null {
  const known = states.get(chain);
  if (known !== undefined) return known;
  const state = chain.reduce<AppealState | null>((before, { fact }) => evolve(before, fact), null);
  states.set(chain, state);
  return state;
}

function opened(fact: AppealFact): AppealState {
  if (fact.kind !== 'submitted') return impossible(fact, null);
  const { at, by: _by, cause, ...opening } = fact;
  return {
    ...opening,
    submittedAt: at,
    joined: [],
    isPublic: false,
    urgedAt: null,
    isErased: false,
    parent: null,
    siblings: [],
    absorbed: [],
    children: [],
    pauses: [],
    sent: [],
    bounces: [],
    extension: null,
    causes: [cause],
    waiting: null,
  };
}

/** What was asked for and not decided is asked for no more once the appeal has left the desk. */
const withoutLapsed = (state: AppealState): AppealState =>
  state.extension?.kind === 'asked' && !isIn(state, AT_DESK) ? { ...state, extension: null } : state;

/** Cases in the order of an appeal's way. */
function apply(state: AppealState, fact: AppealFact): AppealState {
  switch (fact.kind) {
    case 'submitted':
      return impossible(fact, state);
    case 'accepted':
      return accepted(state, fact);
    case 'asked-back':
      return askedBack(state, fact);
    case 'informed':
      return isIn(state, OPEN)
        ? { ...state, ...settled(state, fact.at), waiting: null }
        : impossible(fact, state);
    case 'supplemented':
      return {
        ...state,
        lacks: fact.lacks,
        ...(fact.category === undefined ? {} : { category: fact.category }),
      };
    case 'joined':
      return { ...state, joined: [...state.joined, { person: fact.by, chat: fact.chat }] };
    case 'handed-over':
      return handedOver(state, fact);
    case 'urged':
      return { ...state, urgedAt: fact.at };
    case 'linked':
    case 'gathered':
    case 'published':
    case 'erased':
      return { ...state, ...marked(state, fact) };
    case 'reminded':
    case 'escalated':
      return reminded(state, fact);
    case 'contact-seen':
    case 'exported':
      return state;
    case 'dispatched':
    case 'dispatch-recalled':
    case 'acknowledged':
    case 'noted':
    case 'returned':
    case 'reassigned':
    case 'extension-asked':
    case 'extension-decided':
      return onDesk(state, fact);
    case 'replied':
    case 'rated':
    case 'reopened':
    case 'confirmed':
    case 'closed':
    case 'withdrawn':
    case 'not-accepted':
    case 'merged':
      return onEnd(state, fact);
  }
}

function accepted(state: AppealState, fact: Step & Extra<'accepted'>): AppealState {
  if (state.kind !== 'submitted') return impossible(fact, state);
  return {
    ...state,
    kind: 'accepted',
    acceptedAt: fact.at,
    charge: { person: fact.by, standIn: null },
    round: { number: 1, startedAt: fact.at, contactedAt: null },
  };
}

function askedBack(state: AppealState, fact: Step & Extra<'asked-back'>): AppealState {
  if (!isIn(state, OPEN) || state.waiting !== null) return impossible(fact, state);
  const waiting = { since: fact.at, remindedAt: null };
  // A person's question is a first contact, the bot's is none.
  if (!isIn(state, TAKEN) || fact.by === BOT) return { ...state, waiting };
  return inHandBy(fact.unit, { ...state, waiting, round: contacted(state.round, fact.at) });
}

function handedOver(state: AppealState, fact: Step & Extra<'handed-over'>): AppealState {
  const held = fact.of === 'appeal' ? chargeOf(state) : handlerOf(state);
  if (held === null || !isIn(state, [...TAKEN, ...ANSWERED])) return impossible(fact, state);
  const isForGood = fact.until === null || fact.to === held.person;
  const charge = isForGood
    ? { person: fact.to, standIn: null }
    : { person: held.person, standIn: { person: fact.to, until: fact.until } };
  if (fact.of === 'appeal') return { ...state, charge };
  return 'handler' in state ? { ...state, handler: charge } : impossible(fact, state);
}

/** What is written down without changing the way of an appeal. */
function marked(
  state: AppealState,
  fact: Extract<Happening, { kind: 'linked' | 'gathered' | 'published' | 'erased' }>,
): Partial<Pick<AppealState, 'isPublic' | 'isErased' | 'parent' | 'siblings' | 'absorbed' | 'children'>> {
  switch (fact.kind) {
    case 'published':
      return { isPublic: true };
    case 'erased':
      return { isErased: true };
    case 'gathered':
      return { parent: fact.parent };
    case 'linked': {
      const { siblings, absorbed, children } = state;
      const lists = {
        sibling: { siblings: [...siblings, fact.to] },
        absorbed: { absorbed: [...absorbed, fact.to] },
        child: { children: [...children, fact.to] },
      };
      return lists[fact.as];
    }
  }
}

function reminded(state: AppealState, fact: Step & Extra<'reminded' | 'escalated'>): AppealState {
  const { kind, what, stage, at } = fact;
  if (what === 'returns') return state;
  if (what === 'rating') {
    return isIn(state, ANSWERED) ? { ...state, ratingRemindedAt: at } : impossible(fact, state);
  }
  if (!isIn(state, OPEN)) return impossible(fact, state);
  if (what === 'information') {
    return state.waiting === null
      ? impossible(fact, state)
      : { ...state, waiting: { ...state.waiting, remindedAt: at } };
  }
  const round = 'round' in state ? state.round.number : 0;
  return { ...state, sent: [...state.sent, { kind, what, stage, round }] };
}
