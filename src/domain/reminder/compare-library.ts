import type { PolicyClause } from '../policy/types.ts';
import { sameReading } from './deadline-orders.ts';
import type { PolicyReading } from './readings.ts';
import type { ApplicationDeadline, Reading } from './types.ts';

/** What a document's deadlines have become: those that are read differently, those that are gone, those that are new. */
export interface Compared {
  readonly read: readonly {
    readonly number: number;
    readonly clause: PolicyClause['id'];
    readonly reading: Reading;
  }[];
  readonly gone: readonly number[];
  readonly fresh: readonly PolicyReading[];
}

const bare = (text: string): string => text.replace(/[\s\d\p{P}\p{S}]+/gu, '');

/** How two readings can be the same deadline, the surest first. */
const LIKE: readonly ((one: Reading, other: Reading) => boolean)[] = [
  sameReading,
  (one, other) => bare(one.what) === bare(other.what) && one.on === other.on,
  (one, other) => bare(one.what) === bare(other.what),
  (one, other) => bare(one.snippet) === bare(other.snippet),
  (one, other) => one.on !== null && one.on === other.on && one.kind === other.kind,
];

/** Finds the deadlines of a document again after it was read anew; a day that moved is still the same deadline. */
export function compareReadings(
  known: readonly ApplicationDeadline[],
  found: readonly PolicyReading[],
): Compared {
  const left = new Set(known);
  const open = new Set(found);
  const pairs: { readonly deadline: ApplicationDeadline; readonly now: PolicyReading }[] = [];
  const pairUp = (isLike: (one: Reading, other: Reading) => boolean): void => {
    for (const now of open) {
      const deadline = [...left].find(
        ({ origin }) => origin.kind === 'policy' && isLike(origin.read, now.reading),
      );
      if (deadline === undefined) continue;
      left.delete(deadline);
      open.delete(now);
      pairs.push({ deadline, now });
    }
  };
  for (const isLike of LIKE) pairUp(isLike);
  const isNews = ({ deadline: { origin, closed }, now }: (typeof pairs)[number]): boolean =>
    closed === 'document-gone' || (origin.kind === 'policy' && !sameReading(origin.read, now.reading));
  return {
    read: pairs.filter(isNews).map(({ deadline: { number }, now }) => ({ number, ...now })),
    gone: [...left].filter(({ closed }) => closed === null).map(({ number }) => number),
    fresh: [...open],
  };
}
