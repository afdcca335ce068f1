import type { Chain } from '../chain.ts';
import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import { type Code, type CodeBook, findCode } from './codes.ts';
import { enterpriseKey } from './enterprise.ts';
import { joinAccounts } from './joined.ts';
import { type Listed, listedOf } from './listed.ts';
import { createTakers, type Takers } from './takers.ts';
import type { Enterprise, EnterpriseId, Grant, Member, Person, Place } from './types.ts';
import type { Who } from './who.ts';

/** Everything that is known of people, at one moment. */
export interface RosterData {
  readonly persons: readonly Person[];
  readonly places: readonly Place[];
  readonly enterprises: readonly Enterprise[];
  readonly book: CodeBook;
  /** Administrators of the settings. */
  readonly admins: readonly AccountId[];
  /** The highest number that any record ever gave. */
  readonly highest: number;
}

/** Who is who. Nothing in it is decided by a display name. */
export interface Roster extends Takers {
  readonly whoIs: (account: AccountId) => Who;
  /** The group's binding; null where it has none that counts. */
  readonly placeOf: (chat: string) => Place | null;
  /** Accounts of all administrators, those of the settings first. */
  readonly administrators: () => readonly AccountId[];
  readonly enterprise: (id: EnterpriseId) => Enterprise | null;
  readonly enterpriseNamed: (name: string) => Enterprise | null;
  /** The enterprise that somebody speaks for in a chat; `isMember` is false where only the group is its own. */
  readonly enterpriseOf: (
    account: AccountId,
    chat: string,
  ) => { readonly enterprise: Enterprise; readonly isMember: boolean } | null;
  /** Accounts of the confirmed members. */
  readonly membersOf: (id: EnterpriseId) => readonly AccountId[];
  readonly memberNumbered: (
    number: number,
  ) => { readonly enterprise: Enterprise; readonly member: Member } | null;
  /** All grants and bindings that count, by number. */
  readonly listed: () => readonly Listed[];
  readonly code: (digest: string, now: Instant) => Code | null;
  /** Higher than every number ever given. */
  readonly nextNumber: number;
  /** Every person that a grant was made to. */
  readonly people: () => readonly Who[];
  readonly data: RosterData;
}

/** The highest number in a record's events, those revoked included; 0 where there is none. */
export const highestNumber = (chain: Chain<object>): number =>
  chain.reduce((most, { fact }) => Math.max(most, 'number' in fact ? Number(fact.number) : 0), 0);

const highestCode = ({ codes }: CodeBook): number =>
  codes.reduce((most, { rights }) => Math.max(most, rights.kind === 'grant' ? rights.number : 0), 0);

function createWhoIs(data: RosterData): (account: AccountId) => Who {
  const persons = new Map(data.persons.map((person) => [person.account, person]));
  const joined = joinAccounts(persons);
  const memberships = new Map<AccountId, readonly Enterprise[]>();
  for (const enterprise of data.enterprises) {
    for (const { account, confirmedBy } of enterprise.members) {
      if (confirmedBy !== null) memberships.set(account, [...(memberships.get(account) ?? []), enterprise]);
    }
  }
  return (account) => {
    const accounts = joined.get(account) ?? [account];
    const known = accounts.flatMap((one) => persons.get(one) ?? []);
    const counting = known.filter(({ suspended }) => !suspended);
    const absences = counting.flatMap(({ absence }) => absence ?? []);
    return {
      account,
      accounts,
      name: (persons.get(account) ?? known[0])?.name ?? null,
      held: counting.flatMap((person) => person.grants.map((held) => ({ ...held, account: person.account }))),
      isConfigured: accounts.some((one) => data.admins.includes(one)),
      absence: absences.toSorted((a, b) => b.until - a.until)[0] ?? null,
      enterprises: [...new Set(accounts.flatMap((one) => memberships.get(one) ?? []))],
    };
  };
}

function createEnterprises({ enterprises }: RosterData, whoIs: (account: AccountId) => Who) {
  const byId = new Map(enterprises.map((one) => [one.id, one]));
  const byName = new Map(enterprises.map((one) => [enterpriseKey(one.name), one]));
  const confirmed = (id: EnterpriseId): readonly AccountId[] =>
    byId.get(id)?.members.flatMap((one) => (one.confirmedBy === null ? [] : [one.account])) ?? [];
  return {
    enterprise: (id: EnterpriseId) => byId.get(id) ?? null,
    enterpriseNamed: (name: string) => byName.get(enterpriseKey(name)) ?? null,
    membersOf: confirmed,
    memberNumbered: (number: number) =>
      enterprises
        .flatMap((enterprise) => enterprise.members.map((member) => ({ enterprise, member })))
        .find(({ member }) => member.number === number) ?? null,
    of: (account: AccountId, place: Place | null) => {
      const id = place?.binding?.kind === 'enterprise-group' ? place.binding.enterprise : null;
      const ofGroup = id === null ? undefined : byId.get(id);
      const own = whoIs(account).enterprises;
      if (ofGroup) return { enterprise: ofGroup, isMember: own.includes(ofGroup) };
      const [only, ...others] = own;
      return only && others.length === 0 ? { enterprise: only, isMember: true } : null;
    },
  };
}

/** Looks people, groups and enterprises up in what is known of them. */
export function createRoster(data: RosterData): Roster {
  const whoIs = createWhoIs(data);
  const listed = listedOf(data);
  const places = new Map(
    data.places.flatMap((place) =>
      place.binding === null || place.suspended ? [] : [[place.chat, place] as const],
    ),
  );
  const { of: enterpriseOf, ...enterprises } = createEnterprises(data, whoIs);
  const holders = (role: Grant['role']): readonly AccountId[] => [
    ...new Set(
      listed.flatMap((one) => (one.kind === 'grant' && one.grant.role === role ? [one.account] : [])),
    ),
  ];
  const administrators = [...new Set([...data.admins, ...holders('administrator')])];
  const placeOf = (chat: string): Place | null => places.get(chat) ?? null;
  return {
    ...createTakers({ listed, whoIs, administrators }),
    ...enterprises,
    whoIs,
    placeOf,
    administrators: () => administrators,
    enterpriseOf: (account, chat) => enterpriseOf(account, placeOf(chat)),
    listed: () => listed,
    code: (digest, now) => findCode(data.book, digest, now),
    nextNumber: Math.max(data.highest, highestCode(data.book)) + 1,
    people: () => {
      const all = data.persons.filter(({ grants }) => grants.length > 0).map(({ account }) => whoIs(account));
      return [...new Map(all.map((who) => [who.accounts[0], who])).values()];
    },
    data,
  };
}
