import type { Benefit, Policy, PolicyClause, Status } from '../policy/types.ts';
import type { Form, Qualification, Size } from './types.ts';

/** 条件: what a benefit asks for, in the clause's words, and what a profile can be compared with. */
export type Requirement =
  | { readonly kind: 'region'; readonly name: string | null }
  | {
      readonly kind: 'title';
      readonly anyOf: readonly Qualification[];
      /** The text does not say whether these count. */
      readonly maybe: readonly Qualification[];
      /** 首次认定, 新认定: first; 重新认定, 迁入本市的: only who has it already; null where nothing of the kind stands. */
      readonly event: 'first' | 'again' | null;
      readonly words: string;
    }
  | {
      readonly kind: 'industry';
      /** Sections (`C`), divisions (`65`) or groups (`702`). */
      readonly codes: readonly string[];
      readonly words: string;
    }
  | { readonly kind: 'size'; readonly sizes: readonly Size[]; readonly words: string }
  | { readonly kind: 'form'; readonly form: Form; readonly words: string }
  | {
      readonly kind: 'revenue';
      readonly bound: 'from' | 'up-to';
      readonly yuan: number;
      readonly firstTime: boolean;
      readonly words: string;
    }
  | {
      readonly kind: 'age';
      readonly years: number;
      readonly bound: 'from' | 'up-to';
      readonly words: string;
    }
  /** A body that serves enterprises (基地, 平台, 机构); only who runs one can get it. */
  | { readonly kind: 'carrier'; readonly words: string }
  /** 博士, 毕业生: a person gets it, no enterprise. */
  | { readonly kind: 'person'; readonly words: string }
  /** Anything else: only a person can tell. */
  | { readonly kind: 'open'; readonly words: string };

/** What would have to be reached first: a qualification, or the change from 个体工商户 to 企业. */
export type Step = Qualification | 'company';

export type Judgement =
  | { readonly kind: 'met' }
  | { readonly kind: 'unknown' }
  /** `step`: what the enterprise can reach next and would then meet it. */
  | { readonly kind: 'unmet'; readonly step: Step | null };

/**
 * Whether to tell an enterprise of a matter. fits: something known speaks for it and nothing against it · open: nobody
 * can tell · excluded: something known speaks against it.
 */
export type Fit = 'fits' | 'open' | 'excluded';

/** fits 符合 · check 可能符合，需核对 · one-step 差一步. */
export type Verdict = 'fits' | 'check' | 'one-step';

/** What one clause gives to one kind of beneficiary, held against one profile. */
export interface Offer {
  readonly policy: Policy;
  readonly clause: PolicyClause;
  readonly status: Status;
  readonly verdict: Verdict;
  /** In the clause's words. */
  readonly who: string;
  /** The benefits of this tier and no other. */
  readonly benefits: readonly Benefit[];
  readonly because: readonly Requirement[];
  readonly checks: readonly Requirement[];
  readonly step: Step | null;
  /** 免申即享. */
  readonly automatic: boolean;
}
