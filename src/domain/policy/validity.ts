import { partsOf, type LocalDate } from '../time.ts';
import type { PolicyMetadata, Status } from './types.ts';

/**
 * Status of a policy on a day: a draft is never in force, what was replaced has expired, a written end outweighs a plan's years, and a
 * document that names neither start, end nor plan years is `unknown`, since nobody can tell from its text.
 */
export function statusAt(policy: PolicyMetadata, on: LocalDate): Status {
  const { draft, validUntil, effectiveOn, planYears } = policy;
  if (draft) return 'draft';
  if (policy.isReplaced === true) return 'expired';
  if (validUntil !== null && on > validUntil) return 'expired';
  if (effectiveOn !== null && on < effectiveOn) return 'not-yet';
  if (validUntil === null && planYears !== null) return statusOfPlan(planYears, on);
  return validUntil !== null || effectiveOn !== null ? 'in-force' : 'unknown';
}

function statusOfPlan(years: { readonly from: number; readonly to: number }, on: LocalDate): Status {
  const { year } = partsOf(on);
  if (year > years.to) return 'over';
  return year < years.from ? 'not-yet' : 'in-force';
}
