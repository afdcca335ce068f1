import type { Entry } from './entry.ts';
import { isBareHeading } from './heading.ts';

/**
 * Where headings without numbers stand in an outline. A Word file or web page marks them with a level; the
 * level alone does not tell whether 「申报材料」 stands above 「一、」 or below it, the numbers around it do.
 */
const LEVELS = [1, 2, 3, 4, 5, 6] as const;
/** Below all numbers, above rows and text. */
const DEEPEST = 90;
/** Headings of several levels above the same numbers keep their order. */
const STEP = 0.1;

/** The level of a heading that has no number of its own, null for everything else. */
export const levelOf = (entry: Entry | undefined): number | null =>
  entry?.kind === 'text' && isBareHeading(entry.text) ? entry.level : null;

/** Each level's rank in this body: beside numbers marked with the same level, else above the numbers below it. */
export function headingRanks(body: readonly Entry[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const level of LEVELS.toReversed()) {
    const beside = body.flatMap((entry) =>
      entry.kind === 'numbered' && entry.level === level ? [entry.numbered.rank] : [],
    );
    const below = body.flatMap((entry, at) => (levelOf(entry) === level ? ranksBelow(body, at, level) : []));
    const deeper = ranks.get(level + 1) ?? DEEPEST + STEP * (level + 1);
    const rank = beside.length > 0 ? Math.min(...beside) : Math.min(...below) - 1 + STEP * level;
    ranks.set(level, Math.min(Number.isFinite(rank) ? rank : DEEPEST, deeper - STEP));
  }
  return ranks;
}

/** Ranks of the numbers between a heading and the next one of its level or above. */
function ranksBelow(body: readonly Entry[], at: number, level: number): readonly number[] {
  const found: number[] = [];
  for (const entry of body.slice(at + 1)) {
    if ((levelOf(entry) ?? Number.POSITIVE_INFINITY) <= level) break;
    if (entry.kind === 'numbered') found.push(entry.numbered.rank);
  }
  return found;
}
