import { lastDayOf, localDate, type LocalDate } from '../time.ts';
import { readNumber, YEAR_DIGIT } from './numbers.ts';
import { readHour } from './hours.ts';

/** 底/末 last, 初 early, 上旬 … 下旬 vague, 内 within. */
export type DatePart = 'last' | 'vague' | null;

/** One date as a plain text has it, with what stands behind it; what is missing is null. */
export interface DateToken {
  readonly start: number;
  /** Behind weekday and hour, where they follow. */
  readonly end: number;
  readonly year: number | null;
  /** 今年 0, 明年/次年 1, 去年 -1 against the document's year; null where no such word stands. */
  readonly shift: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly part: DatePart;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number | null;
  /** `HH:MM`. */
  readonly at: string | null;
}

const MONTH = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九元正])';
const DAY = '(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const SHIFT_WORDS = '今年|本年度?|当年|明年|次年|翌年|去年|上年';
const YEAR = `(?:(?<y>${YEAR_DIGIT}{4})年度?|(?<shift>${SHIFT_WORDS}))`;

/** Every way to write a date, in the order of trial at one place. */
const DATE = new RegExp(
  [
    // 2031年5月18日, 5月底, 11月下旬, and the left half of 「5月8-12日」「4-10月」.
    `(?<![\\d.])${YEAR}?(?:(?<m>${MONTH})月份?|(?<mr>\\d{1,2})(?=[-至到]\\d{1,2}月))` +
      `(?:(?<d>${DAY})(?:[日号]|(?=[-至到]+\\d{1,2}[日号]))|(?<p>月?[底末](?!线|端)|最后一[天日]|初|上旬|中旬|下旬))?`,
    // 2031-05-18, 2031.5.18, 2031/5/18
    `(?<!\\d)(?<y2>20\\d{2}|19\\d{2})(?<dash>[-./])(?<m2>\\d{1,2})\\k<dash>(?<d2>\\d{1,2})(?!\\d)`,
    // 2031年, 2031年底, 今年内
    `(?<!\\d)(?:(?<y3>${YEAR_DIGIT}{4})年度?|(?<shift3>${SHIFT_WORDS}))(?<p3>年?[底末初](?!线|端)|内)?`,
    `(?<shift4>年)(?<p4>底|末)(?!线|端)`,
    // 「2031712日」, whose 年 and 月 were swallowed.
    `(?<!\\d)(?<y6>20\\d{2})(?<m6>0[1-9]|1[0-2]|[1-9])(?<d6>[12]\\d|3[01])日`,
    // 「2031528日至63日」: the right half of such a window, which is no day of its own.
    `(?<=\\d日[至-])(?<m7>[1-9])(?<d7>[12]\\d|3[01]|(?<=[4-9])[1-9])日`,
    // A bare day, the right half of a window or a member of a list.
    `(?<![\\d.第〕\\])】])(?<d5>\\d{1,2})[日号](?![常楼院])`,
  ].join('|'),
  'g',
);

const SHIFTS: Readonly<Record<string, number>> = { 明年: 1, 次年: 1, 翌年: 1, 去年: -1, 上年: -1 };
const WEEKDAYS = '一二三四五六日天';
const WEEKDAY = /[(]?(?:星期|周)([一二三四五六日天])[)]?日?/y;

function partOf(words: string | undefined): DatePart {
  if (words === undefined) return null;
  return /底|末|最后|内/.test(words) ? 'last' : 'vague';
}

function readWeekday(text: string, from: number): { weekday: number | null; end: number } {
  WEEKDAY.lastIndex = from;
  const found = WEEKDAY.exec(text);
  if (!found) return { weekday: null, end: from };
  const weekday = Math.min(7, WEEKDAYS.indexOf(found[1] as string) + 1);
  return { weekday, end: from + found[0].length };
}

function tokenOf(match: RegExpExecArray, text: string): DateToken | null {
  const g = match.groups as Readonly<Record<string, string | undefined>>;
  const number = (...names: string[]): number | null => {
    const found = names.map((name) => g[name]).find((value) => value !== undefined);
    return found === undefined ? null : readNumber(found);
  };
  const month = number('m', 'mr', 'm2', 'm6', 'm7');
  const day = number('d', 'd2', 'd5', 'd6', 'd7');
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  const words = g['shift'] ?? g['shift3'] ?? g['shift4'];
  const behind = readWeekday(text, match.index + match[0].length);
  const hour = readHour(text, behind.end);
  return {
    start: match.index,
    end: hour.end,
    year: number('y', 'y2', 'y3', 'y6'),
    shift: words === undefined ? null : (SHIFTS[words] ?? 0),
    month,
    day,
    part: partOf(g['p'] ?? g['p3'] ?? g['p4']),
    weekday: behind.weekday,
    at: hour.at,
  };
}

/** A text with more dates than this is a table of data; the rest of them is not read. */
const MOST_DATES = 2000;

/** All dates of a plain text in order; a bare 「18日」 counts only with a month somewhere before it (see spans). */
export function datesIn(text: string): readonly DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of text.matchAll(DATE)) {
    const token = tokenOf(match, text);
    if (token) tokens.push(token);
    if (tokens.length >= MOST_DATES) break;
  }
  return tokens;
}

/** The token's last day in `year`: month ends for 「5月」「5月底」, 31 December for a bare year; null for 中旬. */
export function lastDayIn(token: DateToken, year: number): LocalDate | null {
  if (token.part === 'vague') return null;
  if (token.month === null) return token.day === null ? localDate(year, 12, 31) : null;
  return token.day === null ? lastDayOf(year, token.month) : localDate(year, token.month, token.day);
}

/** The token's first day in `year`; null for 中旬 and for month ends. */
export function firstDayIn(token: DateToken, year: number): LocalDate | null {
  if (token.part === 'vague') return null;
  if (token.part === 'last') return lastDayIn(token, year);
  if (token.month === null) return token.day === null ? localDate(year, 1, 1) : null;
  return localDate(year, token.month, token.day ?? 1);
}

/** The full date of a token that has year, month and day. */
export function wholeDate(token: DateToken): LocalDate | null {
  if (token.year === null || token.month === null || token.day === null) return null;
  return localDate(token.year, token.month, token.day);
}
