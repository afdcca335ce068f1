import type { Wechaty } from 'wechaty';
import type { Instant } from '../../src/domain/time.ts';
import type { Background } from './background.ts';
import type { Condition } from './condition.ts';
import { createIds } from './ids.ts';
import type { Online } from './online.ts';
import type { WechatOptions } from './options.ts';

/** A session that comes back by itself within this time is no alarm. */
const GRACE_MS = 20_000;

/** Who is logged in, and since when. */
export interface Login {
  /** Null while nobody is. */
  readonly online: () => Online | null;
  /** The account is logged in; what is returned makes it known, in its turn. */
  readonly begin: (bot: Wechaty, selfId: string) => () => Promise<void>;
  /** A loss is told of, unless it is mended soon. */
  readonly end: (isLoss: boolean) => void;
}

export interface LoginTools {
  readonly options: WechatOptions;
  readonly signal: AbortSignal;
  readonly background: Background;
  readonly condition: Condition;
}

/** Nobody is logged in. */
export function createLogin({ options, signal, background, condition }: LoginTools): Login {
  const { clock, puppet, log } = options;
  let online: Online | null = null;
  let generation = options.lastGeneration;
  let turn = 0;
  const alarmLater = async (mine: number): Promise<void> => {
    await clock.waitUntil((clock.now() + GRACE_MS) as Instant, signal);
    if (mine === turn && !signal.aborted) condition.raise('logged-out');
  };
  return {
    online: () => online,
    begin: (bot, selfId) => {
      turn += 1;
      const mine = turn;
      return async () => {
        // Logged out again before it was this one's turn.
        if (mine !== turn) return;
        const ids = createIds(puppet.name, selfId);
        if (ids.generation !== generation) await options.onGeneration(generation, ids.generation);
        generation = ids.generation;
        if (mine !== turn) return;
        online = { bot, selfId, ids, at: clock.now() };
        condition.online(ids.generation === null);
        log.info('wechat-online');
        background.run('wechat-online-failed', options.onOnline);
      };
    },
    end: (isLoss) => {
      const wasOnline = online !== null;
      turn += 1;
      online = null;
      condition.offline();
      const mine = turn;
      if (isLoss && wasOnline) background.run('wechat-alarm-failed', () => alarmLater(mine));
    },
  };
}
