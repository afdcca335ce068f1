import type { Segmenter } from '../segment.ts';
import { fold } from './fold.ts';
import { gbkCode } from './gbk.ts';
import { once } from './once.ts';

/**
 * How much a row of characters looks like Chinese: the best cut into dictionary words, with a bonus for
 * what a parallel text says in the same words. Scores are relative; only differences mean something.
 */
export interface Plausibility {
  /** The last characters, folded, at most 3. */
  readonly tail: string;
  /** Best score of a cut that ends 0, 1, 2, 3 characters before the end. */
  readonly best: readonly [number, number, number, number];
}

export interface Judge {
  readonly start: (before: string) => Plausibility;
  readonly add: (so: Plausibility, characters: string) => Plausibility;
  /** True where the text is a word of the dictionary or stands in a parallel text. */
  readonly knows: (text: string) => boolean;
  /** The one sign that parallel texts have between these two, null where they have none or several. */
  readonly between: (before: string, after: string) => string | null;
}

const WORD_SCORES = [0, 0, 1.6, 2.1, 3.4] as const;
const PARALLEL_BONUS = 1.5;
const NEVER = Number.NEGATIVE_INFINITY;
const LONGEST = 4;
const PUNCTUATION = '、，。；：“”《》（）—';
const FOLDED_PUNCTUATION = fold(PUNCTUATION);
/** Level 1 of GB 2312: the 3,755 characters in common use. */
const COMMON = { from: 0xb0a1, to: 0xd7f9 };
const SECOND_LEVEL_LAST = 0xf7fe;

export function createJudge(segmenter: Segmenter, parallels: readonly string[]): Judge {
  const folded = once(() => parallels.map((parallel) => fold(parallel).replace(/\s/g, '')));
  const inParallels = once(() => shortPieces(folded()));
  const words = new Map<string, boolean>();
  const isWord = (text: string): boolean => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const found = segmenter.has(text);
    words.set(text, found);
    return found;
  };
  const addOne = ({ tail, best }: Plausibility, character: string): Plausibility => {
    const row = tail + character;
    let score = best[0] + loneScore(character);
    for (let length = 2; length <= Math.min(LONGEST, row.length); length += 1) {
      const before = best[length - 1] as number;
      if (before > NEVER && isWord(row.slice(-length)))
        score = Math.max(score, before + (WORD_SCORES[length] as number));
    }
    const bonus = row.length >= 3 && inParallels().has(row.slice(-3)) ? PARALLEL_BONUS : 0;
    return {
      tail: row.slice(1 - LONGEST),
      best: [score + bonus, best[0] + bonus, best[1] + bonus, best[2] + bonus],
    };
  };
  const add = (so: Plausibility, characters: string): Plausibility =>
    Array.from(fold(characters)).reduce(addOne, so);
  return {
    start: (before) => add({ tail: '', best: [0, NEVER, NEVER, NEVER] }, before),
    add,
    knows: (text) => {
      const piece = fold(text);
      return isWord(piece) || inParallels().has(piece);
    },
    between: (before, after) => signBetween(folded(), fold(before), fold(after)),
  };
}

/** Words of one character that policy prose is full of. */
const FREQUENT = new Set(
  '的和与及或为在对将等各以并不从向由按到于是有被把就也还都又再其该此这上下中内外前后大小多少新高更最个家项年月日市区省县级类型化性',
);

function loneScore(character: string): number {
  if (FOLDED_PUNCTUATION.includes(character)) return 0;
  if (FREQUENT.has(character) || /[0-9a-z%.]/.test(character)) return -0.3;
  const code = gbkCode(character) ?? 0;
  if (code >= COMMON.from && code <= COMMON.to) return -1.5;
  return code > COMMON.to && code <= SECOND_LEVEL_LAST ? -4 : -6;
}

/** All rows of two and three characters. */
function shortPieces(texts: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at + 2 <= text.length; at += 1)
      pieces.add(text.slice(at, at + 2)).add(text.slice(at, at + 3));
  }
  return pieces;
}

function signBetween(texts: readonly string[], before: string, after: string): string | null {
  const signs = new Set<string>();
  for (const text of texts) {
    for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
      const behind = at + before.length;
      if (text.startsWith(after, behind + 1)) signs.add(text.charAt(behind));
    }
  }
  const [sign, other] = signs;
  return sign !== undefined && other === undefined ? sign : null;
}
