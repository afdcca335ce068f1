import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';

export interface TimeLimit {
  readonly clock: Clock;
  readonly ms: number;
  /** Ends the wait as well. */
  readonly signal?: AbortSignal;
}

/** What comes of the work, or undefined where it takes longer; the work itself goes on, and its late failure is nobody's. */
export async function withinLimit<Result>(
  work: Promise<Result>,
  { clock, ms, signal }: TimeLimit,
): Promise<Result | undefined> {
  const over = new AbortController();
  const end = (): void => over.abort();
  if (signal?.aborted === true) end();
  signal?.addEventListener('abort', end, { once: true });
  try {
    const late = clock.waitUntil((clock.now() + ms) as Instant, over.signal).then(() => undefined);
    return await Promise.race([work, late]);
  } finally {
    end();
    signal?.removeEventListener('abort', end);
  }
}
