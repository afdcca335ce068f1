/**
 * The second look: the text of the few best passages is read once, for what postings do not tell. One-character
 * words of the question, how much of the question the passage covers, and how close together. One pass over
 * the units with tables that are set up once a question; nothing is allocated per passage.
 */
import type { Resolved } from './resolve.ts';
import { MOST_TERMS, WEIGHT_UNIT } from './resolve.ts';
import { fieldStep } from './shard-builder.ts';
import { CHUNK, FIRST, gather, lookFor, lookForNothing, SECOND, SINGLE } from './gather.ts';
import { createKeySlots } from './key-slots.ts';
import { holds, type Shard } from './shard.ts';
import { PAIRS_END } from './terms.ts';
import type { Weights } from './weights.ts';

const MOST_SINGLES = 250;
const MOST_FOUND = 4096;
/** Units within which terms are near each other: a clause or two. */
export const STRETCH = 60;
/** Words that memory hands over at a time. */
const LINE = 16;
/** What a full impact of idf 1 counts in a sweep. */
export const SCORE_UNIT = 255 * WEIGHT_UNIT;

/** 0..1 for each piece of the question: `shares[row + piece]`. */
export interface Cover {
  readonly shares: Float64Array;
  readonly row: number;
}

export interface Reading {
  readonly score: number;
  readonly coverage: number;
  /** The share of the question within the best stretch. */
  readonly closeness: number;
  /** How far the passage covers each piece of the question, until the next question is opened. */
  readonly cover: Cover;
}

export interface Reader {
  /** Sets up the tables for a question; `release` empties them. */
  readonly open: (resolved: Resolved) => void;
  readonly release: () => void;
  /** Asks memory for a text and an id that will be read: all texts at once arrive sooner than one after the other. */
  readonly fetch: (shard: Shard, passage: number) => void;
  /** Reads a passage that the sweep gave `sum`; one row after another is filled while a question is open. */
  readonly read: (shard: Shard, passage: number, sum: number) => Reading;
  /** The highest score that reading can make of `sum`. */
  readonly most: (sum: number) => number;
}

const NOTHING: Resolved = {
  text: '',
  pieces: [],
  terms: [],
  idf: [],
  worth: [],
  absent: [],
  meanings: [],
  order: [],
};

export function createReader(weights: Weights): Reader {
  const flags = new Uint8Array(0x10000);
  const places = new Uint32Array(CHUNK);
  const singleOf = new Uint8Array(0x10000);
  const termSlots = createKeySlots(MOST_TERMS);
  const singlesFound = new Uint32Array(MOST_SINGLES + 1);
  const foundAt = new Int32Array(MOST_FOUND);
  const foundPiece = new Int16Array(MOST_FOUND);
  let present = new Uint8Array(64);
  let rows = new Float64Array(4096);
  /** Where the row begins that is being filled. */
  let base = 0;
  let nextRow = 0;
  let within = new Uint16Array(64);
  let worth = new Float64Array(64);
  let resolved = NOTHING;
  /** Of each term: its piece and how far it covers that; which terms the text itself does not show. */
  let termPieces = new Int16Array(64);
  let factors = new Float64Array(64);
  let unseen: readonly number[] = [];
  /** Of each one-character word, from 1: its number among the pieces and its idf. */
  const singlePieces = new Uint16Array(MOST_SINGLES + 1);
  const singleIdf = new Float64Array(MOST_SINGLES + 1);
  let singleCount = 0;
  let total = 0;
  let mostBySingles = 0;
  let fetched = 0;

  const mark = (unit: number, flag: number): void => {
    flags[unit] = flags[unit]! | flag;
    lookFor(unit, flag);
  };
  const open = (question: Resolved): void => {
    resolved = question;
    const { pieces, terms } = question;
    if (terms.length > present.length) {
      present = new Uint8Array(terms.length * 2);
      termPieces = new Int16Array(terms.length * 2);
      factors = new Float64Array(terms.length * 2);
    }
    nextRow = 0;
    if (pieces.length > within.length) {
      within = new Uint16Array(pieces.length * 2);
      worth = new Float64Array(pieces.length * 2);
    }
    const notInText: number[] = [];
    for (let number = 0; number < terms.length; number += 1) {
      const { key, piece, factor } = terms[number]!;
      termPieces[number] = piece;
      factors[number] = factor;
      termSlots.set(key, number);
      if (key >= PAIRS_END) {
        notInText.push(number);
        continue;
      }
      mark(key >>> 16, FIRST);
      mark(key & 0xffff, SECOND);
    }
    unseen = notInText;
    total = 0;
    mostBySingles = 0;
    singleCount = 0;
    for (let number = 0; number < pieces.length; number += 1) {
      const piece = pieces[number]!;
      worth[number] = question.worth[number]!;
      total += worth[number]!;
      if (piece.kind !== 'single' || singleCount >= MOST_SINGLES) continue;
      singleCount += 1;
      singlePieces[singleCount] = number;
      singleIdf[singleCount] = question.idf[number]!;
      mostBySingles += question.idf[number]! * weights.single;
      singleOf[piece.unit] = singleCount;
      mark(piece.unit, SINGLE);
    }
  };
  const release = (): void => {
    for (let number = 0; number < resolved.terms.length; number += 1) {
      const { key } = resolved.terms[number]!;
      flags[key >>> 16] = 0;
      flags[key & 0xffff] = 0;
    }
    for (const piece of resolved.pieces) if (piece.kind === 'single') flags[piece.unit] = 0;
    termSlots.clear();
    lookForNothing();
  };

  /** Notes which terms and singles the text has and where pieces stand; returns how many places were noted. */
  const scan = ({ texts: units, textWords: words, textStarts }: Shard, passage: number): number => {
    const from = textStarts[passage]!;
    const to = textStarts[passage + 1]!;
    let found = 0;
    for (let start = from; start < to; start += CHUNK) {
      const end = Math.min(to, start + CHUNK);
      const count = gather({ units, words, places }, { from, start, end });
      for (let next = 0; next < count; next += 1) {
        const at = places[next]!;
        const unit = units[at]!;
        const flag = flags[unit]!;
        if ((flag & SINGLE) !== 0) {
          const single = singleOf[unit]!;
          singlesFound[single] = singlesFound[single]! + 1;
        }
        if ((flag & SECOND) === 0 || at === from) continue;
        const first = units[at - 1]!;
        if ((flags[first]! & FIRST) === 0) continue;
        const number = termSlots.numberOf(((first << 16) | unit) >>> 0);
        if (number < 0) continue;
        present[number] = 1;
        const piece = termPieces[number]!;
        if (piece < 0) continue;
        if (factors[number]! > rows[base + piece]!) rows[base + piece] = factors[number]!;
        if (found === MOST_FOUND) continue;
        foundAt[found] = at;
        foundPiece[found] = piece;
        found += 1;
      }
    }
    return found;
  };

  /** What the pieces within the best stretch are worth. */
  const bestStretch = (found: number): number => {
    let best = 0;
    let sum = 0;
    let first = 0;
    for (let last = 0; last < found; last += 1) {
      const piece = foundPiece[last]!;
      if (within[piece] === 0) sum += worth[piece]!;
      within[piece] = within[piece]! + 1;
      while (foundAt[first]! < foundAt[last]! - STRETCH) {
        const gone = foundPiece[first]!;
        within[gone] = within[gone]! - 1;
        if (within[gone] === 0) sum -= worth[gone]!;
        first += 1;
      }
      if (sum > best) best = sum;
    }
    for (let at = 0; at < found; at += 1) within[foundPiece[at]!] = 0;
    return best;
  };

  const coverBySingles = (length: number): number => {
    const step = fieldStep(weights.body, length);
    let score = 0;
    for (let single = 1; single <= singleCount; single += 1) {
      const times = singlesFound[single]!;
      if (times === 0) continue;
      singlesFound[single] = 0;
      rows[base + singlePieces[single]!] = 1;
      const weight = times * step;
      const value = (singleIdf[single]! * weight) / (weights.saturation + weight);
      score += value * weights.single;
    }
    return score;
  };

  const coverByUnseen = ({ terms }: Resolved, shard: Shard, passage: number): void => {
    for (let next = 0; next < unseen.length; next += 1) {
      const number = unseen[next]!;
      if (!holds(shard, terms[number]!.key, passage)) continue;
      present[number] = 1;
      const piece = termPieces[number]!;
      if (piece >= 0 && factors[number]! > rows[base + piece]!) rows[base + piece] = factors[number]!;
    }
  };

  const coverByMeanings = ({ pieces, meanings }: Resolved): void => {
    for (const { keys, from, to, weight } of meanings) {
      let held = 0;
      for (const key of keys) {
        const number = termSlots.numberOf(key);
        if (number >= 0) held += present[number]!;
      }
      if (held === 0) continue;
      const factor = (weight * held) / keys.length;
      for (let number = 0; number < pieces.length; number += 1) {
        const { at, length } = pieces[number]!;
        if (at >= from && at + length <= to) rows[base + number] = Math.max(rows[base + number]!, factor);
      }
    }
  };

  /** Begins a row of zeros. */
  const beginRow = (): void => {
    const pieces = resolved.pieces.length;
    base = nextRow * pieces;
    nextRow += 1;
    if (base + pieces > rows.length) {
      const more = new Float64Array(rows.length * 2 + pieces);
      more.set(rows);
      rows = more;
    }
    for (let at = base; at < base + pieces; at += 1) rows[at] = 0;
  };

  const read = (shard: Shard, passage: number, sum: number): Reading => {
    beginRow();
    for (let number = 0; number < resolved.terms.length; number += 1) present[number] = 0;
    const found = scan(shard, passage);
    coverByUnseen(resolved, shard, passage);
    coverByMeanings(resolved);
    const singles = coverBySingles(shard.textStarts[passage + 1]! - shard.textStarts[passage]!);
    const stretch = bestStretch(found);
    let held = 0;
    for (let number = 0; number < resolved.pieces.length; number += 1)
      held += worth[number]! * rows[base + number]!;
    const coverage = total > 0 ? Math.min(1, held / total) : 0;
    const score = sum / SCORE_UNIT + singles + weights.proximity * stretch;
    return {
      score: score * (1 + weights.coverage * coverage),
      coverage,
      closeness: total > 0 ? stretch / total : 0,
      cover: { shares: rows, row: base },
    };
  };
  const fetch = ({ textWords, textStarts, ids, idStarts }: Shard, passage: number): void => {
    const end = textStarts[passage + 1]! >>> 1;
    let touched = ids[idStarts[passage]!]!;
    for (let at = textStarts[passage]! >>> 1; at < end; at += LINE) touched |= textWords[at]!;
    fetched |= touched;
  };
  const most = (sum: number): number =>
    (sum / SCORE_UNIT + mostBySingles + weights.proximity * total) * (1 + weights.coverage);
  return { open, release, fetch, read, most };
}
