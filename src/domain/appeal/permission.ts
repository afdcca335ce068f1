import type { Instant } from '../time.ts';
import type { CommandKind } from './commands.ts';
import { isInTimeToExtend } from './limits.ts';
import type { RefusalCode } from './refusal.ts';
import { type Relation, type Role, rolesOf } from './relation.ts';
import type { AppealClock } from './rules.ts';
import {
  ANSWERED,
  type AppealState,
  AT_DESK,
  chargeOf,
  deskOf,
  isIn,
  type StateKind,
  waitingOf,
} from './state.ts';
import { mayYet, PERMITS, TAKERS, whoMay } from './transitions.ts';
import type { Actor } from './types.ts';

/** Who wants something of an appeal, and when. */
export interface Asking extends AppealClock {
  readonly by: Actor;
  readonly at: Instant;
  readonly relation: Relation;
}

type Guard = (state: AppealState, asking: Asking) => RefusalCode | null;

const MINUTE_MS = 60_000;

/** States in which a command was done before, by this person or another. */
const DONE_IN: Partial<Record<CommandKind, readonly StateKind[]>> = {
  acknowledge: ['acknowledged', 'in-hand'],
  dispatch: AT_DESK,
  reply: [...ANSWERED, 'closed'],
  'confirm-solved': ['confirmed', 'closed'],
  'call-back': ['confirmed', 'closed'],
  'not-accept': ['not-accepted'],
  withdraw: ['withdrawn'],
  merge: ['merged'],
};

/** What stands against a command although state and role allow it. */
const GUARDS: Partial<Record<CommandKind, Guard>> = {
  'ask-back': (state) => (waitingOf(state) === null ? null : 'already'),
  inform: (state) => (waitingOf(state) === null ? 'not-now' : null),
  'recall-dispatch': (state, { at, rules }) => {
    const since = deskOf(state)?.dispatchedAt ?? at;
    return at - since > rules.recallWithin.minutes * MINUTE_MS ? 'too-late' : null;
  },
  'ask-extension': (state, asking) => {
    if (state.extension !== null) return 'already';
    return isInTimeToExtend(state, asking, asking.at) ? null : 'too-late';
  },
  'decide-extension': ({ extension }) => {
    if (extension === null) return 'not-now';
    return extension.kind === 'asked' ? null : 'already';
  },
  reopen: (state, { at, time, rules }) => {
    if (state.kind !== 'closed') return null;
    return at > time.addWorkingDays(state.endedAt, rules.reopenWithin.workingDays).at ? 'too-late' : null;
  },
  // 回访: nobody says of his own work that it is done.
  'call-back': (state, { by, relation }) => {
    const lead = deskOf(state)?.lead;
    const isOwn = 'answer' in state && state.answer.by === by;
    return isOwn || (lead !== undefined && relation.isHandlerOf.includes(lead)) ? 'not-yours' : null;
  },
  join: ({ appellant, joined }, { by }) =>
    appellant === by || joined.some(({ person }) => person === by) ? 'already' : null,
  gather: ({ parent }) => (parent === null ? null : 'already'),
  urge: ({ urgedAt }, { at, rules }) =>
    urgedAt !== null && at - urgedAt < rules.urgeAgainAfter.minutes * MINUTE_MS ? 'already' : null,
  publish: ({ isPublic }) => (isPublic ? 'already' : null),
  'see-contact': ({ isErased }) => (isErased ? 'erased' : null),
  erase: ({ isErased }) => (isErased ? 'already' : null),
};

/** What stands against a command in this state for this person, whatever it says; null where nothing does. */
export function objection(state: AppealState, command: CommandKind, asking: Asking): RefusalCode | null {
  if (command === 'submit') return 'already';
  const roles = rolesOf(state, asking.relation);
  if (whoMay(command, state.kind).some((role) => roles.includes(role))) {
    return GUARDS[command]?.(state, asking) ?? null;
  }
  const isTaken = command === 'take' && chargeOf(state) !== null;
  if (isTaken && TAKERS.some((role) => roles.includes(role))) return 'already';
  if (!mayYet(command, state.kind, roles)) return ofColleague(state, command, roles);
  if (command === 'rate' && state.kind === 'closed') return state.rating === null ? 'too-late' : 'already';
  return DONE_IN[command]?.includes(state.kind) ? 'already' : 'not-now';
}

/** Who is of the desk is told who has it in hand; everybody else that it is not theirs. */
function ofColleague(state: AppealState, command: CommandKind, roles: readonly Role[]): RefusalCode {
  const isOfDesk = roles.includes('colleague') || roles.includes('supporting');
  if (!isOfDesk || !mayYet(command, state.kind, ['handler'])) return 'not-yours';
  if (isIn(state, AT_DESK)) return roles.includes('colleague') ? 'not-in-charge' : 'supports-only';
  return DONE_IN[command]?.includes(state.kind) ? 'already' : 'not-yours';
}

const isCommand = (name: string): name is CommandKind => name in PERMITS;

/** In the order of an appeal's way. */
export const COMMAND_KINDS: readonly CommandKind[] = Object.keys(PERMITS).filter(isCommand);

/** What somebody can do with an appeal now. */
export const possibleCommands = (state: AppealState, asking: Asking): readonly CommandKind[] =>
  COMMAND_KINDS.filter((command) => objection(state, command, asking) === null);
