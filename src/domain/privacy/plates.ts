import { isHanziDigit } from './characters.ts';
import { Gap, gapBetween } from './gaps.ts';
import type { Page } from './number-window.ts';
import { type Code, readCode } from './read-code.ts';
import { isAlphanumeric } from './words-as-digits.ts';

const PLATE_PROVINCES = new Set('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼');
/** 「创新A12345」, 「最新B20211」: the character belongs to a word. */
const IN_WORD = /(?:[创高最更全革翻刷崭]新|[阿里白乌风]云|[南北东西]宁|[安保]宁|[年知]青)$/;

/** 「鄂A·12345」, 「鄂AD12345」, 「粤Z1234港」. */
export function plate({ text }: Page, at: number): Code | null {
  if (IN_WORD.test(text.slice(Math.max(0, at - 1), at + 1))) return null;
  const rest = readCode(text, startBehind(text, at + 1), { most: 8, widest: Gap.noise });
  const body = rest.text;
  const size = plateSize(text, rest);
  if (size === 0) return null;
  const digits = body.slice(1, size).replace(/[a-z]/g, '').length;
  if (!/^[a-z]/.test(body) || digits < (rest.wide ? 4 : 2)) return null;
  if (rest.cuts.slice(0, size).filter(Boolean).length > 6) return null;
  if (isHanziDigit(text.charAt(rest.places[1] ?? 0)) && size < 6) return null;
  return { ...rest, places: [at, ...rest.places.slice(0, size)] };
}

/** Behind what may stand between the province and its letter: 「鄂 A」, 「鄂🚗A」, 「鄂牌A」. */
function startBehind(text: string, at: number): number {
  let start = at;
  while (start < at + 4 && !isAlphanumeric(text.charCodeAt(start))) start += 1;
  return gapBetween(text, at, start) <= Gap.light || /^[牌,:]|[\ud83c-\udfff]/.test(text.slice(at, start))
    ? start
    : at;
}

function plateSize(text: string, { text: body, cuts, places }: Code): number {
  const ends = (size: number): boolean => body.length === size || (body.length > size && cuts[size] === true);
  if (body.length === 5 && /^[港澳学警挂领]/.test(text.slice((places[4] ?? 0) + 1))) return 5;
  if (ends(7) && /^.(?:[dfabceghjk][a-z0-9]\d{4}|[a-z0-9]\d{4}[a-z0-9])/.test(body)) return 7;
  return ends(6) ? 6 : 0;
}

/** 「湖北A12345」: the name in place of the short form, its letter right behind. */
const PROVINCE =
  /(?:湖[北南]|河[北南]|[江陕广]西|[山广]东|江苏|浙江|安徽|福建|四川|贵州|云南|海南|甘肃|青海|宁夏|新疆|西藏|内蒙古|吉林|辽宁|黑龙江|北京|天津|上海|重庆)$/;
const PLATE_SIGNS = /^[a-z][·• -]?(?:[a-z0-9]{5}|[a-z0-9]{6})(?![a-z0-9-]|号)/;

const isProvinceName = (text: string, at: number): boolean =>
  PLATE_SIGNS.test(text.slice(at + 1, at + 10)) && PROVINCE.test(text.slice(Math.max(0, at - 2), at + 1));

/** True where a plate may begin: at 「鄂」, or at the end of 「湖北」 before its letter. */
export const mayBePlate = (text: string, at: number): boolean =>
  PLATE_PROVINCES.has(text.charAt(at)) || isProvinceName(text, at);
