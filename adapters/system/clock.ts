import { setMaxListeners } from 'node:events';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';

/** A clock that can be moved forward while it runs. */
export interface MovableClock extends Clock {
  /** False, and nothing moved, where `at` is not later than now. */
  readonly moveTo: (at: Instant) => boolean;
}

/** A timer of the machine can wait no longer than this at a time. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts at `startAt` (null: the machine's time) and runs on from there with the machine's seconds. */
export function createClock(startAt: Instant | null, machine: () => number = Date.now): MovableClock {
  let offset = startAt === null ? 0 : startAt - machine();
  const waiting = new Set<() => void>();
  const now = (): Instant => (machine() + offset) as Instant;
  return {
    now,
    moveTo: (at) => {
      if (at <= now()) return false;
      offset = at - machine();
      for (const look of waiting) look();
      return true;
    },
    waitUntil: (at, signal) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const look = (): void => {
          clearTimeout(timer);
          const left = at - now();
          if (left <= 0 || signal.aborted) end();
          else timer = setTimeout(look, Math.min(left, LONGEST_TIMER_MS));
        };
        waiting.add(look);
        // As many may wait for one signal as there are chats.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', end);
        look();
      }),
  };
}
