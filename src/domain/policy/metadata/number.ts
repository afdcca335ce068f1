import { plain } from '../plain.ts';
import type { Label } from './labels.ts';

const OPEN = '[〔\\[(【]';
const CLOSE = '[〕\\])】]';
/** 「某政办发〔2031〕47号」 in all brackets, the prefix may be missing. */
const NUMBERED = `(?<prefix>[\\u4e00-\\u9fa5]{0,16})${OPEN}(?<year>(?:19|20)\\d{2})年?${CLOSE}(?:第)?(?<count>\\d{1,5})号`;
/** Brackets swallowed: 「某政文〔20317号」「某政文20317号」. */
const SWALLOWED = `(?<prefix>[\\u4e00-\\u9fa5]{2,12})${OPEN}?(?<year>20\\d{2})${CLOSE}?(?<count>\\d{1,4})号`;
/** 「2031年第5号」「第300号」 of announcements and decrees. */
const ORDINAL =
  /^[(]?((?:[\u4e00-\u9fa5]{2,20}(?:令|公告|通告))?(?:(?:19|20)\d{2}年)?第\d{1,5}号(?:令|公告|通告)?)[)]?$/;

/** Any document number in a plain text, own or cited. */
export const CITED_NUMBER = new RegExp(NUMBERED, 'g');

const HEAD_LINES = 40;
const TITLE_LINES = 12;
const VERBS = /^.*(?:根据|依据|按照|依照|关于|贯彻|落实|参照|转发|以|见|和|及|的|由|《[^》]*》)/;

/** Writes a number the official way: 「某政办发〔2031〕47号」. */
export function writeNumber(prefix: string, year: string, count: string): string {
  return `${prefix}〔${year}〕${count}号`;
}

function wholeLine(line: string): string | null {
  const flat = plain(line).text.replace(/^(?:文号|发文字号|编号)?:?/, '');
  const bare = flat.replace(/^[(](?=.{4,40}[)]$)|[)]$/g, (mark, at: number) =>
    at === 0 || /号[)]$/.test(flat) ? '' : mark,
  );
  const found = new RegExp(`^${NUMBERED}$`).exec(bare) ?? new RegExp(`^${SWALLOWED}$`).exec(bare);
  if (found?.groups)
    return writeNumber(
      found.groups['prefix'] as string,
      found.groups['year'] as string,
      found.groups['count'] as string,
    );
  return ORDINAL.exec(bare)?.[1] ?? null;
}

/** A number glued to the end or the front of a title line: 「…的通知某政办发〔2031〕47号」. */
function glued(line: string): string | null {
  const flat = plain(line).text;
  if (flat.length > 140 || /^(?:附件|\d+[.、)])/.test(flat)) return null;
  const end = new RegExp(
    `(?:通知|意见|办法|方案|规定|公告|通告|计划|规划|措施|细则|函|要点)》?[(]?${NUMBERED}[)]?$`,
  ).exec(flat);
  const front = new RegExp(
    `^${NUMBERED}(?=.{6,}(?:通知|意见|办法|方案|规定|公告|通告|函)(?:[(][^()]{1,10}[)])?$)`,
  ).exec(flat);
  const found = (end ?? front)?.groups;
  const superior = /转发/.test(flat.slice(0, 30)) && !/》的通知[(]/.test(flat);
  return found && !superior && !/^(?:现将|根据|依据|按照|依照)/.test(flat)
    ? writeNumber(found['prefix'] as string, found['year'] as string, found['count'] as string)
    : null;
}

/** Reads a number from a label's value; what is no number (an index) gives null. */
function fromLabel(value: string): string | null {
  if (value.length > 60) return null;
  const found = new RegExp(NUMBERED).exec(value) ?? new RegExp(`^${SWALLOWED}`).exec(value);
  if (found?.groups)
    return writeNumber(
      (found.groups['prefix'] as string).replace(VERBS, ''),
      found.groups['year'] as string,
      found.groups['count'] as string,
    );
  return ORDINAL.exec(value)?.[1] ?? null;
}

/** The document's own number; numbers that it cites in running text are not its own. */
export function findNumber(
  lines: readonly string[],
  labels: ReadonlyMap<Label, readonly string[]>,
): string | null {
  for (const value of labels.get('number') ?? []) {
    const number = fromLabel(value);
    if (number) return number;
  }
  const head = ownLines(lines.slice(0, HEAD_LINES));
  return (
    firstOf(head.slice(0, TITLE_LINES), (line) => wholeLine(line) ?? glued(line)) ??
    firstOf(head, wholeLine) ??
    atTheStart(lines[0] ?? '')
  );
}

/** 「现将《某通知》转发给你们」「附件2」: from the next line on another document speaks, with a number of its own. */
const OTHERS_FOLLOW = /转发(?:给|于)?你们|^附\s*(?:件|录)?\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?$/;

function ownLines(head: readonly string[]): readonly string[] {
  const last = head.findIndex((line) => OTHERS_FOLLOW.test(line));
  return last < 0 ? head : head.slice(0, last + 1);
}

/** A text in one paragraph that begins with its number: 「某农办〔2031〕13号各区…」. */
function atTheStart(line: string): string | null {
  const found = new RegExp(`^${NUMBERED}`).exec(plain(line.slice(0, 60)).text)?.groups;
  return found
    ? writeNumber(found['prefix'] as string, found['year'] as string, found['count'] as string)
    : null;
}

/** A line that only leads to a cited number: 「政策依据:」; 「某市人民政府文件」 is the head above its own. */
const CITES = /依据|根据|(?<!政府|办公[室厅]|[局委厅部会])文件$|[:：]$/;

function firstOf(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (line.length > 200 || CITES.test(lines[index - 1]?.slice(-12) ?? '')) continue;
    const found =
      read(line) ??
      (/[〕\])】]$/.test(line) && line.length < 30
        ? read(line + (lines[index + 1] ?? '').slice(0, 12))
        : null);
    if (found) return found;
  }
  return null;
}
