import type { Block, DropReason } from '../../../src/domain/document/types.ts';
import { withoutSpace } from '../counting.ts';
import { toTable } from '../grid.ts';
import { linesIn, preformattedLines } from '../html/lines.ts';
import { first, type XmlElement } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import { type RunText, runText, sourceText } from './run-text.ts';
import { type NumberingRef, numberingOf, outlineOf, type ParagraphStyle } from './styles.ts';
import { deletedRows, placedRows } from './table.ts';

export interface BodyParts {
  readonly styles: (id: string | undefined) => ParagraphStyle;
  readonly numbering: Numbering;
  /** By `footnote/3`. */
  readonly notes: ReadonlyMap<string, XmlElement>;
}

export interface BodyFound {
  readonly blocks: readonly Block[];
  readonly dropped: readonly { readonly reason: DropReason; readonly text: string }[];
  readonly inserted: readonly string[];
}

/** A heading style on a whole paragraph makes no heading of it. */
const LONGEST_HEADING = 120;
const MANY_BLOCKS = 12;

/** Reads paragraphs and tables of a container one after another. */
export function createBody(parts: BodyParts) {
  const blocks: Block[] = [];
  const dropped: { reason: DropReason; text: string }[] = [];
  const inserted: string[] = [];

  const read = (container: XmlElement): void => {
    for (const child of container.children) {
      if (typeof child === 'string' || SILENT.has(child.name)) continue;
      if (child.name === 'w:p') readParagraph(child);
      else if (child.name === 'w:tbl') readTable(child);
      else if (GONE.has(child.name))
        dropped.push({ reason: 'markup', text: withoutSpace(sourceText(child)) });
      else if (child.name === 'mc:AlternateContent')
        read(first(child, 'mc:Choice') ?? first(child, 'mc:Fallback') ?? child);
      else read(child);
    }
  };
  const readParagraph = (paragraph: XmlElement): void => {
    const run = runText(paragraph);
    const { number, level } = labelOf(paragraph, parts);
    dropped.push(...run.dropped);
    inserted.push(...run.inserted);
    if (run.text.trim() !== '') {
      if (number !== '') inserted.push(withoutSpace(number));
      blocks.push(...paragraphBlocks(number + run.text.trimStart(), level));
    }
    for (const content of attached(run, parts)) read(content);
  };
  const readTable = (table: XmlElement): void => {
    for (const row of deletedRows(table))
      dropped.push({ reason: 'markup', text: withoutSpace(sourceText(row)) });
    const rows = placedRows(table).map((row) =>
      row.map((placed) => ({ placed, found: readCell(placed.cell, parts) })),
    );
    const cells = rows.flat();
    dropped.push(...cells.flatMap(({ found }) => found.dropped));
    inserted.push(...cells.flatMap(({ found }) => found.inserted));
    if (isLayout(rows.map((row) => row.map(({ found }) => found)))) {
      blocks.push(...cells.flatMap(({ found }) => found.blocks));
      return;
    }
    const { blocks: tableBlocks, repeats } = toTable(
      rows.map((row) =>
        row.map(({ placed, found }) => ({
          text: cellText(found),
          rows: placed.rows,
          columns: placed.columns,
        })),
      ),
    );
    blocks.push(...tableBlocks);
    inserted.push(...repeats.map(withoutSpace));
  };
  return { read, found: (): BodyFound => ({ blocks, dropped, inserted }) };
}

const SILENT: ReadonlySet<string> = new Set([
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tcPr',
  'w:tblPr',
  'w:tblGrid',
  'w:customXmlPr',
]);
const GONE: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

function readCell(cell: XmlElement | null, parts: BodyParts): BodyFound {
  const body = createBody(parts);
  if (cell !== null) body.read(cell);
  return body.found();
}

/** One cell or column is a frame round prose; a cell with many paragraphs holds an article. */
function isLayout(rows: readonly (readonly BodyFound[])[]): boolean {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return widest < 2 || rows.some((row) => row.some((cell) => cell.blocks.length > MANY_BLOCKS));
}

function cellText(found: BodyFound): string {
  return found.blocks
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join(' ') : block.text))
    .map((text) => text.replaceAll('\t', ' ').trim())
    .join(' ');
}

function labelOf(
  paragraph: XmlElement,
  { styles, numbering }: BodyParts,
): { readonly number: string; readonly level: number | null } {
  const properties = first(paragraph, 'w:pPr');
  const styleId = first(properties, 'w:pStyle')?.attributes['w:val'];
  const style = styles(styleId);
  const reference = mergedReference(numberingOf(properties), style.numbering);
  return {
    number: reference === null ? '' : numbering.next(reference, styleId),
    level: outlineOf(properties) ?? style.outline,
  };
}

function mergedReference(own: NumberingRef | null, inherited: NumberingRef | null): NumberingRef | null {
  if (own === null) return inherited;
  if (own.numId !== null) return own;
  return inherited === null ? null : { numId: inherited.numId, level: own.level ?? inherited.level };
}

function paragraphBlocks(text: string, level: number | null): readonly Block[] {
  const lines = text.includes('\t') ? preformattedLines(text) : linesIn(text);
  if (level !== null && withoutSpace(text).length <= LONGEST_HEADING) {
    return [{ kind: 'heading', level, text: lines.join(' ') }];
  }
  return lines.map((line) => ({ kind: 'paragraph', text: line }));
}

/** Text boxes and notes of a paragraph, in the order of their anchors. */
function attached(run: RunText, { notes }: BodyParts): readonly XmlElement[] {
  const texts = run.notes
    .map(({ kind, id }) => notes.get(`${kind}/${id}`))
    .filter((note) => note !== undefined);
  return [...run.boxes, ...texts];
}
