import type { Heads } from '../domain/heads.ts';
import type { LocalDate } from '../domain/time.ts';

/** The heads of all records, a file a day (`data/heads/YYYY-MM-DD.json`). */
export interface HeadBook {
  /** Days with heads, the oldest first. */
  readonly days: () => Promise<readonly LocalDate[]>;
  /** Null where there are none, or not those that were written. */
  readonly read: (day: LocalDate) => Promise<Heads | null>;
  /** Resolves when they are safe on disk. Throws what the system throws. */
  readonly write: (day: LocalDate, heads: Heads) => Promise<void>;
  readonly remove: (day: LocalDate) => Promise<void>;
}
