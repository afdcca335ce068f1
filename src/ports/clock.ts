import type { Instant } from '../domain/time.ts';

export interface Clock {
  readonly now: () => Instant;
  /** Resolves at the instant, or when the signal comes. */
  readonly waitUntil: (at: Instant, signal: AbortSignal) => Promise<void>;
}
