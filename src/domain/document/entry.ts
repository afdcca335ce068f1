import type { Line } from './line.ts';
import { numberReader } from './decimals.ts';
import type { Numbered } from './numbering.ts';
import { drawnCells } from './pipes.ts';
import { cellsOf, type Row, readRow, startTable, type TableState } from './table.ts';

/**
 * What a line is, before its place in the outline is known. `level` is that of a heading as the document's
 * reader marked it, null for running text.
 */
export type Entry =
  | {
      readonly kind: 'numbered';
      readonly text: string;
      readonly numbered: Numbered;
      readonly level: number | null;
    }
  | { readonly kind: 'text'; readonly text: string; readonly level: number | null }
  /** 「附件」, 「附件2」 on a line of its own: another document begins. */
  | { readonly kind: 'attachment'; readonly text: string }
  | { readonly kind: 'row'; readonly text: string; readonly row: Row }
  /** A table's header, also where a page repeats it. */
  | { readonly kind: 'header'; readonly text: string };

const ATTACHMENT = /^附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?$/;
/** 「附件：1.申请表」 begins a list of names, not of items. */
const LIST_OF_ATTACHMENTS = /^附件\s*[:：]?\s*1\s*[.．、]/;
const LONGEST_NAME = 80;

export function entriesOf(lines: readonly Line[]): readonly Entry[] {
  const entries: Entry[] = [];
  let table: TableState | null = null;
  let attachments = 0;
  const numberAt = numberReader(lines.map(({ text }) => text));
  for (const [at, line] of lines.entries()) {
    const cells = cellsIn(line);
    const header: TableState | null | false =
      cells !== null &&
      !repeats(table, cells) &&
      startTable(cells, (count) => rowsBehind(lines.slice(at + 1, at + 1 + count)));
    if (header) {
      table = header;
      entries.push({ kind: 'header', text: line.text.trim() });
      continue;
    }
    if (cells && table) {
      const read = readRow(table, cells);
      table = read?.state ?? table;
      entries.push(
        read
          ? { kind: 'row', text: read.row.text, row: read.row }
          : { kind: 'header', text: line.text.trim() },
      );
      continue;
    }
    const text = line.text.replace(/\t+/g, ' ').trim();
    const numbered = numberAt(text);
    attachments = nextAttachment({ text, numbered, before: attachments });
    const list = attachments > 1 ? entries.pop() : undefined;
    entries.push(
      list
        ? { kind: 'text', text: `${list.text} ${text}`, level: null }
        : entryOf({ text, numbered, level: line.level }),
    );
  }
  return entries;
}

function entryOf({
  text,
  numbered,
  level,
}: {
  readonly text: string;
  readonly numbered: Numbered | null;
  readonly level: number | null;
}): Entry {
  if (ATTACHMENT.test(text)) return { kind: 'attachment', text };
  return numbered ? { kind: 'numbered', text, numbered, level } : { kind: 'text', text, level };
}

/** Number of the attachment that a line names within their list, 0 outside of it. */
function nextAttachment({
  text,
  numbered,
  before,
}: {
  readonly text: string;
  readonly numbered: Numbered | null;
  readonly before: number;
}): number {
  if (LIST_OF_ATTACHMENTS.test(text)) return 1;
  return before > 0 && text.length <= LONGEST_NAME && numbered?.value === before + 1 ? before + 1 : 0;
}

const repeats = (table: TableState | null, cells: readonly string[]): boolean =>
  table !== null && cells.join('\t') === table.header;

function cellsIn(line: Line): readonly string[] | null {
  if (line.cells) return line.cells.map((cell) => cell.trim());
  return line.text.includes('\t') ? cellsOf(line.text) : drawnCells(line.text);
}

const rowsBehind = (lines: readonly Line[]): readonly (readonly string[])[] =>
  lines.flatMap((line) => {
    const cells = cellsIn(line);
    return cells ? [cells] : [];
  });
