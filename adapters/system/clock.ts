import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';

/** A clock that can be moved forward while it runs. */
export interface MovableClock extends Clock {
  /** False, and nothing moved, where `at` is not later than now. */
  readonly moveTo: (at: Instant) => boolean;
}

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
