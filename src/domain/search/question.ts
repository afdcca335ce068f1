import { fold } from '../hanzi/fold.ts';
import type { Segmenter } from '../segment.ts';
import { markAsking } from './asking.ts';
import { toUnits } from './characters.ts';
import { addSingles, LONGEST_QUESTION, pairsOf, type Reading } from './question-pairs.ts';
import type { Alternative } from './sounds.ts';
import { isLone, keysOf, mostKeys, PAIRS_END } from './terms.ts';
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

const MOST_MEANINGS = 64;

export function analyse(query: Query, segmenter: Segmenter): Question {
  const typed = query.text.slice(0, LONGEST_QUESTION).replaceAll('\0', ' ');
  const text = fold(typed);
  const units = toUnits(text);
  const reading: Reading = { text, units, words: segmenter.search(text), asks: markAsking(text) };
  const pieces = pairsOf(reading);
  addOthers(reading, pieces);
  addSingles(reading, pieces);
  return { text, typed, pieces, meanings: meaningsOf(query, text) };
}

/** 「20万」 「二十万元」 「5g」: what can be a number or a word of letters. */
const TOKEN =
  /(?<![a-z])\d[\d.,]*(?![a-z\d])[万亿]?|[〇零一二两三四五六七八九十百千]+[万亿]?(?:\p{sc=Han}|%)?|[^\p{sc=Han}\s\p{P}]+/gu;

const keysFound = new Uint32Array(mostKeys(LONGEST_QUESTION));

/** Words of letters and numbers. Few questions have any, so that they are found by their keys first. */
function addOthers({ text, units }: Reading, pieces: Piece[]): void {
  const count = keysOf({ units, from: 0, to: units.length }, keysFound);
  let keys: Set<number> | undefined;
  for (let at = 0; at < count; at += 1) {
    const key = keysFound[at]!;
    if (key >= PAIRS_END && !isLone(key)) (keys ??= new Set()).add(key);
  }
  if (keys === undefined) return;
  const tokens = Array.from(text.matchAll(TOKEN), (found) => ({
    text: found[0],
    at: found.index,
    keys: keysOfText(found[0]),
  }));
  for (const key of keys) {
    const token = tokens.find((other) => other.keys.includes(key));
    pieces.push({ kind: 'other', key, text: token?.text ?? '', at: token?.at ?? 0, asks: false });
  }
}

/** The distinct keys of a folded text. */
export function keysOfText(text: string): readonly number[] {
  const units = toUnits(text);
  const keys = new Uint32Array(mostKeys(units.length));
  const count = keysOf({ units, from: 0, to: units.length }, keys);
  return [...new Set(keys.subarray(0, count))];
}

function meaningsOf(query: Query, text: string): readonly Meaning[] {
  if (query.expansions === undefined) return [];
  return query.expansions
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
