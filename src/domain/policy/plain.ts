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
const BLANK = /\s|\u200b|\ufeff|\u3000|\u00ad/;

/** 「60 万↵元」「2031年↵5月」「5月↵8日」: a line break that falls into a number or a date. */
const BROKEN = /^(?:\d[万亿千百元年月日号时%]|[万亿千百][元万]|年\d{1,2}月|月\d{1,2}[日号]|-\d{1,2}[年月日])/;
const LOOK_AHEAD = 24;

function folded(character: string): string {
  if (DASHES.includes(character)) return '-';
  if (COLONS.includes(character)) return ':';
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (character === '﹝') return '〔';
  if (character === '﹞') return '〕';
  if (character === '﹐') return ',';
  return character;
}

/** Tells whether a line break behind `last` cuts a number or date in two. */
function cutsNumber(last: string, behind: string): boolean {
  const next = [...behind]
    .filter((character) => !BLANK.test(character))
    .map(folded)
    .join('');
  return BROKEN.test(last + next);
}

/** Folds `original`; line breaks and tabs stay as `\n` and `\t` unless they fall into a number. */
export function plain(original: string): Plain {
  const characters: string[] = [];
  const places = new Uint32Array(original.length + 1);
  let last = '';
  let blank = false;
  const keep = (character: string, index: number): void => {
    places[characters.length] = index;
    characters.push(character);
  };
  for (let index = 0; index < original.length; index++) {
    const raw = original[index] as string;
    if (BLANK.test(raw)) {
      blank = true;
      if (raw !== '\n' && raw !== '\t') continue;
      if (last === '\n' || last === '') continue;
      if (raw === '\n' && cutsNumber(last, original.slice(index + 1, index + LOOK_AHEAD))) continue;
      last = raw;
      keep(last, index);
      continue;
    }
    const next = folded(raw);
    // 「2031-05-08 15:32」 are two numbers.
    if (blank && /\d/.test(last) && /\d/.test(next)) keep(' ', index - 1);
    last = next;
    blank = false;
    keep(last, index);
  }
  places[characters.length] = original.length;
  const count = characters.length;
  return {
    text: characters.join(''),
    original,
    at: (index) => places[Math.min(index, count)] ?? original.length,
  };
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

/** Cuts a plain text into sentences; brackets do not protect a full stop. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character !== undefined && !'。;!?！？；\n'.includes(character)) continue;
    if (index > start) sentences.push({ start, end: index });
    start = index + 1;
  }
  return sentences;
}
