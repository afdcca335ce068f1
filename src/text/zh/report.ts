import type { ReportColumn } from '../../domain/report/csv.ts';
import type { Figures, Share } from '../../domain/report/figures.ts';
import type { Report, ReportRow } from '../../domain/report/report.ts';

/** Headings of the CSV. */
export const reportWords = {
  part: '分组',
  name: '名称',
  parts: { total: '合计', category: '类别', district: '区', unit: '承办单位' },
  unknown: '未登记',
  columns: {
    appeals: '诉求数',
    'response-count': '及时响应',
    'response-of': '响应率分母',
    'response-left-out': '响应率未计入',
    'on-time-count': '按时答复',
    'on-time-of': '按时答复率分母',
    'on-time-left-out': '按时答复率未计入',
    'solved-count': '解决',
    'solved-of': '解决率分母',
    'solved-left-out': '解决率未计入',
    'satisfied-count': '满意',
    'satisfied-of': '满意率分母',
    'satisfied-left-out': '满意率未计入',
    'accept-hours': '受理中位数（工作小时）',
    'contact-hours': '首次联系中位数（工作小时）',
    'reply-hours': '答复中位数（工作小时）',
    'close-hours': '办结中位数（工作小时）',
    reopened: '二次办理',
    returned: '退单',
    reassigned: '改派',
  } satisfies Readonly<Record<ReportColumn, string>>,
} as const;

const LEFT_OUT = {
  'not-accepted': '不予受理',
  withdrawn: '已撤销',
  merged: '已合并',
  open: '还在办',
  unrated: '未评价',
} as const satisfies Readonly<Record<keyof Share['leftOut'], string>>;

const percent = ({ count, of }: Share): string => (of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%`);

function shareLine(name: string, share: Share): string {
  const left = Object.entries(LEFT_OUT).flatMap(([key, word]) => {
    const count = share.leftOut[key as keyof Share['leftOut']];
    return count > 0 ? [`${word} ${count}`] : [];
  });
  return `${name} ${percent(share)}（${share.count}/${share.of}${left.length > 0 ? `；未计入：${left.join('、')}` : ''}）`;
}

const hours = (value: number | null): string => (value === null ? '—' : `${value.toFixed(1)}`);

const rowLine = ({ name, figures }: ReportRow, nameOf: (name: string) => string): string =>
  `  ${name === null ? reportWords.unknown : nameOf(name)}：${figures.appeals} 件，满意率 ${percent(figures.satisfied)}，退单 ${figures.returned}`;

const medianLine = ({ medianHours }: Figures): string =>
  `中位数（工作小时）：受理 ${hours(medianHours.accept)}，首次联系 ${hours(medianHours.contact)}，答复 ${hours(medianHours.reply)}，办结 ${hours(medianHours.close)}`;

/** The figures of a month as a person reads them. */
export function reportText(report: Report, unitName: (id: string) => string): string {
  const { month, total, byCategory, byUnit } = report;
  return [
    `${month ?? '全部'} 诉求 ${total.appeals} 件`,
    shareLine('响应率', total.response),
    shareLine('按时答复率', total.onTime),
    shareLine('解决率', total.solved),
    shareLine('满意率', total.satisfied),
    medianLine(total),
    `二次办理 ${total.reopened}，退单 ${total.returned}，改派 ${total.reassigned}`,
    ...(byCategory.length > 0 ? ['按类别', ...byCategory.map((row) => rowLine(row, (name) => name))] : []),
    ...(byUnit.length > 0 ? ['按承办单位', ...byUnit.map((row) => rowLine(row, unitName))] : []),
  ].join('\n');
}

export const reportSaved = (path: string): string => `表格已存到 ${path}`;
