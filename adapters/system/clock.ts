import { setMaxListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';

/** A clock that can be moved forward while it runs. */
export interface MovableClock extends Clock {
  /**
   * Moves on to `at`; false, and nothing moved, where that is not later than now. Whoever waits for an earlier instant
   * is woken at that instant, in order, and has done its work (`settled`) before the clock moves on.
   */
  readonly moveTo: (at: Instant, settled: () => Promise<unknown>) => Promise<boolean>;
}

/** A timer of the machine can wait no longer than this at a time. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts at `startAt` (null: the machine's time) and runs on from there with the machine's seconds. */
export function createClock(startAt: Instant | null, machine: () => number = Date.now): MovableClock {
  let offset = startAt === null ? 0 : startAt - machine();
  const waiting = new Set<{ readonly at: Instant; readonly look: () => void }>();
  const now = (): Instant => (machine() + offset) as Instant;
  return {
    now,
    moveTo: async (target, settled) => {
      if (target <= now()) return false;
      for (;;) {
        // Whoever was woken begins its work in a later turn.
        await setImmediate();
        await settled();
        const next = Math.min(...[...waiting].map(({ at }) => at), target);
        if (next > now()) offset = next - machine();
        for (const { look } of waiting) look();
        if (next === target) break;
      }
      await setImmediate();
      await settled();
      return true;
    },
    waitUntil: (at, signal) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(waiter);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const look = (): void => {
          clearTimeout(timer);
          const left = at - now();
          if (left <= 0 || signal.aborted) end();
          else timer = setTimeout(look, Math.min(left, LONGEST_TIMER_MS));
        };
        const waiter = { at, look };
        waiting.add(waiter);
        // As many may wait for one signal as there are chats.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', end);
        look();
      }),
  };
}
