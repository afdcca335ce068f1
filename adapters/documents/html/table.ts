import { type SpanningCell, toGrid } from '../grid.ts';
import type { Element, Node } from './tree.ts';
import type { Found } from './writer.ts';

export type Layout =
  | { readonly kind: 'prose' }
  | {
      readonly kind: 'data';
      /** Captions and strays between the cells, to be read before the table. */
      readonly outside: readonly Node[];
      readonly rows: readonly (readonly string[])[];
      readonly cells: readonly Found[];
      readonly repeats: readonly string[];
    };

/** A cell with more than this holds an article, not an entry. */
const LONG_CELL = 1500;
const MANY_BLOCKS = 12;

/**
 * Tells tables of data from tables that only place things on a page: fewer than two rows or columns, a whole
 * article in one cell. The text of a cell is its paragraphs with a space between.
 */
export function layoutOf(table: Element, read: (cell: Element) => Found): Layout {
  // A table within a table only places things; to look first also keeps nesting from being read twice a level.
  if (table.holdsTable) return { kind: 'prose' };
  const rows = rowsOf(table);
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.filter((row) => row.length > 0).length < 2 || widest < 2) return { kind: 'prose' };
  if (rows.some((row) => row.some((cell) => cell.size > LONG_CELL && holdsArticle(cell))))
    return { kind: 'prose' };
  const cells = rows.map((row) => row.map((cell) => ({ cell, found: read(cell) })));
  if (cells.some((row) => row.some(({ found }) => isArticle(found)))) return { kind: 'prose' };
  const grid = toGrid(cells.map((row) => row.map(spanning)));
  return {
    kind: 'data',
    outside: outsideOf(table),
    rows: grid.rows,
    cells: cells.flat().map(({ found }) => found),
    repeats: grid.repeats,
  };
}

function spanning({ cell, found }: { readonly cell: Element; readonly found: Found }): SpanningCell {
  const rows = span(cell.attributes['rowspan']);
  // rowspan="0" reaches to the end of the table.
  return {
    text: textOf(found),
    rows: rows === 0 ? Number.MAX_SAFE_INTEGER : rows,
    columns: span(cell.attributes['colspan']),
  };
}

function span(attribute: string | undefined): number {
  return attribute !== undefined && /^\s*\d{1,5}/.test(attribute) ? Number.parseInt(attribute, 10) : 1;
}

function textOf(found: Found): string {
  return found.blocks
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join(' ') : block.text))
    .map((text) => text.replaceAll('\t', ' ').trim())
    .join(' ');
}

function isArticle(found: Found): boolean {
  const hasHeading = found.blocks.some((block) => block.kind === 'heading');
  return found.blocks.length > MANY_BLOCKS || (hasHeading && found.blocks.length > 2);
}

function holdsArticle(cell: Element): boolean {
  return cell.children.some((child) => child.kind === 'element' && child.size < cell.size / 2);
}

const SECTIONS: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot', 'form', 'center']);

function rowsOf(table: Element): readonly (readonly Element[])[] {
  return elements(table).flatMap((child) => {
    if (child.name === 'tr') return [elements(child).filter(isCell)];
    return SECTIONS.has(child.name) ? rowsOf(child) : [];
  });
}

function outsideOf(part: Element): readonly Node[] {
  return part.children.flatMap((child) => {
    if (child.kind === 'text') return child.text.trim() === '' ? [] : [child];
    if (isCell(child)) return [];
    return child.name === 'tr' || SECTIONS.has(child.name) ? outsideOf(child) : [child];
  });
}

const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

const elements = (parent: Element): readonly Element[] =>
  parent.children.filter((child) => child.kind === 'element');
