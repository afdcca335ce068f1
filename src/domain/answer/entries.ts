import { statusAt } from '../policy/validity.ts';
import type { ClauseLink, Policy, PolicyClause } from '../policy/types.ts';
import type { LocalDate } from '../time.ts';
import type { Entry } from './types.ts';

/** A clause of a plan is only shown through its task list where the rows hold nearly all that it says. */
const ABSORBED_SHARE = 0.85;

/** `policy#clause`, the key of an entry and of its passage in the index. */
export const entryKey = (policy: string, clause: string): string => `${policy}#${clause}`;

/** Passages whose document names no region are for everybody. */
export const ANY_REGION = '全国';

export interface Shelving {
  readonly today: LocalDate;
  /** The place by which a document's region is asked for: a district's documents are its city's. */
  readonly placeOf?: (region: string) => string;
}

const same = (region: string): string => region;

interface Place {
  readonly policy: Policy;
  readonly clause: PolicyClause;
}

function bigrams(text: string): Set<string> {
  const bare = text.replace(/[\p{P}\p{S}\s]+/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + 1 < bare.length; at += 1) grams.add(bare.slice(at, at + 2));
  return grams;
}

function isAbsorbed(clause: PolicyClause, others: readonly PolicyClause[]): boolean {
  const own = bigrams(clause.text);
  const held = new Set(others.flatMap((other) => [...bigrams(other.text)]));
  const shared = [...own].filter((gram) => held.has(gram)).length;
  return own.size > 0 && shared / own.size >= ABSORBED_SHARE;
}

function placesOf(policies: readonly Policy[]): Map<string, Place> {
  return new Map(
    policies.flatMap((policy) =>
      policy.clauses.map((clause): [string, Place] => [entryKey(policy.id, clause.id), { policy, clause }]),
    ),
  );
}

/** Each clause with the clauses elsewhere that say the same. */
function twinsOf(links: readonly ClauseLink[], places: ReadonlyMap<string, Place>): Map<string, Place[]> {
  const twins = new Map<string, Place[]>();
  const note = (key: string, other: Place | undefined): void => {
    if (other) twins.set(key, [...(twins.get(key) ?? []), other]);
  };
  for (const { from, to } of links) {
    const fromKey = entryKey(from.policy, from.clause);
    const toKey = entryKey(to.policy, to.clause);
    note(fromKey, places.get(toKey));
    note(toKey, places.get(fromKey));
  }
  return twins;
}

const bare = (text: string): string => text.replace(/[\p{P}\p{S}\s]+/gu, '');

/** Headings without text of their own, titles and addressees: they stand in the headings of other entries. */
function isOnlyHeading({ policy, clause }: Place): boolean {
  const text = bare(clause.text);
  if (text.length < 2) return true;
  if (policy.title && bare(policy.title).includes(text)) return true;
  if (clause.kind === 'row' || clause.part === 'back') return false;
  if (clause.heading !== null && text === bare(`${clause.number ?? ''}${clause.heading}`)) {
    return policy.clauses.some(
      (other) => other.path.length > clause.path.length && other.path.some((head) => bare(head) === text),
    );
  }
  return clause.part === 'front' && /[:：]$/.test(clause.text.trim()) && clause.text.length < 60;
}

function entryOf(place: Place, twins: readonly Place[], { today, placeOf = same }: Shelving): Entry {
  const { policy, clause } = place;
  const headings = [
    ...clause.path,
    ...twins.flatMap((twin) => [...twin.clause.path, twin.clause.heading ?? '']),
  ];
  const units =
    clause.units.length > 0
      ? clause.units
      : (twins.find((twin) => twin.clause.units.length > 0)?.clause.units ?? []);
  return {
    key: entryKey(policy.id, clause.id),
    policy,
    clause,
    files: [...new Set([policy.file, ...twins.map((twin) => twin.policy.file)])],
    twins: twins.map((twin) => ({ policy: twin.policy.id, clause: twin.clause.id })),
    units,
    headings: [...new Set(headings.filter((heading) => heading !== ''))],
    region: policy.region === null ? ANY_REGION : placeOf(policy.region),
    status: statusAt(policy, today),
  };
}

/**
 * What is searched: every clause that says something, once. A plan's item whose text stands in the rows of its
 * task list is left to them, since the rows also name the units; its headings go along.
 */
export function buildEntries(
  policies: readonly Policy[],
  links: readonly ClauseLink[],
  shelving: Shelving,
): ReadonlyMap<string, Entry> {
  const places = placesOf(policies);
  const twins = twinsOf(links, places);
  const entries = new Map<string, Entry>();
  for (const [key, place] of places) {
    if (isOnlyHeading(place)) continue;
    const others = twins.get(key) ?? [];
    const rows = others.filter((other) => other.clause.kind === 'row').map((other) => other.clause);
    if (place.clause.kind !== 'row' && rows.length > 0 && isAbsorbed(place.clause, rows)) continue;
    entries.set(key, entryOf(place, others, shelving));
  }
  return entries;
}
