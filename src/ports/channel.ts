import type { Attachment, InboundMessage, OutboundMessage } from './message.ts';

export type ChannelRefusal =
  | 'not-started'
  | 'closed'
  | 'too-long'
  | 'rate-limited'
  | 'unknown-chat'
  /** The person cannot be written to alone: not a friend, or outside the app's range. */
  | 'unreachable'
  /** The group lets only some people speak, and not the bot. */
  | 'muted'
  /** The platform refuses these words or this file for good. */
  | 'forbidden'
  /** It is not true or of use any more, and was not said. */
  | 'outdated'
  /** The platform did not take it and says so; later it may. */
  | 'unavailable';

/** Nothing was sent. Any other error of `say` leaves open whether something was. */
export class ChannelError extends Error {
  readonly code: ChannelRefusal;
  readonly retryable: boolean;
  /** How long the platform asks to wait; null where it does not say. */
  readonly afterMs: number | null;

  constructor(
    code: ChannelRefusal,
    options?: { readonly cause?: unknown; readonly retryable?: boolean; readonly afterMs?: number },
  ) {
    super(code, options);
    this.name = 'ChannelError';
    this.code = code;
    this.retryable = options?.retryable ?? false;
    this.afterMs = options?.afterMs ?? null;
  }
}

/** Something that keeps a channel from working, or will: a missing scope, a lost session. Words for codes live in text. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  /** A code of a closed set of the channel's own. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What is known of a message that was said. */
export interface Receipt {
  /** `channel:messageId`; null where the platform gives none. */
  readonly message: string | null;
  /** It holds all that was said, and can be changed when what it offers is over. */
  readonly isCard?: true;
}

/**
 * Resolves when the message is safe: only then may the platform be told that it was taken. Where a button was pressed
 * that does nothing for whoever pressed it, nothing is taken, and it resolves to why: shown to him alone, at once.
 */
export type Receive = (message: InboundMessage) => Promise<string | void>;

/** A way to people. `start` resolves when messages can arrive; `closed` when the channel has ended by itself. */
export interface Channel {
  readonly name: string;
  readonly start: (receive: Receive) => Promise<void>;
  readonly closed: Promise<void>;
  readonly stop: () => Promise<void>;
  readonly say: (chat: string, message: OutboundMessage) => Promise<Receipt>;
  /** The bytes of a file that came in. Throws `ChannelError`. */
  readonly fetch: (attachment: Attachment) => Promise<Uint8Array>;
  /** What is wrong with it at the moment. */
  readonly diagnose: () => Promise<readonly Finding[]>;
}
