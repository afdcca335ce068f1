import type { Instant } from '../../src/domain/time.ts';
import { beginLife, type LifeTools } from './life.ts';

/** Keeps a bot running: starts it, and starts another one when it has gone silent. */
export interface Session {
  /** Resolves after the first attempt, whatever came of it: logging in may take a person. */
  readonly start: () => Promise<void>;
  /** Resolves when the bot has ended; the signal has come before. */
  readonly stop: () => Promise<void>;
}

export interface SessionTools extends LifeTools {
  /** The bot is gone, and with it the log-in. */
  readonly onGone: () => void;
}

const BACK_OFF_MS = 5_000;
const LONGEST_BACK_OFF_MS = 300_000;
/** After a bot that ran for so long another one is started without delay. */
const STEADY_MS = 600_000;

/** Not started yet. */
export function createSession(tools: SessionTools): Session {
  const { options, condition, signal, onGone } = tools;
  const { clock, chance } = options;
  let running: Promise<void> = Promise.resolve();

  const run = async (tried: () => void): Promise<void> => {
    for (let failures = 1; !signal.aborted; failures += 1) {
      const startedAt = clock.now();
      const life = await beginLife(tools);
      if (life.began === 'hopeless') condition.raise('puppet-missing');
      if (life.began === 'failed' && !signal.aborted) condition.raise('start-failed');
      tried();
      await life.over;
      onGone();
      await life.end();
      if (life.began === 'hopeless' || signal.aborted) return;
      if (clock.now() - startedAt > STEADY_MS) failures = 0;
      const wait = Math.min(BACK_OFF_MS * 2 ** failures, LONGEST_BACK_OFF_MS) * (0.75 + chance() / 2);
      await clock.waitUntil((clock.now() + wait) as Instant, signal);
    }
  };
  return {
    start: () =>
      new Promise((resolve) => {
        running = run(resolve).finally(resolve);
      }),
    stop: () => running,
  };
}
