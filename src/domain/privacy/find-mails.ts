import type { Page } from './number-window.ts';
import type { Finding } from './types.ts';
import { cellsWithin } from './cells.ts';

/** Mail addresses, with the signs that people write for 「@」 and 「.」. */

const AT =
  /\s{0,2}(?:[@⓪ⓐ﹫]|[([{<【]\s?(?:at|@|a|艾特)\s?[)\]}>】]|[艾爱埃]特|圈圈?a|小老鼠|✉️?|\sat\s|#|🐭)\s{0,2}/g;
const DOT = /^\s{0,2}(?:[.。・·•,]|[([{<]\s?(?:dot|点|\.)\s?[)\]}>]|\s?dot\s?|点|丶)\s{0,2}/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?|^(?:(?!点)[\u4e00-\u9fa5]){1,12}/;
/** 「q q」, 「1 6 3」. */
const SPACED_LABEL = /^[a-z0-9](?: [a-z0-9](?![a-z0-9])){1,20}/;
const PROVIDERS = new Set(
  'qq 163 126 gmail outlook foxmail sina sohu hotmail 139 189 yeah aliyun icloud vip live msn yahoo 188 wo 21cn tom'.split(
    ' ',
  ),
);
const ENDINGS = new Set(
  'com cn net org edu gov mil info io me cc tv co hk tw mo us uk jp de vip top xyz site tech biz asia ltd email work club mobi name pro dev app ai'.split(
    ' ',
  ),
);

/** 「扣扣邮箱」, 「一六三」. */
const SPOKEN_PROVIDER = /^(?:扣扣|抠抠|球球|[一幺]六三|[一幺]二六|[一幺]三九)/;

interface Domain {
  readonly end: number;
  readonly known: boolean;
}

/** The domain that begins at `from`: labels joined by dots, the last a known ending; or a provider alone. */
function readDomain(text: string, from: number): Domain | null {
  let at = from;
  let end: Domain | null = null;
  let provider = false;
  for (let count = 0; count < 6; count += 1) {
    const ahead = text.slice(at, at + 42);
    const written = (SPACED_LABEL.exec(ahead) ?? LABEL.exec(ahead.slice(0, 33)))?.[0];
    if (written === undefined) break;
    const label = written.replaceAll(' ', '');
    provider ||= count === 0 && (PROVIDERS.has(label) || SPOKEN_PROVIDER.test(label));
    at += written.length;
    if (count > 0 && ENDINGS.has(label)) end = { end: at, known: provider };
    if (count === 0 && provider) end = { end: at, known: true };
    const dot = DOT.exec(text.slice(at, at + 10))?.[0];
    if (dot === undefined) break;
    at += dot.length;
  }
  return end;
}

const LOCAL = /[a-z0-9_.+\-〇零一二三四五六七八九]/;
const LONGEST_LOCAL = 64;

/** 「z h a n g @ …」: signs that stand alone on both sides. */
const isBlankBetweenSigns = (text: string, blank: number): boolean =>
  text.charAt(blank) === ' ' &&
  LOCAL.test(text.charAt(blank - 1)) &&
  LOCAL.test(text.charAt(blank + 1)) &&
  !LOCAL.test(text.charAt(blank - 2)) &&
  !LOCAL.test(text.charAt(blank + 2));

/** Where the part before the sign begins; `end` where there is none. */
function startOfLocal(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_LOCAL) {
    if (LOCAL.test(text.charAt(at - 1))) at -= 1;
    else if (isBlankBetweenSigns(text, at - 1)) at -= 2;
    else break;
  }
  while (at < end && !/[a-z0-9零一二三四五六七八九]/.test(text.charAt(at))) at += 1;
  const label = /^(?:e-?mail|mailto)[.:_-]?(?=[a-z0-9]{2})/.exec(text.slice(at, end))?.[0] ?? '';
  return at + label.length;
}

/** Every mail address of a folded text. */
export function findMails({ text }: Page): readonly Finding[] {
  const findings: Finding[] = [];
  let free = 0;
  for (const sign of text.matchAll(AT)) {
    const start = Math.max(free, startOfLocal(text, sign.index));
    if (start >= sign.index) continue;
    const domain = readDomain(text, sign.index + sign[0].length);
    if (domain === null || (sign[0].trim() === '#' && !domain.known)) continue;
    findings.push({ kind: 'mail', cells: cellsWithin(text, start, domain.end) });
    free = domain.end;
  }
  return findings;
}
