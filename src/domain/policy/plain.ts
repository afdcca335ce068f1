/**
 * A text made easy for patterns: no blanks except between two numbers, half-width digits and punctuation, one kind of dash and colon.
 * Every character keeps its place in the original, so that a finding can be shown as it was written.
 */
export interface Plain {
  readonly text: string;
  readonly original: string;
  /** Place in the original of the character at `index` of `text`; the original's length behind the end. */
  readonly at: (index: number) => number;
}

const DASHES = '-—–―─‑‒−﹣~～〜∼';
const COLONS = ':：∶︰﹕';
const OTHERS: Readonly<Record<string, string>> = { '﹝': '〔', '﹞': '〕', '﹐': ',' };

/** Marks a blank in the table of folded characters. */
const BLANK = 0;
const WIDE_FROM = 0xff01;
const WIDE_TO = 0xff5e;
const WIDE_SHIFT = 0xfee0;

/** One table look-up a character: a document of a million characters is folded in some milliseconds. */
const FOLDED: Uint16Array = tableOfFolds();

function tableOfFolds(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = WIDE_FROM; code <= WIDE_TO; code++) table[code] = code - WIDE_SHIFT;
  for (const dash of DASHES) table[dash.charCodeAt(0)] = 0x2d;
  for (const colon of COLONS) table[colon.charCodeAt(0)] = 0x3a;
  for (const [from, to] of Object.entries(OTHERS)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const blank of ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff\u00ad') {
    table[blank.charCodeAt(0)] = BLANK;
  }
  return table;
}

/** The printed characters of a short stretch, folded. */
function foldedText(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const code = FOLDED[text.charCodeAt(index)] as number;
    if (code !== BLANK) folded += String.fromCharCode(code);
  }
  return folded;
}

/** 「60 万↵元」「2031年↵5月」「5月↵8日」: a line break that falls into a number or a date. */
const BROKEN = /^(?:\d[万亿千百元年月日号时%]|[万亿千百][元万]|年\d{1,2}月|月\d{1,2}[日号]|-\d{1,2}[年月日])/;
const LOOK_AHEAD = 24;

const LINE_BREAK = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const OPENS = new Set(codesOf('0123456789万亿千百年月-'));
const DIGITS_FOLLOW = new Set(codesOf('年月-'));
const CLOSES = new Set(codesOf('万亿千百元年月日号时%'));

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** Tells whether a line break at `at` cuts a number or date in two. The first two tests are quick, the pattern exact. */
function cutsNumber(original: string, at: number, last: number): boolean {
  if (!OPENS.has(last)) return false;
  const behind = foldedText(original.slice(at + 1, at + LOOK_AHEAD));
  const next = behind.charCodeAt(0);
  if (!CLOSES.has(next) && !(DIGITS_FOLLOW.has(last) && isDigit(next))) return false;
  return BROKEN.test(String.fromCharCode(last) + behind);
}

/** Folds `original`; line breaks and tabs stay as `\n` and `\t` unless they fall into a number. */
export function plain(original: string): Plain {
  const codes = new Uint16Array(original.length);
  const places = new Uint32Array(original.length + 1);
  let count = 0;
  let last = LINE_BREAK;
  let blank = false;
  const keep = (code: number, index: number): void => {
    places[count] = index;
    codes[count++] = code;
    last = code;
  };
  for (let index = 0; index < original.length; index++) {
    const raw = original.charCodeAt(index);
    const code = FOLDED[raw] as number;
    if (code === BLANK) {
      blank = true;
      if ((raw !== LINE_BREAK && raw !== TAB) || last === LINE_BREAK) continue;
      if (raw === LINE_BREAK && cutsNumber(original, index, last)) continue;
      keep(raw, index);
      continue;
    }
    // 「2031-05-08 15:32」 are two numbers.
    if (blank && isDigit(last) && isDigit(code)) keep(SPACE, index - 1);
    blank = false;
    keep(code, index);
  }
  places[count] = original.length;
  const text = textOf(codes.subarray(0, count));
  return { text, original, at: (index) => places[Math.min(index, count)] ?? original.length };
}

const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  const chunks: string[] = [];
  for (let from = 0; from < codes.length; from += CHUNK) {
    chunks.push(String.fromCharCode(...codes.subarray(from, from + CHUNK)));
  }
  return chunks.join('');
}

/** The original's words between two places of the plain text, trimmed. */
export function asWritten(of: Plain, range: { readonly start: number; readonly end: number }): string {
  if (range.end <= range.start) return '';
  return of.original.slice(of.at(range.start), of.at(range.end - 1) + 1).trim();
}

/** A stretch of a plain text that ends with 。；！？ or a line break; `end` excludes the mark. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** A text without full stops is cut at a comma: whatever is found in it carries its sentence along. */
const LONG_SENTENCE = 800;

/** Cuts a plain text into sentences; brackets do not protect a full stop. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    const isLong = index - start >= LONG_SENTENCE && (character === ',' || character === '，');
    if (character !== undefined && !isLong && !'。;!?！？；\n'.includes(character)) continue;
    if (index > start) sentences.push({ start, end: index });
    start = index + 1;
  }
  return sentences;
}
