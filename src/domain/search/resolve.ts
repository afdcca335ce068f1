import type { Lexicon } from './lexicon.ts';
import type { Meaning, Piece, Question } from './question.ts';
import type { Alternative } from './sounds.ts';
import type { Weights } from './weights.ts';

/** A key to look for in the postings. */
export interface Term {
  readonly key: number;
  /** What an impact of 1 counts, a whole number. */
  readonly weight: number;
  /** The piece of the question that it stands for, or -1 where it belongs to meanings only. */
  readonly piece: number;
  /** How far finding it covers the piece, 0..1. */
  readonly factor: number;
}

/** A question as far as the index can answer it. */
export interface Resolved {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly terms: readonly Term[];
  /** idf of each piece. */
  readonly idf: readonly number[];
  /** True where no passage holds the piece or anything that stands in for it. */
  readonly absent: readonly boolean[];
  readonly meanings: readonly Meaning[];
  /** The numbers of the pieces as they stand in the question. */
  readonly order: readonly number[];
}

/** Weights are whole numbers in 256ths, so that sums do not depend on the order of adding. */
export const WEIGHT_UNIT = 256;
/** A pair is thought a slip where what sounds like it is this many times as frequent. */
const LIKES_OUTNUMBER = 30;
/** No question brings more lists than this into a sweep. */
export const MOST_TERMS = 1024;

type Add = (key: number, value: number, stands: Pick<Term, 'piece' | 'factor'>) => void;
const OF_A_MEANING = { piece: -1, factor: 0 } as const;

/** Looks a question up in the index: weights by rarity, stand-ins for what is hardly there. */
export function resolve(question: Question, lexicon: Lexicon, weights: Weights): Resolved {
  const { pieces } = question;
  const terms: Term[] = [];
  let known: Set<number> | undefined;
  const idf: number[] = [];
  const own: number[] = [];
  /** For the question's own keys, which are distinct. */
  const addOwn: Add = (key, value, { piece, factor }) => {
    if (terms.length >= MOST_TERMS || value <= 0) return;
    terms.push({ key, weight: Math.max(1, Math.round(value * WEIGHT_UNIT)), piece, factor });
  };
  const add: Add = (key, value, stands) => {
    known ??= new Set(terms.map((term) => term.key));
    if (known.has(key)) return;
    addOwn(key, value, stands);
    known.add(key);
  };
  for (let number = 0; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    const passages = passagesWith(piece, lexicon);
    const rarity = lexicon.idfOf(passages);
    idf.push(rarity);
    own.push(passages);
    if ((piece.kind !== 'pair' && piece.kind !== 'other') || passages === 0) continue;
    const boost = piece.kind === 'pair' && piece.isWord ? 1 + weights.word : 1;
    addOwn(piece.key, rarity * boost * (piece.asks ? weights.asking : 1), { piece: number, factor: 1 });
  }
  for (let number = 0; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    const likes = standIns(piece, own[number]!, lexicon);
    if (likes.length === 0) continue;
    const rarity = lexicon.idfOf(likes.reduce((sum, like) => sum + like.passages, 0));
    idf[number] = rarity;
    const standsFor = { piece: number, factor: weights.sound };
    for (const { key } of likes) add(key, rarity * weights.sound, standsFor);
  }
  if (terms.length === 0) addSingles(pieces, lexicon, add);
  const absent = absentOf(pieces, terms, own);
  addMeanings(question.meanings, lexicon, add);
  return { text: question.text, pieces, terms, idf, absent, meanings: question.meanings, order: orderOf(pieces) };
}

function absentOf(pieces: readonly Piece[], terms: readonly Term[], own: readonly number[]): readonly boolean[] {
  const absent: boolean[] = [];
  for (let number = 0; number < pieces.length; number += 1)
    absent.push(pieces[number]!.kind !== 'single' || own[number] === 0);
  for (let number = 0; number < terms.length; number += 1) {
    const { piece } = terms[number]!;
    if (pieces[piece]!.kind !== 'single') absent[piece] = false;
  }
  return absent;
}

/** Sorted by insertion: but for a few at the end, the pieces stand in the question's order. */
function orderOf(pieces: readonly Piece[]): readonly number[] {
  const order: number[] = [];
  for (let number = 0; number < pieces.length; number += 1) {
    const { at } = pieces[number]!;
    let place = number;
    for (; place > 0 && pieces[order[place - 1]!]!.at > at; place -= 1) order[place] = order[place - 1]!;
    order[place] = number;
  }
  return order;
}

function passagesWith(piece: Piece, lexicon: Lexicon): number {
  switch (piece.kind) {
    case 'single':
      return lexicon.passagesWithUnit(piece.unit);
    case 'spelt':
      return piece.alternatives.reduce((sum, { passages }) => sum + passages, 0);
    case 'pair':
    case 'other':
      return lexicon.passagesWith(piece.key);
  }
}

/** What is looked for instead: what was spelt, and what sounds like a pair that hardly occurs. */
function standIns(piece: Piece, own: number, lexicon: Lexicon): readonly Alternative[] {
  if (piece.kind === 'spelt') return piece.alternatives;
  if (piece.kind !== 'pair' || piece.asks || piece.isSeam) return [];
  if (own > lexicon.hardly()) return [];
  const likes = lexicon.sounds().like(piece.key >>> 16, piece.key & 0xffff);
  const passages = likes.reduce((sum, like) => sum + like.passages, 0);
  return passages > own * LIKES_OUTNUMBER ? likes : [];
}

/** 「税」 alone: there is no list of its passages, but every pair that has it is one part of it. */
function addSingles(pieces: readonly Piece[], lexicon: Lexicon, add: Add): void {
  for (const [number, piece] of pieces.entries()) {
    if (piece.kind !== 'single' || piece.asks) continue;
    const rarity = lexicon.idfOf(lexicon.passagesWithUnit(piece.unit));
    for (const { key } of lexicon.pairsWith(piece.unit)) add(key, rarity, { piece: number, factor: 1 });
  }
}

function addMeanings(meanings: readonly Meaning[], lexicon: Lexicon, add: Add): void {
  for (const { keys, weight } of meanings) {
    for (const key of keys) {
      const passages = lexicon.passagesWith(key);
      if (passages > 0) add(key, lexicon.idfOf(passages) * weight, OF_A_MEANING);
    }
  }
}
