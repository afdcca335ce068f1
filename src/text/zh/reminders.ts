/** Sentences about being reminded: the digest, subscriptions, calendars, new policies. */
import type { Changed, Digest, PolicyChanged, Reminding } from '../../domain/reminder/outlook.ts';
import { daysTo, deadlineName } from '../../domain/reminder/term.ts';
import type { Outcome, Told } from '../../domain/reminder/types.ts';
import type { LocalDate } from '../../domain/time.ts';
import { dayWord, leftWord, momentWord, partWord } from './deadlines.ts';

interface DigestPlace {
  readonly today: LocalDate;
  readonly isGroup: boolean;
  /** How a policy is called. */
  readonly title: (policy: string) => string;
}

const MOST_REMINDED = 6;
const MOST_OTHERS = 3;

const listed = (lines: readonly string[], most: number, rest: (more: number) => string): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most), rest(lines.length - most)] : lines;

const reminderLine = ({ deadline, on }: Reminding, today: LocalDate): string => {
  const { from, at, number, title } = deadline;
  const opens = from !== null && from > today ? `，${dayWord(from, today)}起可报` : '';
  const end = momentWord({ on, at }, today);
  return `${deadlineName(number)} ${title}${partWord(deadline)}：${end}截止，${leftWord(on, today)}${opens}`;
};

const dayOrRule = ({ on, at }: Pick<Told, 'on' | 'at'>, today: LocalDate): string =>
  on === null ? '没有固定截止日' : momentWord({ on, at }, today);

function changeLine({ deadline, before }: Changed, today: LocalDate): string {
  const name = `${deadlineName(deadline.number)} ${deadline.title}`;
  if (deadline.closed !== null)
    return `${name}：原定${dayOrRule(before, today)}截止，现已${CLOSED[deadline.closed]}`;
  if (deadline.since === null) return `${name}：原文有变，新的截止时间核实后再告诉您`;
  return `${name}：截止时间由${dayOrRule(before, today)}改为${dayOrRule(deadline, today)}`;
}
const CLOSED = { revoked: '撤销', 'document-gone': '随文件撤下' } as const;

function policyLine({ before, after }: PolicyChanged, today: LocalDate): string {
  const name = `《${before.title}》`;
  if (after.fate === 'gone') return `您问过的${name}已从政策库撤下，请勿再按它办`;
  if (after.fate === 'repealed') return `您问过的${name}已被新文件废止`;
  if (before.validUntil !== after.validUntil && after.validUntil !== null)
    return `您问过的${name}有效期改为到${dayWord(after.validUntil, today)}`;
  return `您问过的${name}内容有更新，请以最新的为准`;
}

function reminderPart({ reminders, changes }: Digest, today: LocalDate): readonly string[] {
  const said = new Set(changes.map(({ deadline }) => deadline.number));
  const rest = reminders.filter(({ deadline }) => !said.has(deadline.number));
  if (rest.length === 0) return [];
  const isUrgent = rest.some(({ on }) => daysTo(on, today) <= 1);
  return [
    isUrgent ? '申报提醒，快截止了：' : '申报提醒：',
    ...listed(
      rest.map((one) => reminderLine(one, today)),
      MOST_REMINDED,
      (more) => `另有 ${more} 项，发「截止」查看。`,
    ),
    `报过了回「已申报 ${deadlineName(rest[0]?.deadline.number ?? 0)}」就不再提醒；不想收回「退订」。`,
  ];
}

/** One message with all that is due today. */
export function digestText(digest: Digest, { today, title }: DigestPlace): string {
  const { changes, policies, news, reviews, isUnsure } = digest;
  const more = (count: number): string => `另有 ${count} 项。`;
  return [
    ...(isUnsure ? ['（上一条可能没发出去，如已收到请略过重复的内容。）'] : []),
    ...(changes.length > 0
      ? [
          '截止时间有变：',
          ...listed(
            changes.map((one) => changeLine(one, today)),
            MOST_REMINDED,
            more,
          ),
        ]
      : []),
    ...reminderPart(digest, today),
    ...listed(
      policies.map((one) => policyLine(one, today)),
      MOST_OTHERS,
      more,
    ),
    ...(news.length > 0
      ? [
          '新政策：',
          ...listed(
            news.map(({ policy }) => `《${title(policy)}》`),
            MOST_OTHERS,
            more,
          ),
          '能享受什么，发「我能享受什么政策」就知道。',
        ]
      : []),
    ...(reviews.length > 0
      ? [`有 ${reviews.length} 项等您看：截止时间发「待确认」，新政策发「新政策」。`]
      : []),
  ].join('\n');
}

const names = (numbers: readonly number[]): string => numbers.map(deadlineName).join('、');

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  applied: '记下了：已申报',
  declined: '记下了：不申报',
};

const topicWord = (topics: readonly string[]): string =>
  topics.length === 0 ? '所有适合的申报' : topics.map((topic) => `「${topic}」`).join('、');

/** Replies about subscriptions and what became of an application. */
export const reminderReplies = {
  subscribed: (topics: readonly string[], isGroup: boolean): string =>
    `订阅好了：${topicWord(topics)}，快到期时提醒${isGroup ? '本群' : '您'}，一天最多一条。不想收回「退订」。`,
  unsubscribed: (isGroup: boolean): string => `好的，不再提醒${isGroup ? '本群' : '您'}。想恢复回「订阅」。`,
  unsubscribedTopics: (topics: readonly string[]): string => `好的，不再提醒${topicWord(topics)}。`,
  muted: (numbers: readonly number[]): string => `好的，${names(numbers)} 不再提醒。`,
  outcome: (outcome: Outcome | null, numbers: readonly number[]): string =>
    outcome === null
      ? `好的，${names(numbers)} 继续提醒。`
      : `${OUTCOME_WORDS[outcome]} ${names(numbers)}，不再提醒。说错了回「未申报 ${deadlineName(numbers[0] ?? 0)}」。`,
  /** In a group of several enterprises one of them has applied. */
  outcomeOfOne: (outcome: Outcome, numbers: readonly number[]): string =>
    `${OUTCOME_WORDS[outcome]} ${names(numbers)}，不再单独提醒您。本群还有别的企业，群里照常提醒；整群不要了回「退订 ${deadlineName(numbers[0] ?? 0)}」。`,
  whichDeadline: (choices: readonly { readonly key: string; readonly label: string }[]): string =>
    ['您说的是哪一项？', ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n'),
  calendarEmpty: '近期没有要截止的申报，日历是空的。',
  calendarFile: '这是近期申报的日历，打开就能加到手机日历里。',
  calendarLink: (url: string): string =>
    `日历地址（自动更新，请勿外传）：\n${url}\n在手机日历里选“添加订阅日历”，粘贴即可。外传了就发「换日历地址」。`,
  calendarRenewed: (url: string): string => `旧地址已作废，新的日历地址：\n${url}`,
  calendarRevoked: '日历地址已停用。想再用就发「日历」。',
  calendarNotShared: '这里没有日历地址。要用就发「日历」。',
  calendarNoAddress: '本机没有开通日历地址，发「日历」可以收日历文件。',
  calendarUnavailable: '这里还发不了日历文件。请发「截止」查看。',
  calendarName: '企服·近期申报',
  noNewPolicies: '没有待推送的新政策。',
  unknownPolicy: (number: number): string => `没有 N${number}。发「新政策」看有哪些。`,
  pushed: (number: number): string => `好的，N${number} 会随下一次提醒发出。`,
  notPushed: (number: number): string => `好的，N${number} 不推送。`,
} as const;

/** New policies that wait for a specialist. */
export const newPoliciesText = (
  all: readonly { readonly number: number; readonly title: string }[],
): string =>
  all.length === 0
    ? reminderReplies.noNewPolicies
    : [
        `新政策 ${all.length} 件，您点头才会推送：`,
        ...listed(
          all.map(({ number, title }) => `N${number} 《${title}》`),
          MOST_REMINDED,
          (more) => `另有 ${more} 件。`,
        ),
        '看推送给多少人：回「推送 编号」；不推送：回「不推送 编号」。',
      ].join('\n');

export const pushChoices = { send: '推送', decline: '不推送' } as const;

/** What a push would say, and to how many. */
export const pushPreview = (preview: {
  readonly number: number;
  readonly title: string;
  readonly groups: number;
  readonly people: number;
  /** Subscribers of whom too little is known to tell whether it fits. */
  readonly unknown: number;
}): string =>
  [
    `N${preview.number} 《${preview.title}》`,
    `会告诉 ${preview.groups} 个群、${preview.people} 位订阅人，随下一次提醒发出。`,
    ...(preview.unknown > 0 ? [`另有 ${preview.unknown} 位资料不全，看不出是否适合，先不告诉。`] : []),
    `回复 1 ${pushChoices.send} · 2 ${pushChoices.decline}`,
  ].join('\n');

export const OUTCOME_TOPIC = '申报';
export const PUSH_TOPIC = '新政策';
