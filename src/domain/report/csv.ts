import type { Figures, Share } from './figures.ts';
import type { Report, ReportRow } from './report.ts';

/** A cell of a table; null is empty. */
export type Cell = string | number | null;

// What a spreadsheet would take for a formula, in either width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180). Texts that begin like a formula are made plain text by an apostrophe in front. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** The columns of a report, each with where its number stands; a share has a count, a base and what was left out. */
const COLUMNS = {
  appeals: ({ appeals }) => appeals,
  'response-count': ({ response }) => response.count,
  'response-of': ({ response }) => response.of,
  'response-left-out': ({ response }) => leftOutOf(response),
  'on-time-count': ({ onTime }) => onTime.count,
  'on-time-of': ({ onTime }) => onTime.of,
  'on-time-left-out': ({ onTime }) => leftOutOf(onTime),
  'solved-count': ({ solved }) => solved.count,
  'solved-of': ({ solved }) => solved.of,
  'solved-left-out': ({ solved }) => leftOutOf(solved),
  'satisfied-count': ({ satisfied }) => satisfied.count,
  'satisfied-of': ({ satisfied }) => satisfied.of,
  'satisfied-left-out': ({ satisfied }) => leftOutOf(satisfied),
  'accept-hours': ({ medianHours }) => medianHours.accept,
  'contact-hours': ({ medianHours }) => medianHours.contact,
  'reply-hours': ({ medianHours }) => medianHours.reply,
  'close-hours': ({ medianHours }) => medianHours.close,
  reopened: ({ reopened }) => reopened,
  returned: ({ returned }) => returned,
  reassigned: ({ reassigned }) => reassigned,
} as const satisfies Readonly<Record<string, (figures: Figures) => number | null>>;

export type ReportColumn = keyof typeof COLUMNS;

export const REPORT_COLUMNS: readonly ReportColumn[] = Object.keys(COLUMNS).filter(
  (name): name is ReportColumn => name in COLUMNS,
);

const leftOutOf = ({ leftOut }: Share): number =>
  Object.values(leftOut).reduce((sum, count) => sum + count, 0);

/** How the parts, columns and unknown names of a report are called by those who read it. */
export interface ReportWords {
  readonly part: string;
  readonly name: string;
  readonly columns: Readonly<Record<ReportColumn, string>>;
  readonly parts: Readonly<Record<'total' | 'category' | 'district' | 'unit', string>>;
  readonly unknown: string;
  /** Name of a unit by its id. */
  readonly unit: (id: string) => string;
}

/** A report as a table: the headings, the whole, then each part. */
export function reportTable(report: Report, words: ReportWords): readonly (readonly Cell[])[] {
  const row = (part: string, name: string, figures: Figures): readonly Cell[] => [
    part,
    name,
    ...REPORT_COLUMNS.map((column) => COLUMNS[column](figures)),
  ];
  const rows = (part: string, list: readonly ReportRow[], nameOf: (name: string) => string) =>
    list.map(({ name, figures }) => row(part, name === null ? words.unknown : nameOf(name), figures));
  const { parts } = words;
  const asIs = (name: string): string => name;
  return [
    [words.part, words.name, ...REPORT_COLUMNS.map((column) => words.columns[column])],
    row(parts.total, '', report.total),
    ...rows(parts.category, report.byCategory, asIs),
    ...rows(parts.district, report.byDistrict, asIs),
    ...rows(parts.unit, report.byUnit, words.unit),
  ];
}
