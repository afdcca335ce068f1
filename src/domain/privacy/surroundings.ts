import { Gap } from './gaps.ts';
import type { Page, Window } from './number-window.ts';

/** What the text around a number says it is, if no secret: a count, money, a document's number, part of a code. */

const INVISIBLE = '[ \\t\\u00a0\\u200b-\\u200f\\u2060\\ufe0f\\u20e3]*';
const COUNTED = new RegExp(
  `^${INVISIBLE}[多余来几]?(?:[条件套%‰岁届吨斤米亩年月日秒亿千百度倍页款期次]|个(?![人体])|家(?![里庭人住中])|户(?![名籍口主头])|人(?![在叫])|名(?![字称])|项(?!目)|章(?![先总女])|台(?!湾)|平(?![时常台])|股(?!东)|张(?![\\u4e00-\\u9fa5]|先生|女士)|张(?=[票卡纸证床])|份|时(?!候)|点(?!击)|万(?![先总女经工主老一])|元(?!旦)|美元|美金|港元|欧元|日元|公里|分(?![机两三几开成别批行段]))`,
);
const MONEY = new RegExp(
  `^${INVISIBLE}(?:[.]\\d{1,2}(?!\\d))?${INVISIBLE}(?:多|余)?(?:元(?!旦)|万(?![先总女经工主老一])|亿|%|‰|美元|美金|港元|欧元|日元|股(?!东)|吨|度电|千瓦|公里|平方|平米|台(?!湾)|部手机|件|套|次|户(?![名籍口主头]))`,
);

/** True where a unit follows: 「1500 2000 300家」. */
export const isCounted = ({ text }: Page, { end }: Pick<Window, 'end'>): boolean =>
  COUNTED.test(text.slice(end, end + 8));

/** True where money follows or is announced: 「13800000000元」, 「注册资本：13800000000」. */
export function isMoney({ text, labels }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean {
  if (MONEY.test(text.slice(end, end + 10))) return true;
  if (/^\.\d{1,2}(?!\d)/.test(text.slice(end, end + 4))) return true;
  const between = labels.before('money', start, 6);
  return between !== null && /^[\s:"'=为是(约共计万元)]*$/.test(between);
}

/** 「订单号：13800000000」: the label of a document stands right before the number, and none of a phone after it. */
export function isDocumentNumber({ labels }: Page, { start }: Pick<Window, 'start'>): boolean {
  const between = labels.before('document', start, 10);
  return between !== null && /^[\s号码代为是:"'=#.()a-z-]*$/.test(between);
}

/** 「A0321 A0322」: the groups have letters before them. */
export const isLettered = ({ text }: Page, { start, widest }: Pick<Window, 'start' | 'widest'>): boolean =>
  widest > Gap.light && /[a-z]/.test(text.charAt(start - 1));

/** True where the number is part of a word of letters and other digits, of a link or a file's name: an id of ours. */
export function isInCode({ text }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean {
  const left = lettersBefore(text, start);
  const right = lettersAfter(text, end);
  if (isInLink(text, start)) return true;
  if (/^[a-f]{4,}/.test(right)) return true;
  if (
    /[a-z0-9][/_]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    FILE_ENDING.test(text.slice(end, end + 6))
  )
    return true;
  if (/\d/.test(left + right)) return true;
  return left !== '' && right !== '';
}

const LONGEST_LINK = 120;
const FILE_ENDING = /^\.(?:pdf|docx?|xlsx?|jpe?g|png|txt|zip|html?|log|csv|json)/;

/** Behind 「https://」 or 「www.」 with nothing but signs of a link between; not where the link itself says 「phone=」. */
function isInLink(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINK), start);
  const from = Math.max(before.lastIndexOf('://'), before.lastIndexOf('www.'));
  if (from < 0) return false;
  const path = before.slice(from);
  return /^[!-~]*$/.test(path) && !/(?:tel|phone|mobile|wa\.me|qq|uin|wx|card|sfz)[=/:]*$/.test(path);
}

const WORD_OR_BAR = /[a-z0-9_]/;
const LONGEST_WORD = 24;

function lettersBefore(text: string, start: number): string {
  // A digit right before is written otherwise (「①027…」) and no part of the number.
  if (/\d/.test(text.charAt(start - 1))) return '';
  let at = start;
  while (at > 0 && start - at < LONGEST_WORD && WORD_OR_BAR.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at, start);
}

function lettersAfter(text: string, end: number): string {
  // Likewise right behind: 「…0000②李四」.
  if (/\d/.test(text.charAt(end))) return '';
  let at = end;
  while (at < text.length && at - end < LONGEST_WORD && WORD_OR_BAR.test(text.charAt(at))) at += 1;
  return text.slice(end, at);
}
