import { seriesIn } from '../policy/benefits/money.ts';
import { plain } from '../policy/plain.ts';
import type { Benefit, PolicyClause } from '../policy/types.ts';
import type { Requirement } from './matching-types.ts';

/** Benefits of one sentence with the same words are one tier. */
export const tierKey = ({ who, snippet }: Benefit): string => `${who}\n${snippet}`;

const THRESHOLD_BEHIND = /^(?:\(含\))?(?:及其?)?(?:以上|以下|以内)/;

/** 「…奖励20万元,5亿元以上的奖励50万元」: a sum that is only ever a bound is nobody's benefit. */
export function isBound({ amountYuan, snippet }: Benefit): boolean {
  const text = plain(snippet).text;
  const places = seriesIn(text).flatMap(({ sums }) => sums.filter(({ yuan }) => yuan === amountYuan));
  return places.length > 0 && places.every(({ end }) => THRESHOLD_BEHIND.test(text.slice(end)));
}

const isSum = ({ amountYuan, per, atMost }: Benefit): boolean =>
  amountYuan !== null && per === null && !atMost;

const revenueOf = (requirements: readonly Requirement[]): number | null =>
  requirements.find((requirement) => requirement.kind === 'revenue')?.yuan ?? null;

/** A benefit with what it asks for. */
export interface Asked {
  readonly benefit: Benefit;
  readonly requirements: readonly Requirement[];
}

/**
 * True where a sentence has tiers that could not be told apart: plain sums for the same words, or bounds of revenue
 * that were not read for each of several sums. Then no sum of it is sure.
 */
export function isUnsure({ benefit }: Asked, all: readonly Asked[]): boolean {
  const sums = all.filter((other) => isSum(other.benefit) && other.benefit.snippet === benefit.snippet);
  const twins = sums.filter(
    (other) => other.benefit !== benefit && tierKey(other.benefit) === tierKey(benefit),
  );
  // A cap stands beside one sum (每年10万元,最高30万元), not beside two.
  if (!isSum(benefit)) return twins.length > 1;
  const bounds = sums.map(({ requirements }) => revenueOf(requirements));
  const isBounded = bounds.some((yuan) => yuan !== null);
  const isClear = !isBounded || (!bounds.includes(null) && new Set(bounds).size === bounds.length);
  return twins.length > 0 || !isClear;
}

/** The benefits of a clause with what they ask for; what is unsure is left for a person to check. */
export function askedIn(
  clause: PolicyClause,
  requirementsOf: (benefit: Benefit) => readonly Requirement[] | null,
): readonly Asked[] {
  const all = clause.benefits
    .filter((benefit) => !isBound(benefit))
    .flatMap((benefit): readonly Asked[] => {
      const requirements = requirementsOf(benefit);
      return requirements === null ? [] : [{ benefit, requirements }];
    });
  return all.map((one) =>
    isUnsure(one, all)
      ? { ...one, requirements: [...one.requirements, { kind: 'open', words: one.benefit.snippet }] }
      : one,
  );
}
