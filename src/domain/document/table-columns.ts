/** What the columns of a task table are, found from its header line. */

/** `figure`: numbers and sums that say nothing without their header: 「车型 | 国六 | 新能源」 above 「中型 | 2.5 | 3.5」. */
export type ColumnRole = 'index' | 'unit' | 'time' | 'note' | 'text' | 'figure';

const ROLES: readonly { readonly role: ColumnRole; readonly pattern: RegExp }[] = [
  { role: 'index', pattern: /^(?:序号|编号|序|项目编号|No\.?)$/i },
  {
    role: 'unit',
    pattern:
      /(?:责任|牵头|配合|主办|协办|承办|参与|落实|主管|实施)(?:单位|部门|科室|处室|股室|领导|人)|^(?:部门|单位|分工)$/,
  },
  { role: 'time', pattern: /(?:完成|办结|实施|申报|截止)?(?:时限|时间|期限|进度|日期)/ },
  { role: 'note', pattern: /^备注$|^说明$/ },
];
const TEXT = /任务|目标|内容|措施|事项|举措|要求|项目|工作|标准|条件|政策|名称|环节|指标/;
/** What a table of who gets how much names its columns: 「类型 | 年营业额 | 奖励」「改造等级 | 补助比例 | 单户补助上限 | 备注」. */
const OF_WHOM = /^(?:类\S*型|类别|种类|档次|等级|级别)$|(?:等级|档次|对象|条件)$/;
const HOW_MUCH =
  /(?:奖励|补贴|补助|资助|奖补|扶持)(?:标准|金额|额度|比例|上限|限额)?(?:[（(][^（()）]{1,8}[）)])?$|(?:上限|限额)$/;
const LONGEST_HEADER = 14;

export interface Columns {
  readonly headers: readonly string[];
  readonly roles: readonly ColumnRole[];
}

/** Reads a row as a header; null where it is none. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const headers = cells.map((cell) => cell.replace(/\s+/g, ''));
  const filled = headers.filter(Boolean);
  if (
    filled.length < 2 ||
    new Set(filled).size < filled.length ||
    filled.some((header) => header.length > LONGEST_HEADER)
  ) {
    return null;
  }
  const known = filled.filter(
    (header) => TEXT.test(header) || ROLES.some(({ pattern }) => pattern.test(header)),
  );
  if (known.length < 2 || known.length * 2 < filled.length) return tariffOf(headers);
  return { headers, roles: headers.map(roleOf) };
}

/** A table of who gets how much, which must have a column of each. */
function tariffOf(headers: readonly string[]): Columns | null {
  const isTariff =
    headers.some((header) => OF_WHOM.test(header)) && headers.some((header) => HOW_MUCH.test(header));
  return isTariff
    ? { headers, roles: headers.map((header) => (HOW_MUCH.test(header) ? 'figure' : roleOf(header))) }
    : null;
}

/** 「2.5」 「1,200」: a cell that is nothing but a number. */
export const FIGURE = /^\d{1,6}(?:,\d{3})?(?:\.\d{1,4})?$/;
const LONGEST_TIER = 24;
/** One row of figures may be anything; two of them make a table. */
const SURE_ROWS = 2;

/** A header above rows of bare figures, whatever its words are; null where the rows behind it hold other things. */
export function figureColumnsOf(
  cells: readonly string[],
  following: () => readonly (readonly string[])[],
): Columns | null {
  const headers = cells.map((cell) => cell.replace(/\s+/g, ''));
  const isHeader =
    new Set(headers).size === headers.length &&
    headers.every((header) => header !== '' && header.length <= LONGEST_TIER && !/^[\d.]+$/.test(header));
  if (!isHeader) return null;
  const rows = following().slice(0, SURE_ROWS);
  const isAbove = rows.length === SURE_ROWS && rows.every((row) => row.length === headers.length);
  if (!isAbove) return null;
  const roles = headers.map((header, at): ColumnRole => {
    const isFigures = rows.every((row) => FIGURE.test(row[at] as string));
    return /^(?:序号|编号)$/.test(header) ? 'index' : isFigures ? 'figure' : 'text';
  });
  const names = roles.filter((role) => role === 'text').length;
  const isTable =
    roles.includes('figure') && names > 0 && roles.lastIndexOf('text') < roles.indexOf('figure');
  return isTable ? { headers, roles } : null;
}

const roleOf = (header: string): ColumnRole =>
  ROLES.find(({ pattern }) => pattern.test(header))?.role ?? 'text';

const UNIT_LIKE =
  /(?:局|委|办|府|厅|院|部|会|中心|集团|公司|银行|单位|部门|区|大队|所|站|处|室|社|科|联)(?:[)）>〉,，、;；\s]|$)/;
const ITEM = /^\s*(?:\d{1,3}[.．、]|[（(]?[一二三四五六七八九十]+[)）、])/;
const SENTENCE = /[。；]|.{30}/;

/** A row's own text stands in the last text column; those before it hold short names or groups. */
function fit(cell: string, role: ColumnRole, isLastText: boolean): number {
  switch (role) {
    case 'index':
      return /^\d{1,3}$/.test(cell) ? 3 : -3;
    case 'unit':
      return UNIT_LIKE.test(cell) && !SENTENCE.test(cell.replace(/[、，,].*$/s, '')) && !ITEM.test(cell)
        ? 2
        : -2;
    case 'time':
      return /\d+\s*[年月日]|底前|季度|全年|长期|持续/.test(cell) && cell.length < 30 ? 2 : -2;
    case 'text':
      return /^\s*\d{1,3}[.．、]/.test(cell) || SENTENCE.test(cell)
        ? isLastText
          ? 2
          : 0.5
        : isLastText
          ? 0
          : 1;
    case 'figure':
      return /\d/.test(cell) && !SENTENCE.test(cell) ? 3 : -1;
    case 'note':
      return -0.5;
  }
}

/**
 * The cells of a row under their columns. A full row keeps its places; in a shifted one the filled cells
 * stay in order and each goes where what it says fits best.
 */
export function alignCells(cells: readonly string[], columns: Columns): readonly string[] {
  const width = columns.roles.length;
  const asIs = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length > width) return [...filled.slice(0, width - 1), filled.slice(width - 1).join(' ')];
  const worthAsIs = cells.slice(width).some(Boolean) ? Number.NEGATIVE_INFINITY : worth(asIs, columns);
  const best = placements(filled, width)
    .map((placed) => ({ placed, score: worth(placed, columns) }))
    .reduce((left, right) => (right.score > left.score ? right : left), { placed: asIs, score: worthAsIs });
  return best.placed;
}

function worth(cells: readonly string[], { roles }: Columns): number {
  const lastText = roles.lastIndexOf('text');
  return cells.reduce(
    (sum, cell, at) => sum + (cell === '' ? 0 : fit(cell, roles[at] as ColumnRole, at === lastText)),
    0,
  );
}

const WIDEST = 8;

/** Every way to put the cells into the columns in order. */
function placements(cells: readonly string[], width: number): readonly (readonly string[])[] {
  if (width > WIDEST) return [];
  if (width === 0) return [[]];
  const [first, ...others] = cells;
  const skipped = cells.length < width ? placements(cells, width - 1).map((rest) => ['', ...rest]) : [];
  const used = first === undefined ? [] : placements(others, width - 1).map((rest) => [first, ...rest]);
  return [...used, ...skipped];
}
