import type { Status } from '../../domain/policy/types.ts';
import type { Choice } from '../../ports/message.ts';

/** One clause that was found, as scripts and the evaluation see it (`qifu ask --json`). */
export interface AskHit {
  readonly policy: string;
  readonly title: string;
  /** Every document that holds the clause: a plan and its task list. */
  readonly files: readonly string[];
  readonly clause: string;
  readonly path: readonly string[];
  readonly text: string;
  readonly units: readonly string[];
  readonly score: number;
  readonly status: Status;
}

export interface ClauseRef {
  readonly policy: string;
  readonly clause: string;
}

/** What a conversation remembers between two messages; plain data. */
export interface AskMemory {
  /** The last answered question that named a thing; one that only asked for another fact of it leaves it. */
  readonly lastQuestion: string | null;
  readonly lastRegion: string | null;
  /** The clause that the talk is about. */
  readonly about: ClauseRef | null;
  /** The clauses shown last, best first: what 「1」「2」「3」 refer to. */
  readonly shown: readonly ClauseRef[];
}

export interface AskReply {
  /** False where the bot declines, and for small talk. */
  readonly answered: boolean;
  readonly text: string;
  readonly hits: readonly AskHit[];
  readonly choices: readonly Choice[];
  readonly memory: AskMemory;
}

/** Answers one message of one conversation. Never throws for what a person types. */
export type Ask = (question: {
  readonly text: string;
  readonly region?: string | undefined;
  readonly memory?: AskMemory | undefined;
}) => AskReply;
