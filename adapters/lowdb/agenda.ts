import type { Instant } from '../../src/domain/time.ts';

/** Which record of which kind is due when. */
export interface Agenda {
  readonly set: (record: { readonly kind: string; readonly id: string }, due: Instant | null) => void;
  readonly until: (kind: string, until: Instant) => readonly string[];
  readonly next: (kind: string) => Instant | null;
}

interface Day {
  /** The first due first; of two due at once the one with the lesser id. */
  readonly dates: { readonly at: Instant; readonly id: string }[];
  readonly at: Map<string, Instant>;
}

/** Where a date stands among sorted ones, or would stand. */
function placeOf(dates: Day['dates'], at: Instant, id: string): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const date = dates[middle] as Day['dates'][number];
    if (date.at < at || (date.at === at && date.id < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes an empty agenda; it is rebuilt at every start. */
export function createAgenda(): Agenda {
  const kinds = new Map<string, Day>();
  const ofKind = (kind: string): Day => {
    const known = kinds.get(kind) ?? { dates: [], at: new Map() };
    kinds.set(kind, known);
    return known;
  };
  return {
    set: ({ kind, id }, due) => {
      const { dates, at } = ofKind(kind);
      const before = at.get(id);
      if (before === (due ?? undefined)) return;
      if (before !== undefined) dates.splice(placeOf(dates, before, id), 1);
      at.delete(id);
      if (due === null) return;
      dates.splice(placeOf(dates, due, id), 0, { at: due, id });
      at.set(id, due);
    },
    until: (kind, until) => {
      const { dates } = ofKind(kind);
      const after = dates.findIndex(({ at }) => at > until);
      return dates.slice(0, after < 0 ? dates.length : after).map(({ id }) => id);
    },
    next: (kind) => ofKind(kind).dates[0]?.at ?? null,
  };
}
