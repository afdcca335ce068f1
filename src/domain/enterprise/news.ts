import type { Facts, Holding, Place, Profile } from './types.ts';

/** What a message says of an enterprise, held against what is known. */
export interface News {
  /** What was not known. */
  readonly fresh: Facts;
  /** What contradicts what is known. */
  readonly against: Facts;
}

const isSamePlace = (known: Place, told: Place): boolean =>
  told.city === known.city && (told.district === null || told.district === known.district);

/** 「洪山区」 where 武汉市 is known says where in it. */
const isCloser = (known: Place, told: Place): boolean =>
  known.district === null && told.city === known.city && told.district !== null;

const isNewHolding = (known: readonly Holding[], { qualification, since }: Holding): boolean => {
  const before = known.find((one) => one.qualification === qualification);
  return before === undefined || (before.since === null && since !== null);
};

/** Sorts what was told into what is new and what contradicts; titles are added and never contradict. */
export function newsIn(profile: Profile, { place, holdings, business, ...plain }: Facts): News {
  const fresh: Record<string, unknown> = {};
  const against: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(plain)) {
    const known = profile[field as keyof typeof plain];
    if (known === null) fresh[field] = value;
    else if (known !== value) against[field] = value;
  }
  // What it does goes with its industry.
  if (business !== undefined && 'industry' in fresh) fresh['business'] = business;
  if (business !== undefined && 'industry' in against) against['business'] = business;
  if (place && (profile.place === null || isCloser(profile.place, place))) fresh['place'] = place;
  else if (place && profile.place && !isSamePlace(profile.place, place)) against['place'] = place;
  const added = holdings?.filter((one) => isNewHolding(profile.holdings ?? [], one)) ?? [];
  if (added.length > 0) fresh['holdings'] = added;
  return { fresh, against };
}
