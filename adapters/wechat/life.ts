import type { Wechaty } from 'wechaty';
import type { Condition } from './condition.ts';
import { type Ear, listen } from './listen.ts';
import type { WechatOptions } from './options.ts';
import { type Pulse, watchPulse } from './pulse.ts';
import { withinLimit } from './time-limit.ts';

export interface LifeTools {
  readonly options: WechatOptions;
  readonly condition: Condition;
  readonly signal: AbortSignal;
  readonly earFor: (bot: Wechaty) => Omit<Ear, 'beat' | 'error'>;
}

/** One bot, from its start to its end. `hopeless`: it is no use to try again. */
export interface Life {
  readonly began: 'running' | 'failed' | 'hopeless';
  /** Resolves when it has to be replaced. */
  readonly over: Promise<void>;
  /** Waits for its end, not for ever; what it still has to say is heard by nobody. */
  readonly end: () => Promise<void>;
}

/** wechaty itself gives a puppet 15 seconds. */
const STOPPING_MS = 20_000;
const MISSING = /ERR_MODULE_NOT_FOUND|Cannot find (?:package|module)/;

async function loadBot({ puppet, session }: WechatOptions): Promise<Wechaty> {
  const { log, WechatyBuilder } = await import('wechaty');
  // It writes to the terminal what people said.
  log.level('silent');
  return WechatyBuilder.build({
    // The name is an npm package of anybody's: wechaty's type lists those of 2022.
    puppet: puppet.name as 'wechaty-puppet-service',
    puppetOptions: { ...puppet.options },
    ...(session === null ? {} : { name: session }),
  });
}

function isMissing(error: unknown, puppet: string): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return MISSING.test(`${code} ${error.message}`) && error.message.includes(puppet);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Everything that the bot tells, as long as it lives. */
function hear(bot: Wechaty, tools: LifeTools, over: AbortSignal): { readonly feel: (pulse: Pulse) => void } {
  const { options, condition } = tools;
  const ear = tools.earFor(bot);
  let pulse: Pulse | null = null;
  const living =
    <Told extends readonly unknown[]>(tell: (...told: Told) => void) =>
    (...told: Told): void => {
      if (!over.aborted) tell(...told);
    };
  const all: Ear = {
    login: living(ear.login),
    logout: living(ear.logout),
    scan: living(ear.scan),
    message: living((id: string) => {
      pulse?.sign();
      ear.message(id);
    }),
    roomChange: living(ear.roomChange),
    friendship: living(ear.friendship),
    invitation: living(ear.invitation),
    beat: () => pulse?.beat(),
    // It stays to the end and beyond: an error that nobody hears would end the process.
    error: living((error: unknown) => {
      condition.error();
      options.log.warn('wechat-error', { error });
      // Most errors are about one message or one contact; whether the rest is alive shows at once.
      pulse?.ask();
    }),
  };
  listen(bot, all, options.clock.now);
  return {
    feel: (felt) => {
      pulse = felt;
    },
  };
}

/** Starts a bot and watches it. Never throws. */
export async function beginLife(tools: LifeTools): Promise<Life> {
  const { options, condition, signal } = tools;
  const { clock, log, puppet } = options;
  const ending = new AbortController();
  const over = AbortSignal.any([signal, ending.signal]);
  let bot: Wechaty | null = null;
  const end = async (): Promise<void> => {
    ending.abort();
    if (bot !== null)
      await withinLimit(
        bot.stop().catch(() => undefined),
        { clock, ms: STOPPING_MS },
      );
  };
  try {
    bot = await loadBot(options);
    const living = bot;
    const ear = hear(living, tools, over);
    await Promise.race([living.start(), aborted(signal)]);
    // wechaty tells a puppet that did not start by an error event alone.
    if (living.puppet.state.active() !== true) return { began: 'failed', over: Promise.resolve(), end };
    condition.started();
    const pulse = watchPulse({
      clock,
      signal: over,
      ask: () => living.ding('qifu'),
      onSilent: () => condition.raise('silent'),
    });
    ear.feel(pulse);
    return { began: 'running', over: pulse.done, end };
  } catch (error) {
    log.error('wechat-start-failed', { error });
    const began = isMissing(error, puppet.name) ? 'hopeless' : 'failed';
    return { began, over: Promise.resolve(), end };
  }
}
