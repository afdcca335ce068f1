import type { CommandKind } from './commands.ts';
import type { Role } from './relation.ts';
import { ANSWERED, AT_DESK, OPEN, OVER, type StateKind, STATE_KINDS, TAKEN } from './state.ts';

/** A row: in these states these roles may do it. */
interface Permit {
  readonly in: readonly StateKind[];
  readonly who: readonly Role[];
}

/** 我来办: whoever does one of their first acts takes it. */
export const TAKERS = ['specialist', 'supervisor', 'administrator'] as const satisfies readonly Role[];
const OVERSEERS = ['supervisor', 'administrator'] as const satisfies readonly Role[];
const WITH_SPECIALIST = ['accepted', 'returned'] as const;

/** Which command is possible in which state, and for whom. What is not here is refused. */
export const PERMITS: Readonly<Record<CommandKind, readonly Permit[]>> = {
  // Of an appeal that is there already nobody opens a second one.
  submit: [],
  supplement: [{ in: [...OPEN, ...ANSWERED], who: ['appellant', 'in-charge', 'bot'] }],
  join: [{ in: [...OPEN, ...ANSWERED], who: ['appellant'] }],
  take: [{ in: ['submitted'], who: TAKERS }],
  'hand-over': [
    // The bot hands on for whoever gives up the duty itself: the right may be gone before the appeal hears of it.
    { in: [...WITH_SPECIALIST, ...ANSWERED], who: ['in-charge', ...OVERSEERS, 'bot'] },
    { in: AT_DESK, who: ['in-charge', 'handler', ...OVERSEERS, 'bot'] },
  ],
  'ask-back': [
    { in: ['submitted'], who: [...TAKERS, 'bot'] },
    { in: WITH_SPECIALIST, who: ['in-charge', 'bot'] },
    { in: AT_DESK, who: ['in-charge', 'handler'] },
  ],
  inform: [{ in: OPEN, who: ['appellant', 'in-charge', 'bot'] }],
  'not-accept': [
    { in: ['submitted'], who: TAKERS },
    { in: WITH_SPECIALIST, who: ['in-charge'] },
  ],
  dispatch: [
    { in: ['submitted'], who: TAKERS },
    { in: WITH_SPECIALIST, who: ['in-charge'] },
  ],
  'recall-dispatch': [{ in: ['dispatched', 'acknowledged'], who: ['in-charge'] }],
  acknowledge: [{ in: ['dispatched'], who: ['handler'] }],
  note: [
    { in: ['submitted'], who: TAKERS },
    { in: WITH_SPECIALIST, who: ['in-charge'] },
    { in: AT_DESK, who: ['in-charge', 'handler', 'supporting'] },
    // What comes a moment after the answer: the agreement that it speaks of.
    { in: ANSWERED, who: ['in-charge', 'handler'] },
  ],
  return: [{ in: AT_DESK, who: ['handler'] }],
  reassign: [{ in: AT_DESK, who: ['in-charge', 'handler'] }],
  'ask-extension': [{ in: AT_DESK, who: ['handler'] }],
  'decide-extension': [{ in: AT_DESK, who: ['in-charge'] }],
  reply: [
    { in: ['submitted'], who: TAKERS },
    { in: WITH_SPECIALIST, who: ['in-charge', 'bot'] },
    { in: AT_DESK, who: ['in-charge', 'handler', 'bot'] },
  ],
  rate: [{ in: ANSWERED, who: ['appellant'] }],
  reopen: [{ in: [...ANSWERED, 'closed'], who: ['appellant'] }],
  'confirm-solved': [{ in: ['replied'], who: ['appellant'] }],
  'call-back': [{ in: ['replied'], who: ['in-charge', 'specialist', ...OVERSEERS] }],
  withdraw: [{ in: OPEN, who: ['appellant'] }],
  merge: [
    { in: ['submitted'], who: TAKERS },
    { in: TAKEN, who: ['in-charge'] },
  ],
  link: [
    { in: STATE_KINDS, who: ['bot'] },
    { in: ['submitted'], who: TAKERS },
    { in: [...TAKEN, ...ANSWERED], who: ['in-charge'] },
  ],
  gather: [
    { in: ['submitted'], who: TAKERS },
    { in: TAKEN, who: ['in-charge', 'bot'] },
  ],
  urge: [
    { in: OPEN, who: ['appellant'] },
    { in: AT_DESK, who: ['in-charge', ...OVERSEERS] },
  ],
  publish: [{ in: [...OPEN, ...ANSWERED, 'closed'], who: ['appellant'] }],
  'see-contact': [
    { in: STATE_KINDS, who: ['appellant', 'in-charge', ...OVERSEERS] },
    { in: [...AT_DESK, ...ANSWERED], who: ['handler'] },
  ],
  export: [{ in: STATE_KINDS, who: ['in-charge', ...OVERSEERS] }],
  erase: [{ in: OVER, who: ['clock', 'administrator'] }],
  tick: [{ in: STATE_KINDS, who: ['clock'] }],
};

/** The roles by which a command is possible in a state. */
export const whoMay = (command: CommandKind, kind: StateKind): readonly Role[] =>
  PERMITS[command].flatMap((permit) => (permit.in.includes(kind) ? permit.who : []));

/** True where one of the roles may do it in a state to which an appeal in this one can still come. */
export const mayYet = (command: CommandKind, kind: StateKind, roles: readonly Role[]): boolean =>
  PERMITS[command].some(
    ({ in: kinds, who }) =>
      // Nothing becomes untaken again: who could have taken it has missed it.
      (kind === 'submitted' || kinds.some((other) => other !== 'submitted')) &&
      who.some((role) => roles.includes(role)),
  );
