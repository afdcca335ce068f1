import { datesIn, lastDayIn, wholeDate } from '../dates.ts';
import { readNumber } from '../numbers.ts';
import { plain, sentencesOf } from '../plain.ts';
import { addDays, addYears, lastDayOf, localDate, partsOf, type LocalDate } from '../../time.ts';

/** From when to when a policy holds, as far as its sentences say. */
export interface ValidityPeriod {
  readonly effectiveOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
}

const TOPIC = /试行|施行|执行|实施|有效期|生效|失效|有效至|暂定|适用截止|适用期/;
/** Someone's title, certificate or project is valid, not the policy. */
const OTHERS =
  /认定|称号|资格|证书|资质|授牌|名单|入库|合同|项目(?:实施|执行)|贷款|保单|营业执照|许可证|挂牌|企业有效期|基地有效期|平台有效期|评价结果|标志/;
const OWN =
  /(?:本|该)(?:通知|办法|意见|细则|方案|规定|措施|政策|行动计划|计划|规划|实施细则|实施意见|指南|文件|公告|条例|若干|清单|目录|指引|操作|管理|暂行|政策措施|制度|规程)|施行|此前|解释|废止|(?:印发|发布|公布|下发)之日起|以上(?:政策|措施)/;
const OLD = /原|同时废止|《[^》]*》(?:[(][^()]*[)])?(?:的)?有效期/;

const NUMBER = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,2}|半)';
const YEARS = new RegExp(
  `(?:有效期|暂定|试行期|施行期|执行期|实施期|期限)[^。;]{0,14}?(?<n>${NUMBER})个?(?<unit>年|月)(?<half>半)?|(?<n2>${NUMBER})(?<unit2>年)(?:有效期|内有效)|试行(?<n3>${NUMBER})(?<unit3>年)`,
);
const FROM_ISSUE =
  /(?:自|从)?(?:发布|公布|印发|下发|发文|颁布|签发|本(?:通知|办法|意见|公告|细则|规定|措施|政策)(?:发布|公布|印发|下发)?)之?日(?:期)?(?:起)/;
const DELAYED = new RegExp(
  `之日起(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:日|天)后(?:施行|实施|执行|生效)`,
);
const UNTIL =
  /(?:有效期(?:限)?|有效|执行|实施|施行|期限|截止|延续|延长|调整|截至|失效(?:日期|时间))[^。;,]{0,8}?(?:至|到|为|截止到?|截至|止于|:)$|(?:至|到|-|截至|截止到?)$/;

/** Behind the first day of a range. */
const RANGE = /^起?(?:至|到(?!期)|-)/;

interface Sentence {
  readonly text: string;
  readonly certain: boolean;
}

/** Sentences that speak of the policy's own validity; in the last part of a text without an own subject too. */
function sentencesAbout(lines: readonly string[]): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const line of lines) {
    if (!/施|执|效|暂定|适用|试行/.test(line)) continue;
    const { text } = plain(line);
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end).slice(0, 400);
      if (!TOPIC.test(sentence)) continue;
      const certain =
        OWN.test(sentence) &&
        !(OTHERS.test(sentence) && !/本(?:办法|通知|意见|细则|措施|政策|方案|规定|计划)/.test(sentence));
      if (
        certain ||
        (/^(?:有效期|失效(?:日期|时间)|政策有效期|政策(?:执行|实施))/.test(sentence) &&
          !OTHERS.test(sentence))
      )
        found.push({ text: sentence, certain });
    }
  }
  return found;
}

function effectiveIn(sentence: string, issuedOn: LocalDate | null): LocalDate | null {
  for (const token of datesIn(sentence)) {
    const behind = sentence.slice(token.end, token.end + 14);
    const before = sentence.slice(Math.max(0, token.start - 10), token.start);
    const day = wholeDate(token);
    if (
      day &&
      /^(?:零时)?(?:开始|起|之日起)?[,]?(?:正式|开始|试行|施行|执行|实施|生效)|^起(?:至|到|-)/.test(behind)
    )
      return day;
    if (
      day &&
      /(?:施行|实施|执行|生效)(?:日期|时间)?(?:为|:|自)$|有效期(?:限)?(?:为|:)?(?:自|从)$/.test(before)
    )
      return day;
    // 「有效期:2031年7月1日至2035年12月31日」
    if (day && /有效期(?:限)?(?:为|:)?$/.test(before) && RANGE.test(behind)) return day;
  }
  const delayed = DELAYED.exec(sentence)?.groups?.['n'];
  if (delayed && issuedOn) return addDays(issuedOn, readNumber(delayed) as number);
  return FROM_ISSUE.test(sentence) && /施行|执行|实施|生效|有效/.test(sentence) ? issuedOn : null;
}

function untilIn(sentence: string): LocalDate | null {
  for (const token of datesIn(sentence)) {
    const before = sentence.slice(Math.max(0, token.start - 24), token.start);
    if (RANGE.test(sentence.slice(token.end, token.end + 3))) continue;
    if (token.year === null || !UNTIL.test(before) || !/有效|执行|实施|施行|期限|失效|截止|适用/.test(before))
      continue;
    const day = lastDayIn(token, token.year);
    if (day) return day;
  }
  return null;
}

function monthsLater(from: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(from);
  const total = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(total / 12), (total % 12) + 1] as const;
  return localDate(laterYear, laterMonth, day) ?? (lastDayOf(laterYear, laterMonth) as LocalDate);
}

/** 「有效期3年」 counted from the day it takes effect: the last day is the day before the anniversary. */
function periodEnd(sentence: string, from: LocalDate | null): LocalDate | null {
  const g = YEARS.exec(sentence)?.groups;
  if (!g || from === null) return null;
  const count = readNumber(g['n'] ?? g['n2'] ?? (g['n3'] as string));
  if (count === null || count > 30) return null;
  const months = (g['unit'] ?? g['unit2'] ?? g['unit3']) === '月' ? count : count * 12 + (g['half'] ? 6 : 0);
  return addDays(
    Number.isInteger(months / 12) ? addYears(from, months / 12) : monthsLater(from, Math.round(months)),
    -1,
  );
}

/** A page put up within a month is the publication; a later one is a reprint. */
const REPRINT_DAYS = 30;

/** 自公布之日 counts from the page, 自印发之日 from the signature. */
function dayOfIssue(
  sentence: string,
  { publishedOn, signedOn }: { readonly publishedOn: LocalDate | null; readonly signedOn: LocalDate | null },
): LocalDate | null {
  if (!publishedOn || !signedOn) return signedOn ?? publishedOn;
  const isPublication = publishedOn >= signedOn && publishedOn <= addDays(signedOn, REPRINT_DAYS);
  return isPublication && /(?:发布|公布)之?日/.test(sentence) ? publishedOn : signedOn;
}

/** 「自2031年 月 日起施行」「自×年×月×日起」: the day is left to whoever will sign. */
const BLANK_DAY = /年[-_×xX*]{0,4}月[-_×xX*]{0,4}日/;

/**
 * Reads when a policy takes effect and until when it holds. A sentence that names both wins over one that names
 * one; a sentence on an older document (「有效期调整」, 同时废止) is not read.
 */
export function findValidity(
  lines: readonly string[],
  issued: { readonly publishedOn: LocalDate | null; readonly signedOn: LocalDate | null },
): ValidityPeriod {
  let effectiveOn: LocalDate | null = null;
  let validUntil: LocalDate | null = null;
  for (const { text } of sentencesAbout(lines)) {
    const own = OLD.test(text)
      ? text.replace(/,?(?:原)?《[^》]*》[^,]*(?:同时|即行|自行)?废止.*$/, '')
      : text;
    const issuedOn = BLANK_DAY.test(own) ? null : dayOfIssue(own, issued);
    const effective = effectiveIn(own, issuedOn);
    const until = untilIn(own) ?? periodEnd(own, effective ?? effectiveOn ?? issuedOn);
    if (until && (effective || validUntil === null)) validUntil = until;
    if (effective && (until || effectiveOn === null)) effectiveOn = effective;
  }
  return { effectiveOn, validUntil };
}
