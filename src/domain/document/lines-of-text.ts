import { joinAnswers } from './answers.ts';
import { toChineseNumeral } from '../hanzi/numerals.ts';
import { type Line, withText } from './line.ts';
import { numberAt } from './numbering.ts';
import { isDrawn } from './pipes.ts';
import { joinWrapped } from './wrapped.ts';

/** Lines as a reader of the document would cut them: one paragraph, heading or row a line. */

const SPACES = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const NUMBER_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}\s*[.．、])$/;
/** 「(责任单位」 in the next line belongs to the clause before it. */
const BRACKET_ALONE = /^[（(〔[](?:责任|牵头|配合|主办|承办)[^（(]{0,300}$/;

export function paragraphs(lines: readonly Line[]): readonly Line[] {
  const printed = lines.map(tidy).filter((line) => line.text !== '');
  return splitRunOn(joinAnswers(joinTorn(joinWrapped(printed, isRow))));
}

/**
 * 「为 推 动 本 市 产 业 发 展， 减 轻」: a line that the typesetter stretched to the page's edge by blanks between its
 * characters. Ten of them in a row, since 「大 中 小」 are buttons and 「张 三 李 四」 are two names.
 */
const LETTER_SPACED =
  /(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff](?: ?[，。、；：“”（）《》]){0,2} ){10,}[\u4e00-\u9fff](?![\u4e00-\u9fff])(?: ?[，。、；：”）》]){0,2}/g;

/** Spaces are levelled; tabs stay where they part cells. */
function tidy(line: Line): Line {
  if (line.cells) return withText(line, line.text.replace(SPACES, ' '));
  const text = line.text
    .replace(SPACES, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(LETTER_SPACED, (stretch) => stretch.replaceAll(' ', ''));
  const inner = text.replace(/^ +| +$/g, '');
  // Leading tabs are empty cells of a table that was flattened to text.
  return { ...line, text: inner.trim().includes('\t') || /^\t+\S.*\t/.test(inner) ? inner : inner.trim() };
}

/** A table's row, also where it was flattened or drawn. */
const isRow = (line: Line): boolean => line.cells !== null || line.text.includes('\t') || isDrawn(line.text);

/** A number split from its text, and a bracket of units on a line of its own. */
function joinTorn(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const torn =
      last &&
      !isRow(line) &&
      !isRow(last) &&
      ((NUMBER_ALONE.test(last.text) && !numberAt(line.text)) || BRACKET_ALONE.test(line.text));
    if (torn) joined[joined.length - 1] = { ...last, text: last.text + line.text };
    else joined.push(line);
  }
  return joined;
}

const SHORTEST_RUN_ON = 60;
const ordinal = (at: number): string => toChineseNumeral(at + 1) as string;

/** 「…通知如下: 一、范围 … 二、要求 1.… 2.…」: a document in one paragraph is cut at its numbers. */
function splitRunOn(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    if (isRow(line) || line.text.length < SHORTEST_RUN_ON) return [line];
    const parts = cutAt(line.text, (at) => `${ordinal(at)}、`);
    if (parts.length < 2 || (parts.length === 2 && !startsWithFirst(line.text))) return [line];
    return parts
      .flatMap((part) => cutAt(part, (at) => new Set([`（${ordinal(at)}）`, `(${ordinal(at)})`])))
      .flatMap((part) => cutAt(part, (at) => new Set([`${at + 1}.`, `${at + 1}．`, `${at + 1}、`])))
      .map((text) => ({ ...line, text }));
  });
}

const startsWithFirst = (text: string): boolean => text.startsWith('一、');
const BOUNDARY = /[。；：:;.!！?？\s)）”]/;
const FEWEST = 2;

/** Cuts a text before the first, second, third … number of one style, each behind the end of a sentence. */
function cutAt(text: string, number: (at: number) => string | ReadonlySet<string>): readonly string[] {
  const cuts: number[] = [];
  let from = 0;
  for (let order = 0; ; order += 1) {
    const wanted = number(order);
    const next = nextBoundary(text, typeof wanted === 'string' ? [wanted] : [...wanted], from);
    if (next < 0) break;
    cuts.push(next);
    from = next + 1;
  }
  if (cuts.length < FEWEST) return [text];
  const starts = [0, ...cuts.filter((cut) => cut > 0)];
  return starts.map((start, at) => text.slice(start, starts[at + 1]).trim()).filter((part) => part !== '');
}

function nextBoundary(text: string, wanted: readonly string[], from: number): number {
  let best = -1;
  for (const number of wanted) {
    for (let at = text.indexOf(number, from); at >= 0; at = text.indexOf(number, at + 1)) {
      const isStart = at === 0 || BOUNDARY.test(text.charAt(at - 1));
      const goesOn = /\d/.test(number) && /\d/.test(text.charAt(at + number.length));
      if (!isStart || goesOn) continue;
      if (best < 0 || at < best) best = at;
      break;
    }
  }
  return best;
}
