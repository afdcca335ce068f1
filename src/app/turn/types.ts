import type { Manners } from '../../domain/conversation/manners.ts';
import type { Instant } from '../../domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../ports/message.ts';
import type { Cargo } from '../../ports/records.ts';
import type { AskMemory } from '../answering/types.ts';
import type { Conversation } from '../conversation.ts';

/** One message as the steps see it. */
export interface Said {
  readonly message: InboundMessage;
  /** Its words without the bot's name in front, or those that the choice stands for that it picked. */
  readonly text: string;
  /** The bot's name stood in front. */
  readonly isCalled: boolean;
  /** The offer that it answered; null where it answered none. */
  readonly picked: string | null;
  readonly conversation: Conversation;
  readonly now: Instant;
}

/** A question and what the bot said to it. */
export interface Asked {
  readonly question: string;
  readonly reply: string;
}

/** What a message leads to; all of it is saved in one step. */
export interface Turn {
  /** Said in the chat where the message came from. */
  readonly reply?: OutboundMessage;
  /** What the next message can lean on. */
  readonly memory?: AskMemory;
  /** A question to the library and what was answered, for the person who may be asked next. */
  readonly asked?: Asked;
  /** What was picked can be picked again. */
  readonly staysOpen?: true;
  /** An appeal's number: what was offered about it in this chat is settled. */
  readonly settles?: string;
  /** Said elsewhere, or ordered from records. */
  readonly deliveries?: readonly {
    readonly to: string;
    readonly content: Cargo;
    /** Held back until then. */
    readonly notBefore?: Instant;
  }[];
  /** How the bot behaves in the chat from now on. */
  readonly manners?: Partial<Manners>;
}

/** One way of taking a message; null where it is not for this step. */
export type Step = (said: Said) => Promise<Turn | null>;

/** Nothing is said. */
export const SILENCE: Turn = {};
