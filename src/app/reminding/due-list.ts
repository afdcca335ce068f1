import type { Instant } from '../../domain/time.ts';

/** Who is due when; made anew at every start. */
export interface DueList {
  readonly set: (id: string, at: Instant | null) => void;
  /** Those due by then, the first due first. */
  readonly until: (at: Instant) => readonly string[];
  readonly next: () => Instant | null;
}

/** Where an instant stands among sorted ones, or would stand. */
function placeOf(instants: readonly Instant[], at: Instant): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] as Instant) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes an empty list. */
export function createDueList(): DueList {
  const instants: Instant[] = [];
  const buckets = new Map<Instant, Set<string>>();
  const known = new Map<string, Instant>();
  const remove = (id: string, at: Instant): void => {
    const bucket = buckets.get(at) as Set<string>;
    bucket.delete(id);
    if (bucket.size > 0) return;
    buckets.delete(at);
    instants.splice(placeOf(instants, at), 1);
  };
  const add = (id: string, at: Instant): void => {
    const bucket = buckets.get(at) ?? new Set();
    if (bucket.size === 0) instants.splice(placeOf(instants, at), 0, at);
    buckets.set(at, bucket.add(id));
  };
  return {
    set: (id, at) => {
      const before = known.get(id) ?? null;
      if (before === at) return;
      if (before !== null) remove(id, before);
      if (at !== null) add(id, at);
      if (at === null) known.delete(id);
      else known.set(id, at);
    },
    until: (at) => {
      const due: string[] = [];
      for (const instant of instants) {
        if (instant > at) break;
        for (const id of buckets.get(instant) as Set<string>) due.push(id);
      }
      return due;
    },
    next: () => instants[0] ?? null,
  };
}
