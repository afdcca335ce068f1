import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { PeopleCommand } from './commands.ts';
import type { Listed } from './listed.ts';
import type { Absence, Binding, Grant, Held, Role } from './types.ts';

/** Why a command is not followed. */
export type PeopleRefusal =
  | 'administrators-only'
  | 'private-only'
  | 'group-only'
  /** A name was typed where only a mention says who is meant. */
  | 'mention-needed'
  | 'no-duty'
  | 'station-needed'
  | 'unknown-station'
  | 'unit-needed'
  | 'unknown-unit'
  | 'bad-name'
  | 'already'
  | 'place-taken'
  | 'unknown-number'
  | 'not-yours'
  | 'last-administrator'
  | 'own-code'
  | 'not-linked'
  | 'bad-until'
  | 'past'
  | 'too-far'
  | 'not-absent'
  | 'person-needed'
  | 'several-people'
  | 'unknown-person'
  | 'not-a-stand-in'
  | 'self'
  | 'name-needed'
  | 'already-member'
  | 'already-asked'
  | 'needs-specialist'
  | 'unknown-enterprise'
  | 'nothing-waits';

/** Somebody as they are shown to others: never with an id. */
export interface Shown {
  readonly name: string | null;
  readonly grants: readonly Grant[];
}

/** What is said to a person, before it is put into words. */
export type Note =
  | { readonly kind: 'refused'; readonly why: PeopleRefusal }
  | {
      readonly kind: 'who';
      readonly account: AccountId;
      readonly others: readonly AccountId[];
      readonly held: readonly Held[];
      readonly isConfigured: boolean;
      readonly absence: (Absence & { readonly name: string | null }) | null;
      readonly enterprises: readonly string[];
      readonly place: Binding | null;
    }
  | {
      readonly kind: 'help';
      readonly roles: readonly Role[];
      readonly isMember: boolean;
      readonly isGroup: boolean;
      readonly isDesk: boolean;
    }
  | {
      readonly kind: 'place-bound';
      readonly binding: Binding;
      readonly number: number;
      readonly name: string;
    }
  /** The group is of the other kind: whoever is in it would read what is not for them. */
  | { readonly kind: 'bound-otherwise'; readonly binding: Binding; readonly number: number }
  | { readonly kind: 'granted'; readonly grant: Grant; readonly number: number; readonly toGroup: boolean }
  | {
      readonly kind: 'granted-to';
      readonly grant: Grant;
      readonly names: readonly string[];
      readonly numbers: readonly number[];
    }
  | { readonly kind: 'bindings'; readonly all: readonly Listed[]; readonly page: number }
  | { readonly kind: 'sent-privately' }
  | { readonly kind: 'unbound'; readonly what: Listed; readonly isOwn: boolean }
  | { readonly kind: 'was-revoked'; readonly grant: Grant }
  | { readonly kind: 'invited'; readonly grant: Grant; readonly code: string }
  | { readonly kind: 'link-code'; readonly code: string }
  | {
      readonly kind: 'code-taken';
      readonly grant: Grant;
      readonly number: number;
      readonly name: string;
      readonly inGroup: boolean;
    }
  | { readonly kind: 'code-wrong'; readonly left: number }
  | { readonly kind: 'code-locked' }
  | { readonly kind: 'code-burned' }
  /** To whoever gave the code; `grant` is null where it joins accounts. */
  | { readonly kind: 'code-shown'; readonly grant: Grant | null; readonly name: string }
  | { readonly kind: 'linked'; readonly to: AccountId }
  | { readonly kind: 'was-linked'; readonly from: AccountId }
  | { readonly kind: 'unlinked' }
  | { readonly kind: 'absent'; readonly until: Instant; readonly name: string | null }
  | { readonly kind: 'stands-in'; readonly until: Instant; readonly name: string }
  | { readonly kind: 'returned' }
  | { readonly kind: 'propose-absent'; readonly until: Instant; readonly name: string }
  | { readonly kind: 'propose-hand-over'; readonly person: Shown }
  | { readonly kind: 'handed-over'; readonly name: string }
  | { readonly kind: 'took-over'; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'hand-over-told'; readonly from: string; readonly to: string }
  | { readonly kind: 'never-mind' }
  | {
      readonly kind: 'which';
      readonly what: 'station' | 'unit' | 'person' | 'enterprise';
      readonly word: string;
    }
  | { readonly kind: 'asked'; readonly enterprise: string; readonly isFirst: boolean }
  | {
      readonly kind: 'asks';
      readonly enterprise: string;
      readonly name: string;
      readonly number: number;
      readonly isFirst: boolean;
    }
  | { readonly kind: 'confirmed'; readonly enterprise: string; readonly name: string | null }
  | { readonly kind: 'joined'; readonly enterprise: string }
  | { readonly kind: 'members'; readonly enterprise: string; readonly members: readonly ShownMember[] }
  | { readonly kind: 'removed'; readonly enterprise: string; readonly name: string | null }
  | { readonly kind: 'was-removed'; readonly enterprise: string };

interface ShownMember {
  readonly number: number;
  readonly name: string | null;
  readonly isConfirmed: boolean;
}

export interface Notice {
  readonly chat: string;
  readonly note: Note;
}

/** One answer of a question, and the command that it stands for; the key is its place, from 1. */
export interface Option {
  readonly label:
    | { readonly kind: 'name'; readonly name: string }
    | ({ readonly kind: 'person' } & Shown)
    | { readonly kind: 'yes' | 'no' };
  readonly command: PeopleCommand;
}
