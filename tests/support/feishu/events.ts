import type { FeishuChat, FeishuWorld, StoredMention, StoredMessage } from './world.ts';

/** Events in the shape in which the platform pushes them (schema 2.0). */

const idsOf = (openId: string): object => ({
  union_id: `on_${openId}`,
  user_id: `u_${openId}`,
  open_id: openId,
});

export function envelope(world: FeishuWorld, type: string, event: object): object {
  return {
    schema: '2.0',
    header: {
      event_id: world.nextId('ev'),
      token: world.app.verificationToken,
      create_time: String(world.now()),
      event_type: type,
      tenant_key: 'tenant',
      app_id: world.app.id,
    },
    event,
  };
}

const toMention = (world: FeishuWorld, { key, id, name }: StoredMention): object => ({
  key,
  id: idsOf(id),
  name,
  mentioned_type: id === world.app.bot ? 'bot' : 'user',
  tenant_key: 'tenant',
});

export function messageEvent(world: FeishuWorld, message: StoredMessage, chat: FeishuChat): object {
  const { sender } = message;
  return {
    sender: { sender_id: idsOf(sender.id), sender_type: sender.sender_type, tenant_key: 'tenant' },
    message: {
      message_id: message.id,
      ...(message.parent === undefined ? {} : { parent_id: message.parent, root_id: message.parent }),
      create_time: String(message.at),
      update_time: String(message.at),
      chat_id: chat.id,
      chat_type: chat.mode,
      message_type: message.type,
      content: message.content,
      ...(message.mentions.length === 0
        ? {}
        : { mentions: message.mentions.map((one) => toMention(world, one)) }),
      user_agent: 'Mozilla/5.0',
    },
  };
}

export const chatEvent = (chat: FeishuChat, operator: string): object => ({
  chat_id: chat.id,
  operator_id: idsOf(operator),
  external: false,
  operator_tenant_key: 'tenant',
  name: '企业群',
});

export const peopleEvent = (
  chat: FeishuChat,
  operator: string,
  people: readonly { openId: string; name: string }[],
): object => ({
  ...chatEvent(chat, operator),
  users: people.map(({ openId, name }) => ({ name, tenant_key: 'tenant', user_id: idsOf(openId) })),
});

export const recalledEvent = (message: StoredMessage, at: number): object => ({
  message_id: message.id,
  chat_id: message.chat,
  recall_time: String(at),
  recall_type: 'message_owner',
});

export const enteredEvent = (chat: FeishuChat, operator: string, lastMessage: string): object => ({
  chat_id: chat.id,
  operator_id: idsOf(operator),
  last_message_id: lastMessage,
  last_message_create_time: '',
});

export const clickEvent = (card: StoredMessage, operator: string, value: unknown): object => ({
  operator: { tenant_key: 'tenant', ...idsOf(operator) },
  token: 'c-a-card-token',
  action: { value, tag: 'button', timezone: 'Asia/Shanghai' },
  host: 'im_message',
  context: { open_message_id: card.id, open_chat_id: card.chat },
});
