import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createClock, type MovableClock } from '../../adapters/system/clock.ts';
import { type Bot, openBot } from '../../src/commands/bot.ts';
import { openFeishu as openFeishuChannel, openWechat } from '../../src/commands/platforms.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { FeishuConfig } from '../../src/feishu-config.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Program } from '../../src/main.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { aCommandIo } from './command-line.ts';
import { createDeath, type Death } from './death.ts';
import { type FeishuPeople, peopleOf, shownText } from './feishu/people.ts';
import { type FeishuServer, openFeishu, type ServerOptions } from './feishu/server.ts';
import type { StoredMessage } from './feishu/world.ts';
import { openShared } from './stage.ts';
import { aTempFolder } from './temp-folder.ts';
import { until } from './wechat/channel.ts';
import { aPhone, type Phone } from './wechat/phone.ts';

const PUPPET = 'wechaty-puppet-mock';
const HOME = join(import.meta.dirname, '../..');
/** Groups and people of the town; administrators are named by the settings. */
export const ROOM = 'owners@chatroom';
export const CHAT = 'oc_chat';

/** Where something is said: in a group, or alone with the bot where `group` is absent. */
interface Place {
  readonly group?: string;
}

/** One run of the program. */
export interface Run {
  readonly bot: Bot;
  /** Ids of messages that were handed over, those included that came again. */
  readonly received: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface RunOptions {
  /** What happens to a message between the platform and the bot. */
  readonly receive?: (bot: Bot, message: InboundMessage) => Promise<string | void>;
  readonly killed?: Death;
}

export interface TwoPlatforms {
  readonly server: FeishuServer;
  readonly people: FeishuPeople;
  readonly phone: Phone;
  readonly run: (options?: RunOptions) => Promise<Run>;
  /** Somebody says something on WeChat; resolves to what was said because of it. */
  readonly onWechat: (person: string, text: string, place?: Place) => Promise<Heard>;
  /** Somebody says something on Feishu, in groups with a mention of the bot; `beneath`: without, as a reply to its last card. */
  readonly onFeishu: (
    person: string,
    text: string,
    place?: Place & { readonly beneath?: true },
  ) => Promise<Heard>;
  /** Somebody presses a button on the last card of a chat; `toast` is what the platform shows at once. */
  readonly clicks: (person: string, label: string, group?: string) => Promise<Heard & { toast: string }>;
  /** The last card on Feishu in a group, or in the chat with a person alone. */
  readonly card: (person: string, group?: string) => StoredMessage | undefined;
  /** Lets time go on, and waits for what is done then. */
  readonly passes: (ms: number) => Promise<Heard>;
  readonly end: () => Promise<void>;
}

/** What was said since it was asked last, by chat: `wechat:wang`, `feishu:oc_chat`. */
export interface Heard {
  readonly at: (chat: string) => string;
}

const A_MOMENT_MS = 2000;
/** A pause too short for any clock: the pace of an account has tests of its own. */
const AT_ONCE = { channels: { wechat: { gapMilliseconds: { from: 0, to: 1e-9 }, perMinute: 1000 } } };

interface Stand {
  readonly server: FeishuServer;
  readonly phone: Phone;
  readonly clock: MovableClock;
  readonly config: Config;
}

interface Playing extends Run {
  readonly settled: () => Promise<void>;
}

/** The channels as they are composed when the bot is served. */
async function openChannels({ phone, config }: Stand, program: Program, bot: () => Promise<Bot | null>) {
  const tools = { program, io: aCommandIo().io, bot };
  const puppet = { name: PUPPET, options: { mocker: phone.mocker } };
  return [
    openFeishuChannel(tools, { feishu: config.feishu as FeishuConfig, web: null }),
    await openWechat(tools, { puppet, sessionName: 'test' }),
  ] as const;
}

async function startRun(
  stand: Stand,
  { receive = (bot, message) => bot.receive(message), killed }: RunOptions,
): Promise<Playing> {
  const opened = openShared(stand.config);
  const death = createDeath(killed);
  const records = death.records(await opened.records());
  const system = { ...opened.system, clock: stand.clock };
  const program: Program = { ...opened, system, records: async () => records };
  let found: Bot | null = null;
  const channels = await openChannels(stand, program, async () => found);
  const bot = await openBot(program, channels.map(death.channel));
  found = bot;
  const received: string[] = [];
  for (const channel of channels) {
    await channel.start(async (message) => {
      death.comes();
      return receive(bot, message).finally(() => received.push(message.id));
    });
  }
  stand.phone.logIn();
  await bot.resume();
  return {
    bot,
    received,
    settled: () => Promise.race([bot.settled(), death.died]),
    stop: async () => {
      await Promise.all(channels.map((channel) => channel.stop()));
      if (!death.isDead()) await bot.stop();
    },
  };
}

/** What was said on either platform since it was asked last. */
function createEar({ server, phone }: Stand): () => Heard {
  let [feishuHeard, wechatHeard] = [0, 0];
  return () => {
    const onFeishu = server.said.slice(feishuHeard).map((message) => {
      const { mode, members } = server.world.chats.get(message.chat) ?? { mode: 'group', members: [] };
      const chat = mode === 'p2p' ? ([...members][0] ?? '') : message.chat;
      return { chat: `feishu:${chat}`, text: shownText(message) };
    });
    const sent = phone.sent();
    const onWechat = sent.slice(wechatHeard).map(({ to, text }) => ({ chat: `wechat:${to}`, text }));
    feishuHeard = server.said.length;
    wechatHeard = sent.length;
    const said = [...onFeishu, ...onWechat];
    const textsIn = (chat: string): readonly string[] =>
      said.filter((one) => one.chat === chat).map(({ text }) => text);
    return { at: (chat) => textsIn(chat).join('\n') };
  };
}

/** The last card in a group, or in the chat with a person alone. */
const cardFor = ({ server }: Stand, person: string, group: string | undefined): StoredMessage | undefined =>
  server.said.findLast(({ type, chat }) => {
    if (type !== 'interactive') return false;
    if (group !== undefined) return chat === group;
    const place = server.world.chats.get(chat);
    return place?.mode === 'p2p' && place.members.has(person);
  });

async function aStand(start: string, options: ServerOptions): Promise<Stand> {
  const data = aTempFolder();
  writeFileSync(join(data, 'rules.json'), JSON.stringify(AT_ONCE));
  const { startAt } = parseConfig({}, { data, now: start }, HOME);
  const clock = createClock(startAt, () => 0);
  const server = await openFeishu({ clock, ...options });
  const { id, secret } = server.world.app;
  const settings = {
    LOG_LEVEL: 'silent',
    QIFU_ADMINS: 'feishu:ou_admin,wechat:admin',
    FEISHU_APP_ID: id,
    FEISHU_APP_SECRET: secret,
    FEISHU_DOMAIN: server.url,
    WECHATY_PUPPET: PUPPET,
  };
  const config = parseConfig(settings, { data, now: start }, HOME);
  return { server, clock, config, phone: aPhone(clock.now) };
}

/** The whole bot, composed as it runs, over both SDKs; platforms and clock are played. */
export async function aTwoPlatforms(start: string, options: ServerOptions = {}): Promise<TwoPlatforms> {
  const stand = await aStand(start, options);
  const { server, phone, clock } = stand;
  const people = peopleOf(server);
  const take = createEar(stand);
  let running: Playing | null = null;
  const passes = async (ms: number): Promise<Heard> => {
    await clock.moveTo((clock.now() + ms) as Instant, async () => running?.settled());
    return take();
  };
  return {
    people,
    phone,
    server,
    passes,
    card: (person, group) => cardFor(stand, person, group),
    run: async (given = {}) => (running = await startRun(stand, given)),
    onWechat: async (person, text, { group } = {}) => {
      const id = phone.says({ from: person, text, ...(group === undefined ? {} : { room: group }) });
      await until(() => running?.received.includes(`wechat:${id}`) ?? true);
      expect(running?.received).toContain(`wechat:${id}`);
      return passes(A_MOMENT_MS);
    },
    onFeishu: async (person, text, { group, beneath } = {}) => {
      const parent = beneath ? cardFor(stand, person, group)?.id : undefined;
      const addressed = { text: `@_user_1 ${text}`, mentions: [people.atBot] };
      const said = group === undefined ? { text } : parent === undefined ? addressed : { text, parent };
      await people.says(person, group ?? null, said);
      return passes(A_MOMENT_MS);
    },
    clicks: async (person, label, group) => {
      const card = cardFor(stand, person, group);
      if (card === undefined) throw new Error(`no card for ${label}`);
      const { answer } = await people.clicks(person, card, label);
      const { toast } = answer as { readonly toast?: { readonly content: string } };
      return { ...(await passes(A_MOMENT_MS)), toast: toast?.content ?? '' };
    },
    end: async () => {
      await running?.stop();
      await server.stop();
    },
  };
}
