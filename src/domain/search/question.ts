import { fold } from '../hanzi/fold.ts';
import type { Segmenter } from '../segment.ts';
import { markAsking } from './asking.ts';
import { IDEOGRAPH, KINDS, toUnits } from './characters.ts';
import type { Alternative } from './sounds.ts';
import { isLone, keysOf, mostKeys, PAIRS_END, pairKey } from './terms.ts';
import type { Query } from './types.ts';

/** A question taken apart, before anything is known of the index. */
export interface Question {
  /** Folded, at most `LONGEST` units. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What else could be said, by expansion: the pieces its phrase covers and the keys of each meaning. */
  readonly meanings: readonly Meaning[];
  /** The letters as typed (capitals kept), for reading pinyin. */
  readonly typed: string;
}

/** A distinct term of the question. */
export type Piece = {
  /** As it stands in the folded question. */
  readonly text: string;
  /** Where it first stands. */
  readonly at: number;
  /** Inside words that only ask. */
  readonly asks: boolean;
} /** `isWord` where the segmenter says so; `isSeam` where one longer word ends and the next begins. */ & (
  | { readonly kind: 'pair'; readonly key: number; readonly isWord: boolean; readonly isSeam: boolean }
  /** A one-character word. */
  | { readonly kind: 'single'; readonly unit: number }
  /** Letters, a number. */
  | { readonly kind: 'other'; readonly key: number }
  /** Typed as pinyin or initials: any of these pairs may be meant. */
  | { readonly kind: 'spelt'; readonly alternatives: readonly Alternative[] }
);

export interface Meaning {
  /** Units of the folded question that the phrase covers, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly keys: readonly number[];
}

/** More of a question is not read: what matters stands in its first lines. */
const LONGEST = 300;
const MOST_MEANINGS = 64;

export function analyse(query: Query, segmenter: Segmenter): Question {
  const typed = query.text.slice(0, LONGEST).replaceAll('\0', ' ');
  const text = fold(typed);
  const reading: Reading = { text, words: segmenter.search(text), asks: markAsking(text) };
  return {
    text,
    typed,
    pieces: [...pairs(reading), ...others(text), ...singles(reading)],
    meanings: meaningsOf(query, text),
  };
}

/** A folded question, the words in it, and marks (1) on what only asks. */
interface Reading {
  readonly text: string;
  readonly words: readonly string[];
  readonly asks: Uint8Array;
}

function pairs({ text, words, asks }: Reading): readonly Piece[] {
  const units = toUnits(text);
  const isWord = new Set(words.filter((word) => word.length === 2));
  const within = withinWords(words);
  const pieces = new Map<number, Piece>();
  for (let at = 0; at + 1 < units.length; at += 1) {
    const first = units[at]!;
    const second = units[at + 1]!;
    if (KINDS[first] !== IDEOGRAPH || KINDS[second] !== IDEOGRAPH) continue;
    const key = pairKey(first, second);
    if (pieces.has(key)) continue;
    const pair = text.slice(at, at + 2);
    const isAsking = asks[at] === 1 && asks[at + 1] === 1;
    const isSeam = !within.pairs.has(pair) && within.isOnlyWithin(first) && within.isOnlyWithin(second);
    pieces.set(key, { kind: 'pair', key, text: pair, at, asks: isAsking, isWord: isWord.has(pair), isSeam });
  }
  return [...pieces.values()];
}

/** Without any of these there is neither a word of letters nor a number. */
const OTHERS = /[^\p{sc=Han}\p{P}\s]|[一二两三四五六七八九十]/u;

/** Words of letters and numbers. */
function others(text: string): readonly Piece[] {
  if (!OTHERS.test(text)) return [];
  const keys = keysOfText(text).filter((key) => key >= PAIRS_END && !isLone(key));
  if (keys.length === 0) return [];
  const tokens = [...text.matchAll(TOKEN)];
  return keys.map((key) => {
    const token = tokens.find((found) => keysOfText(found[0]).includes(key));
    return { kind: 'other', key, text: token?.[0] ?? '', at: token?.index ?? 0, asks: false };
  });
}

/** The pairs that lie within words, and the characters that occur in words of two and more only. */
function withinWords(words: readonly string[]): {
  readonly pairs: ReadonlySet<string>;
  readonly isOnlyWithin: (unit: number) => boolean;
} {
  const pairs = new Set<string>();
  const inWords = new Set<number>();
  const alone = new Set<number>();
  for (const word of words) {
    if (word.length === 1) alone.add(word.charCodeAt(0));
    else for (let at = 0; at < word.length; at += 1) inWords.add(word.charCodeAt(at));
    for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2));
  }
  return { pairs, isOnlyWithin: (unit) => inWords.has(unit) && !alone.has(unit) };
}

/** 「20万」 「二十万元」 「5g」: what can be a number or a word of letters. */
const TOKEN =
  /(?<![a-z])\d[\d.,]*(?![a-z\d])[万亿]?|[〇零一二两三四五六七八九十百千]+[万亿]?(?:\p{sc=Han}|%)?|[^\p{sc=Han}\s\p{P}]+/gu;

/** The distinct keys of a folded text. */
export function keysOfText(text: string): readonly number[] {
  const units = toUnits(text);
  const keys = new Uint32Array(mostKeys(units.length));
  const count = keysOf({ units, from: 0, to: units.length }, keys);
  return [...new Set(keys.subarray(0, count))];
}

function singles({ text, words, asks }: Reading): readonly Piece[] {
  const pieces = new Map<number, Piece>();
  for (const word of words) {
    const unit = word.charCodeAt(0);
    if (word.length !== 1 || KINDS[unit] !== IDEOGRAPH || pieces.has(unit)) continue;
    const at = text.indexOf(word);
    pieces.set(unit, { kind: 'single', unit, text: word, at, asks: asks[at] === 1 });
  }
  return [...pieces.values()];
}

function meaningsOf(query: Query, text: string): readonly Meaning[] {
  return (query.expansions ?? [])
    .flatMap(({ phrase, means, weight }) => {
      const folded = fold(phrase);
      const from = folded === '' ? -1 : text.indexOf(folded);
      if (from < 0) return [];
      return means.map((mean) => ({
        from,
        to: from + folded.length,
        weight: Math.min(1, Math.max(0, weight)),
        keys: keysOfText(fold(mean)),
      }));
    })
    .filter(({ keys }) => keys.length > 0)
    .slice(0, MOST_MEANINGS);
}
