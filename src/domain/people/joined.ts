import type { AccountId } from './account.ts';
import type { Person } from './types.ts';

/** Accounts of one person; the first is the one that the others were joined to. */
export type Joined = ReadonlyMap<AccountId, readonly AccountId[]>;

type Persons = ReadonlyMap<AccountId, Person>;

function linkOf(person: Person, persons: Persons): AccountId | null {
  if (person.suspended || person.link === null) return null;
  const other = persons.get(person.link.to);
  if (other === undefined) return person.link.to;
  const isOld = other.boundAgainAt !== null && other.boundAgainAt > person.link.at;
  return other.suspended || isOld ? null : other.account;
}

/**
 * Puts accounts together that 「关联账号」 has joined, directly or over a third. Two that were joined to each other at
 * the same moment are one person all the same. Accounts that are joined to none are left out.
 */
export function joinAccounts(persons: Persons): Joined {
  const groups = new Map<AccountId, readonly AccountId[]>();
  const linked = new Set<AccountId>();
  for (const person of persons.values()) {
    const to = linkOf(person, persons);
    if (to === null) continue;
    linked.add(person.account);
    const both = [...(groups.get(to) ?? [to]), ...(groups.get(person.account) ?? [person.account])];
    const group = [...new Set(both)];
    for (const account of group) groups.set(account, group);
  }
  const rank = (account: AccountId): string => `${linked.has(account) ? 1 : 0}${account}`;
  return new Map(
    [...groups].map(([account, group]) => [
      account,
      group.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)),
    ]),
  );
}
