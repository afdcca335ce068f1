import type { Instant } from '../../domain/time.ts';

/** Who is due when; made anew at every start. */
export interface DueList {
  readonly set: (id: string, at: Instant | null) => void;
  /** Those due by then, the first due first. */
  readonly until: (at: Instant) => readonly string[];
  readonly next: () => Instant | null;
}

/** Makes an empty list. Many are due at the same minute, so that there are few instants to look at. */
export function createDueList(): DueList {
  const buckets = new Map<Instant, Set<string>>();
  const known = new Map<string, Instant>();
  let earliest: Instant | null = null;
  const findEarliest = (): Instant | null =>
    buckets.size === 0
      ? null
      : ([...buckets.keys()].reduce((one, other) => (other < one ? other : one)) as Instant);
  const remove = (id: string): void => {
    const at = known.get(id);
    if (at === undefined) return;
    known.delete(id);
    const bucket = buckets.get(at) as Set<string>;
    bucket.delete(id);
    if (bucket.size > 0) return;
    buckets.delete(at);
    if (at === earliest) earliest = findEarliest();
  };
  return {
    set: (id, at) => {
      if (known.get(id) === at) return;
      remove(id);
      if (at === null) return;
      known.set(id, at);
      buckets.set(at, (buckets.get(at) ?? new Set()).add(id));
      if (earliest === null || at < earliest) earliest = at;
    },
    until: (at) =>
      earliest === null || earliest > at
        ? []
        : [...buckets]
            .filter(([instant]) => instant <= at)
            .toSorted(([one], [other]) => one - other)
            .flatMap(([, ids]) => [...ids]),
    next: () => earliest,
  };
}
