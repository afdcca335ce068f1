import type { Entry } from './entry.ts';
import { levelOf } from './heading-rank.ts';
import { isBareHeading } from './heading.ts';

/** One document within a file: the text itself, or an attachment with an outline of its own. */
export interface Part {
  readonly front: readonly Entry[];
  readonly body: readonly Entry[];
  readonly back: readonly Entry[];
}

/** Cuts entries at the attachments, and each piece into what stands before, in and behind its outline. */
export function partsOf(entries: readonly Entry[]): readonly Part[] {
  return pieces(entries).map(partOf);
}

function pieces(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const found: Entry[][] = [[]];
  for (const [at, entry] of entries.entries()) {
    const begins =
      entry.kind === 'attachment' && entries.slice(at + 1).some(inOutline) && found.at(-1)?.some(inOutline);
    if (begins) found.push([]);
    found.at(-1)?.push(entry);
  }
  return found;
}

const inOutline = (entry: Entry): boolean => entry.kind === 'numbered' || entry.kind === 'row';

function partOf(entries: readonly Entry[]): Part {
  const numbered = entries.findIndex((entry) => inOutline(entry) || entry.kind === 'header');
  const marked = markedStart(entries);
  const first = marked < 0 || (numbered >= 0 && numbered < marked) ? numbered : marked;
  const start = first < 0 ? unnumberedStart(entries) : first;
  const afterLast = first < 0 ? start : entries.findLastIndex(inOutline) + 1;
  let end = entries.length;
  while (end > Math.max(start, afterLast) && isBack(entries[end - 1] as Entry, entries[end])) end -= 1;
  if (isContactHeading(entries[end - 1])) while (isContact(entries[end])) end += 1;
  return { front: entries.slice(0, start), body: entries.slice(start, end), back: entries.slice(end) };
}

const TITLE = /(?:通知|公告|通告|意见|办法|方案|措施|细则|规定|公示|函)(?:[(（][^()（）]{1,10}[)）])?$/;

/** The first marked heading of a level that occurs again; a level used once is the title's. */
function markedStart(entries: readonly Entry[]): number {
  const levels = entries.map(levelOf);
  return entries.findIndex(
    (entry, at) =>
      levelOf(entry) !== null && levels.includes(levelOf(entry), at + 1) && !TITLE.test(entry.text),
  );
}

const SENTENCE = /[。；！]\s*$/;
const ADDRESSEES = /[:：]$/;

/** A text without numbers: title and addressees are its front. */
function unnumberedStart(entries: readonly Entry[]): number {
  const start = entries.findIndex(({ text }) => SENTENCE.test(text) && !ADDRESSEES.test(text));
  return start < 0 ? Math.min(1, entries.length) : start;
}

const DATE_LINE =
  /^[(（]?\s*(?:\d{4}|[〇○零一二三四五六七八九O]{4})\s*年\s*[\d元一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[)）]?(?:印发)?$/;
const ISSUER = /(?:局|府|委|委员会|办公室|厅|部|会|组|中心|院|行|公司|社|署|办|所|处)$/;
const LONGEST_ISSUER = 40;
const BACK: readonly RegExp[] = [
  /^原文(?:链接|地址|出处)/,
  /^https?:\/\//,
  /^附\s*(?:件|表)/,
  /^[(（]?此件/,
  /^抄送/,
  /^(?:信息)?来源\s*[:：]/,
  /^(?:联系人|联系电话|咨询电话|联系方式|电话|邮箱)\s*[:：]/,
  // 「监督举报:某厅机关纪委 027-80000000」
  /^[^。；，]{0,12}(?:联系|咨询|电话|技术支持|监督|举报|投诉|热线)[^。；，]{0,8}[:：][^。；]{0,40}\d{3,4}[-—–]?\d{7,8}/,
  /^特此(?:通知|公告|通告)/,
  /^责任编辑/,
];
/** 「本行动计划自公布之日起施行,有效期至2024年12月31日。」 */
const CLOSING = /^(?:本|此)[^。]{1,30}(?:施行|实施|执行|有效期|解释)|^有效期/;
const LONGEST_CLOSING = 160;

export const isDateLine = (text: string): boolean => DATE_LINE.test(text);

export const isIssuer = (text: string): boolean =>
  text.length <= LONGEST_ISSUER && ISSUER.test(text) && isBareHeading(text);

function isBack(entry: Entry, next: Entry | undefined): boolean {
  const { text } = entry;
  if (isDateLine(text) || BACK.some((pattern) => pattern.test(text))) return true;
  if (isIssuer(text)) return next !== undefined && (isDateLine(next.text) || isIssuer(next.text));
  return text.length <= LONGEST_CLOSING && CLOSING.test(text);
}

/** 「八、联系方式」: the lines below it are its own. */
const isContactHeading = (entry: Entry | undefined): boolean =>
  entry?.kind === 'numbered' &&
  isBareHeading(entry.numbered.rest) &&
  /联系|咨询|电话/.test(entry.numbered.rest);

const isContact = (entry: Entry | undefined): boolean =>
  entry !== undefined && /^[^。；]{2,24}[:：].*\d{5}/.test(entry.text) && !/^附\s*件/.test(entry.text);

const MOST_ISSUERS = 6;

/** Lines before or behind an outline as texts of clauses; issuers and date of a signature make one. */
export function joinSignatures(entries: readonly Entry[]): readonly string[] {
  const texts: string[] = [];
  for (const { text } of entries) {
    let issuers = 0;
    if (isDateLine(text))
      while (issuers < MOST_ISSUERS && isIssuer(texts.at(-1 - issuers) ?? '')) issuers += 1;
    if (issuers > 0) texts.push([...texts.splice(-issuers), text].join(' '));
    else texts.push(text);
  }
  return texts;
}
