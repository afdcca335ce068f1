import type { Sound } from './sayings.ts';
import type { Reading } from './signs.ts';
import type { Matter } from './types.ts';

/** A matter with how likely it is meant; the chances of all that are considered add up to 1. */
export interface RankedMatter {
  readonly matter: Matter;
  readonly chance: number;
  /** Evidence before it is compared with that of other matters. */
  readonly weight: number;
}

/** How much each kind of evidence counts; fitted on the development appeals. */
export const WEIGHTS = {
  said: 1,
  meant: 0.25,
  general: 1,
  /** The best clause of the search. */
  found: 1,
  /** A power of ten in the chance that the sayings give. */
  sounds: 4,
  /** Turns weights into chances: a lead of one point is a lead of e^0.6. */
  sharpness: 0.6,
} as const;

/** Clauses that the search found, by key, with 0–1 as good as the best one. */
export type FoundClauses = ReadonlyMap<string, number>;

/** What is known of a text beside its signs. */
export interface Clues {
  readonly found: FoundClauses;
  readonly sound: Sound;
}

/** What is less likely than this is as good as impossible. */
const LEAST_SOUND = 1e-3;

function weightOf(reading: Reading, { found, sound }: Clues): number {
  const clause = Math.max(0, ...reading.matter.clauses.map((key) => found.get(key) ?? 0));
  return (
    WEIGHTS.said * reading.said +
    WEIGHTS.meant * reading.meant +
    (reading.general ? WEIGHTS.general : 0) +
    WEIGHTS.found * clause +
    WEIGHTS.sounds * Math.log10(Math.max(LEAST_SOUND, sound.of(reading.matter)) / LEAST_SOUND)
  );
}

/** The matters that a text may mean, likeliest first. */
export function rankMatters(readings: readonly Reading[], clues: Clues): readonly RankedMatter[] {
  const weighed = readings.map((reading) => ({ matter: reading.matter, weight: weightOf(reading, clues) }));
  const best = Math.max(0, ...weighed.map(({ weight }) => weight));
  const powers = weighed.map(({ weight }) => Math.exp(WEIGHTS.sharpness * (weight - best)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return weighed
    .map(({ matter, weight }, at) => ({ matter, weight, chance: (powers[at] as number) / sum }))
    .toSorted((a, b) => b.chance - a.chance || (a.matter.id < b.matter.id ? -1 : 1));
}
