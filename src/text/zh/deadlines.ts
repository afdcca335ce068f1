/** Sentences about deadlines: one of them, lists, what specialists do with them. */
import type { ListedDeadline } from '../../domain/reminder/library-deadlines.ts';
import { deadlineName } from '../../domain/reminder/term.ts';
import type { ApplicationDeadline, Doubt, Term, Yearly } from '../../domain/reminder/types.ts';
import { daysTo, nextOf } from '../../domain/reminder/term.ts';
import { type LocalDate, partsOf, weekdayOf } from '../../domain/time.ts';

const WEEKDAYS = '一二三四五六日';

/** 「3月31日（周三）」, with the year where it is another than today's. */
export function dayWord(on: LocalDate, today: LocalDate): string {
  const { year, month, day } = partsOf(on);
  const years = year === partsOf(today).year ? '' : `${year}年`;
  return `${years}${month}月${day}日（周${WEEKDAYS.charAt(weekdayOf(on) - 1)}）`;
}

/** 「3月31日（周三）17:00」 */
export const momentWord = ({ on, at }: { on: LocalDate; at: string | null }, today: LocalDate): string =>
  `${dayWord(on, today)}${at ?? ''}`;

/** 「今天截止」「还有3天」 */
export function leftWord(on: LocalDate, today: LocalDate): string {
  const days = daysTo(on, today);
  if (days < 0) return '已截止';
  return days === 0 ? '就是今天' : days === 1 ? '就在明天' : `还有${days}天`;
}

const LAST = 31;
const yearlyWord = ({ months, day }: Yearly): string =>
  `每${months.length === 0 ? '月' : `年${months.join('、')}月`}${day === LAST ? '最后一天' : `${day}日`}`;

/** When something is due, in words. */
export function termWord({ on, at, from, yearly }: Term, today: LocalDate): string {
  if (yearly !== null)
    return `${yearlyWord(yearly)}，下一次${momentWord({ on: nextOf(yearly, today), at }, today)}`;
  if (on === null) return '没有固定截止日';
  const opens = from !== null && from > today ? `${dayWord(from, today)}起，` : '';
  return `${opens}${momentWord({ on, at }, today)}截止，${leftWord(on, today)}`;
}

export const doubtWords: Readonly<Record<Doubt, string>> = {
  'implied-year': '原文没写年份',
  'no-year': '看不出是哪一年',
  weekday: '星期和日期对不上',
  'before-publication': '日期和发文时间、文号对不上',
  'two-days': '同一件事写了两个日期',
  counted: '按发文日推算',
  'no-region': '看不出适用哪里',
  draft: '还是征求意见稿',
  whose: '看不出是企业的还是部门的截止日',
};

const certainty = ({ since, confirmedBy, closed, origin, doubts }: ApplicationDeadline): string => {
  if (closed === 'revoked') return '已撤销';
  if (closed === 'document-gone') return '依据的文件已不在库里';
  if (since === null) return `待专员确认：${doubts.map((doubt) => doubtWords[doubt]).join('；')}`;
  if (confirmedBy !== null) return '专员已确认';
  return origin.kind === 'hand' ? '专员登记' : '原文明确';
};

const SNIPPET = 80;
const short = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** 「D12 省级专精特新申报：3月31日（周三）截止，还有3天」 */
export const deadlineLine = (one: ApplicationDeadline, today: LocalDate): string =>
  `${deadlineName(one.number)} ${one.title}${partWord(one)}：${termWord(one, today)}${one.since === null ? '（待核实）' : ''}`;

/** What of the matter is due, where a document has several days. */
export function partWord({ origin, what, title }: ApplicationDeadline): string {
  if (origin.kind === 'hand' || title.includes(what)) return '';
  const bare = what.replace(/^[\d.、（）()\s]+/u, '').replace(/(?:时间|截止(?:时间|日期)?|申报)+$/u, '');
  return bare.length < 2 || SAYS_NOTHING.test(bare) ? '' : `（${short(bare, 18)}）`;
}
/** 「企业网上」, 「申报单位」: the same of every call. */
const SAYS_NOTHING =
  /^(?:企业|申报|申请|单位|主体|网上|网络|线上|在线|系统|填报|受理|报名|提交|请|于|应|须)+$/u;

/** One deadline with the sentence that it came from, and how certain it is. */
export function deadlineText(one: ApplicationDeadline, today: LocalDate): string {
  const { origin, snippet, region } = one;
  const source =
    origin.kind === 'policy'
      ? `原文：“${short(snippet, SNIPPET)}”——《${origin.document}》`
      : `登记：“${short(snippet, SNIPPET)}”`;
  return [
    deadlineLine(one, today),
    source,
    `${certainty(one)}${region === null ? '' : `；适用：${region}`}`,
  ].join('\n');
}

const MOST_LISTED = 8;

/** What is open, the first to close first. */
export function deadlineList(
  all: readonly ApplicationDeadline[],
  { topic, today }: { readonly topic: string; readonly today: LocalDate },
): string {
  const about = topic === '' ? '' : `「${topic}」`;
  if (all.length === 0) return `${about}近期没有要截止的申报。发「订阅」，有新的我会提醒。`;
  const rest = all.length - MOST_LISTED;
  return [
    `${about}近期申报（${all.length} 项）：`,
    ...all.slice(0, MOST_LISTED).map((one) => deadlineLine(one, today)),
    ...(rest > 0 ? [`另有 ${rest} 项，发「截止 关键词」缩小范围。`] : []),
    '报过了回「已申报 编号」，不报回「不申报 编号」。',
  ].join('\n');
}

/** What waits for a specialist. */
export function waitingText(all: readonly ApplicationDeadline[], today: LocalDate): string {
  if (all.length === 0) return '没有待确认的截止时间。';
  const rest = all.length - WAITING_LISTED;
  return [
    `待确认 ${all.length} 项，确认前不会提醒任何人：`,
    ...all.slice(0, WAITING_LISTED).map((one) => deadlineText(one, today)),
    ...(rest > 0 ? [`另有 ${rest} 项。`] : []),
    '对的回「确认 编号」，日期不对回「改 编号 日期」，不用的回「撤销 编号」。',
  ].join('\n');
}
const WAITING_LISTED = 3;

const STATES: Readonly<Record<ListedDeadline['state'], string>> = {
  open: '有效',
  waiting: '待确认',
  over: '已过',
  revoked: '已撤销',
  'document-gone': '文件已撤下',
};

/** `qifu deadlines`: one deadline a line, with the sentence that it came from below it. */
export const deadlineTable = (all: readonly ListedDeadline[], today: LocalDate): string =>
  all.length === 0
    ? '没有截止时间。\n'
    : all
        .map(({ number, deadline, state }) => {
          const name = number === null ? '' : `${deadlineName(number)} `;
          const doubts = deadline.doubts.map((doubt) => doubtWords[doubt]).join('；');
          const line = `${name}${deadline.title}：${termWord(deadline, today)}［${STATES[state]}${doubts === '' ? '' : `：${doubts}`}］`;
          return `${line}\n    ${short(deadline.snippet, SNIPPET)}\n`;
        })
        .join('');

const names = (numbers: readonly number[]): string => numbers.map(deadlineName).join('、');

export const deadlineReplies = {
  specialistsOnly: '登记和修改截止时间要由专员来做。请把依据的文件发给您的专员。',
  badDay: '没看懂日期。请写成：截止 2027-03-31 省级专精特新申报 仅限武汉',
  dayIsOver: (on: LocalDate): string => `${on} 已经过去了，没有登记。请核对年份。`,
  elsewhere: (region: string): string => `不知道「${region}」在哪里。请写本市的区名，或去掉「仅限」。`,
  unknown: (numbers: readonly number[]): string => `没有 ${names(numbers)}。发「截止」看近期的。`,
  added: (number: number, day: string, title: string): string =>
    `已登记 ${deadlineName(number)}：${title}，${day}截止，会按时提醒。改：「改 ${deadlineName(number)} 日期」；撤：「撤销 ${deadlineName(number)}」。`,
  edited: (number: number): string => `${deadlineName(number)} 已改，提醒过的人会收到更正。`,
  needsConfirmation: (number: number): string => `${deadlineName(number)} 已改并确认，会按时提醒。`,
  confirmed: (numbers: readonly number[]): string => `${names(numbers)} 已确认，会按时提醒。`,
  needsDay: (number: number): string =>
    `${deadlineName(number)} 还没有日期，请回「确认 ${deadlineName(number)} 2027-03-31」这样写。`,
  revoked: (numbers: readonly number[]): string => `${names(numbers)} 已撤销，提醒过的人会收到通知。`,
} as const;
