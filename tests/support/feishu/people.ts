import { chatEvent, clickEvent, enteredEvent, messageEvent, peopleEvent, recalledEvent } from './events.ts';
import { privateChat } from './desk.ts';
import type { Delivery, FeishuServer } from './server.ts';
import type { FeishuChat, StoredMention, StoredMessage } from './world.ts';

/** What a person sends. */
export interface Said {
  readonly type?: string;
  /** An object becomes the content's JSON. */
  readonly content?: object | string;
  readonly text?: string;
  readonly mentions?: readonly StoredMention[];
  readonly parent?: string;
  /** Pushed under the id of an earlier one: the platform repeats itself. */
  readonly again?: StoredMessage;
}

/** People who use the stand-in. */
export interface FeishuPeople {
  readonly person: (openId: string, name: string) => string;
  readonly group: (id: string, ...members: readonly string[]) => FeishuChat;
  /** In a group, or alone with the bot where `chat` is null. Null where the app's rights keep the event from it. */
  readonly says: (
    openId: string,
    chat: string | null,
    said: Said,
  ) => Promise<(Delivery & { readonly message: StoredMessage }) | null>;
  readonly recalls: (message: StoredMessage) => Promise<Delivery>;
  readonly edits: (message: StoredMessage, text: string) => Promise<Delivery>;
  /** Presses the button with this text on a card. */
  readonly clicks: (openId: string, card: StoredMessage, label: string) => Promise<Delivery>;
  readonly happens: (type: string, chat: FeishuChat, operator: string) => Promise<Delivery>;
  readonly comeOrGo: (type: string, chat: FeishuChat, people: readonly string[]) => Promise<Delivery>;
  readonly enters: (openId: string, lastMessage?: string) => Promise<Delivery>;
  /** A mention of the bot, as the first of a message. */
  readonly atBot: StoredMention;
}

interface Button {
  readonly tag: string;
  readonly text?: { readonly content: string };
  readonly behaviors?: readonly { readonly value: unknown }[];
}

/** The buttons that a card shows, in order. */
export function buttonsOf(
  card: StoredMessage,
): readonly { readonly label: string; readonly value: unknown }[] {
  const { body } = JSON.parse(card.content) as { body: { elements: readonly Button[] } };
  return body.elements
    .filter(({ tag }) => tag === 'button')
    .map(({ text, behaviors }) => ({ label: text?.content ?? '', value: behaviors?.[0]?.value }));
}

/** What a person reads of a message: its text, or everything that a card shows. */
export function shownText(message: StoredMessage): string {
  const content = JSON.parse(message.content) as Record<string, unknown>;
  if (message.type === 'text') return String(content['text']);
  if (message.type !== 'interactive') return `[${message.type}]`;
  return [...message.content.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map((found) => JSON.parse(found[1] as string) as string)
    .join('\n');
}

export function peopleOf(server: FeishuServer): FeishuPeople {
  const { world, emit } = server;
  const atBot = { key: '@_user_1', id: world.app.bot, name: '小企' };

  const hears = (chat: FeishuChat, mentions: readonly StoredMention[]): boolean => {
    const { scopes, events } = world.app;
    if (!events.has('im.message.receive_v1')) return false;
    if (chat.mode === 'p2p') return scopes.has('im:message.p2p_msg:readonly');
    if (!chat.hasBot) return false;
    if (scopes.has('im:message.group_msg')) return true;
    return mentions.some(({ id }) => id === world.app.bot) && scopes.has('im:message.group_at_msg:readonly');
  };
  const store = (openId: string, chat: FeishuChat, said: Said): StoredMessage => {
    const { type = 'text', mentions = [], parent } = said;
    const content = said.content ?? { text: said.text ?? '' };
    const message: StoredMessage = {
      id: world.nextId('om'),
      chat: chat.id,
      sender: { id: openId, id_type: 'open_id', sender_type: 'user' },
      type,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      at: world.now(),
      mentions,
      deleted: false,
      ...(parent === undefined ? {} : { parent }),
    };
    world.messages.set(message.id, message);
    return message;
  };
  const chatOf = (message: StoredMessage): FeishuChat => world.chats.get(message.chat) as FeishuChat;
  return {
    atBot,
    person: (openId, name) => {
      world.people.set(openId, { openId, name, inRange: true });
      return openId;
    },
    group: (id, ...members) => {
      const chat: FeishuChat = { id, mode: 'group', members: new Set(members), hasBot: true, muted: false };
      world.chats.set(id, chat);
      return chat;
    },
    says: async (openId, chatId, said) => {
      const chat = chatId === null ? privateChat(world, openId) : (world.chats.get(chatId) as FeishuChat);
      const message = said.again ?? store(openId, chat, said);
      if (!hears(chat, message.mentions)) return null;
      return { ...(await emit('im.message.receive_v1', messageEvent(world, message, chat))), message };
    },
    recalls: (message) => {
      message.deleted = true;
      return emit('im.message.recalled_v1', recalledEvent(message, world.now()));
    },
    edits: (message, text) => {
      message.content = JSON.stringify({ text });
      return emit('im.message.updated_v1', messageEvent(world, message, chatOf(message)));
    },
    clicks: (openId, card, label) => {
      const button = buttonsOf(card).find((one) => one.label.includes(label));
      if (!button) throw new Error(`no button ${label}`);
      return emit('card.action.trigger', clickEvent(card, openId, button.value));
    },
    happens: (type, chat, operator) => emit(type, chatEvent(chat, operator)),
    comeOrGo: (type, chat, people) => {
      const known = people.map((openId) => ({ openId, name: world.people.get(openId)?.name ?? '' }));
      return emit(type, peopleEvent(chat, people[0] as string, known));
    },
    enters: (openId, lastMessage = '') =>
      emit(
        'im.chat.access_event.bot_p2p_chat_entered_v1',
        enteredEvent(privateChat(world, openId), openId, lastMessage),
      ),
  };
}
