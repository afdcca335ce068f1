import { readNumber } from './numbers.ts';

/**
 * 「17时前」「17:00」「下午17点」「(下午3点)」「24时」: an hour directly behind a date.
 * 下班前 and 当天 are no hours. The bracket is eaten where the hour fills it.
 */
const HOUR =
  /[, ]?(?:当[天日])?(?<open>\()?(?:北京时间|截止|截至)?(?<half>上午|下午|晚上?|中午|早上?|凌晨|傍晚|夜间)?(?<h>\d{1,2}|[零〇](?=[时点])|[二]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:(?::(?<m>\d{2})(?!\d)(?::\d{2})?)|[时点](?:(?<m2>\d{1,2})分|(?<m3>半)|整|正|钟)?(?!代|尚))(?<close>\))?/y;
const AFTERNOON = /下午|晚|傍晚|夜间/;

/** Reads an hour at `from`; `end` is `from` where none stands. */
export function readHour(text: string, from: number): { readonly at: string | null; readonly end: number } {
  HOUR.lastIndex = from;
  const found = HOUR.exec(text);
  const g = found?.groups;
  if (!found || !g) return { at: null, end: from };
  const hour = readNumber(g['h'] as string);
  const minute = g['m3'] ? 30 : Number(g['m'] ?? g['m2'] ?? 0);
  if (hour === null || hour > 24 || minute > 59) return { at: null, end: from };
  const shifted = AFTERNOON.test(g['half'] ?? '') && hour < 12 ? hour + 12 : hour;
  const closed = g['close'] !== undefined && g['open'] === undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { at: `${two(shifted)}:${two(minute)}`, end: from + found[0].length - (closed ? 1 : 0) };
}
