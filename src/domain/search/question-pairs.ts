/** The pairs of characters and the one-character words of a question. The tables are emptied after each use. */
import { ASKS } from './asking.ts';
import { IDEOGRAPH, KINDS } from './characters.ts';
import { isGrammar } from './grammar.ts';
import type { Piece } from './question.ts';
import { pairKey } from './terms.ts';

/** More of a question is not read: what matters stands in its first lines. */
export const LONGEST_QUESTION = 300;

/** A folded question, the words in it, and marks on what only asks and is left out. */
export interface Reading {
  readonly text: string;
  readonly units: Uint16Array;
  readonly words: readonly string[];
  readonly asks: Uint8Array;
}

/** Marks on characters: it occurs in a word of two or more, or as a word of its own. */
const IN_WORD = 1;
const ALONE = 2;
const unitMarks = new Uint8Array(0x10000);

/** Marks on pairs: it is in the question, lies within a word, is a word. */
const PRESENT = 1;
const WITHIN = 2;
const WORD = 4;
/** A hash table of the question's pairs, at most a third full. */
const SLOTS = 1024;
const slotKeys = new Uint32Array(SLOTS);
const slotMarks = new Uint8Array(SLOTS);
/** Where each pair first stands, and its slot. */
const places = new Uint16Array(LONGEST_QUESTION);
const slots = new Uint16Array(LONGEST_QUESTION);

/** The distinct pairs in the question's order, but for those that only ask. */
export function pairsOf({ units, words, asks }: Reading): Piece[] {
  const count = notePairs(units, asks);
  for (const word of words) markWord(word);
  const pieces: Piece[] = [];
  for (let number = 0; number < count; number += 1) {
    const at = places[number]!;
    const marks = slotMarks[slots[number]!]!;
    const first = units[at]!;
    const second = units[at + 1]!;
    const within = (marks & WITHIN) !== 0;
    if (!within && (asks[at]! | asks[at + 1]!) !== 0) continue;
    pieces.push({
      kind: 'pair',
      key: slotKeys[slots[number]!]!,
      at,
      length: 2,
      isWord: (marks & WORD) !== 0,
      isSeam: !within && unitMarks[first] === IN_WORD && unitMarks[second] === IN_WORD,
      isLoose: !within && (isLooseWord(first) || isLooseWord(second)),
    });
  }
  slotMarks.fill(0);
  for (const word of words) for (let at = 0; at < word.length; at += 1) unitMarks[word.charCodeAt(at)] = 0;
  return pieces;
}

const isLooseWord = (unit: number): boolean => unitMarks[unit] === ALONE && isGrammar(unit);

function notePairs(units: Uint16Array, asks: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 1 < units.length; at += 1) {
    const first = units[at]!;
    const second = units[at + 1]!;
    if (KINDS[first] !== IDEOGRAPH || KINDS[second] !== IDEOGRAPH) continue;
    if (asks[at] === ASKS || asks[at + 1] === ASKS) continue;
    const key = pairKey(first, second);
    const slot = slotOf(key);
    if (slotMarks[slot] !== 0) continue;
    slotKeys[slot] = key;
    slotMarks[slot] = PRESENT;
    places[count] = at;
    slots[count] = slot;
    count += 1;
  }
  return count;
}

function markWord(word: string): void {
  let before = word.charCodeAt(0);
  if (word.length === 1) unitMarks[before] = unitMarks[before]! | ALONE;
  else if (word.length > 1) unitMarks[before] = unitMarks[before]! | IN_WORD;
  const mark = word.length === 2 ? WITHIN | WORD : WITHIN;
  for (let at = 1; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    unitMarks[unit] = unitMarks[unit]! | IN_WORD;
    const slot = slotOf(pairKey(before, unit));
    if (slotMarks[slot] !== 0) slotMarks[slot] = slotMarks[slot]! | mark;
    before = unit;
  }
}

/** The slot of a pair, or the free one where it would go. */
function slotOf(key: number): number {
  let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 20) & (SLOTS - 1);
  while (slotMarks[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** Adds the distinct one-character words in the order of the words, but for those that only ask or are grammar. */
export function addSingles({ text, words, asks }: Reading, pieces: Piece[]): void {
  const first = pieces.length;
  for (const word of words) {
    if (word.length !== 1) continue;
    const unit = word.charCodeAt(0);
    if (KINDS[unit] !== IDEOGRAPH || unitMarks[unit] === ALONE || isGrammar(unit)) continue;
    const at = text.indexOf(word);
    if (asks[at] !== 0) continue;
    unitMarks[unit] = ALONE;
    pieces.push({ kind: 'single', unit, at, length: 1 });
  }
  for (let number = first; number < pieces.length; number += 1) {
    const piece = pieces[number]!;
    if (piece.kind === 'single') unitMarks[piece.unit] = 0;
  }
}
