import type { Features } from './features.ts';
import { type Classifier, type Example, trainClassifier } from './learned.ts';
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

interface Lessons {
  readonly spoken: readonly Matter[];
  readonly untold: readonly string[];
}

interface Learned {
  readonly from: readonly unknown[];
  readonly classify: Classifier;
}

// A document more in the library seldom changes what there is to learn, and learning takes a third of a second.
const learned = new WeakMap<Features, Learned>();

function learnFrom({ spoken, untold }: Lessons, features: Features): Classifier {
  const from = [untold, ...spoken.flatMap(({ sayings, signs }) => [sayings, signs])];
  const known = learned.get(features);
  if (known?.from.length === from.length && known.from.every((part, at) => part === from[at])) {
    return known.classify;
  }
  const classify = trainClassifier(
    [
      ...spoken.flatMap((matter, label) => examplesOf(matter, label, features)),
      ...untold.map((saying) => ({ features: features(saying), label: spoken.length, weight: 1 })),
    ],
    spoken.length + 1,
  );
  learned.set(features, { from, classify });
  return classify;
}

/** Learns from the sayings of the matters; `untold` are messages that tell of no matter. */
export function createSoundReader(
  { matters, untold }: { readonly matters: readonly Matter[]; readonly untold: readonly string[] },
  features: Features,
): SoundReader {
  const spoken = matters.filter(({ sayings }) => sayings.length > 0);
  const labels = new Map(spoken.map((matter, label) => [matter.id, label]));
  const none = spoken.length;
  const classify = learnFrom({ spoken, untold }, features);
  return (text) => {
    const chances = classify(features(text));
    return {
      of: ({ id }) => chances[labels.get(id) ?? -1] ?? 0,
      untold: chances[none] ?? 0,
    };
  };
}
