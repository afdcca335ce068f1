import type { Instant } from '../../src/domain/time.ts';
import type { MovableClock } from './index.ts';

/** Starts at `startAt` (null: the machine's time) and runs on from there with the machine's seconds. */
export function createClock(startAt: Instant | null, machine: () => number = Date.now): MovableClock {
  let offset = startAt === null ? 0 : startAt - machine();
  const now = (): Instant => (machine() + offset) as Instant;
  return {
    now,
    moveTo: (at) => {
      if (at <= now()) return false;
      offset = at - machine();
      return true;
    },
  };
}
