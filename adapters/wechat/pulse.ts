import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';

/** After so long without a sign it is asked for one. */
const ASK_MS = 20_000;
/** Errors come in swarms. */
const BETWEEN_ASKING_MS = 5_000;
/** So that a dead session is known within a minute. */
const SILENT_MS = 45_000;

export interface PulseOptions {
  readonly clock: Clock;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Asks for a sign of life. */
  readonly ask: () => void;
  /** There has been none for too long; the watch is over. */
  readonly onSilent: () => void;
}

/** Signs of life of a puppet. */
export interface Pulse {
  /** A heartbeat, or an answer when it was asked. */
  readonly beat: () => void;
  /** A sign that does not come by itself: it says nothing when it stays away. */
  readonly sign: () => void;
  /** Asks at once: something has gone wrong. */
  readonly ask: () => void;
  /** Resolves when the watch is over. */
  readonly done: Promise<void>;
}

/** Watches from now on. A puppet that has neither heartbeat nor answer is asked, but not called silent. */
export function watchPulse({ clock, signal, ask, onSilent }: PulseOptions): Pulse {
  let lastAt = clock.now();
  let askedAt = lastAt;
  let hasPulse = false;
  const askNow = (): void => {
    if (clock.now() < askedAt + BETWEEN_ASKING_MS) return;
    askedAt = clock.now();
    ask();
  };
  const askAt = (): number => Math.max(lastAt, askedAt) + ASK_MS;
  const silentAt = (): number => (hasPulse ? lastAt + SILENT_MS : Number.POSITIVE_INFINITY);
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await clock.waitUntil(Math.min(askAt(), silentAt()) as Instant, signal);
      if (signal.aborted) return;
      if (clock.now() >= silentAt()) return onSilent();
      if (clock.now() >= askAt()) askNow();
    }
  };
  const sign = (): void => {
    lastAt = clock.now();
  };
  return {
    beat: () => {
      hasPulse = true;
      sign();
    },
    sign,
    ask: askNow,
    done: watch(),
  };
}
