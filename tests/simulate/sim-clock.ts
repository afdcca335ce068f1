import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until it is moved; who waits belongs to a life and is forgotten when it ends. */
export interface SimClock {
  readonly now: () => Instant;
  readonly forLife: () => Clock & { readonly end: () => void };
  /** The next instant that somebody waits for; null where nobody does. */
  readonly next: () => Instant | null;
  /** Moves on, and wakes whoever waited for an instant up to then. */
  readonly moveTo: (at: Instant) => void;
}

interface Waiter {
  readonly at: Instant;
  readonly wake: () => void;
}

export function createSimClock(start: Instant): SimClock {
  let now = start;
  const waiting = new Set<Waiter>();
  const nowOf = (): Instant => now;
  return {
    now: nowOf,
    forLife: () => {
      const own = new Set<Waiter>();
      return {
        now: nowOf,
        waitUntil: (at, signal) =>
          new Promise((resolve) => {
            if (at <= now || signal.aborted) return resolve();
            const waiter = {
              at,
              wake: () => {
                waiting.delete(waiter);
                own.delete(waiter);
                resolve();
              },
            };
            waiting.add(waiter);
            own.add(waiter);
            return undefined;
          }),
        end: () => {
          for (const waiter of own) waiting.delete(waiter);
        },
      };
    },
    next: () =>
      waiting.size === 0 ? null : [...waiting].reduce((one, other) => (other.at < one.at ? other : one)).at,
    moveTo: (at) => {
      if (at > now) now = at;
      for (const waiter of waiting) if (waiter.at <= now) waiter.wake();
    },
  };
}
