import { setMaxListeners } from 'node:events';
import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';

export interface FakeClock extends Clock {
  readonly advance: (ms: number) => Promise<void>;
}

/** A clock that stands until it is moved; whoever waits is woken in order. */
export function aFakeClock(start = 1_800_000_000_000): FakeClock {
  let now = start;
  const waiting = new Set<{ readonly at: number; readonly wake: () => void }>();
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now as Instant,
    waitUntil: (at, signal) =>
      new Promise((resolve) => {
        if (at <= now || signal.aborted) return resolve();
        const wake = (): void => {
          waiting.delete(one);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const one = { at, wake };
        waiting.add(one);
        // As many may wait for one signal as there are chats.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', wake);
        return undefined;
      }),
    advance: async (ms) => {
      const until = now + ms;
      for (;;) {
        await turn();
        const next = [...waiting].toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > until) break;
        now = Math.max(now, next.at);
        next.wake();
      }
      now = until;
      await turn();
    },
  };
}
