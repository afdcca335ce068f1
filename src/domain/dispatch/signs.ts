import { fold } from '../hanzi/fold.ts';
import type { AppealText, Matter, Sign } from './types.ts';

/** What a text says for one matter. */
export interface Reading {
  readonly matter: Matter;
  /** Weights of the signs that the owner's own words show. */
  readonly said: number;
  /** The same for the words that documents have for what he says. */
  readonly meant: number;
  readonly general: boolean;
  /** Weights of those that also tell what the trouble is. */
  readonly clear: number;
}

interface ReadySign {
  readonly weight: number;
  readonly vague: boolean;
  readonly any: RegExp;
  readonly with: RegExp | null;
  readonly without: RegExp | null;
}

interface ReadyMatter {
  readonly matter: Matter;
  readonly general: RegExp | null;
  readonly signs: readonly ReadySign[];
}

/** Reads what an appeal says for each matter, in the matters' order. */
export type SignReader = (
  appeal: Pick<AppealText, 'text' | 'corrected' | 'expansions'>,
) => readonly Reading[];

const GAP = '[^,，。;；!！?？\\s]{0,6}';
const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const toPattern = (words: readonly string[] | undefined): RegExp | null =>
  words && words.length > 0
    ? new RegExp(words.map((word) => fold(word).split('…').map(escape).join(GAP)).join('|'))
    : null;

const NEVER = /(?!)/;

const makeReady = (matter: Matter): ReadyMatter => ({
  matter,
  general: toPattern(matter.general),
  signs: matter.signs.map((sign: Sign) => ({
    weight: sign.weight,
    vague: sign.vague ?? false,
    any: toPattern(sign.any) ?? NEVER,
    with: toPattern(sign.with),
    without: toPattern(sign.without),
  })),
});

const sumOf = (signs: readonly ReadySign[]): number => signs.reduce((sum, { weight }) => sum + weight, 0);

const shows = (sign: ReadySign, text: string): boolean =>
  sign.any.test(text) &&
  (sign.with === null || sign.with.test(text)) &&
  (sign.without === null || !sign.without.test(text));

/** Makes a reader of `seeds/dispatch.json`. */
export function createSignReader(matters: readonly Matter[]): SignReader {
  const ready = matters.map(makeReady);
  return ({ text, corrected, expansions }) => {
    // A correction may also spoil a word: both texts are looked at.
    const said = text === corrected ? text : `${text}\n${corrected}`;
    const meanings = expansions.flatMap(({ means }) => means).join('\n');
    return ready.map(({ matter, general, signs }): Reading => {
      const seen = signs.filter((sign) => shows(sign, said));
      const other =
        meanings === '' ? [] : signs.filter((sign) => !seen.includes(sign) && shows(sign, meanings));
      return {
        matter,
        said: sumOf(seen),
        clear: sumOf(seen.filter(({ vague }) => !vague)),
        meant: sumOf(other),
        general: general?.test(said) ?? false,
      };
    });
  };
}
