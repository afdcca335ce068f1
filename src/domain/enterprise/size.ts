import type { IndustryCode, Profile, Size } from './types.ts';

/**
 * 中小企业划型标准规定 (工信部联企业〔2011〕300号), with the lower bounds of large enterprises as the 国家统计局 uses
 * them (国统字〔2017〕213号). Large, medium and small enterprises reach every bound of their row, else they fall one
 * row; a micro enterprise is below one of them. Money in 万元, people in persons. Every bound was compared with §4 of the
 * 规定 and with the table of the 办法: 自有房地产经营 (704), schools and hospitals stand in no row, railways neither.
 */
type Indicator = 'staff' | 'revenue' | 'assets';

interface Row {
  readonly divisions: readonly string[];
  /** Lower bounds of large, medium and small. */
  readonly bounds: Partial<Readonly<Record<Indicator, readonly [number, number, number]>>>;
}

const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'));

const ROWS: readonly Row[] = [
  {
    // 农、林、牧、渔业
    divisions: range(1, 5),
    bounds: { revenue: [20_000, 500, 50] },
  },
  {
    // 工业
    divisions: range(6, 46),
    bounds: { staff: [1000, 300, 20], revenue: [40_000, 2000, 300] },
  },
  {
    // 建筑业
    divisions: range(47, 50),
    bounds: { revenue: [80_000, 6000, 300], assets: [80_000, 5000, 300] },
  },
  {
    // 批发业
    divisions: ['51'],
    bounds: { staff: [200, 20, 5], revenue: [40_000, 5000, 1000] },
  },
  {
    // 零售业
    divisions: ['52'],
    bounds: { staff: [300, 50, 10], revenue: [20_000, 500, 100] },
  },
  {
    // 交通运输业; railways have no row
    divisions: ['54', '55', '56', '57', '58', '591'],
    bounds: { staff: [1000, 300, 20], revenue: [30_000, 3000, 200] },
  },
  {
    // 仓储业
    divisions: ['592'],
    bounds: { staff: [200, 100, 20], revenue: [30_000, 1000, 100] },
  },
  {
    // 邮政业
    divisions: ['60'],
    bounds: { staff: [1000, 300, 20], revenue: [30_000, 2000, 100] },
  },
  {
    // 住宿业、餐饮业
    divisions: ['61', '62'],
    bounds: { staff: [300, 100, 10], revenue: [10_000, 2000, 100] },
  },
  {
    // 信息传输业
    divisions: ['63', '64'],
    bounds: { staff: [2000, 100, 10], revenue: [100_000, 1000, 100] },
  },
  {
    // 软件和信息技术服务业
    divisions: ['65'],
    bounds: { staff: [300, 100, 10], revenue: [10_000, 1000, 50] },
  },
  {
    // 房地产开发经营
    divisions: ['701'],
    bounds: { revenue: [200_000, 1000, 100], assets: [10_000, 5000, 2000] },
  },
  {
    // 物业管理
    divisions: ['702'],
    bounds: { staff: [1000, 300, 100], revenue: [5000, 1000, 500] },
  },
  {
    // 租赁和商务服务业
    divisions: ['71', '72'],
    bounds: { staff: [300, 100, 10], assets: [120_000, 8000, 100] },
  },
  {
    // 其他未列明行业
    divisions: ['703', ...range(73, 82), ...range(85, 90)],
    bounds: { staff: [300, 100, 10] },
  },
];

const SIZES: readonly Size[] = ['large', 'medium', 'small'];
const TEN_THOUSAND = 10_000;

/** The size; or what is missing to tell it; or that the standard has no row for the industry (finance, schools …). */
export type Sizing =
  | { readonly kind: 'sized'; readonly size: Size }
  | { readonly kind: 'missing'; readonly missing: readonly (Indicator | 'industry')[] }
  | { readonly kind: 'no-standard' };

const rowOf = (code: IndustryCode): Row | undefined => ROWS.find(({ divisions }) => divisions.includes(code));

/** The size of an enterprise by the official classification, as far as its profile tells. */
export function sizeOf(profile: Pick<Profile, 'industry' | 'staff' | 'revenueYuan' | 'assetsYuan'>): Sizing {
  if (profile.industry === null) return { kind: 'missing', missing: ['industry'] };
  const row = rowOf(profile.industry);
  if (!row) return { kind: 'no-standard' };
  const values: Readonly<Record<Indicator, number | null>> = {
    staff: profile.staff,
    revenue: inTenThousands(profile.revenueYuan),
    assets: inTenThousands(profile.assetsYuan),
  };
  const indicators = (['staff', 'revenue', 'assets'] as const).flatMap((name) => {
    const bounds = row.bounds[name];
    return bounds ? [{ name, bounds, value: values[name] }] : [];
  });
  // Below one bound of the small is micro, whatever the rest is.
  if (indicators.some(({ bounds, value }) => value !== null && value < bounds[2]))
    return { kind: 'sized', size: 'micro' };
  const missing = indicators.filter(({ value }) => value === null).map(({ name }) => name);
  if (missing.length > 0) return { kind: 'missing', missing };
  const at = [0, 1, 2].find((step) =>
    indicators.every(({ bounds, value }) => (value as number) >= (bounds[step] as number)),
  );
  return { kind: 'sized', size: SIZES[at as number] as Size };
}

const inTenThousands = (yuan: number | null): number | null => (yuan === null ? null : yuan / TEN_THOUSAND);
