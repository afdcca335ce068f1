import type { Features } from './features.ts';
import { type Example, trainClassifier } from './learned.ts';
import type { Matter } from './types.ts';

/** What a text sounds like: chances by matter, and that it tells of none. */
export interface Sound {
  readonly of: (matter: Matter) => number;
  readonly untold: number;
}

export type SoundReader = (text: string) => Sound;

/** A word of a sign says the matter too, but is no sentence. */
const WORD_WEIGHT = 0.12;

function examplesOf(matter: Matter, label: number, features: Features): readonly Example[] {
  const sayings = matter.sayings.map((saying) => ({ features: features(saying), label, weight: 1 }));
  const words = matter.signs
    .filter((sign) => sign.with === undefined && sign.vague !== true)
    .flatMap(({ any, weight }) => any.map((word) => ({ word: word.replace('…', ' '), weight })))
    .map(({ word, weight }) => ({ features: features(word), label, weight: weight * WORD_WEIGHT }));
  return [...sayings, ...words];
}

/** Learns from the sayings of the matters; `untold` are messages that tell of no matter. */
export function createSoundReader(
  { matters, untold }: { readonly matters: readonly Matter[]; readonly untold: readonly string[] },
  features: Features,
): SoundReader {
  const spoken = matters.filter(({ sayings }) => sayings.length > 0);
  const labels = new Map(spoken.map((matter, label) => [matter.id, label]));
  const none = spoken.length;
  const classify = trainClassifier(
    [
      ...spoken.flatMap((matter, label) => examplesOf(matter, label, features)),
      ...untold.map((saying) => ({ features: features(saying), label: none, weight: 1 })),
    ],
    none + 1,
  );
  return (text) => {
    const chances = classify(features(text));
    return {
      of: ({ id }) => chances[labels.get(id) ?? -1] ?? 0,
      untold: chances[none] ?? 0,
    };
  };
}
