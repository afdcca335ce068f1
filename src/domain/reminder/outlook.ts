import type { Instant, LocalDate } from '../time.ts';
import type { Slots } from './slots.ts';
import type {
  ApplicationDeadline,
  PolicyMark,
  PolicyNews,
  ReminderRules,
  Subscriber,
  Told,
} from './types.ts';

/** Everything that one chat's digest depends on. */
export interface Outlook {
  readonly subscriber: Subscriber;
  /** Open deadlines that concern it. */
  readonly wanted: readonly ApplicationDeadline[];
  /** Whether those who read it have applied or declined, by `occurrenceKey`. */
  readonly isSettled: (key: string) => boolean;
  readonly deadline: (number: number) => ApplicationDeadline | null;
  /** A policy as it is now. */
  readonly mark: (policy: string) => PolicyMark | null;
  /** Approved new policies that fit. */
  readonly news: readonly PolicyNews[];
  /** What waits for somebody who reads this chat to look at it, by number. */
  readonly reviews: readonly number[];
}

export interface DigestClock {
  readonly slots: Slots;
  readonly rules: ReminderRules;
  readonly now: Instant;
}

/** One deadline in a digest: `days` is the stage that it was due at. */
export interface Reminding {
  readonly deadline: ApplicationDeadline;
  readonly on: LocalDate;
  readonly days: number;
}

export interface Changed {
  readonly deadline: ApplicationDeadline;
  readonly before: Told;
}

export interface PolicyChanged {
  readonly policy: string;
  readonly before: PolicyMark;
  readonly after: PolicyMark;
}

/** One message. */
export interface Digest {
  readonly reminders: readonly Reminding[];
  readonly changes: readonly Changed[];
  readonly policies: readonly PolicyChanged[];
  readonly news: readonly PolicyNews[];
  readonly reviews: readonly number[];
  readonly isUnsure: boolean;
}
