import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFeishuChannel } from '../../adapters/feishu/index.ts';
import type { HttpServer } from '../../adapters/http/index.ts';
import { createWechatChannel } from '../../adapters/wechat/index.ts';
import { lastGeneration } from '../app/people/generation.ts';
import type { WechatConfig } from '../config.ts';
import type { Instant } from '../domain/time.ts';
import type { FeishuConfig } from '../feishu-config.ts';
import type { Program } from '../main.ts';
import { type Channel, ChannelError } from '../ports/channel.ts';
import type { Attachment } from '../ports/message.ts';
import { feishuFinding, feishuWords } from '../text/zh/feishu.ts';
import { scanText, wechatAlarm, wechatWords } from '../text/zh/wechat.ts';
import type { Bot } from './bot.ts';
import type { Io } from './output.ts';
import type { Rules } from './rules.ts';
import { openWebServer } from './web.ts';

/** What the channels of platforms ask of the rest of the program, once it is there. */
export interface PlatformTools {
  readonly program: Program;
  readonly io: Pick<Io, 'err'>;
  /** The bot, as soon as it is open; null where it could not be opened. */
  readonly bot: () => Promise<Bot | null>;
}

/** The bytes of a file that goes out: a page that was made, or what somebody sent. */
const fileOf =
  ({ system }: Program) =>
  async ({ id }: Attachment): Promise<Uint8Array> => {
    const bytes = (await system.attachments.get(id)) ?? (await system.pages.read(id));
    if (bytes === null) throw new ChannelError('forbidden');
    return bytes;
  };

/** Feishu; `web` takes its pushes where they come by webhook. */
export function openFeishu(
  { program, bot }: PlatformTools,
  { feishu, web }: { readonly feishu: FeishuConfig; readonly web: HttpServer | null },
): Channel {
  const { log } = program.system;
  const { encryptKey, verificationToken } = feishu;
  return createFeishuChannel({
    credentials: feishu.credentials,
    receiving:
      web !== null
        ? { kind: 'webhook', routes: web, secrets: { encryptKey, verificationToken } }
        : { kind: 'websocket' },
    words: feishuWords,
    now: () => Date.now() as Instant,
    log,
    readFile: fileOf(program),
    onTrouble: (finding) => {
      const told = bot().then(async (opened) => {
        if (finding === null) return opened?.online('feishu');
        const { code, facts } = finding;
        log.error('feishu-trouble', { code, ...facts });
        return opened?.tellAdministrators(feishuFinding(code, facts), 'feishu');
      });
      told.catch((error: unknown) => log.error('feishu-trouble-untold', { error }));
    },
  });
}

type WechatOptions = Parameters<typeof createWechatChannel>[0];

/** WeChat; what is to be scanned is drawn on the terminal. */
export async function openWechat(tools: PlatformTools, wechat: WechatConfig): Promise<Channel> {
  const { program } = tools;
  const { rules } = await program.timing();
  const folder = join(program.config.data, 'wechat');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return createWechatChannel({
    ...wechatOptions(tools, wechat, rules.channels['wechat'] ?? {}),
    session: join(folder, wechat.sessionName),
    lastGeneration: await lastGeneration(await program.records(), 'wechat'),
  });
}

/** With nothing remembered of an earlier run. */
function wechatOptions(
  { program, io, bot }: PlatformTools,
  { puppet }: WechatConfig,
  { gapMilliseconds, perMinute, maxCharacters }: NonNullable<Rules['channels'][string]>,
): WechatOptions {
  const { config, system } = program;
  return {
    botName: config.name,
    puppet,
    session: null,
    clock: system.clock,
    chance: system.chance,
    log: system.log,
    words: wechatWords,
    pace: {
      gapMilliseconds: gapMilliseconds ?? { from: 1000, to: 2000 },
      perMinute: perMinute ?? 20,
      maxCharacters: maxCharacters ?? 600,
    },
    watermarks: {
      read: async (chat) => (await bot())?.lastTaken(chat) ?? null,
      // The conversation itself keeps when its messages were taken.
      write: async () => undefined,
    },
    lastGeneration: null,
    onGeneration: async (_before, now) => (await bot())?.newGeneration('wechat', now),
    onOnline: async () => {
      const opened = await bot();
      opened?.logins.loggedIn();
      await opened?.online('wechat');
    },
    onScan: async (scan) => {
      const text = scanText(scan);
      if (text !== '') await io.err.write(`${text}\n`);
      if (scan.status === 'waiting' && scan.code !== '') await (await bot())?.logins.shown(scan);
    },
    onAlarm: async (alarm) => {
      system.log.error('wechat-alarm', { alarm });
      const opened = await bot();
      if (alarm === 'logged-out') opened?.logins.loggedOut();
      await opened?.tellAdministrators(wechatAlarm(alarm), 'wechat');
    },
    acceptFriend: async (asking) => (await bot())?.acceptFriend(asking) ?? false,
    waitingFriends: async () => (await bot())?.waitingFriends() ?? [],
    acceptInvitation: async (inviter) => (await bot())?.isSpecialist(inviter) ?? false,
    open: fileOf(program),
  };
}

/** A configured platform that is not to be started, to ask what is wrong with it; writes nothing. */
export function openIdle(program: Program, name: 'feishu' | 'wechat'): Channel {
  const { feishu, wechat } = program.config;
  const io = { err: { write: async () => undefined, terminal: false } };
  const tools: PlatformTools = { program, io, bot: async () => null };
  if (name === 'wechat') return createWechatChannel(wechatOptions(tools, configured(wechat), {}));
  const web = configured(feishu).receive === 'webhook' ? openWebServer(program) : null;
  return openFeishu(tools, { feishu: configured(feishu), web });
}

/** A channel that is wanted is configured: the settings are checked for that. */
function configured<Settings>(settings: Settings | null): Settings {
  if (settings === null) throw new ChannelError('not-started');
  return settings;
}
