import type { SpanningCell } from '../grid.ts';
import { all, first, type XmlElement } from '../xml.ts';
import type { CellReader } from './cells.ts';

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Columns beyond this are stray formatting. */
const WIDEST = 256;
/** More merged places than this belong to no document. */
const MOST_COVERED = 200_000;

/** Rows of a sheet without its empty rows and columns, merged cells with what they cover. */
export function sheetRows(part: XmlElement, readCell: CellReader): readonly (readonly SpanningCell[])[] {
  const sheet = first(part, 'worksheet');
  const texts = new Map<number, Map<number, string>>();
  all(first(sheet, 'sheetData'), 'row').forEach((row, index) => {
    const line = rowTexts(row, readCell);
    const number = Number(row.attributes['r'] ?? index + 1);
    if (line.size > 0 && Number.isFinite(number)) texts.set(number, line);
  });
  const rows = [...texts.keys()].toSorted((a, b) => a - b);
  const columns = [...new Set([...texts.values()].flatMap((line) => [...line.keys()]))].toSorted(
    (a, b) => a - b,
  );
  const merges = new Map(mergesOf(sheet).map((area) => [`${area.row}/${area.column}`, area]));
  return placed({ texts, rows, columns, merges });
}

function rowTexts(row: XmlElement, readCell: CellReader): Map<number, string> {
  const line = new Map<number, string>();
  let next = 1;
  for (const cell of all(row, 'c')) {
    const column = columnOf(cell.attributes['r']) ?? next;
    next = column + 1;
    const text = column <= WIDEST ? readCell(cell) : '';
    if (text !== '') line.set(column, text);
  }
  return line;
}

interface Placing {
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Rows and columns in use, by number; spans are counted in these. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly merges: ReadonlyMap<string, Area>;
}

function placed({ texts, rows, columns, merges }: Placing): readonly (readonly SpanningCell[])[] {
  const covered = new Set<string>();
  return rows.map((row, rowIndex) => {
    const cells: SpanningCell[] = [];
    columns.forEach((column, columnIndex) => {
      if (covered.has(`${row}/${column}`)) return;
      const text = texts.get(row)?.get(column) ?? '';
      const area = merges.get(`${row}/${column}`);
      if (area === undefined) {
        cells.push({ text, rows: 1, columns: 1 });
        return;
      }
      const ownRows = within(rows, { from: rowIndex, below: row + area.rows });
      const ownColumns = within(columns, { from: columnIndex, below: column + area.columns });
      if (covered.size < MOST_COVERED)
        for (const down of ownRows) for (const right of ownColumns) covered.add(`${down}/${right}`);
      cells.push({ text, rows: ownRows.length, columns: ownColumns.length });
    });
    return cells;
  });
}

/** The numbers in use from an index on that are below a bound. */
function within(
  numbers: readonly number[],
  { from, below }: { readonly from: number; readonly below: number },
): readonly number[] {
  let to = from + 1;
  while (to < numbers.length && (numbers[to] ?? below) < below) to += 1;
  return numbers.slice(from, to);
}

function mergesOf(sheet: XmlElement | undefined): readonly Area[] {
  return all(first(sheet, 'mergeCells'), 'mergeCell').flatMap((merge) => {
    const [from, to] = (merge.attributes['ref'] ?? '').split(':').map(placeOf);
    if (from === undefined || from === null || to === undefined || to === null) return [];
    return [{ ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }];
  });
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const column = columnOf(reference);
  const row = /\d+$/.exec(reference)?.[0];
  return column === null || row === undefined ? null : { row: Number(row), column };
}

/** `AB12` stands in column 28. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
