import { createKeySlots } from './key-slots.ts';
import type { Lexicon } from './lexicon.ts';
import { isLoose, type Meaning, type Piece, type Question } from './question.ts';
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
  /** What finding each piece counts for coverage. */
  readonly worth: readonly number[];
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

type Stands = Pick<Term, 'piece' | 'factor'>;
const OF_A_MEANING = { piece: -1, factor: 0 } as const;

interface Addition {
  readonly key: number;
  readonly value: number;
  readonly stands: Stands;
}

/** Adds a key that is not among the terms: the question's own keys are distinct. */
function addDistinct(terms: Term[], { key, value, stands: { piece, factor } }: Addition): void {
  if (terms.length >= MOST_TERMS || value <= 0) return;
  terms.push({ key, weight: Math.max(1, Math.round(value * WEIGHT_UNIT)), piece, factor });
}

/** The terms of the question by key, as far as they had to be looked at. */
const known = createKeySlots(MOST_TERMS);
let knownTerms = 0;

function add(terms: Term[], addition: Addition): void {
  for (; knownTerms < terms.length; knownTerms += 1) known.set(terms[knownTerms]!.key, knownTerms);
  if (known.numberOf(addition.key) < 0) addDistinct(terms, addition);
}

function forgetTerms(): void {
  known.clear();
  knownTerms = 0;
}

/** Looks a question up in the index: weights by rarity, stand-ins for what is hardly there. */
export function resolve(question: Question, lexicon: Lexicon, weights: Weights): Resolved {
  const { pieces } = question;
  forgetTerms();
  const terms: Term[] = [];
  const idf: number[] = [];
  const own = passagesWithEach(pieces, lexicon);
  for (let number = 0; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    const passages = own[number]!;
    const rarity = lexicon.idfOf(passages);
    idf.push(rarity);
    if ((piece.kind !== 'pair' && piece.kind !== 'other') || passages === 0) continue;
    const value = rarity * boostOf(piece, weights);
    addDistinct(terms, { key: piece.key, value, stands: { piece: number, factor: 1 } });
  }
  addStandIns({ pieces, own, idf, terms }, lexicon, weights);
  if (terms.length === 0) addSingles(pieces, lexicon, terms);
  const absent = absentOf(pieces, terms, own);
  addMeanings(question.meanings, lexicon, terms);
  return {
    text: question.text,
    pieces,
    terms,
    idf,
    worth: worthOf(question, idf, weights),
    absent,
    meanings: question.meanings,
    order: orderOf(pieces),
  };
}

function boostOf(piece: Piece, weights: Weights): number {
  if (isLoose(piece)) return weights.loose;
  return piece.kind === 'pair' && piece.isWord ? 1 + weights.word : 1;
}

function worthOf({ pieces, isIdle }: Question, idf: readonly number[], weights: Weights): readonly number[] {
  const worth: number[] = [];
  for (let number = 0; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    const share = isIdle ? 0 : isLoose(piece) ? weights.loose : 1;
    worth.push(idf[number]! * share);
  }
  return worth;
}

/** A piece for which something stands in is as rare as that. */
function addStandIns(
  {
    pieces,
    own,
    idf,
    terms,
  }: Pick<Resolved, 'pieces'> & {
    readonly own: readonly number[];
    readonly idf: number[];
    readonly terms: Term[];
  },
  lexicon: Lexicon,
  weights: Weights,
): void {
  const hardly = lexicon.hardly();
  for (let number = 0; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    if (own[number]! > hardly && piece.kind !== 'spelt') continue;
    const likes = standIns(piece, own[number]!, lexicon);
    if (likes.length === 0) continue;
    const rarity = lexicon.idfOf(likes.reduce((sum, like) => sum + like.passages, 0));
    idf[number] = rarity;
    const stands = { piece: number, factor: weights.sound };
    for (const { key } of likes) add(terms, { key, value: rarity * weights.sound, stands });
  }
}

function absentOf(
  pieces: readonly Piece[],
  terms: readonly Term[],
  own: readonly number[],
): readonly boolean[] {
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

function passagesWithEach(pieces: readonly Piece[], lexicon: Lexicon): readonly number[] {
  const byKey = lexicon.passagesWithEach(pieces.map(keyOf));
  return pieces.map((piece, number) => {
    if (piece.kind === 'single') return lexicon.passagesWithUnit(piece.unit);
    if (piece.kind === 'spelt') return piece.alternatives.reduce((sum, { passages }) => sum + passages, 0);
    return byKey[number]!;
  });
}

const keyOf = (piece: Piece): number => (piece.kind === 'pair' || piece.kind === 'other' ? piece.key : -1);

/** What is looked for instead of what hardly occurs: what was spelt, and what sounds like a pair. */
function standIns(piece: Piece, own: number, lexicon: Lexicon): readonly Alternative[] {
  if (piece.kind === 'spelt') return piece.alternatives;
  if (piece.kind !== 'pair' || piece.isSeam) return [];
  const likes = lexicon.sounds().like(piece.key >>> 16, piece.key & 0xffff);
  const passages = likes.reduce((sum, like) => sum + like.passages, 0);
  return passages > own * LIKES_OUTNUMBER ? likes : [];
}

/** 「税」 alone: there is no list of its passages, but every pair that has it is one part of it. */
function addSingles(pieces: readonly Piece[], lexicon: Lexicon, terms: Term[]): void {
  for (const [number, piece] of pieces.entries()) {
    if (piece.kind !== 'single') continue;
    const rarity = lexicon.idfOf(lexicon.passagesWithUnit(piece.unit));
    const stands = { piece: number, factor: 1 };
    for (const { key } of lexicon.pairsWith(piece.unit)) add(terms, { key, value: rarity, stands });
  }
}

function addMeanings(meanings: readonly Meaning[], lexicon: Lexicon, terms: Term[]): void {
  for (const { keys, weight } of meanings) {
    for (const key of keys) {
      const passages = lexicon.passagesWith(key);
      if (passages > 0) add(terms, { key, value: lexicon.idfOf(passages) * weight, stands: OF_A_MEANING });
    }
  }
}
