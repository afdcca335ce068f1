import type { Block } from '../../src/domain/document/types.ts';

/** A table cell as its format gives it, with the rows and columns that it covers. */
export interface SpanningCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** Text of merged cells once more for each further place that it now stands in. */
  readonly repeats: readonly string[];
}

/** Beyond this a table is hostile or a drawing: merged cells then stand once. */
const MOST_PLACES = 50_000;
const WIDEST = 256;

/** Writes merged cells into every row and column that they cover; rows without text are left out. */
export function toGrid(source: readonly (readonly SpanningCell[])[]): Grid {
  const places: (string | undefined)[][] = source.map(() => []);
  const repeats: string[] = [];
  let filled = 0;
  source.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (places[row]?.[column] !== undefined) column += 1;
      if (column >= WIDEST * 4) break;
      const columns = clamp(cell.columns, WIDEST);
      const rows = clamp(cell.rows, source.length - row);
      const fits = filled + rows * columns <= MOST_PLACES;
      filled += fits ? rows * columns : 1;
      for (const [down, right] of fits ? area(rows, columns) : [[0, 0] as const]) {
        const line = places[row + down];
        if (line === undefined || line[column + right] !== undefined) continue;
        line[column + right] = cell.text;
        if (down + right > 0 && cell.text !== '') repeats.push(cell.text);
      }
      column += fits ? columns : 1;
    }
  });
  return { rows: rectangular(places), repeats };
}

function clamp(span: number, most: number): number {
  return Math.max(1, Math.min(Number.isFinite(span) ? span : 1, most));
}

function area(rows: number, columns: number): readonly (readonly [number, number])[] {
  return Array.from(
    { length: rows * columns },
    (_, index) => [Math.floor(index / columns), index % columns] as const,
  );
}

function rectangular(places: readonly (readonly (string | undefined)[])[]): readonly (readonly string[])[] {
  const widest = places.reduce((most, line) => Math.max(most, line.length), 0);
  const width = widest * places.length <= 10 * MOST_PLACES ? widest : 0;
  return places
    .map((line) => Array.from({ length: Math.max(width, line.length) }, (_, column) => line[column] ?? ''))
    .filter((line) => line.some((cell) => cell !== ''));
}

/**
 * A table as blocks: rows at its top that hold one cell across the whole width are titles and become
 * paragraphs before it, such rows at its foot are remarks and become paragraphs behind it.
 */
export function toTable(source: readonly (readonly SpanningCell[])[]): {
  readonly blocks: readonly Block[];
  readonly repeats: readonly string[];
} {
  const widest = source.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const isWide = (row: readonly SpanningCell[]): boolean => row.length === 1 && widthOf(row) >= widest;
  // A title in a sheet often stands in the first column, unmerged, with nothing beside it.
  const isTitle = (row: readonly SpanningCell[]): boolean =>
    isWide(row) || (widest >= 3 && widthOf(row) >= widest && row.slice(1).every((cell) => cell.text === ''));
  const from = source.findIndex((row) => !isTitle(row));
  const to = source.findLastIndex((row) => !isWide(row)) + 1;
  if (from < 0) return { blocks: source.flatMap(paragraphs), repeats: [] };
  const { rows, repeats } = toGrid(source.slice(from, to));
  const table: readonly Block[] = rows.length === 0 ? [] : [{ kind: 'table', rows }];
  return {
    blocks: [...source.slice(0, from).flatMap(paragraphs), ...table, ...source.slice(to).flatMap(paragraphs)],
    repeats,
  };
}

const widthOf = (row: readonly SpanningCell[]): number => row.reduce((sum, cell) => sum + cell.columns, 0);

function paragraphs(row: readonly SpanningCell[]): readonly Block[] {
  return row.filter((cell) => cell.text !== '').map((cell) => ({ kind: 'paragraph', text: cell.text }));
}
