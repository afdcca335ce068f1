import type { Client } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import { FeishuError } from './feishu-error.ts';
import type { Address } from './ids.ts';
import { itemsSchema, type Item } from './item.ts';
import type { TokenCache } from './token-cache.ts';

/** What is sent: a type of message and its content, already JSON as the platform wants it. */
export interface Letter {
  readonly type: 'text' | 'interactive' | 'file' | 'image';
  readonly content: string;
}

export interface Sending {
  readonly letter: Letter;
  /** At most 50 characters; the same one within an hour is shown once. */
  readonly uuid?: string;
}

/** State of the app as its console shows it; null where it may not be read. */
export interface AppState {
  /** `websocket` or `webhook`, for events; null where not told. */
  readonly receives: string | null;
  readonly events: readonly string[];
  readonly callbacks: readonly string[];
}

/** The platform's interface as far as it is used. All throw `FeishuError`. */
export interface FeishuApi {
  readonly send: (to: Address, sending: Sending) => Promise<string | null>;
  readonly reply: (message: string, sending: Sending) => Promise<string | null>;
  readonly replaceCard: (message: string, content: string) => Promise<void>;
  /** A message and, where it is a bundle, those in it. */
  readonly message: (id: string) => Promise<readonly Item[]>;
  readonly isPrivate: (chat: string) => Promise<boolean>;
  readonly uploadFile: (file: {
    readonly name: string;
    readonly type: FileType;
    readonly bytes: Uint8Array;
  }) => Promise<string>;
  readonly uploadImage: (bytes: Uint8Array) => Promise<string>;
  readonly download: (file: {
    readonly message: string;
    readonly key: string;
    readonly kind: 'file' | 'image';
  }) => Promise<AsyncIterable<Uint8Array>>;
  readonly bot: () => Promise<{ readonly openId: string; readonly active: boolean }>;
  readonly scopes: () => Promise<ReadonlySet<string>>;
  readonly app: () => Promise<AppState>;
  readonly personName: (openId: string) => Promise<string>;
}

export type FileType = 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream';

/** Codes by which the platform says that it no longer takes the token. */
const STALE_TOKEN: ReadonlySet<number | null> = new Set([99991661, 99991663, 99991664, 99991665]);
const GRANTED = 1;
const ACTIVE = 2;

const sentSchema = z.object({ data: z.object({ message_id: z.string() }) });
const chatSchema = z.object({ data: z.object({ chat_mode: z.string() }) });
const fileSchema = z.object({ file_key: z.string() });
const imageSchema = z.object({ image_key: z.string() });
const botSchema = z.object({
  bot: z.object({ open_id: z.string(), activate_status: z.number().default(ACTIVE) }),
});
const scopesSchema = z.object({
  data: z.object({
    scopes: z.array(z.object({ scope_name: z.string(), grant_status: z.number() })).default([]),
  }),
});
const appSchema = z.object({
  data: z.object({
    app: z.object({
      event: z
        .object({ subscription_type: z.string().nullish(), subscribed_events: z.array(z.string()).nullish() })
        .nullish(),
      callback: z.object({ subscribed_callbacks: z.array(z.string()).nullish() }).nullish(),
      callback_info: z.object({ subscribed_callbacks: z.array(z.string()).nullish() }).nullish(),
    }),
  }),
});
const personSchema = z.object({ data: z.object({ user: z.object({ name: z.string().optional() }) }) });

/** What an answer should hold. Throws `FeishuError` where it does not. */
function read<Answer>(schema: z.ZodType<Answer>, answer: unknown, path: string): Answer {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const facts = { code: null, status: 200, afterMs: null, mayHaveArrived: true, path };
  throw new FeishuError('unexpected-answer', facts);
}

/** The calls of the SDK's client, each under a token that is renewed once where the platform has dropped it. */
export function createApi(client: Client, tokens: TokenCache, appId: string): FeishuApi {
  const call = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FeishuError) || !STALE_TOKEN.has(error.code)) throw error;
      tokens.drop();
      return work();
    }
  };
  const { message, chat, file, image, messageResource } = client.im.v1;
  const toData = ({ letter, uuid }: Sending) => ({
    msg_type: letter.type,
    content: letter.content,
    ...(uuid === undefined ? {} : { uuid }),
  });
  // A message that was taken is sent, however its receipt looks.
  const receipt = (answer: unknown): string | null =>
    sentSchema.safeParse(answer).data?.data.message_id ?? null;
  return {
    send: async (to, sending) =>
      receipt(
        await call(() =>
          message.create({
            params: { receive_id_type: to.kind },
            data: { receive_id: to.id, ...toData(sending) },
          }),
        ),
      ),
    reply: async (id, sending) =>
      receipt(await call(() => message.reply({ path: { message_id: id }, data: toData(sending) }))),
    replaceCard: async (id, content) => {
      await call(() => message.patch({ path: { message_id: id }, data: { content } }));
    },
    message: async (id) =>
      read(
        itemsSchema,
        await call(() => message.get({ path: { message_id: id }, params: { user_id_type: 'open_id' } })),
        'im/v1/messages/:id',
      ).data.items,
    isPrivate: async (id) =>
      read(chatSchema, await call(() => chat.get({ path: { chat_id: id } })), 'im/v1/chats/:id').data
        .chat_mode === 'p2p',
    uploadFile: async ({ name, type, bytes }) =>
      read(
        fileSchema,
        await call(() =>
          file.create({ data: { file_type: type, file_name: name, file: Buffer.from(bytes) } }),
        ),
        'im/v1/files',
      ).file_key,
    uploadImage: async (bytes) =>
      read(
        imageSchema,
        await call(() => image.create({ data: { image_type: 'message', image: Buffer.from(bytes) } })),
        'im/v1/images',
      ).image_key,
    download: async ({ message: id, key, kind }) =>
      (
        await call(() =>
          messageResource.get({ path: { message_id: id, file_key: key }, params: { type: kind } }),
        )
      ).getReadableStream(),
    bot: async () => {
      const answer = await call(() => client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
      const { bot } = read(botSchema, answer, 'bot/v3/info');
      return { openId: bot.open_id, active: bot.activate_status === ACTIVE };
    },
    scopes: async () => {
      const answer = await call(() => client.application.v6.scope.list({}));
      const { scopes } = read(scopesSchema, answer, 'application/v6/scopes').data;
      return new Set(scopes.filter((one) => one.grant_status === GRANTED).map((one) => one.scope_name));
    },
    app: async () => {
      const answer = await call(() =>
        client.application.v6.application.get({ path: { app_id: appId }, params: { lang: 'zh_cn' } }),
      );
      const {
        event,
        callback,
        callback_info: older,
      } = read(appSchema, answer, 'application/v6/applications/:id').data.app;
      return {
        receives: event?.subscription_type ?? null,
        events: event?.subscribed_events ?? [],
        callbacks: callback?.subscribed_callbacks ?? older?.subscribed_callbacks ?? [],
      };
    },
    personName: async (openId) =>
      read(
        personSchema,
        await call(() =>
          client.contact.v3.user.get({ path: { user_id: openId }, params: { user_id_type: 'open_id' } }),
        ),
        'contact/v3/users/:id',
      ).data.user.name ?? '',
  };
}
