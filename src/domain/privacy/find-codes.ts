import { Between, betweenKind, digitValues, isHanziDigit, NONE } from './characters.ts';
import { Gap, gapBetween } from './gaps.ts';
import { isAlphanumeric } from './read-digits.ts';
import { hasCreditCheck, isCalendarDay, isProvinceCode } from './check-digits.ts';
import type { Page } from './number-window.ts';
import type { Finding, SecretKind } from './types.ts';

/** Codes of letters and digits: social credit codes, passports and permits, licence plates. */

interface Code {
  readonly text: string;
  /** Where each sign stands. */
  readonly places: readonly number[];
  /** How the signs are grouped: a true at n means that a separator stands before sign n. */
  readonly cuts: readonly boolean[];
  /** True where more than blanks and dashes stands between some signs. */
  readonly wide: boolean;
}

/** What may stand between the signs of a code: blanks, dashes, dots, what is invisible, pictographs. */
function isSeparator(unit: number): boolean {
  const kind = betweenKind(unit);
  return kind === Between.light || kind === Between.invisible || isPictograph(unit);
}

const isPictograph = (unit: number): boolean =>
  (unit >= 0xd83c && unit <= 0xdfff) || (unit >= 0x2600 && unit <= 0x27bf);

/** Sign of a code at a unit of the folded text: a–z, 0–9, or null. */
function signAt(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if (isAlphanumeric(unit)) return text.charAt(at);
  const value = digitValues()[unit] ?? NONE;
  return value < 10 ? String(value) : null;
}

const MOST_GROUPS = 8;
const LONGEST_SKIP = 8;

/** How far a code is read. */
interface Reach {
  /** Signs at most. */
  readonly most: number;
  readonly groups?: number;
  /** The widest gap that joins. */
  readonly widest?: number;
}

/** Up to `most` signs from `from` on; ends where there are too many groups or the gap is too wide. */
function readCode(
  text: string,
  from: number,
  { most, groups = MOST_GROUPS, widest = Gap.light }: Reach,
): Code {
  const places: number[] = [];
  const cuts: boolean[] = [];
  let code = '';
  let end = from;
  let cut = 0;
  let wide = false;
  for (let at = from; at < text.length && code.length < most && at - end <= LONGEST_SKIP; at += 1) {
    const sign = signAt(text, at);
    if (sign === null) {
      if (code === '') break;
      continue;
    }
    const gap = code === '' ? Gap.tight : gapBetween(text, end, at);
    if (gap > Gap.tight) cut += 1;
    if (gap > widest || cut >= groups) break;
    wide ||= gap > Gap.light;
    cuts.push(gap > Gap.tight);
    places.push(at);
    code += sign;
    end = at + 1;
  }
  return { text: code, places, cuts, wide };
}

const CREDIT_LENGTH = 18;
const REACH = { back: 16, ahead: 0 };

/** 「9 1 4 2 0 1 0 0 M A …」: every sign apart, letters among them. */
const isSpaced = (text: string, at: number): boolean =>
  isSeparator(text.charCodeAt(at + 1)) &&
  isSeparator(text.charCodeAt(at + 3)) &&
  /[a-z]/.test(text.slice(at, at + 36));

/** A credit code may be read where it ends with its 18th sign, or where a group ends. */
function creditCode({ text, labels }: Page, at: number): Code | null {
  if (!/^[a-z0-9]/.test(text.charAt(at)) && signAt(text, at + 1) === null) return null;
  const code = readCode(text, at, {
    widest: Gap.noise,
    most: CREDIT_LENGTH + 1,
    groups: labels.near('credit', at, REACH) || isSpaced(text, at) ? 20 : MOST_GROUPS,
  });
  if (code.text.length < CREDIT_LENGTH) return null;
  if (code.text.length > CREDIT_LENGTH && code.cuts[CREDIT_LENGTH] === false) return null;
  const body = code.text.slice(0, CREDIT_LENGTH).replace(/o/g, '0').replace(/[il]/g, '1');
  if (!/^[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxyzs]{10}$/.test(body)) return null;
  const exact = { ...code, places: code.places.slice(0, CREDIT_LENGTH) };
  if (labels.before('credit', at, 16) !== null) return exact;
  if (!isProvinceCode(body.slice(2))) return null;
  if (hasCreditCheck(body) && (!code.wide || /[a-z]/.test(body))) return exact;
  const cutOften = code.cuts.slice(0, CREDIT_LENGTH).filter(Boolean).length > 6;
  // A mistyped check sign is forgiven, but not in what other signs part: days and case numbers side by side.
  return /[a-z]/.test(body.slice(8)) && !cutOften && !code.wide ? exact : null;
}

const TRAVEL = /^(?:[egdsphcwmlt]\d{8}|[hm]\d{10}|[ec][a-hj-np-z]\d{7}|1[45]\d{7}|[a-z]{2}\d{7})$/;
const TRAVEL_LENGTHS = [9, 11];

/** 「E12345678」, 「C1234567A」: passports, permits; a product's or contract's code where one is announced. */
function travelDocument({ text, labels }: Page, at: number): Code | null {
  // Those of digits alone are found by their label.
  if (!/[a-z]/.test(text.charAt(at)) && !labels.near('travel', at, REACH)) return null;
  const code = readCode(text, at, {
    most: 12,
    widest: labels.near('travel', at, REACH) ? Gap.noise : Gap.light,
  });
  const length = TRAVEL_LENGTHS.find(
    (size) => code.text.length >= size && (code.text.length === size || code.cuts[size] === true),
  );
  if (length === undefined) return null;
  const body = code.text.slice(0, length);
  const exact = { ...code, places: code.places.slice(0, length) };
  const between = labels.before('travel', at, 14);
  if (between !== null && /^[a-z]{1,2}\d{7,10}$/.test(body)) return exact;
  if (!TRAVEL.test(body) || !/^[a-z]/.test(body) || labels.before('document', at, 12) !== null) return null;
  if (isCalendarDay(body.slice(1, 9)) || code.cuts.slice(1, length).filter(Boolean).length > 3) return null;
  if (/^[a-z]{2}/.test(body) && !/^e[a-hj-np-z]|^c[a-z]/.test(body)) return null;
  return /[a-z0-9/#=:]\s?$/.test(text.slice(Math.max(0, at - 1), at)) && /[/#=]/.test(text.charAt(at - 1))
    ? null
    : exact;
}

const PLATE_PROVINCES = new Set('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼');
/** 「创新A12345」, 「最新B20211」: the character belongs to a word. */
const IN_WORD = /(?:[创高最更全革翻刷崭]新|[阿里白乌风]云|[南北东西]宁|[安保]宁|[年知]青)$/;

/** 「鄂A·12345」, 「鄂AD12345」, 「粤Z1234港」. */
function plate({ text }: Page, at: number): Code | null {
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

/** A sign that no other stands before; 「统一91…」 begins at the Arabic digit. */
function isWordStart(text: string, at: number): boolean {
  if (at === 0 || signAt(text, at - 1) === null) return true;
  return !/[a-z0-9]/.test(text.charAt(at - 1)) && /[a-z0-9]/.test(text.charAt(at));
}

const FEWEST_DIGITS = 4;
const AHEAD = 18;

/** Cheap to ask: are there digits enough in what follows? */
function hasDigitsAhead(text: string, at: number): boolean {
  let digits = 0;
  for (let next = at; next < at + AHEAD && digits < FEWEST_DIGITS; next += 1) {
    if ((digitValues()[text.charCodeAt(next)] ?? NONE) !== NONE) digits += 1;
  }
  return digits >= FEWEST_DIGITS;
}

type CodeRule = readonly [kind: SecretKind, read: (page: Page, at: number) => Code | null];
const WORD_RULES: readonly CodeRule[] = [
  ['credit-code', creditCode],
  ['travel-document', travelDocument],
];
const NO_RULES: readonly CodeRule[] = [];
const PLATE_RULES: readonly CodeRule[] = [['plate', plate]];

/** Every code of a folded text. A code has 19 signs at most, so the work is linear. */
export function findCodes(page: Page): readonly Finding[] {
  const findings: Finding[] = [];
  const { text } = page;
  for (let at = 0; at < text.length; at += 1) {
    const rules = rulesAt(text, at);
    for (const [kind, read] of rules) {
      const code = read(page, at);
      if (code === null) continue;
      findings.push({ kind, cells: code.places.map((place) => ({ from: place, to: place + 1 })) });
      at = code.places.at(-1) ?? at;
      break;
    }
  }
  return findings;
}

function rulesAt(text: string, at: number): readonly CodeRule[] {
  const character = text.charAt(at);
  if (PLATE_PROVINCES.has(character)) return PLATE_RULES;
  const isStart = signAt(text, at) !== null && isWordStart(text, at) && hasDigitsAhead(text, at);
  return isStart ? WORD_RULES : NO_RULES;
}
