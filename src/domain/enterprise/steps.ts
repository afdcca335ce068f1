import type { Step } from './matching-types.ts';
import { highestRung, rungOf, SME_ONLY } from './rungs.ts';
import { type ScaleEntry, scaleEntryOf } from './scale.ts';
import { sizeOf } from './size.ts';
import type { Profile, Qualification } from './types.ts';

/** Who has less than this share of the revenue is more than one step away. */
const NEAR_SHARE = 0.5;
/** 「精上市」: from a provincial 专精特新 on. */
const LISTING_FROM = rungOf('srdi-provincial');

function isLarge(profile: Profile): boolean {
  const sizing = sizeOf(profile);
  return sizing.kind === 'sized' && sizing.size === 'large';
}

/** Half of the revenue from which the statistics count it, or nothing known that speaks against it. */
function isNearScale(
  qualification: ScaleEntry['qualification'],
  { industry, revenueYuan }: Profile,
): boolean {
  const entry = industry === null ? null : scaleEntryOf(industry);
  if (industry !== null && entry?.qualification !== qualification) return false;
  return entry === null || revenueYuan === null || revenueYuan >= entry.revenueYuan * NEAR_SHARE;
}

function isNear(qualification: Qualification, profile: Profile): boolean {
  if (qualification === 'above-scale' || qualification === 'above-quota')
    return isNearScale(qualification, profile);
  const highest = highestRung(profile.holdings ?? []);
  if (qualification === 'listed') return highest >= LISTING_FROM;
  if (SME_ONLY.has(qualification) && isLarge(profile)) return false;
  return rungOf(qualification) === highest + 1;
}

/** The one of these qualifications that is this enterprise's next step, null where all are further away. */
export function stepTowards(wanted: readonly Qualification[], profile: Profile): Step | null {
  if (profile.form === 'sole-trader') return null;
  const near = wanted.filter((qualification) => isNear(qualification, profile));
  return near.toSorted((one, other) => rungOf(one) - rungOf(other))[0] ?? null;
}
