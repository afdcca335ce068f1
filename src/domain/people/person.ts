import { append, type Chain, type ChainTools, wordsOf } from '../chain.ts';
import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { Absence, Caused, Grant, Held, Person, Stamp } from './types.ts';

type PersonEvent =
  | { readonly kind: 'granted'; readonly number: number; readonly grant: Grant }
  | { readonly kind: 'revoked'; readonly number: number }
  | ({ readonly kind: 'absent' } & Absence)
  | { readonly kind: 'returned' }
  | { readonly kind: 'linked'; readonly to: AccountId }
  | { readonly kind: 'unlinked' }
  | { readonly kind: 'suspended' };

/** What is to become of an account; `name` is how its person was called at that moment. */
export type PersonOrder = PersonEvent & Stamp & { readonly name?: string };

export type PersonFact = PersonEvent & Stamp & Caused;

/** One account, as it is kept: everything about it is read off its chain. */
export interface PersonRecord {
  readonly account: AccountId;
  readonly chain: Chain<PersonFact>;
}

const newPerson = (account: AccountId): Person => ({
  account,
  name: null,
  grants: [],
  absence: null,
  link: null,
  suspended: false,
  boundAgainAt: null,
});

/** After a suspension the id may be another human's: what it had before does not come back. */
const awake = (person: Person, at: Instant): Person =>
  person.suspended ? { ...newPerson(person.account), boundAgainAt: at } : person;

const sameGrant = (grant: Grant, other: Grant): boolean => grantKey(grant) === grantKey(other);

/** Equal for equal grants. */
export function grantKey(grant: Grant): string {
  switch (grant.role) {
    case 'administrator':
      return grant.role;
    case 'handler':
      return `handler ${grant.unit}`;
    case 'supervisor':
      return ['supervisor', ...grant.path].join(' ');
    case 'specialist':
      return grant.area.kind === 'group'
        ? `specialist of ${grant.area.chat}`
        : ['specialist', ...grant.area.path].join(' ');
  }
}

function after(person: Person, event: PersonEvent & Stamp): Person {
  switch (event.kind) {
    case 'granted': {
      const { number, grant } = event;
      const now = awake(person, event.at);
      const held: Held = { number, grant };
      return now.grants.some((one) => sameGrant(one.grant, grant))
        ? now
        : { ...now, grants: [...now.grants, held] };
    }
    case 'revoked': {
      const grants = person.grants.filter(({ number }) => number !== event.number);
      return grants.length === person.grants.length ? person : { ...person, grants };
    }
    case 'absent':
      return { ...person, absence: { until: event.until, substitute: event.substitute } };
    case 'returned':
      return person.absence === null ? person : { ...person, absence: null };
    case 'linked':
      return event.to === person.account
        ? person
        : { ...awake(person, event.at), link: { to: event.to, at: event.at } };
    case 'unlinked':
      return person.link === null ? person : { ...person, link: null };
    case 'suspended':
      return person.suspended ? person : { ...person, suspended: true };
  }
}

/** What an account's events come to. */
export const readPerson = ({ account, chain }: PersonRecord): Person =>
  chain.reduce<Person>((person, link) => {
    const next = after(person, link.fact);
    return { ...next, name: wordsOf(link)['name'] ?? next.name };
  }, newPerson(account));

/** The record with the order as its newest event; null where it knows the cause or nothing would change. */
export function applyPersonOrder(
  before: { readonly account: AccountId; readonly record: PersonRecord | null },
  { order, cause }: { readonly order: PersonOrder; readonly cause: string },
  tools: ChainTools,
): PersonRecord | null {
  const record = before.record ?? { account: before.account, chain: [] };
  if (record.chain.some(({ fact }) => fact.cause === cause)) return null;
  const { name, ...event } = order;
  const person = readPerson(record);
  if (after(person, event) === person) return null;
  const words = name === undefined || name === '' ? {} : { name };
  return { ...record, chain: append<PersonFact>(record.chain, { fact: { ...event, cause }, words }, tools) };
}
