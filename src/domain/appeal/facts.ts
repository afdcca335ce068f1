import type { Chain } from '../chain.ts';
import type { Category } from '../category.ts';
import type { Instant } from '../time.ts';
import type { AppealNumber } from './number.ts';
import type {
  Actor,
  AppealClass,
  Audience,
  DeskId,
  EvidenceRef,
  Ground,
  LimitName,
  LinkKind,
  Opening,
  Rating,
  Stage,
} from './types.ts';

/** When, by whom and because of which message (`channel:messageId#1`) something was done. */
export interface Step {
  readonly at: Instant;
  readonly by: Actor;
  readonly cause: string;
}

/** What can happen to an appeal. Free text and personal data are no part of it: they are words of the event. */
export type Happening =
  | ({ readonly kind: 'submitted' } & Opening)
  | {
      readonly kind: 'supplemented';
      readonly lacks: readonly string[];
      /** Where it is seen anew what it is about. */
      readonly category?: Category | null;
    }
  /** Another member of the enterprise told the same, in this chat. */
  | { readonly kind: 'joined'; readonly chat: string }
  /** 受理: whoever did it is in charge until it is closed (首接负责). */
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'handed-over';
      readonly of: 'appeal' | 'desk';
      readonly to: string;
      readonly until: Instant | null;
    }
  | { readonly kind: 'asked-back'; readonly unit: DeskId | null }
  | { readonly kind: 'informed' }
  | { readonly kind: 'not-accepted'; readonly ground: Ground }
  | {
      readonly kind: 'dispatched';
      readonly lead: DeskId;
      readonly supporting: readonly DeskId[];
      readonly class: AppealClass;
      readonly evidence: readonly EvidenceRef[];
    }
  | { readonly kind: 'dispatch-recalled' }
  | { readonly kind: 'acknowledged' }
  /** `contacted`: the enterprise was spoken to. */
  | { readonly kind: 'noted'; readonly unit: DeskId | null; readonly contacted: boolean }
  | { readonly kind: 'returned'; readonly unit: DeskId }
  | { readonly kind: 'reassigned'; readonly from: DeskId; readonly to: DeskId }
  | { readonly kind: 'extension-asked'; readonly workingDays: number }
  | { readonly kind: 'extension-decided'; readonly granted: boolean }
  /** `from`: the parent whose answer it is. */
  | { readonly kind: 'replied'; readonly unit: DeskId | null; readonly from: AppealNumber | null }
  | { readonly kind: 'rated'; readonly rating: Rating; readonly score: number | null }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'confirmed'; readonly how: 'enterprise' | 'call-back' }
  | { readonly kind: 'closed'; readonly as: 'solved' | 'unrated' }
  | { readonly kind: 'withdrawn'; readonly why: 'enterprise' | 'no-information' }
  | { readonly kind: 'merged'; readonly into: AppealNumber }
  | { readonly kind: 'linked'; readonly to: AppealNumber; readonly as: LinkKind }
  | { readonly kind: 'gathered'; readonly parent: AppealNumber }
  | { readonly kind: 'published' }
  | { readonly kind: 'urged' }
  | { readonly kind: 'contact-seen' }
  | { readonly kind: 'exported' }
  | { readonly kind: 'erased' }
  | {
      readonly kind: 'reminded' | 'escalated';
      readonly what: LimitName | 'information' | 'rating' | 'returns';
      readonly stage: Stage;
      readonly to: Audience;
    };

/** An event of an appeal, as its chain keeps it for good. */
export type AppealFact = Step & Happening;

/** Texts of an event that may be erased one day. `attachments` is a JSON list. */
export type WordName =
  | 'matter'
  | 'contact'
  | 'attachments'
  | 'question'
  | 'information'
  | 'note'
  | 'reason'
  | 'basis'
  | 'reply';

export type AppealWords = Readonly<Partial<Record<WordName, string>>>;

/** What `append` takes. */
export interface AppealEvent {
  readonly fact: AppealFact;
  readonly words: Readonly<Record<string, string>>;
}

export type AppealChain = Chain<AppealFact>;
