import type { Asked } from './asked.ts';
import { checkMessage } from './check-message.ts';
import { checkCard } from './check-card.ts';
import { invalid, notValid, Refusal } from './refusal.ts';
import { keepUpload, readResource } from './resources.ts';
import type { Traffic } from './traffic.ts';
import type { FeishuChat, FeishuWorld, StoredMessage } from './world.ts';

export interface DeskDeps {
  readonly world: FeishuWorld;
  readonly traffic: Traffic;
  readonly sent: (message: StoredMessage) => void;
}

/** What a route is given: the parts of its path, and the request. */
interface Visit extends DeskDeps {
  readonly ids: readonly string[];
  readonly asked: Asked;
}

type Route = readonly [
  method: string,
  path: RegExp,
  scopes: readonly string[],
  handle: (visit: Visit) => object | Buffer,
];

const HOUR_MS = 3_600_000;
const CARD_LIFE_MS = 14 * 24 * HOUR_MS;
const SAYING = ['im:message:send_as_bot', 'im:message'];
const READING = ['im:message:readonly', 'im:message'];

const parseBody = ({ body }: Asked): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw notValid('body is not JSON');
  }
};

/** The private chat of the bot with a person, made where there is none. */
export function privateChat(world: FeishuWorld, openId: string): FeishuChat {
  const found = [...world.chats.values()].find((chat) => chat.mode === 'p2p' && chat.members.has(openId));
  if (found) return found;
  const chat: FeishuChat = {
    id: world.nextId('oc_p2p'),
    mode: 'p2p',
    members: new Set([openId]),
    hasBot: true,
    muted: false,
  };
  world.chats.set(chat.id, chat);
  return chat;
}

function receiver({ world, asked }: Visit, receiveId: unknown): FeishuChat {
  const kind = asked.query.get('receive_id_type');
  if (kind === null) throw notValid('receive_id_type is required');
  if (kind !== 'open_id' && kind !== 'chat_id') throw notValid(`receive_id_type ${kind}`);
  if (typeof receiveId !== 'string' || receiveId === '') throw notValid('receive_id is required');
  if (kind === 'open_id') {
    const person = world.people.get(receiveId);
    if (!person) throw new Refusal(99992351, 'The request you send is not a valid {open_id}.');
    if (!person.inRange) throw new Refusal(230013, 'Bot has NO availability to this user.');
    return privateChat(world, receiveId);
  }
  const chat = world.chats.get(receiveId);
  if (!chat) throw new Refusal(230034, 'The receive_id is invalid.');
  return chat;
}

function speak(visit: Visit, chat: FeishuChat, parent?: string): object {
  const { world, asked, traffic, sent } = visit;
  const body = checkMessage(parseBody(asked), asked.body.length, world);
  if (!world.app.hasBot) throw new Refusal(230006, 'Bot ability is not activated.');
  if (!chat.hasBot) throw new Refusal(230002, 'The bot can not be outside the group.');
  if (chat.muted) throw new Refusal(230018, 'These operations are NOT allowed at current group settings.');
  const { uuid } = body;
  const sameKey = uuid === undefined ? undefined : world.byUuid.get(`${chat.id} ${uuid}`);
  const before = sameKey && sameKey.at > world.now() - HOUR_MS ? sameKey : undefined;
  if (before) return { message_id: before.id, chat_id: chat.id };
  traffic.pass(chat.id);
  const message: StoredMessage = {
    id: world.nextId('om'),
    chat: chat.id,
    sender: { id: world.app.id, id_type: 'app_id', sender_type: 'app' },
    type: body.msg_type,
    content: body.content,
    at: world.now(),
    mentions: [],
    deleted: false,
    ...(uuid === undefined ? {} : { uuid }),
    ...(parent === undefined ? {} : { parent }),
  };
  world.messages.set(message.id, message);
  if (uuid !== undefined) world.byUuid.set(`${chat.id} ${uuid}`, message);
  sent(message);
  return { message_id: message.id, chat_id: chat.id };
}

const messageOf = ({ world }: Visit, id: string | undefined): StoredMessage => {
  const message = world.messages.get(id ?? '');
  if (!message) throw invalid('message_id');
  const chat = world.chats.get(message.chat);
  if (!chat?.hasBot) throw new Refusal(230002, 'The bot can not be outside the group.');
  return message;
};

const toItem = (message: StoredMessage): object => ({
  message_id: message.id,
  msg_type: message.type,
  create_time: String(message.at),
  update_time: String(message.at),
  deleted: message.deleted,
  updated: false,
  chat_id: message.chat,
  sender: { ...message.sender, tenant_key: 'tenant' },
  body: { content: message.deleted ? 'This message was recalled' : message.content },
  ...(message.mentions.length === 0
    ? {}
    : { mentions: message.mentions.map((one) => ({ ...one, id_type: 'open_id', tenant_key: 'tenant' })) }),
  ...(message.upper === undefined ? {} : { upper_message_id: message.upper }),
});

/** A bundle's messages, those of bundles in it included. */
const bundled = (world: FeishuWorld, upper: string): StoredMessage[] =>
  [...world.messages.values()]
    .filter((one) => one.upper === upper)
    .flatMap((one) => [one, ...bundled(world, one.id)]);

function patch(visit: Visit): object {
  const { world, ids, asked } = visit;
  const message = messageOf(visit, ids[0]);
  if (message.sender.id !== world.app.id) throw new Refusal(230012, 'Bot is NOT the sender of the message.');
  if (message.type !== 'interactive') throw new Refusal(230001, 'This message is NOT a card.');
  if (message.deleted) throw new Refusal(230011, 'The message was recalled.');
  if (message.at < world.now() - CARD_LIFE_MS)
    throw new Refusal(230031, 'The message is NOT within the last 14 days.');
  const { content } = parseBody(asked) as { content?: unknown };
  if (typeof content !== 'string') throw invalid('content');
  checkCard(JSON.parse(content));
  message.content = content;
  return {};
}

const appInfo = ({ world: { app } }: Visit): object => ({
  app: {
    app_id: app.id,
    event: { subscription_type: app.receives, subscribed_events: [...app.events] },
    callback: { callback_type: app.receives, subscribed_callbacks: [...app.callbacks] },
  },
});

const ROUTES: readonly Route[] = [
  [
    'POST',
    /^im\/v1\/messages$/,
    SAYING,
    (visit) => {
      const { receive_id: id } = parseBody(visit.asked) as { receive_id?: unknown };
      return speak(visit, receiver(visit, id));
    },
  ],
  [
    'POST',
    /^im\/v1\/messages\/([^/]+)\/reply$/,
    SAYING,
    (visit) => {
      const parent = messageOf(visit, visit.ids[0]);
      if (parent.deleted) throw new Refusal(230011, 'The message was withdrawn.');
      return speak(visit, visit.world.chats.get(parent.chat) as FeishuChat, parent.id);
    },
  ],
  ['PATCH', /^im\/v1\/messages\/([^/]+)$/, SAYING, patch],
  [
    'GET',
    /^im\/v1\/messages\/([^/]+)$/,
    READING,
    (visit) => {
      const message = messageOf(visit, visit.ids[0]);
      return { items: [message, ...bundled(visit.world, message.id)].map(toItem) };
    },
  ],
  [
    'GET',
    /^im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/,
    READING,
    (visit) =>
      readResource(visit.asked, {
        message: messageOf(visit, visit.ids[0]),
        key: visit.ids[1] ?? '',
        world: visit.world,
      }),
  ],
  [
    'POST',
    /^im\/v1\/files$/,
    ['im:resource'],
    ({ asked, world }) => ({ file_key: keepUpload(asked, 'file', world) }),
  ],
  [
    'POST',
    /^im\/v1\/images$/,
    ['im:resource'],
    ({ asked, world }) => ({ image_key: keepUpload(asked, 'image', world) }),
  ],
  [
    'GET',
    /^im\/v1\/chats\/([^/]+)$/,
    ['im:chat:readonly', 'im:chat'],
    ({ world, ids }) => {
      const chat = world.chats.get(ids[0] ?? '');
      if (!chat) throw new Refusal(232006, 'Your request specifies a chat_id which is invalid.');
      return { chat_mode: chat.mode };
    },
  ],
  [
    'GET',
    /^application\/v6\/scopes$/,
    [],
    ({ world: { app } }) => ({
      scopes: [
        ...[...app.scopes].map((one) => ({ scope_name: one, grant_status: 1, scope_type: 'tenant' })),
        { scope_name: 'asked:for:only', grant_status: 2, scope_type: 'tenant' },
      ],
    }),
  ],
  [
    'GET',
    /^application\/v6\/applications\/([^/]+)$/,
    ['application:application:self_manage'],
    (visit) => {
      if (!visit.asked.query.get('lang')) throw notValid('lang is required');
      return appInfo(visit);
    },
  ],
  [
    'GET',
    /^contact\/v3\/users\/([^/]+)$/,
    ['contact:user.base:readonly'],
    ({ world, ids }) => {
      const person = world.people.get(ids[0] ?? '');
      if (!person?.inRange) throw new Refusal(41050, 'no user authority error', { status: 403 });
      return { user: { open_id: person.openId, name: person.name } };
    },
  ],
];

/** Answers one request to `/open-apis/…`, or throws a refusal. */
export function serve(asked: Asked, deps: DeskDeps): object | Buffer {
  const { world } = deps;
  const token = /^Bearer (.+)$/.exec(asked.headers['authorization'] ?? '')?.[1];
  if (token === undefined) throw new Refusal(99991661, 'Missing access token for authorization.');
  if (!world.tokens.has(token)) throw new Refusal(99991663, 'Invalid access token for authorization.');
  if (asked.path === 'bot/v3/info') {
    if (!world.app.hasBot) throw new Refusal(230006, 'Bot ability is not activated.');
    return { bot: { activate_status: 2, app_name: '小企', open_id: world.app.bot } };
  }
  for (const [method, path, scopes, handle] of ROUTES) {
    const found = path.exec(asked.path);
    if (!found || method !== asked.method) continue;
    if (scopes.length > 0 && !scopes.some((one) => world.app.scopes.has(one))) {
      throw new Refusal(
        99991672,
        `Access denied. One of the following scopes is required: [${scopes.join(', ')}].`,
      );
    }
    const data = handle({ ...deps, asked, ids: found.slice(1) });
    return Buffer.isBuffer(data) ? data : { data };
  }
  throw new Refusal(404, 'page not found', { status: 404 });
}
