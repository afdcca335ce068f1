import type { Instant } from '../../src/domain/time.ts';

/** What is known of a chat when a message of it arrives. */
export interface ChatPast {
  /** Time of the last message that was taken before this log-in; null where none ever was. */
  readonly before: Instant | null;
  /** Time of the last message that was taken at all. */
  readonly latest: Instant | null;
  readonly loggedInAt: Instant;
}

/** The first messages of a chat that nothing is known of may have been waiting this long. */
const FIRST_WINDOW_MS = 3_600_000;
/** As long as deliveries are kept. */
const OLDEST_MS = 7 * 86_400_000;
/** The platform counts in seconds, and does not always tell in order. */
const LITTLE_MS = 5_000;
/** Messages of one evening may arrive in any order. */
const DISORDER_MS = 600_000;

/**
 * Whether a message is one that the platform tells again, as some do after log-in. What was sent while nobody was
 * logged in is younger than the last message taken and is answered; within seconds ids tell repetitions apart.
 */
export function isReplayed(at: Instant, { before, latest, loggedInAt }: ChatPast): boolean {
  if (at < loggedInAt - OLDEST_MS) return true;
  if (before === null) return at < loggedInAt - FIRST_WINDOW_MS;
  return at < before - LITTLE_MS || (latest !== null && at < latest - DISORDER_MS);
}
