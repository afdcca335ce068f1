import type { AccountId } from '../people/account.ts';
import type { PolicyClause, PolicyId } from '../policy/types.ts';
import type { Instant, LocalDate } from '../time.ts';

/** Why a deadline waits for a person to confirm it before anybody is reminded. */
export type Doubt =
  /** The year is derived: no year stands in the sentence. */
  | 'implied-year'
  | 'no-year'
  /** The weekday in the text is another than the day's. */
  | 'weekday'
  | 'before-publication'
  /** The same document says two different days of the same thing. */
  | 'two-days'
  /** Counted from the day of issue (自发布之日起30日内). */
  | 'counted'
  /** The document names no region, or a district that is not known. */
  | 'no-region'
  /** 征求意见稿. */
  | 'draft'
  /** Nobody says whose deadline it is: an enterprise's or that of the offices which forward it. */
  | 'whose';

/** 每年5月31日 · 每月22日 · 每季度最后一个月的15日: `months` is empty for every month; day 31 means the last. */
export interface Yearly {
  readonly months: readonly number[];
  readonly day: number;
}

/** When something is due. All null for what can be applied for at any time (常年受理). */
export interface Term {
  /** Last day; null where only a rule stands. */
  readonly on: LocalDate | null;
  /** `HH:MM`, up to `24:00`; null for the end of the day. */
  readonly at: string | null;
  /** First day of a window. */
  readonly from: LocalDate | null;
  readonly yearly: Yearly | null;
}

/** What was read from a document, or typed by a specialist. */
export interface Reading extends Term {
  /** What is applied for: the document's title without its frame. */
  readonly title: string;
  /** What is due, in the text's words. */
  readonly what: string;
  /** `objection`: only those who follow the matter hear of it. */
  readonly kind: 'application' | 'objection';
  /** Place whose enterprises it concerns; 全国 for all, null where it is not known. */
  readonly region: string | null;
  /** The sentence that it came from. */
  readonly snippet: string;
  readonly doubts: readonly Doubt[];
}

export type Origin =
  | { readonly kind: 'hand'; readonly by: AccountId }
  /** `read`: as the document had it last; what a person has changed since differs from it. */
  | {
      readonly kind: 'policy';
      readonly policy: PolicyId;
      readonly clause: PolicyClause['id'];
      readonly document: string;
      readonly read: Reading;
    };

/** Why a deadline does not count any more. */
export type Closing = 'revoked' | 'document-gone';

/** 申报截止: a deadline that people are reminded of, under its number (D12). */
export interface ApplicationDeadline extends Reading {
  readonly number: number;
  readonly origin: Origin;
  /** Who confirmed it where it was in doubt; null where nobody did or had to. */
  readonly confirmedBy: AccountId | null;
  /** Since when people can be reminded of it; null while it waits for a confirmation. */
  readonly since: Instant | null;
  readonly closed: Closing | null;
  /** Causes of the last orders. */
  readonly causes: readonly string[];
}

/** Stages of reminding, and when in the day. */
export interface ReminderRules {
  readonly stagesDaysBefore: readonly number[];
  readonly sendAt: number;
  /** Chats hear their digest within so many minutes from `sendAt`, each at a minute of its own. */
  readonly spreadMinutes: number;
  readonly digestsPerGroupAndDay: number;
  readonly digestsPerPersonAndDay: number;
}

/** What a chat was last told of a deadline; a later difference is told once. */
export interface Told {
  readonly on: LocalDate | null;
  readonly at: string | null;
  readonly isOpen: boolean;
}

/** What a chat knows of a deadline. `stage`: the last stage that it was reminded at, of the day `on`. */
export interface Known {
  readonly told: Told;
  readonly stage: { readonly on: LocalDate; readonly days: number } | null;
}

/** What was known of a policy when somebody was answered from it. */
export interface PolicyMark {
  readonly title: string;
  readonly region: string | null;
  /** Fingerprint of its text. */
  readonly text: string;
  readonly validUntil: LocalDate | null;
  /** What another document says of it, or that it is gone. */
  readonly fate: 'there' | 'repealed' | 'gone';
}

/** The last digest that was handed over: what it says may still turn out not to have been sent. */
export interface LastDigest {
  readonly id: string;
  /** How many there were before it, all in all. */
  readonly number: number;
  readonly on: LocalDate;
  /** How many there were on that day that were said or may have been. */
  readonly count: number;
  /** It is of no use from then on, and is not sent any more. */
  readonly until: Instant;
  /** What was known before, of everything that it tells; null where nothing was. */
  readonly before: {
    readonly known: Readonly<Record<string, Known | null>>;
    readonly answered: Readonly<Record<string, PolicyMark>>;
    readonly news: readonly number[];
    readonly reviews: readonly number[];
  } | null;
}

/** What a chat has asked for. Empty topics: whatever fits. */
export interface Wish {
  readonly topics: readonly string[];
  readonly since: Instant;
}

/** A chat that is told of deadlines: a group, or a person in private. */
export interface Subscriber {
  readonly chat: string;
  readonly isGroup: boolean;
  /** `stopped`: nothing unasked is said any more; null where it never subscribed. */
  readonly wish: Wish | 'stopped' | null;
  /** Deadlines that it does not want to hear of, by number. */
  readonly muted: readonly number[];
  readonly known: Readonly<Record<string, Known>>;
  /** Policies that somebody was answered from here. */
  readonly answered: Readonly<Record<string, PolicyMark>>;
  readonly last: LastDigest | null;
  /** New policies that it was told of, by number. */
  readonly news: readonly number[];
  /** Deadlines and new policies that it was asked to look at, by number. */
  readonly reviews: readonly number[];
  /** The last digest may have been lost: the next one says so. */
  readonly isUnsure: boolean;
  /** Address of its calendar; null before it was first asked for. */
  readonly secret: string | null;
  readonly causes: readonly string[];
}

/** What an applicant has made of a deadline. */
export type Outcome = 'applied' | 'declined';

/** An enterprise, a person who belongs to none, or a group: whoever applies or does not. */
export interface Applicant {
  /** Outcomes by `occurrenceKey`. */
  readonly outcomes: Readonly<Record<string, { readonly outcome: Outcome; readonly at: Instant }>>;
  readonly causes: readonly string[];
}

/** A policy that came into the library, and whether those whom it fits are to be told. */
export interface PolicyNews {
  readonly number: number;
  readonly policy: PolicyId;
  readonly state: 'proposed' | 'approved' | 'declined';
  /** When a specialist decided; null before. */
  readonly decidedAt: Instant | null;
}
