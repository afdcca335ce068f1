import type { Digest as Hash } from '../../domain/chain.ts';
import type { ClockSpan } from '../../domain/clock-time.ts';
import type { Fit } from '../../domain/enterprise/matching-types.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Policy } from '../../domain/policy/types.ts';
import type { ReachOf } from '../../domain/reminder/reach.ts';
import type { Slots } from '../../domain/reminder/slots.ts';
import type { ReminderRules } from '../../domain/reminder/types.ts';
import type { Instant } from '../../domain/time.ts';
import type { Attachment } from '../../ports/message.ts';
import type { Records } from '../../ports/records.ts';
import type { WriteCalendar } from '../../ports/calendar-file.ts';

/** What is to be decided about an enterprise: a deadline's words, or a policy. */
export interface Matter {
  readonly text: string;
  /** The document that it comes from; null for what was typed by hand. */
  readonly policy: string | null;
}

/** What is known of enterprises and of people who belong to none, by the ids of their profiles. */
export interface Profiles {
  /** Whether a matter is for the first of them of whom anything is known; `open` where nothing is of any. */
  readonly fit: (ids: readonly string[], matter: Matter) => Fit;
  /** Official name; null where it is not known. */
  readonly districtOf: (ids: readonly string[]) => string | null;
}

/** What everything about reminders rests on. */
export interface ReminderTools {
  readonly records: Records;
  readonly roster: () => Roster;
  readonly reachOf: ReachOf;
  readonly slots: Slots;
  readonly rules: ReminderRules;
  readonly quietHours: ClockSpan;
  readonly now: () => Instant;
  readonly profiles: Profiles;
  /** Told whenever somebody may be due at another time than before. */
  readonly wake: () => void;
}

/** What the library is compared by. */
export interface LibraryTools {
  readonly hash: Hash;
  readonly library: () => {
    readonly policies: readonly Policy[];
    readonly problems: readonly { readonly file: string }[];
  };
}

/** How a calendar reaches people. */
export interface CalendarTools {
  readonly write: WriteCalendar;
  /** Lays the calendar of a chat ready for sending, in the place of its last one; null where no channel sends files. */
  readonly keepFile:
    | ((file: { readonly chat: string; readonly name: string; readonly text: string }) => Promise<Attachment>)
    | null;
  /** Where the world reaches the web server; null where it does not. */
  readonly publicUrl: string | null;
  /** A word that nobody can foresee. */
  readonly secret: () => string;
}
