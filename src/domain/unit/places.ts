import { shortPlace } from './names.ts';
import type { Seat } from './types.ts';

/** How near a body is to a region: its city, its province, the whole country, elsewhere. */
export const NEAR = { city: 3, province: 2, country: 1, elsewhere: 0 } as const;
export type Nearness = (typeof NEAR)[keyof typeof NEAR];

/** A region as one of the seats: 「武汉」 is 「武汉市」, and lies in 「湖北省」. */
interface Region {
  readonly name: string;
  readonly province: string | null;
}

/** Tells how near seats are to a region (name of a province or city; null: nowhere known), all among themselves. */
export function createPlaces(seats: readonly Seat[]): (seat: Seat, region: string | null) => Nearness {
  const regions = new Map<string, Region>();
  for (const { city, province } of seats) {
    for (const name of [province, city]) {
      if (name === null) continue;
      const region = { name, province };
      regions.set(name, region).set(shortPlace(name), region);
    }
  }
  return (seat, named) => {
    if (seat.province === null && seat.city === null) return NEAR.country;
    if (named === null) return NEAR.elsewhere;
    const region = regions.get(named) ?? { name: named, province: null };
    if (seat.city !== null) return seat.city === region.name ? NEAR.city : NEAR.elsewhere;
    return seat.province === region.province ? NEAR.province : NEAR.elsewhere;
  };
}
