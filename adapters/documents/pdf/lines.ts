import type { PdfPage, TextItem } from './open.ts';

/** One line as the page shows it; columns are separated by tabs. */
export interface Line {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface PageLines {
  readonly lines: readonly Line[];
  /** Text printed twice at one place to look bold. */
  readonly doubled: readonly string[];
  /** Watermarks and stamps. */
  readonly askew: readonly string[];
}

/** A gap of this many characters separates columns, one of this many words of Latin script. */
const COLUMN_GAP = 1.8;
const WORD_GAP = 0.2;

const HAN_EDGE = /[\p{Script=Han}\p{Script=Bopomofo}，。、；：？！“”‘’（）《》〈〉〔〕【】「」『』…—　·％]/u;
const SPACE_IN_HAN = new RegExp(`(?<=${HAN_EDGE.source})[ \\u00A0]+(?=${HAN_EDGE.source})`, 'gu');

/** Puts a page's items together to lines, top to bottom, left to right. */
export function linesOf({ items }: PdfPage, page: number): PageLines {
  const upright = items.filter((item) => item.upright);
  const { single, doubled } = withoutDoubles(upright);
  const groups: TextItem[][] = [];
  for (const item of single.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && onOneLine(first, item)) group.push(item);
    else groups.push([item]);
  }
  return {
    lines: groups.map((group) => lineFrom(group, page)),
    doubled: doubled.map((item) => item.text),
    askew: items.filter((item) => !item.upright).map((item) => item.text),
  };
}

function onOneLine(first: TextItem, item: TextItem): boolean {
  return item.y - first.y < 0.45 * Math.min(first.size, item.size);
}

function withoutDoubles(items: readonly TextItem[]): {
  readonly single: readonly TextItem[];
  readonly doubled: readonly TextItem[];
} {
  const seen = new Map<string, TextItem[]>();
  const single: TextItem[] = [];
  const doubled: TextItem[] = [];
  for (const item of items) {
    const before = seen.get(item.text) ?? [];
    const near = before.slice(-8).some((other) => {
      const distance = Math.max(Math.abs(other.x - item.x), Math.abs(other.y - item.y));
      return distance < 0.15 * item.size;
    });
    (near ? doubled : single).push(item);
    seen.set(item.text, [...before.slice(-8), item]);
  }
  return { single, doubled };
}

function lineFrom(group: readonly TextItem[], page: number): Line {
  const items = group.toSorted((a, b) => a.x - b.x);
  let text = '';
  let end = items[0]?.x ?? 0;
  let size = 0;
  for (const item of items) {
    text += gapBefore({ text, item, gap: item.x - end }) + item.text.trim();
    end = Math.max(end, item.x + item.width);
    size = Math.max(size, item.size);
  }
  const left = items[0]?.x ?? 0;
  return { text: text.replace(SPACE_IN_HAN, ''), page, left, right: end, y: items[0]?.y ?? 0, size };
}

function gapBefore({
  text,
  item,
  gap,
}: {
  readonly text: string;
  readonly item: TextItem;
  readonly gap: number;
}): string {
  if (text === '') return '';
  if (gap > COLUMN_GAP * item.size) return '\t';
  const betweenHan = HAN_EDGE.test(text.slice(-1)) && HAN_EDGE.test(item.text.trim().slice(0, 1));
  return gap > WORD_GAP * item.size && !betweenHan ? ' ' : '';
}
