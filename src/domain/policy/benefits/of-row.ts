import type { Clause } from '../../document/types.ts';
import type { Benefit } from '../types.ts';

/** Columns that name what a row is about, the first found counts. */
const ROW_NAMES = [/对象|主体/, /事项|项目|名称|类别|类型|任务/] as const;
const INDEX = /^(?:序号|编号|序)$/;
/** Columns that part one row from the next of the same name: 「年营业额」「改造等级」. */
const TIER = /条件|情形|档次|等级|级别|规模|产值|营收|收入|(?:销售|营业|交易|投资).{0,6}额/;
/** Columns that only say that something is given; any other, 「国六」「省级」, says who gets it. */
const GIVES = /标准|金额|额度|比例|奖|补|资助|扶持|支持|政策|措施|内容|[上下]限|限额/;

type Column = readonly [header: string, cell: string];

/** What the row is about: its named column, else the one it begins with, which must stand before the sum. */
function nameOf(columns: readonly Column[], column: string): Column | undefined {
  const others = columns.filter(([header]) => header !== column && !INDEX.test(header));
  const named = ROW_NAMES.map((pattern) => others.find(([header]) => pattern.test(header))).find(
    (found) => found !== undefined,
  );
  const [first] = others;
  const at = columns.findIndex(([header]) => header === column);
  return named ?? (first !== undefined && columns.indexOf(first) < at ? first : undefined);
}

/** A cell's sum goes to what its row is about, not to the column 「支持标准」 or 「年度上限」. */
export function ofRow(benefit: Benefit, { cells }: Clause): Benefit {
  const column = benefit.who;
  if (cells === null || !(column in cells)) return benefit;
  const columns = Object.entries(cells);
  const name = nameOf(columns, column);
  if (name === undefined) return benefit;
  const limit = /^(.+)(?:上限|封顶|最高限额)$/.exec(column)?.[1];
  const tiers = columns.flatMap((one) =>
    one !== name && one[0] !== column && TIER.test(one[0]) && one[1] !== '' ? [one[1]] : [],
  );
  const own = limit ?? (GIVES.test(column) ? undefined : column);
  return { ...benefit, who: [name[1], ...tiers, ...(own === undefined ? [] : [own])].join(',') };
}
