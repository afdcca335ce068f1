import { datesIn, wholeDate } from '../dates.ts';
import { plain } from '../plain.ts';
import { localDate, type LocalDate } from '../../time.ts';
import { isSeal, organisationsIn } from './organisation.ts';

/** 落款: who signed and when. */
export interface Signature {
  readonly authorities: readonly string[];
  readonly on: LocalDate | null;
}

const MAX_SIGNERS = 20;
const FOOT_LINES = 4;
const LABELLED = /^[\u4e00-\u9fa5]{2,6}:|来源|浏览|字号|印发/;

/** The day of a line that holds nothing but a day: 「2031年4月2日」「二〇三一年四月二日」「(2031年4月2日)」. */
export function dateLine(line: string): LocalDate | null {
  if (line.length > 40 || line.length < 6 || !/[年\-./]/.test(line)) return null;
  const flat = plain(line)
    .text.replace(/^[(]|[)]$/g, '')
    .replace(/印发$/, '');
  const [token, ...more] = datesIn(flat);
  return token && more.length === 0 && token.start === 0 && token.end === flat.length
    ? wholeDate(token)
    : null;
}

/**
 * 「2031712」 of a page that swallowed 年, 月 and 日. 「2031112」 could be two days and is none; fewer digits
 * are a postcode.
 */
const SWALLOWED = /^20\d\d(?:0[1-9]|1[0-2]|[2-9])(?:[12]\d|3[01])$/;

function swallowedDay(line: string): LocalDate | null {
  const flat = line.replace(/\s+/g, '');
  return SWALLOWED.test(flat)
    ? localDate(Number(flat.slice(0, 4)), Number(flat.slice(4, -2)), Number(flat.slice(-2)))
    : null;
}

/** 「2年3月21日」「年 月 日」: a day is meant, but the page lost it. */
const TORN_DAY = /^[\d*×xX?？]{0,3}年[\d*×xX?？]{0,2}月[\d*×xX?？]{0,2}日$/;

/** 「某市经济和信息化局 2031年4月2日」 on one line. */
function bothOnLine(line: string): Signature | null {
  if (line.length > 90 || line.length < 9 || !/[日\d]\s*$/.test(line)) return null;
  const { text, original, at } = plain(line);
  const tokens = datesIn(text);
  const token = tokens[0];
  if (!token || tokens.length > 1 || token.end !== text.length || token.start < 3) return null;
  const on = wholeDate(token);
  const authorities = organisationsIn(original.slice(0, at(token.start)));
  return on && authorities ? { authorities, on } : null;
}

function authoritiesAbove(lines: readonly string[], index: number): readonly string[] {
  const found: string[] = [];
  for (let back = index - 1; back >= 0 && found.length < MAX_SIGNERS; back--) {
    const line = lines[back] as string;
    if (isSeal(line)) continue;
    const names = LABELLED.test(line) ? null : organisationsIn(line);
    if (!names) break;
    found.unshift(...names);
  }
  return found;
}

/** 「2031年4月2日」 first, the authority on the next line. */
function authoritiesBelow(lines: readonly string[], index: number): readonly string[] {
  const found: string[] = [];
  for (const line of lines.slice(index + 1, index + 1 + MAX_SIGNERS)) {
    const names = organisationsIn(line);
    if (!names) break;
    found.push(...names);
  }
  return found;
}

/** All signatures of a document in order; a bare day without an authority counts too. */
function signaturesOf(lines: readonly string[]): readonly Signature[] {
  return lines.flatMap((line, index): readonly Signature[] => {
    const both = bothOnLine(line);
    if (both) return [{ ...both, authorities: [...authoritiesAbove(lines, index), ...both.authorities] }];
    const on = dateLine(line) ?? swallowedDay(line);
    if (!on && !TORN_DAY.test(line.replace(/\s+/g, ''))) return [];
    const above = authoritiesAbove(lines, index);
    const below = above.length === 0 ? authoritiesBelow(lines, index) : [];
    return [{ authorities: [...above, ...below], on }];
  });
}

/** What stands behind a signature's day: the remark on publicity or the attached plan. */
const BEHIND_DAY =
  /^[(（]?(?:此件|附件|公开)|(?:措施|办法|方案|意见|细则|计划|规划|要点|规定)(?:[(（][^()（）]{1,8}[)）])?$/;

function bareDay(lines: readonly string[]): LocalDate | null {
  const tail = Math.max(4, Math.floor((lines.length * 2) / 3));
  let last: LocalDate | null = null;
  for (let index = 2; index < lines.length; index++) {
    const line = lines[index] as string;
    const day = /[年]/.test(line.slice(0, 12)) ? dateLine(line) : swallowedDay(line);
    if (!day) continue;
    if (BEHIND_DAY.test(lines[index + 1] ?? '')) return day;
    if (index >= tail) last = day;
  }
  return last;
}

/**
 * The notice's signature: the first with authority and day. A bare day counts where a signature stands, at the
 * foot or before what is handed out. Of several signed parts (notice, attached form) the first is the notice's.
 */
export function findSignature(lines: readonly string[]): Signature | null {
  const signed = signaturesOf(lines).find((one) => one.authorities.length > 0);
  if (signed) return signed;
  const on = bareDay(lines);
  return on ? { authorities: [], on } : authoritiesAtFoot(lines);
}

/** 「某省工业和信息化厅」「某省发展改革委」 without a day at the foot. */
function authoritiesAtFoot(lines: readonly string[]): Signature | null {
  for (let index = lines.length; index > Math.max(3, lines.length - FOOT_LINES); index--) {
    const authorities = authoritiesAbove(lines, index);
    const above = lines[index - authorities.length - 1] ?? '';
    if (authorities.length > 0 && !/[:：]$/.test(above)) return { authorities, on: null };
  }
  return null;
}
