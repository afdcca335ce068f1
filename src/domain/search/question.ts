import { fold } from '../hanzi/fold.ts';
import type { Segmenter } from '../segment.ts';
import { markAsking } from './asking.ts';
import { DIGIT, KINDS, LETTER, toUnits } from './characters.ts';
import { addSingles, LONGEST_QUESTION, pairsOf, type Reading } from './question-pairs.ts';
import type { Alternative } from './sounds.ts';
import { isLone, keysOf, mostKeys, PAIRS_END } from './terms.ts';
import type { Query } from './types.ts';

/** A question taken apart, before anything is known of the index. */
export interface Question {
  /** Folded, at most `LONGEST` units. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** It does nothing but ask: what is found by its words covers nothing. */
  readonly isIdle: boolean;
  /** What else could be said, by expansion: the pieces its phrase covers and the keys of each meaning. */
  readonly meanings: readonly Meaning[];
  /** The letters as typed (capitals kept), for reading pinyin. */
  readonly typed: string;
}

/** A distinct term of the question. */
export type Piece = {
  /** Where it first stands in the folded question, and how long it is. */
  readonly at: number;
  readonly length: number;
} & (
  | PairPiece
  /** A one-character word. */
  | { readonly kind: 'single'; readonly unit: number }
  /** Letters, a number. */
  | { readonly kind: 'other'; readonly key: number }
  /** Typed as pinyin or initials: any of these pairs may be meant. */
  | { readonly kind: 'spelt'; readonly text: string; readonly alternatives: readonly Alternative[] }
);

/** A piece as it stands in the folded question. */
export const textOf = (piece: Piece, { text }: { readonly text: string }): string =>
  piece.kind === 'spelt' ? piece.text : text.slice(piece.at, piece.at + piece.length);

/** Whether a word of grammar stands in it beside another word: 「的生」 says little, and nothing to a reader. */
export const isLoose = (piece: Piece): boolean => piece.kind === 'pair' && piece.isLoose;

export interface PairPiece {
  readonly kind: 'pair';
  readonly key: number;
  /** The segmenter says so. */
  readonly isWord: boolean;
  /** Where one longer word ends and the next begins. */
  readonly isSeam: boolean;
  /** Where a word of grammar stands beside another word. */
  readonly isLoose: boolean;
}

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
  const pieces = piecesOf(reading);
  const isIdle = pieces.length === 0;
  return {
    text,
    typed,
    pieces: isIdle ? piecesOf({ ...reading, asks: new Uint8Array(text.length) }) : pieces,
    isIdle,
    meanings: meaningsOf(query, text),
  };
}

function piecesOf(reading: Reading): readonly Piece[] {
  const pieces = pairsOf(reading);
  addOthers(reading, pieces);
  addSingles(reading, pieces);
  return pieces;
}

/** 「20万」 「二十万元」 「5g」: what can be a number or a word of letters. */
const TOKEN =
  /(?<![a-z])\d[\d.,]*(?![a-z\d])[万亿]?|[〇零一二两三四五六七八九十百千]+[万亿]?(?:\p{sc=Han}|%)?|[^\p{sc=Han}\s\p{P}]+/gu;

const keysFound = new Uint32Array(mostKeys(LONGEST_QUESTION));

/** 1 for what words of letters and numbers are made of; 「一」 alone is none. */
const IN_OTHERS = Uint8Array.from(KINDS, (kind) => (kind === LETTER || kind === DIGIT ? 1 : 0));
for (const numeral of '二两三四五六七八九十百千万亿') IN_OTHERS[numeral.charCodeAt(0)] = 1;

function hasOthers(units: Uint16Array): boolean {
  for (let at = 0; at < units.length; at += 1) if (IN_OTHERS[units[at]!] === 1) return true;
  return false;
}

/** Words of letters and numbers. Few questions have any, so that they are found by their keys first. */
function addOthers({ text, units }: Reading, pieces: Piece[]): void {
  if (!hasOthers(units)) return;
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
    pieces.push({ kind: 'other', key, at: token?.at ?? 0, length: token?.text.length ?? 0 });
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
