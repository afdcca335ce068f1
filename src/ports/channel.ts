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
  readonly text: string;
  readonly offer?: { readonly id: string; readonly choices: readonly Choice[] };
}

export type ChannelRefusal = 'not-started' | 'closed' | 'too-long' | 'rate-limited' | 'unknown-chat';

export class ChannelError extends Error {
  readonly code: ChannelRefusal;
  readonly retryable: boolean;

  constructor(code: ChannelRefusal, options?: { readonly cause?: unknown; readonly retryable?: boolean }) {
    super(code, options);
    this.name = 'ChannelError';
    this.code = code;
    this.retryable = options?.retryable ?? false;
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
