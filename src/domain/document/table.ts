import { withoutGaps } from './gaps.ts';
import { numberAt } from './numbering.ts';
import { alignCells, type ColumnRole, type Columns, columnsOf, figureColumnsOf } from './table-columns.ts';

/** A row of a table, understood: its group, its own text, its fields. */
export interface Row {
  /** Cell of the group that the row belongs to, gaps closed; null where the table has no groups. */
  readonly group: string | null;
  /** 1, 2, 3 … in order of the groups, or the group's own number. */
  readonly groupNumber: number | null;
  readonly value: number;
  readonly number: string | null;
  readonly rest: string;
  readonly text: string;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TableState {
  /** The header's cells, joined by tabs. */
  readonly header: string;
  readonly columns: Columns;
  /** Tabs before the header that only moved the table to the right; its rows have them too. */
  readonly indent: number;
  readonly groupColumn: number | null;
  readonly textColumn: number;
  readonly group: string | null;
  readonly groupNumber: number | null;
  readonly count: number;
}

export const cellsOf = (text: string): readonly string[] => text.split('\t').map((cell) => cell.trim());

/** How many lines are looked at: for what a table's groups are, and for whether a line begins one at all. */
const FAR = 200;
const NEAR = 4;

/**
 * Begins a table at its header. `following` gives the rows among so many lines behind it: a text column that is empty or repeated
 * in some of them holds groups, the last other one the row's own text.
 */
export function startTable(
  header: readonly string[],
  following: (lines: number) => readonly (readonly string[])[],
): TableState | null {
  const indent = Math.max(0, header.findIndex(Boolean));
  const behind = (lines: number): readonly (readonly string[])[] =>
    following(lines).map((row) => unindented(row, indent));
  const titles = header.slice(indent);
  const columns = columnsOf(titles) ?? figureColumnsOf(titles, () => behind(NEAR));
  if (!columns) return null;
  const texts = columns.roles.flatMap((role, at) => (role === 'text' ? [at] : []));
  const textColumn = texts.at(-1);
  if (textColumn === undefined) return null;
  const rows = behind(FAR)
    .filter((row) => row.length > 1)
    .map((row) => alignCells(row, columns));
  // In a table of sums a name that comes twice is part of each row: 「零售 首次入库」「零售 次年增长」.
  // A group stands left of its members: 「展位费」 twice behind names that differ is a column like any other.
  const [first = textColumn] = texts;
  const isTariff = columns.roles.includes('figure');
  const groupColumn = !isTariff && first !== textColumn && isGroupColumn(rows, first) ? first : null;
  return {
    header: header.join('\t'),
    columns,
    indent,
    groupColumn,
    textColumn,
    group: null,
    groupNumber: null,
    count: 0,
  };
}

const unindented = (row: readonly string[], indent: number): readonly string[] =>
  row.slice(0, indent).some(Boolean) ? row : row.slice(indent);

function isGroupColumn(rows: readonly (readonly string[])[], at: number): boolean {
  return rows.some((row, order) => row[at] === '' || (order > 0 && row[at] === rows[order - 1]?.[at]));
}

/** Reads one row; the state carries the group on to the rows below. Null for a repeated header or an empty row. */
export function readRow(
  state: TableState,
  indented: readonly string[],
): { readonly row: Row; readonly state: TableState } | null {
  const { columns } = state;
  const raw = unindented(indented, state.indent);
  const again = raw.map((cell) => cell.replace(/\s+/g, ''));
  if (raw.every((cell) => cell === '') || columns.headers.every((header, at) => header === again[at]))
    return null;
  const cells = alignCells(raw, columns);
  const groupCell = state.groupColumn === null ? '' : withoutGaps(cells[state.groupColumn] as string);
  const isNew = groupCell !== '' && groupCell !== state.group;
  const groupNumber = isNew
    ? (numberAt(groupCell)?.value ?? (state.groupNumber ?? 0) + 1)
    : state.groupNumber;
  const group = groupCell || state.group;
  const own = ownText(state, cells);
  const numbered = numberAt(own);
  const index = columns.roles.indexOf('index');
  const indexValue = Number.parseInt(cells[index] ?? '', 10);
  const count = state.count + 1;
  const row: Row = {
    group,
    groupNumber,
    value: numbered?.value ?? (state.groupColumn === null && indexValue > 0 ? indexValue : count),
    number: numbered?.number ?? (state.groupColumn === null && indexValue > 0 ? `${cells[index]}` : null),
    rest: numbered?.rest ?? own,
    text: own + fields(columns, cells),
    cells: fieldsByHeader(state, cells, group),
  };
  return { row, state: { ...state, group, groupNumber, count } };
}

/** The text columns that are no group, joined: 任务 and 内容 of one row belong together. */
function ownText(state: TableState, cells: readonly string[]): string {
  const texts = state.columns.roles.flatMap((role, at) =>
    role === 'text' && at !== state.groupColumn && cells[at] ? [cells[at]] : [],
  );
  return [...new Set(texts)].join(' ');
}

const SAID: ReadonlySet<ColumnRole> = new Set(['unit', 'time', 'figure', 'note']);

/**
 * 「(牵头单位:市经信局;完成时限:2023年6月)」: fields in the bracket that running text uses. A figure says nothing
 * without its header: 「中型(国六:2.5;新能源:3.5)」.
 */
function fields({ headers, roles }: Columns, cells: readonly string[]): string {
  const named = roles.flatMap((role, at) =>
    SAID.has(role) && cells[at] ? [`${headers[at]}:${cells[at]}`] : [],
  );
  return named.length > 0 ? `(${named.join(';')})` : '';
}

function fieldsByHeader(
  state: TableState,
  cells: readonly string[],
  group: string | null,
): Record<string, string> {
  return Object.fromEntries(
    state.columns.headers.flatMap((header, at) => {
      const value = at === state.groupColumn ? group : cells[at];
      return header && value ? [[header, value] as const] : [];
    }),
  );
}
