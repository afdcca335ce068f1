import type { FacetCount, Facets } from './types.ts';

/**
 * Passages share few combinations of facet values, so each combination is kept once and a passage carries its
 * number: a filter is decided once a combination, and asking it of a passage is one look into a table.
 */
export interface FacetSets {
  /** The number of a combination, from 1; 0 stands for a dead passage. */
  readonly numberOf: (facets: Facets | undefined) => number;
  /** 1 for every combination that passes the filter. */
  readonly allowed: (filter: Facets | undefined) => Uint8Array;
  /** Adds up how often each value occurs; `counts` is by combination. */
  readonly count: (name: string, counts: Uint32Array) => readonly FacetCount[];
  readonly size: () => number;
  /** As text, for saving. */
  readonly save: () => string;
}

type Entries = readonly (readonly [name: string, values: readonly string[]])[];

export function createFacetSets(saved: readonly Entries[] = []): FacetSets {
  const sets: Entries[] = [[], ...saved];
  const numbers = new Map(sets.map((entries, number) => [JSON.stringify(entries), number]));
  numbers.delete('[]');
  for (const [number, entries] of sets.entries())
    if (number > 0) numbers.set(JSON.stringify(entries), number);

  const numberOf = (facets: Facets | undefined): number => {
    const entries = toEntries(facets);
    const text = JSON.stringify(entries);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    sets.push(entries);
    numbers.set(text, sets.length - 1);
    return sets.length - 1;
  };
  /** Without a filter: all but the dead. */
  let all = new Uint8Array(0);
  const allowed = (filter: Facets | undefined): Uint8Array => {
    if (filter === undefined) {
      if (all.length !== sets.length) all = new Uint8Array(sets.length).fill(1, 1);
      return all;
    }
    const wanted = toEntries(filter);
    return Uint8Array.from(sets, (entries, number) => (number > 0 && passes(entries, wanted) ? 1 : 0));
  };
  const count = (name: string, counts: Uint32Array): readonly FacetCount[] => {
    const totals = new Map<string, number>();
    for (const [number, entries] of sets.entries()) {
      const found = counts[number]!;
      if (found === 0) continue;
      for (const value of entries.find(([own]) => own === name)?.[1] ?? []) {
        totals.set(value, (totals.get(value) ?? 0) + found);
      }
    }
    return [...totals]
      .map(([value, total]) => ({ value, count: total }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return { numberOf, allowed, count, size: () => sets.length, save: () => JSON.stringify(sets.slice(1)) };
}

/** Reads what `save` wrote; null where it is anything else. */
export function readFacetSets(text: string): FacetSets | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isSaved(parsed) ? createFacetSets(parsed) : null;
  } catch {
    return null;
  }
}

function isSaved(parsed: unknown): parsed is Entries[] {
  const isEntry = (entry: unknown): boolean =>
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every((value) => typeof value === 'string');
  return Array.isArray(parsed) && parsed.every((entries) => Array.isArray(entries) && entries.every(isEntry));
}

function toEntries(facets: Facets | undefined): Entries {
  return Object.entries(facets ?? {})
    .map(([name, values]) => [name, [...new Set([values].flat())].toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const passes = (entries: Entries, wanted: Entries): boolean =>
  wanted.every(([name, values]) =>
    entries.some(([own, has]) => own === name && has.some((value) => values.includes(value))),
  );
