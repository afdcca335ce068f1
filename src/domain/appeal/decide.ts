import { append, type ChainTools } from '../chain.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { AppealCommand, CommandKind } from './commands.ts';
import { decideAtDesk } from './decide-desk.ts';
import { decideEnd } from './decide-end.ts';
import { decideOpening, submit } from './decide-opening.ts';
import { decideRecord } from './decide-record.ts';
import { type Case, type Draft, draft, type Outcome } from './drafts.ts';
import type { AppealChain, AppealEvent, Step } from './facts.ts';
import { type Asking, objection, possibleCommands } from './permission.ts';
import type { AppealRefusal, RefusalCode } from './refusal.ts';
import { type Relation, type Role, rolesOf } from './relation.ts';
import type { AppealClock } from './rules.ts';
import type { AppealState } from './state.ts';
import { TAKERS } from './transitions.ts';
import type { DeskId } from './types.ts';

/** What a decision is told beside state and command. */
export interface DecisionContext extends AppealClock {
  /** Of `command.by` to this appeal at `command.at`. */
  readonly relation: Relation;
  readonly isUnit: (unit: DeskId) => boolean;
}

/** Acts by which a specialist takes what nobody has taken. */
const TAKING: readonly CommandKind[] = ['ask-back', 'dispatch', 'note', 'reply', 'gather'];
/** Acts by which a handler acknowledges what nobody has acknowledged. */
const ACKNOWLEDGING: readonly CommandKind[] = ['ask-back', 'note', 'ask-extension', 'reply', 'see-contact'];

/**
 * What a command brings about: events in their order, to be appended together, or a refusal. A command whose cause the
 * appeal knows already brings about nothing, nor does a tick before its time.
 */
export function decide(
  state: AppealState | null,
  command: AppealCommand,
  context: DecisionContext,
): Result<readonly AppealEvent[], AppealRefusal> {
  const { at, by, cause } = command;
  const refused = (code: RefusalCode): Result<never, AppealRefusal> => {
    const asking: Asking = { ...context, by, at };
    return refuse({ code, possible: state === null ? [] : possibleCommands(state, asking) });
  };
  if (state === null) {
    if (command.kind !== 'submit') return refused('no-such-appeal');
    const opened = submit(command, context.relation);
    return opened.ok ? ok(stamped(opened.value, { at, by, cause })) : refused(opened.error);
  }
  if (state.causes.includes(cause)) return ok([]);
  const roles = rolesOf(state, context.relation);
  const code = objection(state, command.kind, { ...context, by, at });
  if (code !== null) return refused(code);
  const outcome = decideOn(state, command, { ...context, by, at, roles });
  if (!outcome.ok) return refused(outcome.error);
  return ok(stamped([...before(state, command.kind, roles), ...outcome.value], { at, by, cause }));
}

/** A chain with the events of a decision. */
export const extend = (chain: AppealChain, events: readonly AppealEvent[], tools: ChainTools): AppealChain =>
  events.reduce((longer, event) => append(longer, event, tools), chain);

const stamped = (drafts: readonly Draft[], { at, by, cause }: Step): readonly AppealEvent[] =>
  drafts.map(({ happening, words }) => ({ fact: { ...happening, at, by, cause }, words }));

/** What goes without saying before an act. */
function before(state: AppealState, command: CommandKind, roles: readonly Role[]): readonly Draft[] {
  const isTaking = state.kind === 'submitted' && TAKERS.some((role) => roles.includes(role));
  if (isTaking && TAKING.includes(command)) return [draft({ kind: 'accepted' })];
  const isAnswering = state.kind === 'dispatched' && roles.includes('handler');
  return isAnswering && ACKNOWLEDGING.includes(command) ? [draft({ kind: 'acknowledged' })] : [];
}

function decideOn(state: AppealState, command: AppealCommand, asked: Case): Outcome {
  switch (command.kind) {
    case 'submit':
      return refuse('already');
    case 'supplement':
    case 'join':
    case 'take':
    case 'hand-over':
    case 'ask-back':
    case 'inform':
    case 'not-accept':
      return decideOpening(state, command, asked);
    case 'dispatch':
    case 'recall-dispatch':
    case 'acknowledge':
    case 'note':
    case 'return':
    case 'reassign':
    case 'ask-extension':
    case 'decide-extension':
      return decideAtDesk(state, command, asked);
    case 'reply':
    case 'rate':
    case 'reopen':
    case 'confirm-solved':
    case 'call-back':
    case 'withdraw':
    case 'merge':
      return decideEnd(state, command, asked);
    case 'link':
    case 'gather':
    case 'urge':
    case 'publish':
    case 'see-contact':
    case 'export':
    case 'erase':
    case 'tick':
      return decideRecord(state, command, asked);
  }
}
