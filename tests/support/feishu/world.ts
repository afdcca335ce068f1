/** What the stand-in knows: the app as its console shows it, people, chats and messages. */

export interface FeishuApp {
  readonly id: string;
  readonly secret: string;
  /** The bot's open id. */
  readonly bot: string;
  readonly encryptKey: string | null;
  readonly verificationToken: string;
  readonly scopes: Set<string>;
  readonly events: Set<string>;
  readonly callbacks: Set<string>;
  receives: 'websocket' | 'webhook';
  hasBot: boolean;
}

export interface FeishuPerson {
  readonly openId: string;
  readonly name: string;
  /** Within the range in which the app may be used. */
  inRange: boolean;
}

export interface FeishuChat {
  readonly id: string;
  readonly mode: 'p2p' | 'group';
  readonly members: Set<string>;
  hasBot: boolean;
  /** Nobody but its owner may speak. */
  muted: boolean;
}

export interface StoredMention {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

export interface StoredMessage {
  readonly id: string;
  readonly chat: string;
  readonly sender: {
    readonly id: string;
    readonly id_type: 'open_id' | 'app_id';
    readonly sender_type: 'user' | 'app';
  };
  readonly type: string;
  content: string;
  readonly at: number;
  readonly parent?: string;
  /** The bundle that it lies in. */
  readonly upper?: string;
  readonly mentions: readonly StoredMention[];
  readonly uuid?: string;
  deleted: boolean;
}

export interface FeishuWorld {
  readonly app: FeishuApp;
  readonly people: Map<string, FeishuPerson>;
  readonly chats: Map<string, FeishuChat>;
  readonly messages: Map<string, StoredMessage>;
  /** Messages of the bot by chat and key. */
  readonly byUuid: Map<string, StoredMessage>;
  /** Files and images by key. */
  readonly files: Map<string, { readonly name: string; readonly bytes: Buffer }>;
  readonly tokens: Set<string>;
  /** Words that are not let through. */
  readonly sensitiveWords: Set<string>;
  /** Telephone numbers are not let through. */
  guardsPhones: boolean;
  readonly now: () => number;
  readonly nextId: (prefix: string) => string;
}

/** Everything that the app should have, but for what it does without. */
export const ALL_SCOPES = [
  'im:message:send_as_bot',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.group_msg',
  'im:message:readonly',
  'im:resource',
  'im:chat:readonly',
  'contact:user.base:readonly',
  'application:application:self_manage',
] as const;

export const ALL_EVENTS = [
  'im.message.receive_v1',
  'im.message.updated_v1',
  'im.message.recalled_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.member.user.added_v1',
  'im.chat.member.user.deleted_v1',
  'im.chat.disbanded_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
] as const;

export interface WorldOptions {
  readonly now?: () => number;
  readonly encryptKey?: string | null;
  readonly receives?: 'websocket' | 'webhook';
  readonly without?: readonly string[];
}

export function aWorld({
  now = Date.now,
  encryptKey = 'an-encrypt-key',
  receives = 'websocket',
  without = [],
}: WorldOptions = {}): FeishuWorld {
  let count = 0;
  return {
    app: {
      id: 'cli_0123456789abcdef',
      secret: 'an-app-secret',
      bot: 'ou_bot',
      encryptKey,
      verificationToken: 'a-verification-token',
      scopes: new Set(ALL_SCOPES.filter((one) => !without.includes(one))),
      events: new Set(ALL_EVENTS.filter((one) => !without.includes(one))),
      callbacks: new Set(['card.action.trigger'].filter((one) => !without.includes(one))),
      receives,
      hasBot: true,
    },
    people: new Map(),
    chats: new Map(),
    messages: new Map(),
    byUuid: new Map(),
    files: new Map(),
    tokens: new Set(),
    sensitiveWords: new Set(),
    guardsPhones: false,
    now,
    nextId: (prefix) => {
      count += 1;
      return `${prefix}_${String(count).padStart(6, '0')}`;
    },
  };
}
