import type { Correction, Proposal } from '../../domain/dispatch/types.ts';

export interface DispatchReply extends Proposal {
  /** The one question to ask where the appeal is too vague, else null. */
  readonly question: string | null;
}

/** Proposes who should take the lead on an appeal; `district` is the one of the group it comes from. Never throws. */
export type Dispatch = (appeal: {
  readonly text: string;
  readonly district?: string | undefined;
  readonly corrections?: readonly Correction[] | undefined;
}) => DispatchReply;
