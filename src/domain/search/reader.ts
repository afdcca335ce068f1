/**
 * The second look: the text of the few best passages is read once, for what postings do not tell. One-character
 * words of the question, how much of the question the passage covers, and how close together. One pass over
 * the units with tables that are set up once a question; nothing is allocated per passage.
 */
import type { Resolved } from './resolve.ts';
import { WEIGHT_UNIT } from './resolve.ts';
import { fieldStep } from './shard-builder.ts';
import { FIRST, gather, HOT, SECOND, SINGLE } from './gather.ts';
import { holds, type Shard } from './shard.ts';
import { PAIRS_END } from './terms.ts';
import type { Weights } from './weights.ts';

const MOST_SINGLES = 250;
const MOST_FOUND = 4096;
/** Units within which terms are near each other: a clause or two. */
export const STRETCH = 60;
const TABLE = 4096;
/** Units of a text looked at together. */
const CHUNK = 4096;
/** What a full impact of idf 1 counts in a sweep. */
export const SCORE_UNIT = 255 * WEIGHT_UNIT;

export interface Reading {
  readonly score: number;
  readonly coverage: number;
  /** The share of the question within the best stretch. */
  readonly closeness: number;
  /** Where `covered` says how far the passage covers each piece of the question. */
  readonly row: number;
}

export interface Reader {
  /** Sets up the tables for a question; `release` empties them. */
  readonly open: (resolved: Resolved) => void;
  readonly release: () => void;
  /** Reads a passage that the sweep gave `sum`; one row after another is filled while a question is open. */
  readonly read: (shard: Shard, passage: number, sum: number) => Reading;
  /** The highest score that reading can make of `sum`. */
  readonly most: (sum: number) => number;
  /** 0..1 for each piece of the question. */
  readonly covered: (row: number) => Float64Array;
}

const NOTHING: Resolved = { text: '', pieces: [], terms: [], idf: [], absent: [], meanings: [], order: [] };

export function createReader(weights: Weights): Reader {
  const flags = new Uint8Array(0x10000);
  /** Flags that a unit may have, by its low bits: unlike `flags` it fits the first cache beside the text. */
  const hot = new Uint8Array(HOT);
  const places = new Uint32Array(CHUNK);
  const singleOf = new Uint8Array(0x10000);
  const tableKeys = new Uint32Array(TABLE);
  const tableTerms = new Int16Array(TABLE).fill(-1);
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
  /** The numbers of the one-character words among the pieces, and how many there are. */
  let singlePieces: readonly number[] = [];
  let singleCount = 0;
  let total = 0;
  let mostBySingles = 0;

  const slotOf = (key: number): number => {
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 20) & (TABLE - 1);
    while (tableTerms[slot] !== -1 && tableKeys[slot] !== key) slot = (slot + 1) & (TABLE - 1);
    return slot;
  };
  const mark = (unit: number, flag: number): void => {
    flags[unit] = flags[unit]! | flag;
    hot[unit & (HOT - 1)] = hot[unit & (HOT - 1)]! | flag;
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
      const slot = slotOf(key);
      tableKeys[slot] = key;
      tableTerms[slot] = number;
      if (key >= PAIRS_END) {
        notInText.push(number);
        continue;
      }
      mark(key >>> 16, FIRST);
      mark(key & 0xffff, SECOND);
    }
    unseen = notInText;
    const numbers: number[] = [];
    total = 0;
    mostBySingles = 0;
    singleCount = 0;
    for (let number = 0; number < pieces.length; number += 1) {
      const piece = pieces[number]!;
      worth[number] = piece.asks ? 0 : question.idf[number]!;
      total += worth[number]!;
      if (piece.kind !== 'single' || singleCount >= MOST_SINGLES) continue;
      numbers.push(number);
      singleCount += 1;
      mostBySingles += question.idf[number]! * weights.single;
      singleOf[piece.unit] = singleCount;
      mark(piece.unit, SINGLE);
    }
    singlePieces = numbers;
  };
  const release = (): void => {
    for (const { key } of resolved.terms) {
      flags[key >>> 16] = 0;
      flags[key & 0xffff] = 0;
    }
    for (const piece of resolved.pieces) if (piece.kind === 'single') flags[piece.unit] = 0;
    tableTerms.fill(-1);
    hot.fill(0);
  };

  /** Notes which terms and singles the text has and where pieces stand; returns how many places were noted. */
  const scan = ({ texts: units, textStarts }: Shard, passage: number): number => {
    const from = textStarts[passage]!;
    const to = textStarts[passage + 1]!;
    let found = 0;
    for (let start = from; start < to; start += CHUNK) {
      const end = Math.min(to, start + CHUNK);
      const flagsBefore = start > from ? hot[units[start - 1]! & (HOT - 1)]! : 0;
      const count = gather({ units, hot, places }, { start, end, flagsBefore });
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
        const number = tableTerms[slotOf(((first << 16) | unit) >>> 0)]!;
        if (number < 0) continue;
        present[number] = 1;
        const piece = termPieces[number]!;
        if (piece < 0 || found === MOST_FOUND) continue;
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

  const coverBySingles = ({ pieces, idf }: Resolved, length: number): number => {
    const step = fieldStep(weights.body, length);
    let score = 0;
    for (let next = 0; next < singlePieces.length; next += 1) {
      const number = singlePieces[next]!;
      const piece = pieces[number]!;
      if (piece.kind !== 'single') continue;
      const times = singlesFound[singleOf[piece.unit]!]!;
      if (times === 0) continue;
      rows[base + number] = 1;
      const weight = times * step;
      const value = (idf[number]! * weight) / (weights.saturation + weight);
      score += value * weights.single * (piece.asks ? weights.asking : 1);
    }
    return score;
  };

  const cover = ({ terms, pieces, meanings }: Resolved, shard: Shard, passage: number): void => {
    for (const number of unseen) if (holds(shard, terms[number]!.key, passage)) present[number] = 1;
    for (let number = 0; number < terms.length; number += 1) {
      const piece = termPieces[number]!;
      if (present[number] === 0 || piece < 0) continue;
      if (factors[number]! > rows[base + piece]!) rows[base + piece] = factors[number]!;
    }
    for (const { keys, from, to, weight } of meanings) {
      let held = 0;
      for (const key of keys) {
        const number = tableTerms[slotOf(key)]!;
        if (number >= 0) held += present[number]!;
      }
      if (held === 0) continue;
      const factor = (weight * held) / keys.length;
      for (let number = 0; number < pieces.length; number += 1) {
        const { at, text } = pieces[number]!;
        if (at >= from && at + text.length <= to)
          rows[base + number] = Math.max(rows[base + number]!, factor);
      }
    }
  };

  const read = (shard: Shard, passage: number, sum: number): Reading => {
    present.fill(0, 0, resolved.terms.length);
    const pieceCount = resolved.pieces.length;
    const row = nextRow * pieceCount;
    nextRow += 1;
    if (row + pieceCount > rows.length) {
      const more = new Float64Array(rows.length * 2 + pieceCount);
      more.set(rows);
      rows = more;
    }
    base = row;
    rows.fill(0, row, row + pieceCount);
    singlesFound.fill(0, 0, singleCount + 1);
    const length = shard.textStarts[passage + 1]! - shard.textStarts[passage]!;
    const found = scan(shard, passage);
    cover(resolved, shard, passage);
    const singles = coverBySingles(resolved, length);
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
      row,
    };
  };
  const most = (sum: number): number =>
    (sum / SCORE_UNIT + mostBySingles + weights.proximity * total) * (1 + weights.coverage);
  const covered = (row: number): Float64Array => rows.subarray(row, row + resolved.pieces.length);
  return { open, release, read, most, covered };
}
