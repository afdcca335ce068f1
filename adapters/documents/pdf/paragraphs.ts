import type { Block } from '../../../src/domain/document/types.ts';
import type { Line } from './lines.ts';

const ENDS_SENTENCE = /[。；！？.;!?：:]$/;
/** 「一、」「（一）」「第五条」「1.」 */
const STARTS_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百零\d]{1,5}[章节条]|\d{1,2}[.、．](?!\d)|[①-⑳]|附件)/;
const LATIN_EDGE = /[A-Za-z0-9]$/;
const LONGEST_TITLE = 80;
/** Letters this much larger than the text make a title. */
const TITLE_SIZE = 1.22;

/**
 * Joins the lines of a PDF to paragraphs: a line that reaches the right margin goes on in the next, unless that is
 * indented, begins an item, or has letters of another size; lines of a title go together.
 */
export function paragraphsOf(lines: readonly Line[]): readonly Block[] {
  const size = median(lines.flatMap((line) => Array.from({ length: line.text.length }, () => line.size)));
  const layout = {
    size,
    left: usual(lines.map((line) => line.left)),
    right: usual(lines.map((line) => line.right)),
  };
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && goesOn({ before, line, layout })) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => blockFrom(group, size));
}

interface Layout {
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

function goesOn({
  before,
  line,
  layout,
}: {
  readonly before: Line;
  readonly line: Line;
  readonly layout: Layout;
}): boolean {
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  if (Math.abs(before.size - line.size) > 0.1 * before.size) return false;
  if (before.page === line.page && line.y - before.y > 3 * line.size) return false;
  if (isTitle(before, layout.size)) return isTitle(line, layout.size) && !ENDS_SENTENCE.test(before.text);
  const isFull = before.right > layout.right - 1.6 * line.size;
  const isIndented = line.left > layout.left + 1.2 * line.size;
  if (!isFull || isIndented) return false;
  return !(STARTS_ITEM.test(line.text) && ENDS_SENTENCE.test(before.text));
}

const isTitle = (line: Line, size: number): boolean => line.size > TITLE_SIZE * size;

function blockFrom(lines: readonly Line[], size: number): Block {
  const text = lines.reduce((joined, line) => joined + glue(joined, line.text) + line.text, '');
  const [first] = lines;
  if (first !== undefined && isTitle(first, size) && text.length <= LONGEST_TITLE)
    return { kind: 'heading', level: 1, text };
  return { kind: 'paragraph', text };
}

function glue(before: string, after: string): string {
  return LATIN_EDGE.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The value that most lines share, to the nearest four points. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const step = Math.round(value / 4) * 4;
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
