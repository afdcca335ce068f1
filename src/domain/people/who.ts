import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { Absence, Binding, DeskUnit, Enterprise, Grant, Held, Place, Role } from './types.ts';

/** One person: all accounts together, and what they may do. */
export interface Who {
  /** The account that was asked about. */
  readonly account: AccountId;
  readonly accounts: readonly AccountId[];
  readonly name: string | null;
  /** Grants of all accounts; each with the account that has it and that is written to. */
  readonly held: readonly (Held & { readonly account: AccountId })[];
  /** Named in the settings: no chat can take that away. */
  readonly isConfigured: boolean;
  readonly absence: Absence | null;
  /** Those that the person is a confirmed member of. */
  readonly enterprises: readonly Enterprise[];
}

/** The account by which a person is told from others. */
export const primaryOf = ({ accounts, account }: Who): AccountId => accounts[0] ?? account;

export const isSamePerson = (one: Who, other: Who): boolean => primaryOf(one) === primaryOf(other);

export const grantsOf = <Wanted extends Role>(
  { held }: Who,
  role: Wanted,
): readonly Extract<Grant, { role: Wanted }>[] =>
  held.flatMap(({ grant }) =>
    grant.role === role ? [grant as Extract<Grant, { readonly role: Wanted }>] : [],
  );

export const isAdministrator = (who: Who): boolean =>
  who.isConfigured || grantsOf(who, 'administrator').length > 0;

/** Every role that a person has; empty for an owner. */
export function rolesOf(who: Who): readonly Role[] {
  const all: readonly Role[] = ['administrator', 'supervisor', 'specialist', 'handler'];
  return all.filter((role) =>
    role === 'administrator' ? isAdministrator(who) : grantsOf(who, role).length > 0,
  );
}

/** Whether somebody answers for a unit: as a handler, or by speaking in a group that is its desk. */
export const isHandlerOf = (who: Who, place: Place | null, unit: DeskUnit): boolean =>
  grantsOf(who, 'handler').some((grant) => grant.unit === unit) || isDeskOf(place?.binding ?? null, unit);

const isDeskOf = (binding: Binding | null, unit: DeskUnit): boolean =>
  binding?.kind === 'desk' && binding.unit === unit;

/** Whether a specialist serves a district (null: all of the city) or a group. */
export const isSpecialistFor = (
  who: Who,
  { district, chat }: { readonly district: string | null; readonly chat: string | null },
): boolean =>
  grantsOf(who, 'specialist').some(({ area }) => {
    if (area.kind === 'group') return area.chat === chat;
    return area.path.length === 0 || district === null || area.path[0] === district;
  });

export const isAbsent = ({ absence }: Who, now: Instant): boolean => absence !== null && absence.until > now;
