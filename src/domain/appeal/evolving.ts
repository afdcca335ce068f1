import type { Instant } from '../time.ts';
import type { Happening } from './facts.ts';
import {
  type AppealState,
  type Extension,
  type Pause,
  type Round,
  type StateOf,
  type TAKEN,
  waitingOf,
} from './state.ts';
import type { DeskId } from './types.ts';

/** A happening of this kind. */
export type Extra<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

/** Throws: no decision makes this event in this state. */
export function impossible(fact: Happening, state: AppealState | null): never {
  throw new Error(`impossible event: ${fact.kind} in ${state?.kind ?? 'nothing'}`);
}

/** The pauses with the one that is open ended at `at`. */
export function settled(state: AppealState, at: Instant): { readonly pauses: readonly Pause[] } {
  const waiting = waitingOf(state);
  return { pauses: waiting === null ? state.pauses : [...state.pauses, { from: waiting.since, to: at }] };
}

/** A round in which the enterprise was spoken to; the first time counts. */
export const contacted = (round: Round, at: Instant): Round => ({
  ...round,
  contactedAt: round.contactedAt ?? at,
});

/** 办理: the lead unit has done more than to acknowledge. */
export const inHandBy = (unit: DeskId | null, state: StateOf<(typeof TAKEN)[number]>): AppealState =>
  state.kind === 'acknowledged' && unit === state.desk.lead ? { ...state, kind: 'in-hand' } : state;

/** What a unit asked for goes with it when it gives the appeal away; what was granted stays. */
export const extensionAfter = ({ extension }: AppealState): Extension | null =>
  extension?.kind === 'asked' ? null : extension;
