import type { IndustryCode } from './types.ts';

/**
 * From which yearly revenue the statistics count an enterprise among the 四上: 国家统计局, 规模以上工业 2000 万元,
 * 限额以上批发 2000 万元, 零售 500 万元, 住宿餐饮 200 万元, 规模以上服务业 2000 (交通运输、仓储和邮政, 信息传输和软件,
 * 水利环境, 卫生), 1000 (租赁和商务, 科研, 教育, 物业、中介、租赁 of 房地产) or 500 万元 (居民服务, 文体娱乐, 社会工作).
 * Compared with 楚雄州统计局 《统计“四上”企业指哪些？》 (2023-09-05). Builders (资质) and developers are counted without
 * a bound, farming, banks and public bodies are not.
 */
export interface ScaleEntry {
  readonly qualification: 'above-scale' | 'above-quota';
  readonly revenueYuan: number;
}

const TEN_THOUSAND = 10_000;

interface ScaleRow extends ScaleEntry {
  /** Divisions or groups, `from` to `to` by their first two digits. */
  readonly from: number;
  readonly to: number;
}

const row = (from: number, to: number, tenThousands: number): ScaleRow => ({
  from,
  to,
  qualification:
    from >= 51 && to <= 52 ? 'above-quota' : from >= 61 && to <= 62 ? 'above-quota' : 'above-scale',
  revenueYuan: tenThousands * TEN_THOUSAND,
});

const ROWS: readonly ScaleRow[] = [
  row(6, 46, 2000),
  row(51, 51, 2000),
  row(52, 52, 500),
  row(53, 60, 2000),
  row(61, 62, 200),
  row(63, 65, 2000),
  row(71, 75, 1000),
  row(76, 79, 2000),
  row(80, 82, 500),
  row(83, 83, 1000),
  row(84, 84, 2000),
  row(85, 85, 500),
  row(86, 90, 500),
];
/** 物业管理, 房地产中介服务 and 房地产租赁经营. */
const PROPERTY: ScaleRow = row(70, 70, 1000);
const PROPERTY_CODES: readonly string[] = ['702', '703', '704'];

/** What an enterprise of this industry becomes and from which revenue; null where the statistics know no bound. */
export function scaleEntryOf(industry: IndustryCode): ScaleEntry | null {
  if (PROPERTY_CODES.includes(industry)) return PROPERTY;
  const division = Number(industry.slice(0, 2));
  return ROWS.find(({ from, to }) => division >= from && division <= to) ?? null;
}
