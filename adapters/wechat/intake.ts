import type { Message, Wechaty } from 'wechaty';
import type { Instant } from '../../src/domain/time.ts';
import type { Receive } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import type { Online } from './online.ts';
import type { WechatOptions } from './options.ts';
import { isReplayed } from './replay.ts';
import { withinLimit } from './time-limit.ts';

export interface Intake {
  /** Hands a message over, unless it is an old one told again. Resolves when it is safe, or given up. */
  readonly take: (message: InboundMessage, online: Online) => Promise<void>;
}

const FIRST_RETRY_MS = 1_000;
const MOST_RETRIES = 8;
const LOADING_MS = 15_000;

/** WeChat tells a message once: a disk that is full for a moment must not lose it. */
async function insist(
  receive: () => ReturnType<Receive>,
  options: WechatOptions,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    try {
      await receive();
      return true;
    } catch (error) {
      options.log.error('wechat-receive-failed', { tries, error });
      if (tries >= MOST_RETRIES || signal.aborted) return false;
      const at = options.clock.now() + FIRST_RETRY_MS * 2 ** tries;
      await options.clock.waitUntil(at as Instant, signal);
    }
  }
}

/** Takes messages, each chat's up to its watermark. */
export function createIntake(options: WechatOptions, receive: Receive, signal: AbortSignal): Intake {
  const { watermarks } = options;
  /** Of each chat, since this log-in: until when messages had been taken before it. */
  let before = new Map<string, Instant | null>();
  let login: Online | null = null;
  const latest = new Map<string, Instant>();

  const beforeOf = async (chat: string, online: Online): Promise<Instant | null> => {
    if (login?.at !== online.at) {
      login = online;
      before = new Map();
    }
    const known = before.get(chat);
    if (known !== undefined) return known;
    const mark = latest.get(chat) ?? (await watermarks.read(chat));
    before.set(chat, mark);
    return mark;
  };
  return {
    take: async (message, online) => {
      const { chat, at } = message;
      const past = {
        before: await beforeOf(chat, online),
        latest: latest.get(chat) ?? null,
        loggedInAt: online.at,
      };
      if (isReplayed(at, past)) {
        options.log.info('wechat-replayed', { id: message.id });
        return;
      }
      if (!(await insist(() => receive(message), options, signal))) return;
      if (at <= (past.latest ?? past.before ?? 0)) return;
      latest.set(chat, at);
      await watermarks.write(chat, at);
    },
  };
}

/** A message by its id; asked for once more where the platform does not know it yet. Null where it never does. */
export async function loadMessage(
  id: string,
  bot: Wechaty,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Message | null> {
  for (let tries = 0; tries < 2 && !signal.aborted; tries += 1) {
    const message = await withinLimit(bot.Message.find({ id }), { clock, ms: LOADING_MS, signal });
    if (message !== undefined) return message;
  }
  return null;
}
