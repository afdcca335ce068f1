import type { Category } from '../category.ts';
import type { Instant } from '../time.ts';
import type { Step } from './facts.ts';
import type { AppealNumber } from './number.ts';
import type { AppealClass, DeskId, EvidenceRef, Ground, LinkKind, Opening, Rating } from './types.ts';

/** Who may be given charge; the roles are those of his id. */
export interface Candidate {
  readonly person: string;
  readonly isSpecialist: boolean;
  readonly handlerOf: readonly DeskId[];
}

interface SupplementWish {
  readonly kind: 'supplement';
  readonly text: string;
  readonly contact: string | null;
  readonly attachments: readonly string[];
  readonly lacks: readonly string[];
  /** What it is about by all that was said; left out where that is as it was. */
  readonly category?: Category | null;
}

/** What somebody wants to do. Reasons that may be left out are null; texts come as they were written. */
export type Wish =
  | ({
      readonly kind: 'submit';
      readonly matter: string;
      readonly contact: string | null;
      readonly attachments: readonly string[];
    } & Opening)
  /** More from the appellant; also answers a question that is open. `lacks`: what is missing after it. */
  | SupplementWish
  /** Another member of the enterprise tells the same: it is told to him, too, in `chat`. */
  | (Omit<SupplementWish, 'kind'> & { readonly kind: 'join'; readonly chat: string })
  /** 我来办. */
  | { readonly kind: 'take' }
  /** 移交, or 代 where `until` is set; handing over to oneself ends it. `both`: all parts of it that one has. */
  | {
      readonly kind: 'hand-over';
      readonly of: 'appeal' | 'desk' | 'both';
      readonly to: Candidate;
      readonly until: Instant | null;
    }
  | { readonly kind: 'ask-back'; readonly question: string }
  | { readonly kind: 'inform'; readonly answer: string; readonly attachments: readonly string[] }
  | { readonly kind: 'not-accept'; readonly ground: Ground; readonly reason: string | null }
  /** 派单; `reason` is needed where it is complex. */
  | {
      readonly kind: 'dispatch';
      readonly lead: DeskId;
      readonly supporting: readonly DeskId[];
      readonly class: AppealClass;
      readonly evidence: readonly EvidenceRef[];
      readonly reason: string | null;
    }
  /** 撤回. */
  | { readonly kind: 'recall-dispatch' }
  /** 签收. */
  | { readonly kind: 'acknowledge' }
  /** 「已联系…」 and free text; `contacted` may go without text. */
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly contacted: boolean;
      readonly attachments?: readonly string[];
    }
  /** 退单; `basis`: the rule by which another is responsible. */
  | { readonly kind: 'return'; readonly reason: string; readonly basis: string | null }
  /** 「转 市科技局」. */
  | { readonly kind: 'reassign'; readonly to: DeskId; readonly reason: string | null }
  | { readonly kind: 'ask-extension'; readonly workingDays: number; readonly reason: string }
  /** A refusal needs a reason. */
  | { readonly kind: 'decide-extension'; readonly granted: boolean; readonly reason: string | null }
  | {
      readonly kind: 'reply';
      readonly text: string;
      readonly from: AppealNumber | null;
      /** With `from`: who gave that answer; null for its specialist. */
      readonly unit?: DeskId | null;
      readonly attachments?: readonly string[];
    }
  | {
      readonly kind: 'rate';
      readonly rating: Rating;
      readonly score: number | null;
      readonly reason: string | null;
    }
  /** 二次办理. */
  | { readonly kind: 'reopen'; readonly reason: string }
  /** 已解决, said by the enterprise. */
  | { readonly kind: 'confirm-solved' }
  /** 回访 by somebody other than the handler; unsolved needs a text. */
  | { readonly kind: 'call-back'; readonly solved: boolean; readonly text: string | null }
  /** 撤销. */
  | { readonly kind: 'withdraw'; readonly reason: string | null }
  /** `desk`: the unit that has the other one in hand; null where none has. */
  | { readonly kind: 'merge'; readonly into: AppealNumber; readonly desk?: DeskId | null }
  /** `matter`, `contact` and `attachments`: of what was merged into this one. */
  | {
      readonly kind: 'link';
      readonly to: AppealNumber;
      readonly as: LinkKind;
      readonly matter?: string;
      readonly contact?: string | null;
      readonly attachments?: readonly string[];
    }
  | { readonly kind: 'gather'; readonly parent: AppealNumber }
  /** 公开. */
  | { readonly kind: 'publish' }
  /** 催办 by the enterprise. */
  | { readonly kind: 'urge' }
  /** 联系方式. */
  | { readonly kind: 'see-contact' }
  | { readonly kind: 'export' }
  /** Once it has been over for so many days (`QIFU_RETENTION_DAYS`). */
  | { readonly kind: 'erase'; readonly afterDays: number }
  /** Time has passed. */
  | { readonly kind: 'tick' };

export type AppealCommand = Step & Wish;
export type CommandKind = Wish['kind'];
export type WishOf<Kind extends CommandKind> = Extract<Wish, { readonly kind: Kind }>;
