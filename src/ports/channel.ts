import type { Instant } from '../domain/time.ts';

/** One message from a person, as every channel hands it over. */
export interface InboundMessage {
  /** `channel:messageId`, the same when the platform repeats the message. */
  readonly id: string;
  /** Where it was said and where the answer goes: `channel:chatId`. */
  readonly chat: string;
  readonly isGroup: boolean;
  /** `channel:personId`; names are hints, never trusted. */
  readonly from: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly at: Instant;
}

/** What can be answered by one character; Feishu draws buttons, WeChat and the console print the keys. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

export interface OutboundMessage {
  /** The delivery's id: a platform that takes keys shows two messages with the same one once. */
  readonly key?: string;
  readonly text: string;
  readonly offer?: { readonly id: string; readonly choices: readonly Choice[] };
}

export type ChannelRefusal = 'not-started' | 'closed' | 'too-long' | 'rate-limited' | 'unknown-chat';

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

/** A way to people. `start` resolves when messages can arrive; `closed` when the channel has ended by itself. */
export interface Channel {
  readonly name: string;
  readonly start: (receive: (message: InboundMessage) => Promise<void>) => Promise<void>;
  readonly closed: Promise<void>;
  readonly stop: () => Promise<void>;
  readonly say: (chat: string, message: OutboundMessage) => Promise<void>;
}
