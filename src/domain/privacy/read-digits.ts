import {
  astralDigit,
  digitValues,
  isHanziDigit,
  lookalike,
  NONE,
  rareLookalike,
  Script,
} from './characters.ts';
import { Gap, gapBetween } from './gaps.ts';

/** The X at the end of an ID card number. */
export const X = 100;

/** Every digit of a text in order, as columns. Several digits may stand in one place: 「⑬」, 「8个0」. */
export interface Digits {
  readonly count: number;
  /** 0–9, or X. */
  readonly value: Uint8Array;
  readonly script: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The gap before the digit. */
  readonly gap: Uint8Array;
}

/** One entry of a column; 0 behind its end. */
export const entry = (column: Uint8Array | Uint32Array, at: number): number => column[at] ?? 0;

/** Columns that grow. */
interface Draft {
  count: number;
  value: Uint8Array;
  script: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
}

interface Sign {
  readonly value: number;
  readonly script: number;
  readonly from: number;
  readonly to: number;
}

const HIGH_FIRST = 0xd800;
const HIGH_LAST = 0xdbff;

/** Reads the digits of a folded text, whatever they are written as. Linear. */
export function readDigits(text: string, original: string = text): Digits {
  const draft = createDraft(Math.max(64, text.length >> 2));
  const values = digitValues();
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (isAlphanumeric(unit)) {
      const end = endOfWord(text, at);
      readWord(text, { from: at, to: end }, draft);
      at = end;
    } else if (unit === BAR && isStroke(text, at)) {
      push(draft, { value: 1, script: Script.letter, from: at, to: at + 1 });
      at += 1;
    } else if (unit >= HIGH_FIRST && unit <= HIGH_LAST) {
      const value = astralDigit(text.codePointAt(at) ?? 0);
      if (value !== NONE) push(draft, { value, script: Script.arabic, from: at, to: at + 2 });
      at += 2;
    } else {
      const value = isWord(text, at) ? NONE : (values[unit] ?? NONE);
      if (value !== NONE) push(draft, { value, script: scriptOf(text.charAt(at)), from: at, to: at + 1 });
      else if (unit === TIMES && lastIsNear(draft, at)) pushX(draft, at);
      at += 1;
    }
  }
  markEnclosed(draft, original);
  return withGaps(text, spellOutRepeats(text, draft));
}

/** 「统一」「唯一」, 「后四位」: a word beside a number, no digit of it. */
const isWord = (text: string, at: number): boolean =>
  (text.charAt(at) === '一' && '统唯专单第万划'.includes(text.charAt(at - 1) || ' ')) ||
  (text.charAt(at + 1) === '位' && isHanziDigit(text.charAt(at)));

const BAR = '|'.charCodeAt(0);

/** 「|38 0000 0000」: a stroke for a one, where it begins a number. */
const isStroke = (text: string, at: number): boolean =>
  /[3-9]/.test(text.charAt(at + 1)) && !/[\da-z|]/.test(text.charAt(at - 1));

/** Folding made plain digits of 「①」: what was one is told from the text as it came. */
function markEnclosed({ count, from, script }: Draft, original: string): void {
  for (let at = 0; at < count; at += 1) {
    const unit = original.charCodeAt(entry(from, at));
    if (unit >= 0x2460 && unit <= 0x27ff) script[at] = Script.enclosed;
  }
}

const TIMES = '×'.charCodeAt(0);
const ZERO = 0x30;

const scriptOf = (sign: string): number =>
  isHanziDigit(sign) ? Script.hanzi : '丨οо'.includes(sign) ? Script.letter : Script.arabic;

const isDigit = (unit: number): boolean => unit >= ZERO && unit <= 0x39;
export const isAlphanumeric = (unit: number): boolean => isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  if (text.charAt(from) === 'x') return at;
  while (at < text.length && isAlphanumeric(text.charCodeAt(at))) {
    // 「159x1234x0678」: an x amid a number is a sign between its groups.
    if (text.charAt(at) === 'x' && isAlphanumeric(text.charCodeAt(at + 1))) return at;
    at += 1;
  }
  return at;
}

/** Digits spelt out in English and in pinyin; only a whole chain of them is ever taken for a number. */
const SPOKEN: ReadonlyMap<string, number> = new Map(
  [
    'zero oh ling dong',
    'one yao',
    'two er',
    'three san',
    'four si',
    'five wu',
    'six liu',
    'seven qi guai',
    'eight ba',
    'nine jiu',
  ].flatMap((words, value) => words.split(' ').map((word) => [word, value] as const)),
);

/** Letters of a word are digits where the whole word can be read as a number: 「l38OOOO」, 「oooo」 behind digits. */
function readWord(text: string, { from, to }: { from: number; to: number }, draft: Draft): void {
  const spoken = SPOKEN.get(text.slice(from, Math.min(to, from + 6)));
  if (spoken !== undefined) {
    push(draft, { value: spoken, script: Script.letter, from, to });
    return;
  }
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

function readerFor(
  text: string,
  { from, to }: { from: number; to: number },
  draft: Draft,
): (letter: string) => number {
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
  return length >= 8 && length <= 19 && digits * 10 >= length * 6 ? rareLookalike : never;
}

const never = (): number => NONE;
const LONGEST_LETTERS = 11;
/** 「l-l-0-l」: a digit, behind further letters that stand alone. */
const DIGIT_SOON = /^(?:[^a-z0-9]{1,2}[oli](?![a-z]))*[^a-z0-9]{0,2}[0-9〇零一二三四五六七八九]/;

function isBesideDigit(text: string, { from, to }: { from: number; to: number }, draft: Draft): boolean {
  if (to - from > LONGEST_LETTERS) return false;
  if (lastIsNear(draft, from)) return true;
  return DIGIT_SOON.test(text.slice(to, to + LONGEST_LETTERS));
}

const NEAR = 3;

const lastIsNear = (draft: Draft, at: number): boolean =>
  draft.count > 0 && at - entry(draft.to, draft.count - 1) <= NEAR;

const pushX = (draft: Draft, at: number): void =>
  push(draft, { value: X, script: Script.arabic, from: at, to: at + 1 });

function createDraft(size: number): Draft {
  return {
    count: 0,
    value: new Uint8Array(size),
    script: new Uint8Array(size),
    from: new Uint32Array(size),
    to: new Uint32Array(size),
  };
}

/** Adds a sign; one of two digits (「⑬」) is added twice in the same place. */
function push(draft: Draft, sign: Sign): void {
  if (sign.value > 9 && sign.value !== X) {
    push(draft, { ...sign, value: Math.floor(sign.value / 10) });
    push(draft, { ...sign, value: sign.value % 10 });
    return;
  }
  if (draft.count === draft.value.length) grow(draft);
  draft.value[draft.count] = sign.value;
  draft.script[draft.count] = sign.script;
  draft.from[draft.count] = sign.from;
  draft.to[draft.count] = sign.to;
  draft.count += 1;
}

function grow(draft: Draft): void {
  const wider = createDraft(draft.value.length * 2);
  wider.value.set(draft.value);
  wider.script.set(draft.script);
  wider.from.set(draft.from);
  wider.to.set(draft.to);
  Object.assign(draft, wider, { count: draft.count });
}

/** 「8个0」 is eight zeros in one place. Not 「5个12」, where the count is of something else. */
function spellOutRepeats(text: string, draft: Draft): Draft {
  if (!text.includes('个')) return draft;
  const spelt = createDraft(draft.value.length);
  for (let at = 0; at < draft.count; at += 1) {
    const sign = signAt(draft, at);
    const next = signAt(draft, at + 1);
    if (sign.value < 2 || !repeats(text, draft, at)) push(spelt, sign);
    else {
      for (let time = 0; time < sign.value; time += 1) push(spelt, { ...next, from: sign.from });
      at += 1;
    }
  }
  return spelt;
}

function repeats(text: string, draft: Draft, at: number): boolean {
  const next = signAt(draft, at + 1);
  const end = entry(draft.to, at);
  if (at + 1 >= draft.count || next.from !== end + 1 || text.charAt(end) !== '个') return false;
  return next.to !== draft.from[at + 2] || text.charAt(entry(draft.to, at + 2)) === '个';
}

const signAt = (draft: Draft, at: number): Sign => ({
  value: entry(draft.value, at),
  script: entry(draft.script, at),
  from: entry(draft.from, at),
  to: entry(draft.to, at),
});

function withGaps(text: string, draft: Draft): Digits {
  const gap = new Uint8Array(draft.count + 1).fill(Gap.apart);
  for (let at = 1; at < draft.count; at += 1)
    gap[at] = gapBetween(text, entry(draft.to, at - 1), entry(draft.from, at));
  return { ...draft, gap };
}
