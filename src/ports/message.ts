import type { Instant } from '../domain/time.ts';

/** A file that came with a message or goes out with one; its bytes lie with the channel or in the attachments. */
export interface Attachment {
  /** What the channel fetches it by, or the attachments keep it under. */
  readonly id: string;
  /** As the sender called it: shown, never a path. */
  readonly name: string;
  readonly kind: 'file' | 'image';
  /** Null where the platform does not say. */
  readonly bytes: number | null;
}

/** A message within a message: quoted, answered or forwarded. */
export interface Enclosed {
  /** `channel:messageId`; null where the platform keeps it to itself. */
  readonly id: string | null;
  /** The person's id is null where only a name came along. */
  readonly from: { readonly id: string | null; readonly name: string };
  readonly text: string;
  readonly at: Instant | null;
  /** Files of a quoted message; those of forwarded ones stay with the platform. */
  readonly files?: readonly Attachment[];
}

/** What happened in a chat without words. `unreadable`: a voice message, a sticker and the like, `what` it was. */
export type Happening =
  | { readonly kind: 'bot-joined' | 'bot-left' | 'person-joined' | 'person-left' | 'chat-ended' }
  | { readonly kind: 'befriended'; readonly hello: string }
  | { readonly kind: 'recalled'; readonly message: string }
  | { readonly kind: 'edited'; readonly message: string }
  | { readonly kind: 'chosen'; readonly offer: string; readonly key: string }
  | {
      readonly kind: 'unreadable';
      readonly what: 'voice' | 'video' | 'sticker' | 'location' | 'link' | 'card' | 'mini-program' | 'other';
    };

/** One message from a person, as every channel hands it over. */
export interface InboundMessage {
  /** `channel:messageId`, the same when the platform repeats the message. */
  readonly id: string;
  /** Where it was said and where the answer goes: `channel:chatId`. Alone with a person it is the person's id. */
  readonly chat: string;
  readonly isGroup: boolean;
  /** `channel:personId`; names are hints, never trusted. */
  readonly from: { readonly id: string; readonly name: string };
  /** Without the mention of the bot. */
  readonly text: string;
  readonly at: Instant;
  /** The platform says that it is meant for the bot: said in private, by mention, or in reply to the bot. */
  readonly addressed?: boolean;
  readonly quote?: Enclosed;
  /** A bundle of forwarded messages, in their order. */
  readonly forwarded?: readonly Enclosed[];
  /** People that it names, but for the bot. */
  readonly mentions?: readonly { readonly id: string; readonly name: string }[];
  readonly files?: readonly Attachment[];
  /** Set where the message is no words of a person. */
  readonly happening?: Happening;
}

/** What can be answered by one character; Feishu draws buttons, WeChat and the console print the keys. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  /** The words that picking it stands for; the key itself where absent. No channel's business. */
  readonly says?: string;
}

/** What a message puts to those who read it. */
export interface OutboundOffer {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** What the digits are about: an appeal's number; answers of the library where absent. No channel's business. */
  readonly topic?: string;
  /** The only person who may pick: `channel:personId`. */
  readonly for?: string;
  /** Open until something else closes it, instead of half an hour. */
  readonly lasting?: true;
}

/** A message (`channel:messageId`) with the chat that it was said in: nothing follows it into another one. */
export interface Answered {
  readonly chat: string;
  readonly message: string;
}

export interface OutboundMessage {
  /** The delivery's id: a platform that takes keys shows two messages with the same one once. */
  readonly key?: string;
  readonly text: string;
  readonly offer?: OutboundOffer;
  /** The person in a group that it is for: `channel:personId`. */
  readonly mention?: string;
  readonly files?: readonly Attachment[];
  /** The message of a group that it answers: shown beneath it where the platform can, plainly where it is gone. */
  readonly replyTo?: Answered;
  /** It asks for an answer in words: where only mentions arrive it says so. */
  readonly wantsWords?: true;
  /** A message of ours with an offer that this one takes the place of; where that cannot be, it is said anew. */
  readonly replaces?: string;
  /** Ids of the deliveries that it says all at once: none of them is made any more. */
  readonly folds?: readonly string[];
  /** Nobody waits for it: never said outside the hours for such messages, and of no use from `until` on. */
  readonly unasked?: { readonly until: Instant };
}
