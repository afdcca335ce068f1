import { Script } from './characters.ts';
import { Gap } from './gaps.ts';
import type { Labels } from './labels.ts';
import { type Digits, entry, X } from './digits.ts';

/** What every rule may look at. */
export interface Page {
  /** The folded text. */
  readonly text: string;
  readonly digits: Digits;
  readonly labels: Labels;
}

/** Successive whole groups of digits, from digit `first` to digit `last`. */
export interface Window {
  readonly first: number;
  readonly last: number;
  /** The digits themselves; an X as `x`. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** The widest gap within. */
  readonly widest: number;
  /** True where no other digit stands near. */
  readonly alone: boolean;
}

/** A group of digits begins where there is a gap, or where the script changes (「统一138…」). */
export const beginsGroup = (digits: Digits, at: number): boolean =>
  at === 0 || entry(digits.gap, at) > Gap.tight || digits.script[at] !== digits.script[at - 1];

const HAN = /[\u4e00-\u9fa5]/;

/** 「李四一三八…」: the first Chinese digit of a group may be the end of a name. */
export const isBehindName = ({ digits, text }: Page, at: number): boolean =>
  at > 0 &&
  digits.script[at - 1] === Script.hanzi &&
  beginsGroup(digits, at - 1) &&
  HAN.test(text.charAt(entry(digits.from, at - 1) - 1));

/** 「…二三四一直在」: the last Chinese digit of a group may begin a word. */
export const isBeforeWord = ({ digits, text }: Page, at: number): boolean =>
  at + 1 < digits.count &&
  digits.script[at + 1] === Script.hanzi &&
  (at + 2 >= digits.count || beginsGroup(digits, at + 2)) &&
  HAN.test(text.charAt(entry(digits.to, at + 1)));

export function createWindow(
  page: Page,
  { first, last, widest }: { first: number; last: number; widest: number },
): Window {
  const { digits } = page;
  return {
    first,
    last,
    widest,
    number: numberOf(digits, first, last),
    start: entry(digits.from, first),
    end: entry(digits.to, last),
    alone: beginsAlone(page, first) && endsAlone(page, last),
  };
}

/** 「A0321 」, and 「1. 」 at the beginning of a line: a number of its own, whatever comes next. */
const isBehindMark = (text: string, at: number): boolean =>
  /(?:[a-z]\d{1,6}\s+|(?:^|\n)\s*\d{1,2}[.、)]\s*)$/.test(text.slice(Math.max(0, at - 12), at));

const isBeforeMark = (text: string, at: number): boolean =>
  /^\s*\n\s*\d{1,2}[.、)]/.test(text.slice(at, at + 8));

/** True where no digit stands near before; the last of 「联系张三，1，3，8…」 is part of a name. */
export function beginsAlone(page: Page, first: number): boolean {
  const { digits, text } = page;
  if (!beginsGroup(digits, first)) return isBehindName(page, first);
  if (entry(digits.gap, first) >= Gap.apart || isBehindMark(text, entry(digits.from, first))) return true;
  const before = first - 1;
  const isApart = entry(digits.gap, first) > Gap.light || entry(digits.script, first) !== Script.hanzi;
  const isWord =
    isApart && entry(digits.script, before) === Script.hanzi && entry(digits.gap, before) >= Gap.apart;
  return isWord && HAN.test(text.charAt(entry(digits.from, before) - 1));
}

/** True where no digit stands near behind; the first of 「…8，三行连起来」 is part of a word. */
function endsAlone(page: Page, last: number): boolean {
  const { digits, text } = page;
  const next = last + 1;
  if (next < digits.count && !beginsGroup(digits, next)) return isBeforeWord(page, last);
  if (entry(digits.gap, next) >= Gap.apart || isBeforeMark(text, entry(digits.to, last))) return true;
  const isWord =
    (entry(digits.gap, next) > Gap.light || digits.script[last] !== Script.hanzi) &&
    entry(digits.script, next) === Script.hanzi &&
    entry(digits.gap, next + 1) >= Gap.apart;
  return isWord && HAN.test(text.charAt(entry(digits.to, next)) + text.charAt(entry(digits.from, next) - 1));
}

function numberOf(digits: Digits, first: number, last: number): string {
  let number = '';
  for (let at = first; at <= last; at += 1) {
    const value = entry(digits.value, at);
    number += value === X ? 'x' : String(value);
  }
  return number;
}

/** Lengths of the groups: 「138 0000 0000」 → `3-4-4`. A change of script is no gap; 「8个0」 is one sign. */
export function groupsOf(
  { digits }: Page,
  { first, last }: Pick<Window, 'first' | 'last'>,
  unit: 'digits' | 'signs' = 'digits',
): readonly number[] {
  const sizes: number[] = [];
  let size = 0;
  for (let at = first; at <= last; at += 1) {
    if (at > first && entry(digits.gap, at) > Gap.tight) {
      sizes.push(size);
      size = 0;
    }
    if (unit === 'digits' || size === 0 || digits.from[at] !== digits.from[at - 1]) size += 1;
  }
  return [...sizes, size];
}

const UNSEEN = /\p{Cf}|\p{Mn}|\p{Me}/gu;

/** What stands between the groups, in order, but for what cannot be seen. */
export function gapsOf(
  { digits, text }: Page,
  { first, last }: Pick<Window, 'first' | 'last'>,
): readonly string[] {
  const gaps: string[] = [];
  for (let at = first + 1; at <= last; at += 1) {
    if (entry(digits.gap, at) > Gap.tight)
      gaps.push(text.slice(digits.to[at - 1], digits.from[at]).replace(UNSEEN, ''));
  }
  return gaps;
}

export const isSpelt = ({ digits }: Page, { first, last }: Pick<Window, 'first' | 'last'>): boolean => {
  for (let at = first; at <= last; at += 1) if (digits.script[at] !== Script.hanzi) return false;
  return true;
};
