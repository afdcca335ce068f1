import { FIGURE } from '../../document/table-columns.ts';
import type { Benefit } from '../types.ts';

/**
 * Tables that write their unit once, above: 「二、补贴标准（单位：万元/辆）」 over rows of 「2.5」 「3.5」, or a column
 * 「补助标准（元/人）」 of bare numbers. A list of who was paid has 金额 and names; a standard has 标准, 额度 or 上限.
 */
const STANDARD = /(?:补贴|补助|奖励|资助|奖补|扶持)[^\n（(]{0,4}(?:标准|额度|限额|上限)/;
/** 「（单位:万元/辆）」「（元/人·月）」「单位：元」. */
const UNIT =
  /(?:单位\s*[:：]\s*|[（(]\s*)(?<scale>[万千]?)元(?:\s*[/每]\s*(?<per>[\u4e00-\u9fa5]{1,4}(?:[·./][\u4e00-\u9fa5]{1,3})?))?\s*(?=[)）]|$)/;
/** A column beside the sums that counts something else: 「年产值」「人数」「功率（千瓦）」「补助比例」. */
const OTHER_MEASURE =
  /收入|产值|投资|销售|营业|税|面积|人数|数量|比例|占比|年限|功率|吨位|编号|序号|[（(](?![万千]?元)[^()（）]{0,4}(?:千瓦|吨|米|人|家|个|年|月|天|%|％)[)）]/;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 千: 1e3, '': 1 };

/** The benefit of a cell that is nothing but a number; `heading` holds the headings above, its column's last. */
export function bareFigures({
  text,
  heading,
}: {
  readonly text: string;
  readonly heading: string;
}): readonly Benefit[] {
  const figure = text.trim();
  if (!FIGURE.test(figure)) return [];
  const lines = heading.split('\n');
  const column = lines.at(-1) as string;
  const above = lines.findLast((line) => UNIT.test(line));
  const unit = above === undefined ? undefined : UNIT.exec(above)?.groups;
  if (above === undefined || unit === undefined || OTHER_MEASURE.test(column)) return [];
  if (!STANDARD.test(column) && !STANDARD.test(above)) return [];
  const per = unit['per'];
  return [
    {
      who: column,
      // 1.2万 is 12000, not 12000.000000000002.
      amountYuan:
        Math.round(Number(figure.replace(',', '')) * (SCALES[unit['scale'] ?? ''] as number) * 100) / 100,
      atMost: /上限|限额|最高/.test(`${column}${above}`),
      rate: null,
      per: per === undefined ? null : `每${per.replace(/[·./]/, '每')}`,
      snippet: figure,
    },
  ];
}
