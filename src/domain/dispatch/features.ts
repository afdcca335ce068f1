import { fold } from '../hanzi/fold.ts';

/** What a text is known by when it is compared with sayings. */
export type Features = (text: string) => readonly string[];

export interface FeatureSources {
  /** Words of a text, the shorter ones within long ones as well (`Segmenter.search`). */
  readonly words: (text: string) => readonly string[];
  /** How documents say what the text says. */
  readonly meanings: (text: string) => readonly string[];
}

const RUN = /\p{Script=Han}+|[a-z]+/gu;
const WORD = /^\p{Script=Han}{2,}$/u;

function characters(run: string): string[] {
  const units = [...run];
  return units.flatMap((unit, at) => {
    const next = units[at + 1];
    return next === undefined ? [`1${unit}`] : [`1${unit}`, `2${unit}${next}`];
  });
}

/** Characters, pairs of them, words, and the documents' words for them; each once. */
export function createFeatures({ words, meanings }: FeatureSources): Features {
  return (raw) => {
    const text = fold(raw);
    const spelled = (text.match(RUN) ?? []).flatMap((run) =>
      /[a-z]/.test(run) ? [`w${run}`] : characters(run),
    );
    const cut = words(text).filter((word) => WORD.test(word));
    return [
      ...new Set([
        ...spelled,
        ...cut.map((word) => `w${word}`),
        ...meanings(text).map((meaning) => `m${meaning}`),
      ]),
    ];
  };
}
