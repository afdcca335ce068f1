import { all, everywhere, first, textIn, type XmlElement } from '../xml.ts';

export type CellReader = (cell: XmlElement) => string;

export interface WorkbookParts {
  readonly strings: XmlElement;
  readonly styles: XmlElement;
  /** Old Macintosh workbooks count days from 1904. */
  readonly since1904: boolean;
}

/** Gives a cell's text as a sheet shows it. */
export function createCellReader({ strings, styles, since1904 }: WorkbookParts): CellReader {
  const shared = all(first(strings, 'sst'), 'si').map(stringText);
  const formats = formatCodes(styles);
  return (cell) => {
    const type = cell.attributes['t'] ?? 'n';
    if (type === 'inlineStr') return stringText(first(cell, 'is')).trim();
    const value = first(cell, 'v');
    if (value === undefined) return '';
    const raw = textIn(value).trim();
    if (type === 's') return (shared[Number(raw)] ?? '').trim();
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return raw.slice(0, 10);
    if (type !== 'n') return raw;
    return numberText(raw, { format: formats[Number(cell.attributes['s'] ?? '0')] ?? '', since1904 });
  };
}

/** Runs of a string; pronunciations (rPh) are left out. */
function stringText(item: XmlElement | undefined): string {
  const own = all(item, 't').map(textIn);
  const runs = all(item, 'r').flatMap((run) => all(run, 't').map(textIn));
  return [...own, ...runs].join('');
}

/** Built-in formats that show a date or a time, those of Chinese versions included (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const TIME_FORMATS: ReadonlySet<number> = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
const PERCENT_FORMATS: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

/** Format code by index of cell style. */
function formatCodes(styles: XmlElement): readonly string[] {
  const own = new Map(
    everywhere(styles, 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  return all(first(styles, 'styleSheet', 'cellXfs'), 'xf').map((style) => {
    const id = Number(style.attributes['numFmtId'] ?? '0');
    const builtIn = DATE_FORMATS.has(id)
      ? 'yyyy-mm-dd'
      : TIME_FORMATS.has(id)
        ? 'hh:mm'
        : PERCENT_FORMATS[id];
    return own.get(id) ?? builtIn ?? '';
  });
}

function numberText(
  raw: string,
  { format, since1904 }: { readonly format: string; readonly since1904: boolean },
): string {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  // Quoted words, escaped characters, colours and conditions are no part of the pattern.
  const pattern = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (/[ymdhs]/i.test(pattern) && !/[0#]/.test(pattern)) return dateText(value, { pattern, since1904 });
  if (pattern.includes('%')) return `${trimmed(value * 100)}%`;
  return trimmed(value);
}

/** Binary fractions are shown with 15 digits, as Excel does: 0.1 + 0.2 is 0.3. */
function trimmed(value: number): string {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e21
    ? short.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : String(short);
}

const DAY_MS = 86_400_000;

/** Serial days to YYYY-MM-DD, with HH:MM where the day is not whole and the format shows it. */
function dateText(
  serial: number,
  { pattern, since1904 }: { readonly pattern: string; readonly since1904: boolean },
): string {
  // Excel holds 1900 for a leap year: its day 60 does not exist, so the count starts a day early.
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const instant = new Date(epoch + Math.round(serial * 1440) * (DAY_MS / 1440));
  if (Number.isNaN(instant.getTime()) || serial < 0) return trimmed(serial);
  const [day = '', time = ''] = instant.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (!/[yd]/i.test(pattern)) return clock;
  return clock === '00:00' || !/[hs]/i.test(pattern) ? day : `${day} ${clock}`;
}
