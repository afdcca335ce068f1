import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createClock, type MovableClock } from '../../adapters/system/clock.ts';
import { type Bot, openBot } from '../../src/commands/bot.ts';
import { openFeishu as openFeishuChannel, openWechat } from '../../src/commands/platforms.ts';
import { parseConfig } from '../../src/config.ts';
import type { FeishuConfig } from '../../src/feishu-config.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Program } from '../../src/main.ts';
import type { Channel } from '../../src/ports/channel.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { aCommandIo } from './command-line.ts';
import { createDeath, type Death } from './death.ts';
import { type FeishuPeople, peopleOf, shownText } from './feishu/people.ts';
import { type Delivery, type FeishuServer, openFeishu, type ServerOptions } from './feishu/server.ts';
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
  readonly receive?: (bot: Bot, message: InboundMessage) => Promise<void>;
  readonly killed?: Death;
}

export interface TwoPlatforms {
  readonly server: FeishuServer;
  readonly people: FeishuPeople;
  readonly phone: Phone;
  readonly clock: MovableClock;
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
  /** Lets time go on, and waits for what is done then. */
  readonly passes: (ms: number) => Promise<Heard>;
  readonly end: () => Promise<void>;
}

/** What was said since it was asked last, by chat: `wechat:wang`, `feishu:oc_chat`. */
export interface Heard {
  readonly at: (chat: string) => string;
}

/** A pause too short for any clock: the pace of an account has tests of its own. */
const AT_ONCE = { channels: { wechat: { gapMilliseconds: { from: 0, to: 1e-9 }, perMinute: 1000 } } };

/** The whole bot, composed as it runs, over both SDKs; platforms and clock are played. */
export async function aTwoPlatforms(start: string, options: ServerOptions = {}): Promise<TwoPlatforms> {
  const data = aTempFolder();
  writeFileSync(join(data, 'rules.json'), JSON.stringify(AT_ONCE));
  const startAt = parseConfig({}, { data, now: start }, HOME).startAt;
  const clock = createClock(startAt, () => 0);
  const server = await openFeishu({ clock, ...options });
  const { app } = server.world;
  const config = parseConfig(
    {
      LOG_LEVEL: 'silent',
      QIFU_ADMINS: 'feishu:ou_admin,wechat:admin',
      FEISHU_APP_ID: app.id,
      FEISHU_APP_SECRET: app.secret,
      FEISHU_DOMAIN: server.url,
      WECHATY_PUPPET: PUPPET,
    },
    { data, now: start },
    HOME,
  );
  const people = peopleOf(server);
  const phone = aPhone(clock.now);
  const { io } = aCommandIo();
  let running: (Run & { readonly settled: () => Promise<void> }) | null = null;

  const run = async ({ receive = (bot, message) => bot.receive(message), killed }: RunOptions = {}) => {
    const opened = openShared(config);
    const death = createDeath(killed);
    const records = death.records(await opened.records());
    const program: Program = {
      ...opened,
      system: { ...opened.system, clock },
      records: async () => records,
    };
    let found: Bot | null = null;
    const tools = { program, io, bot: async () => found };
    const channels: readonly Channel[] = [
      openFeishuChannel(tools, { feishu: config.feishu as FeishuConfig, web: null }),
      await openWechat(tools, {
        puppet: { name: PUPPET, options: { mocker: phone.mocker } },
        sessionName: 'test',
      }),
    ];
    const bot = await openBot(program, channels.map(death.channel));
    found = bot;
    const received: string[] = [];
    const hear = async (message: InboundMessage): Promise<void> => {
      death.comes();
      await receive(bot, message).finally(() => received.push(message.id));
    };
    for (const channel of channels) await channel.start(hear);
    phone.logIn();
    await bot.resume();
    const stop = async (): Promise<void> => {
      running = null;
      await Promise.all(channels.map((channel) => channel.stop()));
      if (!death.isDead()) await bot.stop();
    };
    const settled = (): Promise<void> => Promise.race([bot.settled(), death.died]);
    running = { bot, received, stop, settled };
    return running;
  };

  let [feishuHeard, wechatHeard] = [0, 0];
  const take = (): Heard => {
    const said = [
      ...server.said.slice(feishuHeard).map((message) => {
        const { mode, members } = server.world.chats.get(message.chat) ?? { mode: 'group', members: [] };
        const chat = mode === 'p2p' ? ([...members][0] ?? '') : message.chat;
        return { chat: `feishu:${chat}`, text: shownText(message) };
      }),
      ...phone
        .sent()
        .slice(wechatHeard)
        .map(({ to, text }) => ({ chat: `wechat:${to}`, text })),
    ];
    feishuHeard = server.said.length;
    wechatHeard = phone.sent().length;
    return {
      at: (chat) =>
        said
          .filter((one) => one.chat === chat)
          .map(({ text }) => text)
          .join('\n'),
    };
  };
  const passes = async (ms: number): Promise<Heard> => {
    const settled = running?.settled ?? (async () => undefined);
    await clock.moveTo((clock.now() + ms) as Instant, settled);
    return take();
  };
  const cardOf = (person: string, group: string | undefined) =>
    server.said.findLast(({ type, chat }) => {
      const { mode, members } = server.world.chats.get(chat) ?? { mode: 'group', members: new Set<string>() };
      const isThere = group === undefined ? mode === 'p2p' && members.has(person) : chat === group;
      return isThere && type === 'interactive';
    });
  return {
    server,
    people,
    phone,
    clock,
    run,
    passes,
    onWechat: async (person, text, { group } = {}) => {
      const id = phone.says({ from: person, text, ...(group === undefined ? {} : { room: group }) });
      await until(() => running?.received.includes(`wechat:${id}`) ?? true);
      expect(running?.received).toContain(`wechat:${id}`);
      return passes(2000);
    },
    onFeishu: async (person, text, { group, beneath } = {}) => {
      const parent = beneath ? cardOf(person, group)?.id : undefined;
      const addressed = { text: `@_user_1 ${text}`, mentions: [people.atBot] };
      const said = group === undefined ? { text } : parent === undefined ? addressed : { text, parent };
      await people.says(person, group ?? null, said);
      return passes(2000);
    },
    clicks: async (person, label, group) => {
      const card = cardOf(person, group);
      if (card === undefined) throw new Error(`no card for ${label}`);
      const { answer } = (await people.clicks(person, card, label)) satisfies Delivery;
      const { toast } = answer as { toast?: { content: string } };
      return { ...(await passes(2000)), toast: toast?.content ?? '' };
    },
    end: async () => {
      await running?.stop();
      await server.stop();
    },
  };
}
