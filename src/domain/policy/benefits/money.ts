import { readNumber } from '../numbers.ts';

/** One sum of a plain text. */
export interface Sum {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
}

/** Sums that stand side by side, 「100万元、50万元、30万元」; they share one meaning. */
export interface Series {
  readonly start: number;
  readonly end: number;
  readonly sums: readonly Sum[];
}

type Groups = Readonly<Record<string, string | undefined>>;

const DIGITS = '(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)|\\d{1,9})(?:\\.\\d{1,4})?';
const HANZI = '[一二两三四五六七八九十百千半]{1,5}';
const NUMBER = `(?:${DIGITS}|${HANZI})`;
const SCALE = '(?:千万|百万|十万|万|亿|千|百)';
const LINK = '(?:[、,/]|和|或|及|以及|至|-)';
const MONEY = new RegExp(
  `(?<![\\d.第])(?:${NUMBER}${SCALE}?元?${LINK}){0,12}${NUMBER}${SCALE}?(?:人民币)?元(?!旦|素|件|宝|首)|(?<![\\d.])\\d{1,9}(?:\\.\\d{1,4})?[万亿](?=人民币)|(?<![\\d.])(?:${NUMBER}万${LINK}){0,12}\\d{1,6}(?:\\.\\d{1,4})?万(?=(?:的)?(?:一次性)?(?:奖励|补助|补贴|资助|奖补|支持))`,
  'g',
);
const MEMBER = new RegExp(`(?<number>${NUMBER})(?<scale>${SCALE})?(?<yuan>(?:人民币)?元)?`, 'g');

const SCALES: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 100,
};

function toYuan(number: string, scale: string | undefined): number | null {
  const value = readNumber(number.replaceAll(',', ''));
  // 3.6万 is 36000, not 36000.000000000004.
  return value === null ? null : Math.round(value * (SCALES[scale ?? ''] ?? 1) * 100) / 100;
}

/** 「50、30、20万元」: a member without a scale takes that of the member behind it. */
function membersOf(match: RegExpExecArray): readonly Sum[] {
  const members = [...match[0].matchAll(MEMBER)];
  let scale: string | undefined;
  const sums: Sum[] = [];
  for (const member of members.toReversed()) {
    const g = member.groups as Groups;
    scale = g['scale'] ?? (g['yuan'] ? undefined : scale);
    const yuan = toYuan(g['number'] as string, scale);
    if (yuan === null) continue;
    const start = match.index + member.index;
    sums.unshift({ start, end: start + member[0].length, yuan });
  }
  return sums;
}

/** A text with more sums than this is a table of data. */
const MOST_SUMS = 2000;

function firstOf(matches: Iterable<RegExpExecArray>): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of matches) {
    found.push(match);
    if (found.length >= MOST_SUMS) break;
  }
  return found;
}

/** All series of sums in a plain text, in order. A million-character line is read once. */
export function seriesIn(text: string): readonly Series[] {
  return firstOf(text.matchAll(MONEY)).flatMap((match) => {
    const sums = membersOf(match);
    return sums.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, sums }];
  });
}

/** A share: 0.12 for 「12%」, 0.003 for 「3‰」, 1 for 「1:1」. */
export interface Rate {
  readonly start: number;
  readonly end: number;
  readonly rate: number;
  readonly matching: boolean;
}

const RATE =
  /(?<percent>\d{1,3}(?:\.\d{1,4})?)(?<sign>%|‰)|(?<word>百分之|千分之)(?<hanzi>[一二两三四五六七八九十]{1,3})|(?<![\d:.])(?<left>\d{1,2}(?:\.\d)?):(?<right>\d{1,2}(?:\.\d)?)(?![\d:.])/g;

/** All shares and ratios of a plain text in order. */
export function ratesIn(text: string): readonly Rate[] {
  return firstOf(text.matchAll(RATE)).flatMap((match): readonly Rate[] => {
    const g = match.groups as Groups;
    const place = { start: match.index, end: match.index + match[0].length };
    if (g['left'] !== undefined) {
      const rate = Number(g['right']) / Number(g['left']);
      return Number.isFinite(rate) && rate > 0 ? [{ ...place, rate, matching: true }] : [];
    }
    const value = readNumber(g['percent'] ?? (g['hanzi'] as string));
    const per = g['sign'] === '‰' || g['word'] === '千分之' ? 1000 : 100;
    return value === null ? [] : [{ ...place, rate: Math.round((value / per) * 1e6) / 1e6, matching: false }];
  });
}
