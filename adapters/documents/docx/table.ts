import { all, first, type XmlElement } from '../xml.ts';

export interface PlacedCell {
  /** Null for columns that the row leaves out at its start. */
  readonly cell: XmlElement | null;
  readonly rows: number;
  readonly columns: number;
}

interface Growing {
  readonly cell: XmlElement | null;
  readonly columns: number;
  rows: number;
}

/**
 * Rows of a Word table with the span of each cell; a cell that continues a vertical merge is counted to the one
 * that began it. Deleted rows are left out.
 */
export function placedRows(table: XmlElement): readonly (readonly PlacedCell[])[] {
  let above = new Map<number, Growing>();
  return rowsOf(table).map((row) => {
    const here = new Map<number, Growing>();
    const cells: Growing[] = [];
    let column = spanOf(first(row, 'w:trPr', 'w:gridBefore'), 0);
    if (column > 0) cells.push({ cell: null, rows: 1, columns: column });
    for (const cell of cellsOf(row)) {
      const columns = spanOf(first(cell, 'w:tcPr', 'w:gridSpan'), 1);
      const merge = first(cell, 'w:tcPr', 'w:vMerge');
      const start = continues(merge) ? above.get(column) : undefined;
      const placed = start ?? { cell, rows: 0, columns };
      placed.rows += 1;
      if (start === undefined) cells.push(placed);
      if (merge !== undefined) here.set(column, placed);
      column += columns;
    }
    above = here;
    return cells;
  });
}

function continues(merge: XmlElement | undefined): boolean {
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

function rowsOf(parent: XmlElement): readonly XmlElement[] {
  return childrenNamed(parent, 'w:tr').filter((row) => first(row, 'w:trPr', 'w:del') === undefined);
}

const cellsOf = (row: XmlElement): readonly XmlElement[] => childrenNamed(row, 'w:tc');

const WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:smartTag',
]);

/** Rows and cells may stand within content controls. */
function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? childrenNamed(child, name) : [];
  });
}

/** Deleted rows of a table: their text is in the file and not in the table. */
export function deletedRows(table: XmlElement): readonly XmlElement[] {
  return all(table, 'w:tr').filter((row) => first(row, 'w:trPr', 'w:del') !== undefined);
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const value = element?.attributes['w:val'] ?? '';
  return /^\d{1,3}$/.test(value) ? Number(value) : otherwise;
}
