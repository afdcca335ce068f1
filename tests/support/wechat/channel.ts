import { createWechatChannel } from '../../../adapters/wechat/index.ts';
import type { Scan, WechatAlarm, WechatOptions } from '../../../adapters/wechat/options.ts';
import { createClock } from '../../../adapters/system/clock.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Channel } from '../../../src/ports/channel.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { InboundMessage } from '../../../src/ports/message.ts';
import { wechatWords } from '../../../src/text/zh/wechat.ts';
import { aPhone, type Phone, type Utterance } from './phone.ts';

export interface WechatBench {
  readonly channel: Channel;
  readonly phone: Phone;
  readonly received: InboundMessage[];
  readonly alarms: WechatAlarm[];
  readonly scans: Scan[];
  readonly generations: (readonly [before: string | null, now: string | null])[];
  /** Codes of what was logged as a warning or an error. */
  readonly logged: string[];
  readonly onlines: () => number;
  /** Resolves when the account is logged in and the channel knows. */
  readonly logIn: (selfId?: string) => Promise<void>;
}

export interface WechatBenchOptions extends Partial<WechatOptions> {
  readonly clock?: Clock;
  readonly receive?: (message: InboundMessage) => Promise<void>;
  /** Until when the messages of chats have been taken. */
  readonly marks?: Map<string, Instant>;
}

const REAL = createClock(null);

/** Resolves when it is so; the clock of the machine, whatever clock the channel has. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2_000 && !isSo(); turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

/** A WeChat channel over the real wechaty and its mock puppet, started, nobody logged in. */
export async function aWechat(options: WechatBenchOptions = {}): Promise<WechatBench> {
  const { receive, marks = new Map<string, Instant>(), ...given } = options;
  const clock = given.clock ?? REAL;
  const phone = aPhone(clock.now);
  const received: InboundMessage[] = [];
  const alarms: WechatAlarm[] = [];
  const scans: Scan[] = [];
  const generations: (readonly [string | null, string | null])[] = [];
  const logged: string[] = [];
  let onlines = 0;
  const channel = createWechatChannel({
    botName: '小企',
    puppet: { name: 'wechaty-puppet-mock', options: { mocker: phone.mocker } },
    session: null,
    clock,
    chance: () => 0.5,
    log: {
      info: () => undefined,
      warn: (code) => void logged.push(code),
      error: (code) => void logged.push(code),
    },
    words: wechatWords,
    pace: { gapMilliseconds: { from: 0, to: 0 }, perMinute: 1_000, maxCharacters: 600 },
    watermarks: {
      read: async (chat) => marks.get(chat) ?? null,
      write: async (chat, at) => void marks.set(chat, at),
    },
    lastGeneration: null,
    onGeneration: async (before, now) => void generations.push([before, now]),
    onOnline: () => {
      onlines += 1;
    },
    onScan: (scan) => void scans.push(scan),
    onAlarm: (alarm) => void alarms.push(alarm),
    acceptFriend: async () => true,
    waitingFriends: async () => [],
    acceptInvitation: async () => true,
    open: async () => Buffer.from('bytes'),
    ...given,
  });
  await channel.start(async (message) => {
    await receive?.(message);
    received.push(message);
  });
  const logIn = async (selfId?: string): Promise<void> => {
    const before = onlines;
    phone.logIn(selfId);
    await until(() => onlines > before);
  };
  return { channel, phone, received, alarms, scans, generations, logged, onlines: () => onlines, logIn };
}

/** The account with 张三 (a friend), 李四 (none) and a room of the three. */
export async function aLoggedInWechat(options: WechatBenchOptions = {}): Promise<WechatBench> {
  const bench = await aWechat(options);
  const { phone } = bench;
  phone.person('wxid_qifu', '企服助手');
  phone.person('zhangsan', '张三');
  phone.person('lisi', '李四', { friend: false });
  phone.room('room@chatroom', '企业服务一群', ['wxid_qifu', 'zhangsan', 'lisi']);
  await bench.logIn();
  return bench;
}

/** What reaches the handler of these, each after the other. */
export async function hear(
  utterances: readonly Utterance[],
  prepare: (bench: WechatBench) => void = () => undefined,
  options: WechatBenchOptions = {},
): Promise<readonly InboundMessage[]> {
  const bench = await aLoggedInWechat(options);
  prepare(bench);
  for (const utterance of utterances) bench.phone.says(utterance);
  // The last one is heard after all others.
  const last = bench.phone.says({ from: 'zhangsan', text: '完' });
  await until(() => bench.received.some(({ id }) => id === `wechat:${last}`));
  await bench.channel.stop();
  return bench.received.slice(0, -1);
}
