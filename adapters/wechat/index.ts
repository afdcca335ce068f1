import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { type Channel, ChannelError, type Finding } from '../../src/ports/channel.ts';
import { createBackground } from './background.ts';
import { createCondition } from './condition.ts';
import { createDelivery } from './deliver.ts';
import { fetchFile } from './fetch-file.ts';
import { createHearing, type Hearing } from './hear.ts';
import { isOfWechat } from './ids.ts';
import type { Online } from './online.ts';
import type { WechatOptions } from './options.ts';
import { createReceipts } from './receipts.ts';
import { createRecent } from './recent.ts';
import { createSession, type Session } from './session.ts';
import { createTurns } from './turns.ts';

/** Before it is started, all that can be known is whether the puppet is installed. */
function findingsAtRest(puppet: string): readonly Finding[] {
  try {
    createRequire(import.meta.url).resolve(puppet);
    return [];
  } catch {
    return [{ severity: 'error', code: 'puppet-missing', facts: { puppet, minutes: 0 } }];
  }
}

/**
 * WeChat through whatever puppet is configured. wechaty is loaded when the channel starts. While nobody is logged in,
 * what is to be said is refused as `closed`, and can be said once `onOnline` tells.
 */
export function createWechatChannel(options: WechatOptions): Channel {
  const { clock, log } = options;
  const ending = new AbortController();
  const { signal } = ending;
  // As many messages may be waited for as come at once.
  setMaxListeners(0, signal);
  const background = createBackground(log);
  const condition = createCondition(options, clock);
  const receipts = createReceipts(clock, signal);
  const recent = createRecent();
  let hearing: Hearing | null = null;
  let session: Session | null = null;
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (end = resolve));
  const deliver = createDelivery({
    options,
    turns: createTurns(options, signal),
    receipts,
    onSaid: (online, said) => hearing?.remember(online, said),
  });

  const online = (): Online => {
    const now = hearing?.online() ?? null;
    if (now === null || signal.aborted) throw new ChannelError('closed');
    return now;
  };
  return {
    name: 'wechat',
    closed,
    start: async (receive) => {
      const heard = createHearing({ options, receive, signal, background, condition, receipts, recent });
      hearing = heard;
      session = createSession({ options, condition, signal, earFor: heard.earFor, onGone: heard.gone });
      await session.start();
    },
    say: async (chat, message) => {
      if (session === null && !signal.aborted) throw new ChannelError('not-started');
      if (!isOfWechat(chat)) throw new ChannelError(signal.aborted ? 'closed' : 'unknown-chat');
      return deliver(online(), chat, message);
    },
    fetch: async ({ id }) => fetchFile(id, online()),
    diagnose: async () => (session === null ? findingsAtRest(options.puppet.name) : condition.findings()),
    stop: async () => {
      ending.abort();
      await session?.stop();
      await hearing?.idle();
      await background.settled();
      end();
    },
  };
}
