import type { Line } from './line.ts';
import { numberAt } from './numbering.ts';

/**
 * Lines that a page's right edge broke, as copies from PDF have them: 「单个企业最高补助200万」 「元。」. A text is
 * taken for broken where many of its lines end in mid-sentence at one and the same width.
 */
const NARROWEST = 32;
/** Sixty Chinese characters; a longer line was never broken. */
const WIDEST = 120;
/** A line may end early: numbers and punctuation move to the next line as a whole. */
const FULL = 0.75;
const FEWEST = 6;
const SHARE = 0.3;
const MID_SENTENCE = 0.5;

const PUNCTUATION = /[，,。；;：:、]/;
const ENDS = /[。；：！？.;:!?]["”’)）】》]?$/;
/** What no paragraph begins with. */
const CONTINUES = /^[，。、；：！？）)】》”’,;:%％元万亿]/;
const LATIN_END = /[A-Za-z]$/;
const LATIN_START = /^[A-Za-z]/;
const ADDRESSEES = /[:：]$/;

/** Width in half characters: a Chinese character is as wide as two digits. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0xff ? 2 : 1;
  return width;
}

/** Lines of a text without breaks at the page's edge; any other text is left alone. */
export function joinWrapped(lines: readonly Line[], isRow: (line: Line) => boolean): readonly Line[] {
  const edge = edgeOf(lines.filter((line) => !isRow(line)).map(({ text }) => text));
  if (edge === null) return lines;
  const joined: Line[] = [];
  let end = '';
  for (const line of lines) {
    const last = joined.at(-1);
    const goes = last && !isRow(line) && !isRow(last) && goesOn({ whole: last.text, end, next: line, edge });
    if (goes) joined[joined.length - 1] = { ...last, text: joinedText(last.text, line.text) };
    else joined.push(line);
    end = line.text;
  }
  return joined;
}

/** The width that a broken line has at least, null for a text whose lines are whole. */
function edgeOf(texts: readonly string[]): number | null {
  const widths = texts.map(widthOf);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < NARROWEST || widest > WIDEST) return null;
  const edge = widest * FULL;
  const full = texts.filter((_, at) => (widths[at] as number) >= edge);
  // A list of names ends without a full stop too, but it has no commas.
  const torn = full.filter((text) => !ENDS.test(text) && PUNCTUATION.test(text));
  const isBroken =
    full.length >= Math.max(FEWEST, texts.length * SHARE) && torn.length >= full.length * MID_SENTENCE;
  return isBroken ? edge : null;
}

function goesOn({
  whole,
  end,
  next,
  edge,
}: {
  readonly whole: string;
  readonly end: string;
  readonly next: Line;
  readonly edge: number;
}): boolean {
  if (numberAt(next.text) || next.level !== null || ADDRESSEES.test(whole)) return false;
  return CONTINUES.test(next.text) || isOpen(whole) || (widthOf(end) >= edge && !ENDS.test(end));
}

/** 「（责任单位：县农业农村局、县财政」: a bracket waits for its end, unless each line holds a whole name. */
const isOpen = (text: string): boolean => /[（(][^（()）]{0,200}[^（()）局委厅部府办会院]$/.test(text);

const joinedText = (before: string, behind: string): string =>
  LATIN_END.test(before) && LATIN_START.test(behind) ? `${before} ${behind}` : before + behind;
