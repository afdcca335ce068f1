import type { Happening, InboundMessage } from '../../src/ports/message.ts';
import type { FeishuApi } from './api.ts';
import { buttonSchema, chatSchema, clickSchema, type Envelope, recalledSchema } from './events.ts';
import { outer } from './ids.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';

export interface HappeningDeps {
  readonly api: Pick<FeishuApi, 'message'>;
  readonly people: People;
  readonly places: Places;
}

type Plain = Extract<Happening['kind'], 'bot-joined' | 'bot-left' | 'chat-ended'>;

type Read = (envelope: Envelope, deps: HappeningDeps) => Promise<readonly InboundMessage[]>;

/** The platform itself, where it does not say who did something. */
const NOBODY = { id: outer('nobody'), name: '' };

/** Something that somebody did to a group. */
export const groupHappening =
  (kind: Plain): Read =>
  async ({ id, at, event }, { people }) => {
    const { chat_id: chatId, operator_id: operator } = chatSchema.parse(event);
    const openId = operator?.open_id;
    const from = openId ? { id: outer(openId), name: await people.nameOf(openId) } : NOBODY;
    return [{ id: outer(id), chat: outer(chatId), isGroup: true, from, text: '', at, happening: { kind } }];
  };

/** People who came or went, each a message of their own. */
export const peopleHappening =
  (kind: 'person-joined' | 'person-left'): Read =>
  async ({ id, at, event }) => {
    const { chat_id: chatId, users } = chatSchema.parse(event);
    const people = (users ?? []).flatMap(({ user_id: ids, name }) =>
      ids ? [{ id: outer(ids.open_id), name }] : [],
    );
    return people.map((from, index) => ({
      id: outer(index === 0 ? id : `${id}/${index}`),
      chat: outer(chatId),
      isGroup: true,
      from,
      text: '',
      at,
      happening: { kind },
    }));
  };

/** Somebody opens the private chat with the bot for the first time; later times say nothing. */
export const befriended: Read = async ({ id, at, event }, { people, places }) => {
  const { chat_id: chatId, operator_id: operator, last_message_id: last } = chatSchema.parse(event);
  if (!operator) return [];
  places.isWith(chatId, operator.open_id);
  if (last) return [];
  const person = outer(operator.open_id);
  const from = { id: person, name: await people.nameOf(operator.open_id) };
  return [
    {
      id: outer(id),
      chat: person,
      isGroup: false,
      from,
      text: '',
      at,
      happening: { kind: 'befriended', hello: '' },
    },
  ];
};

/** A message was withdrawn. The event does not say whose it was: the platform is asked. */
export const recalled: Read = async ({ id, at, event }, { api, people, places }) => {
  const { message_id: messageId, chat_id: chatId } = recalledSchema.parse(event);
  const items = await api.message(messageId).catch(() => []);
  const { sender } = items.find((one) => one.message_id === messageId) ?? {};
  if (sender?.sender_type === 'app') return [];
  const openId = sender?.id_type === 'open_id' && sender.id !== '' ? sender.id : null;
  const place = await places.placeOf(chatId, openId);
  const from =
    openId !== null
      ? { id: outer(openId), name: await people.nameOf(openId) }
      : place.isGroup
        ? NOBODY
        : { id: place.chat, name: '' };
  return [
    {
      id: outer(id),
      ...place,
      from,
      text: '',
      at,
      happening: { kind: 'recalled', message: outer(messageId) },
    },
  ];
};

/** A button was pressed; empty where it is none of ours. */
export const chosen: Read = async ({ id, at, event }, { people }) => {
  const { operator, action, context } = clickSchema.parse(event);
  const button = buttonSchema.safeParse(action.value).data;
  if (button === undefined) return [];
  const openId = operator.open_id;
  const isPrivate = button.private === openId;
  return [
    {
      id: outer(id),
      chat: outer(isPrivate ? openId : context.open_chat_id),
      isGroup: !isPrivate,
      from: { id: outer(openId), name: await people.nameOf(openId) },
      text: '',
      at,
      addressed: true,
      happening: { kind: 'chosen', offer: button.offer, key: button.key },
    },
  ];
};
