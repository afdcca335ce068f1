import { digitValues, lookalike, NONE, rareLookalike, Script } from './characters.ts';
import { type Draft, lastIsBeside, lastIsNear, push, X } from './digits.ts';

const ZERO = 0x30;
const isDigit = (unit: number): boolean => unit >= ZERO && unit <= 0x39;

/** 0–9, a–z. */
export const isAlphanumeric = (unit: number): boolean => isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);

/** Digits spelt out in English and in pinyin; only a whole chain of them is ever taken for a number. */
const SPOKEN: ReadonlyMap<string, number> = new Map(
  [
    'zero oh ling dong',
    'one yao yi',
    'two er liang',
    'three san',
    'four si',
    'five wu',
    'six liu',
    'seven qi guai',
    'eight ba',
    'nine jiu gou',
  ].flatMap((words, value) => words.split(' ').map((word) => [word, value] as const)),
);
const LONGEST_SPOKEN = 6;

interface Word {
  readonly from: number;
  readonly to: number;
}

/** Behind the letters and digits that begin at `from`; an x amid a number is a sign between its groups: 「159x1234x0678」. */
export function endOfWord(text: string, from: number): number {
  let at = from + 1;
  if (text.charAt(from) === 'x') return at;
  while (at < text.length && isAlphanumeric(text.charCodeAt(at))) {
    if (text.charAt(at) === 'x' && isAlphanumeric(text.charCodeAt(at + 1))) return at;
    at += 1;
  }
  return at;
}

/** Letters of a word are digits where the whole word can be read as a number: 「l38OOOO」, 「oooo」 behind digits. */
export function readWord(text: string, word: Word, draft: Draft): void {
  if (readSpoken(text, word, draft)) return;
  const { from, to } = word;
  const endsInX = text.charAt(to - 1) === 'x';
  const end = endsInX ? to - 1 : to;
  const read = readerFor(text, { from, to: end }, draft);
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) push(draft, { value: unit - ZERO, script: Script.arabic, from: at, to: at + 1 });
    else {
      const value = read(text.charAt(at));
      if (value !== NONE) push(draft, { value, script: Script.letter, from: at, to: at + 1 });
    }
  }
  const isAmid = isAlphanumeric(text.charCodeAt(to)) || (digitValues()[text.charCodeAt(to)] ?? NONE) !== NONE;
  if (!endsInX || isAmid) return;
  if (lastIsNear(draft, end) && (end === from || isDigit(text.charCodeAt(end - 1)))) pushX(draft, end);
}

/** 「yao san ba」, 「yaosanba」: a word that is one syllable or a chain of them. */
function readSpoken(text: string, { from, to }: Word, draft: Draft): boolean {
  const parts: { readonly value: number; readonly from: number; readonly to: number }[] = [];
  for (let at = from; at < to; ) {
    const part = spokenAt(text, at, to);
    if (part === null) return false;
    parts.push({ ...part, from: at });
    at = part.to;
  }
  for (const part of parts) push(draft, { ...part, script: Script.letter });
  return true;
}

function spokenAt(text: string, from: number, to: number): { value: number; to: number } | null {
  for (let end = Math.min(to, from + LONGEST_SPOKEN); end > from + 1; end -= 1) {
    const value = SPOKEN.get(text.slice(from, end));
    if (value !== undefined) return { value, to: end };
  }
  return null;
}

/** The X of an ID card at one place of the text. */
export const pushX = (draft: Draft, at: number): void =>
  push(draft, { value: X, script: Script.arabic, from: at, to: at + 1 });

function readerFor(text: string, { from, to }: Word, draft: Draft): (letter: string) => number {
  let digits = 0;
  let plain = true;
  for (let at = from; at < to; at += 1) {
    if (isDigit(text.charCodeAt(at))) digits += 1;
    else if (rareLookalike(text.charAt(at)) === NONE) return never;
    else if (lookalike(text.charAt(at)) === NONE) plain = false;
  }
  const length = to - from;
  if (digits === length) return never;
  if (plain && (digits > 0 || isBesideDigit(text, { from, to }, draft))) return lookalike;
  if (length <= 8 && digits * 2 >= length && lastIsBeside(draft, from)) return rareLookalike;
  return length >= 8 && length <= 19 && digits * 10 >= length * 6 ? rareLookalike : never;
}

const never = (): number => NONE;
const LONGEST_LETTERS = 11;
/** 「l-l-0-l」: a digit, behind further letters that stand alone. */
const DIGIT_SOON = /^(?:[^a-z0-9]{1,2}[oli](?![a-z]))*[^a-z0-9]{0,2}[0-9〇零一二三四五六七八九]/;

function isBesideDigit(text: string, { from, to }: Word, draft: Draft): boolean {
  if (to - from > LONGEST_LETTERS) return false;
  if (lastIsNear(draft, from)) return true;
  return DIGIT_SOON.test(text.slice(to, to + LONGEST_LETTERS));
}
