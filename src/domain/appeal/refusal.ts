import type { CommandKind } from './commands.ts';

/** Why a command was refused. */
export type RefusalCode =
  | 'no-such-appeal'
  /** Not for this person, in no state. */
  | 'not-yours'
  /** For his desk, but a colleague of it is in charge. */
  | 'not-in-charge'
  /** For the unit in the lead; his own only supports it. */
  | 'supports-only'
  /** For this person, but in another state. */
  | 'not-now'
  | 'too-late'
  | 'already'
  | 'needs-reason'
  | 'needs-text'
  /** It says that something is being done, not what was done. */
  | 'empty-answer'
  | 'no-such-unit'
  /** Whoever is to take over has not got the role. */
  | 'no-such-person'
  | 'bad-days'
  | 'bad-score'
  /** An appeal cannot be merged with itself. */
  | 'itself'
  /** The contact is gone. */
  | 'erased';

export interface AppealRefusal {
  readonly code: RefusalCode;
  /** What this person can do with this appeal now. */
  readonly possible: readonly CommandKind[];
}
