import { datesIn, wholeDate } from '../dates.ts';
import { plain } from '../plain.ts';
import type { LocalDate } from '../../time.ts';
import type { Label } from './labels.ts';

const HEAD_LINES = 14;

/** The first whole day in a text; null where none stands. */
export function dayIn(text: string): LocalDate | null {
  for (const token of datesIn(plain(text).text)) {
    const day = wholeDate(token);
    if (day) return day;
  }
  return null;
}

function labelled(labels: ReadonlyMap<Label, readonly string[]>, label: Label): LocalDate | null {
  for (const value of labels.get(label) ?? []) {
    const day = dayIn(value.slice(0, 30));
    if (day) return day;
  }
  return null;
}

/** 「2031-05-08 15:32 来源:某局」 in the page's head, written in digits and dashes as only pages do. */
function stampInHead(lines: readonly string[]): LocalDate | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.length > 120 || /[。；]|截止|申报|开始|起止|报名|有效|施行/.test(line)) continue;
    const stamp = /(?<![\d〔[(])(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])/.exec(line);
    const day = stamp ? dayIn(stamp[0]) : null;
    if (day) return day;
  }
  return null;
}

/** 「某市政府办公室 2031年4月3日印发」 at the foot. */
function printedAtFoot(lines: readonly string[]): LocalDate | null {
  for (const line of lines.slice(-30).toReversed()) {
    const flat = line.length > 80 ? '' : plain(line).text;
    if (flat.endsWith('日印发')) return dayIn(flat);
  }
  return null;
}

/** The page's or issue day: 发布 before 印发, a bare stamp of the head last. */
export function findPublishedOn(
  lines: readonly string[],
  labels: ReadonlyMap<Label, readonly string[]>,
): LocalDate | null {
  return (
    labelled(labels, 'published') ?? stampInHead(lines) ?? labelled(labels, 'printed') ?? printedAtFoot(lines)
  );
}

/** 成文日期 of a metadata block, for documents whose signature is missing. */
export function findWrittenOn(labels: ReadonlyMap<Label, readonly string[]>): LocalDate | null {
  return labelled(labels, 'signed');
}

/** A day that a label names: 失效日期, 施行日期. */
export function labelledDay(
  labels: ReadonlyMap<Label, readonly string[]>,
  label: 'effective' | 'expires',
): LocalDate | null {
  return labelled(labels, label);
}
