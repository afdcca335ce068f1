import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Attachment } from '../../src/ports/message.ts';
import type { WechatWords } from './words.ts';

/** What somebody elsewhere has to know at once. */
export type WechatAlarm =
  /** The session is lost: somebody has to scan the code again. */
  | 'logged-out'
  /** Neither a heartbeat nor an answer for almost a minute; it is started anew. */
  | 'silent'
  /** It could not be started; it is tried again. */
  | 'start-failed'
  /** The package named by `WECHATY_PUPPET` is not installed; it is not tried again. */
  | 'puppet-missing';

/** A step of logging in. `waiting`: the code wants to be scanned. */
export interface Scan {
  readonly status: 'waiting' | 'scanned' | 'confirmed' | 'expired' | 'cancelled' | 'unknown';
  /** What the QR code says. */
  readonly code: string;
  /** The code drawn with half blocks and colours for a terminal; empty where there is nothing to scan. */
  readonly drawn: string;
  /** The code as a PNG picture; null where there is nothing to scan. */
  readonly picture: Uint8Array | null;
}

/** Until when the messages of a chat have been taken; kept between starts. */
export interface Watermarks {
  readonly read: (chat: string) => Promise<Instant | null>;
  readonly write: (chat: string, at: Instant) => Promise<void>;
}

/** How the account may be used (`channels.wechat` of the rules); counts every message that the platform sees. */
export interface WechatPace {
  /** Least time between two messages, drawn from this range. */
  readonly gapMilliseconds: { readonly from: number; readonly to: number };
  readonly perMinute: number;
  /** Of one message; a longer text is cut at sentence ends. */
  readonly maxCharacters: number;
}

/** Somebody asks to become a friend. */
export interface FriendAsking {
  readonly hello: string;
  readonly person: string;
  readonly name: string;
  /** What it can be taken up by again after a restart. */
  readonly ticket: string;
}

export interface WechatOptions {
  /** The bot's name in groups: 「小企 …」 speaks to it, whatever the account is called. */
  readonly botName: string;
  /** Package of the puppet, and what it is created with: `token`, `endpoint`, `tls`. */
  readonly puppet: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** File, without ending, that the puppet keeps its log-in in; its folder exists. Null: nowhere. */
  readonly session: string | null;
  readonly clock: Clock;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  readonly log: Log;
  readonly words: WechatWords;
  readonly pace: WechatPace;
  readonly watermarks: Watermarks;
  /** The generation that ids had at the last log-in of an earlier run; null where they outlived it. */
  readonly lastGeneration: string | null;
  /** Ids of `before` mean nobody any more. Messages of the new log-in wait until it resolves. */
  readonly onGeneration: (before: string | null, now: string | null) => Promise<void>;
  /** Logged in: what has been waiting can be sent. */
  readonly onOnline: () => void | Promise<void>;
  readonly onScan: (scan: Scan) => void | Promise<void>;
  /** Once for every time that it goes wrong. */
  readonly onAlarm: (alarm: WechatAlarm) => void | Promise<void>;
  /** Whether to become the person's friend. May take days: somebody may have to be asked. */
  readonly acceptFriend: (asking: FriendAsking) => Promise<boolean>;
  /** Requests that were brought in an earlier run and wait still. */
  readonly waitingFriends: () => Promise<readonly Pick<FriendAsking, 'person' | 'ticket'>[]>;
  /** Whether to follow a person's invitation into a room. */
  readonly acceptInvitation: (inviter: string, topic: string) => Promise<boolean>;
  /** The bytes of a file that goes out. */
  readonly open: (attachment: Attachment) => Promise<Uint8Array>;
}
