import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { Held, Stamp } from './types.ts';

/** What a one-time code gives to whoever sends it. */
export type Rights =
  | ({ readonly kind: 'grant' } & Held)
  | { readonly kind: 'link'; readonly account: AccountId };

/** A code that may still be used; itself it is nowhere written down. */
export interface Code extends Stamp {
  readonly digest: string;
  readonly until: Instant;
  readonly rights: Rights;
}

interface Tries {
  readonly account: AccountId;
  readonly wrong: number;
  readonly last: Instant;
}

/** All codes in use. One record: two people who send one code at the same moment come one after the other. */
export interface CodeBook {
  readonly codes: readonly Code[];
  readonly tries: readonly Tries[];
  /** Deliveries already done, the oldest first. */
  readonly causes: readonly string[];
}

export type CodeOrder = Stamp &
  (
    | ({ readonly kind: 'issue' } & Omit<Code, keyof Stamp>)
    | {
        readonly kind: 'use';
        readonly by: AccountId;
        readonly name: string;
        readonly digest: string;
        readonly chat: string;
        readonly isGroup: boolean;
      }
    /** It was shown to a group. */
    | { readonly kind: 'burn'; readonly digest: string }
    /** Its giver may not give any more. */
    | { readonly kind: 'drop'; readonly of: AccountId }
  );

/** How long a code may be used. */
export const CODE_MS = 10 * 60_000;

export const NO_CODES: CodeBook = { codes: [], tries: [], causes: [] };

/** The code with this digest, while it may be used. */
export const findCode = ({ codes }: CodeBook, digest: string, now: Instant): Code | null =>
  codes.find((code) => code.digest === digest && code.until > now) ?? null;
