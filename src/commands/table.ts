/** Columns that a character takes on a terminal: two for Chinese and full-width ones. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/gu;

const widthOf = (text: string): number => text.replace(WIDE, '  ').length;

/** Rows of cells as lines; the first column is set left, the others right. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const pad = (cell: string, at: number): string => {
    const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
    return at === 0 ? cell + space : space + cell;
  };
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
