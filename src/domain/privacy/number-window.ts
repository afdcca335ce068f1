import { Script } from './characters.ts';
import { Gap } from './gaps.ts';
import type { Labels } from './labels.ts';
import { type Digits, entry, X } from './read-digits.ts';

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
    alone: beginsAlone(page, first) && entry(digits.gap, last + 1) >= Gap.apart,
  };
}

/** True where no digit stands near before; the last of 「联系张三，1，3，8…」 is part of a name. */
export function beginsAlone({ digits, text }: Page, first: number): boolean {
  if (entry(digits.gap, first) >= Gap.apart) return true;
  const before = first - 1;
  const isWord =
    entry(digits.gap, first) > Gap.light &&
    entry(digits.script, before) === Script.hanzi &&
    entry(digits.gap, before) >= Gap.apart;
  return isWord && /[\u4e00-\u9fa5]/.test(text.charAt(entry(digits.from, before) - 1));
}

function numberOf(digits: Digits, first: number, last: number): string {
  let number = '';
  for (let at = first; at <= last; at += 1) {
    const value = entry(digits.value, at);
    number += value === X ? 'x' : String(value);
  }
  return number;
}

/** Lengths of the groups: 「138 0000 0000」 → `3-4-4`. A change of script is no gap. */
export function groupsOf(
  { digits }: Page,
  { first, last }: Pick<Window, 'first' | 'last'>,
): readonly number[] {
  const sizes: number[] = [];
  let size = 0;
  for (let at = first; at <= last; at += 1) {
    if (at > first && entry(digits.gap, at) > Gap.tight) {
      sizes.push(size);
      size = 0;
    }
    size += 1;
  }
  return [...sizes, size];
}

/** What stands between the groups, in order. */
export function gapsOf(
  { digits, text }: Page,
  { first, last }: Pick<Window, 'first' | 'last'>,
): readonly string[] {
  const gaps: string[] = [];
  for (let at = first + 1; at <= last; at += 1) {
    if (entry(digits.gap, at) > Gap.tight) gaps.push(text.slice(digits.to[at - 1], digits.from[at]));
  }
  return gaps;
}

const INVISIBLE = '[\\s\\u200b-\\u200f\\u2060\\ufe0f\\u20e3]*';
const COUNTED = new RegExp(
  `^${INVISIBLE}(?:[多余来几])?(?:[个家户人名项条章件套台%‰岁届吨斤米亩平张份股年月日时秒点万亿千百度倍]|元(?!旦)|美元|美金|港元|欧元|日元|公里|页|款|分(?!机)|期|次)`,
);
const MONEY = new RegExp(
  `^${INVISIBLE}(?:[.]\\d{1,2}(?!\\d))?${INVISIBLE}(?:多|余)?(?:元(?!旦)|万|亿|%|‰|美元|美金|港元|欧元|日元|股|吨|度电|千瓦|公里|平方|平米|台|部手机|件|套|次|户)`,
);

/** True where a unit follows: 「1500 2000 300家」. */
export const isCounted = ({ text }: Page, { end }: Pick<Window, 'end'>): boolean =>
  COUNTED.test(text.slice(end, end + 8));

/** True where money follows or is announced: 「13800000000元」, 「注册资本：13800000000」. */
export function isMoney({ text, labels }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean {
  if (MONEY.test(text.slice(end, end + 10))) return true;
  if (/^\.\d{1,2}(?!\d)/.test(text.slice(end, end + 4))) return true;
  const between = labels.before('money', start, 6);
  return between !== null && /^[\s:为是(约共计元)]*$/.test(between);
}

/** 「订单号：13800000000」: the label of a document stands right before the number, and none of a phone after it. */
export function isDocumentNumber({ labels }: Page, { start }: Pick<Window, 'start'>): boolean {
  const between = labels.before('document', start, 10);
  return between !== null && /^[\s号码代为是:#.()a-z-]*$/.test(between);
}

/** 「A0321 A0322」: the groups have letters before them. */
export const isLettered = ({ text }: Page, { start, widest }: Pick<Window, 'start' | 'widest'>): boolean =>
  widest > Gap.light && /[a-z]/.test(text.charAt(start - 1));

/** True where the number is part of a word of letters and other digits: a hash, an id of ours. */
export function isInCode({ text }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean {
  const left = lettersBefore(text, start);
  const right = lettersAfter(text, end);
  if (/\d/.test(left + right)) return true;
  return left !== '' && right !== '';
}

const WORD_OR_BAR = /[a-z0-9_]/;
const LONGEST_WORD = 24;

function lettersBefore(text: string, start: number): string {
  // A digit right before is written otherwise (「①027…」) and no part of the number.
  if (/\d/.test(text.charAt(start - 1))) return '';
  let at = start;
  while (at > 0 && start - at < LONGEST_WORD && WORD_OR_BAR.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at, start);
}

function lettersAfter(text: string, end: number): string {
  let at = end;
  while (at < text.length && at - end < LONGEST_WORD && WORD_OR_BAR.test(text.charAt(at))) at += 1;
  return text.slice(end, at);
}

export const isSpelt = ({ digits }: Page, { first, last }: Pick<Window, 'first' | 'last'>): boolean => {
  for (let at = first; at <= last; at += 1) if (digits.script[at] !== Script.hanzi) return false;
  return true;
};
