import type { Limit } from '../../../domain/appeal/limits.ts';
import type { StateKind } from '../../../domain/appeal/state.ts';
import { dayOf, type Instant, type LocalDate } from '../../../domain/time.ts';
import { limitWord } from './clocks.ts';
import { cut, dayWord, dueWord, stateWords } from './words.ts';

/** One line of a list. */
export interface ListedAppeal {
  readonly number: string;
  readonly state: StateKind;
  readonly about: string;
  readonly limit: Limit | null;
  readonly unit: string | null;
  readonly bounces: number;
  readonly submittedAt: Instant;
}

const MOST_LINES = 8;
const ABOUT = 16;

const lineOf = (one: ListedAppeal, { isGroup, now }: { isGroup: boolean; now: Instant }): string => {
  const about = isGroup ? '' : `　${cut(one.about, ABOUT)}`;
  const limit =
    one.limit === null
      ? ''
      : `　${dueWord({ at: one.limit.dueAt, estimated: one.limit.estimated }, now)}前${limitWord(one.limit.what)}${one.limit.state === 'missed' ? '（超时）' : ''}`;
  return `${one.number} ${stateWords[one.state]}${limit}${about}`;
};

const more = (count: number): readonly string[] =>
  count > MOST_LINES ? [`……还有 ${count - MOST_LINES} 件`] : [];

const EMPTY = {
  mine: '您还没有诉求。有事直接跟我说就行。',
  todo: '现在没有待办。',
} as const;

/** 「我的诉求」 or 「待办」, the most urgent first. */
export function listText(
  listed: readonly ListedAppeal[],
  {
    kind,
    isGroup,
    now,
  }: { readonly kind: keyof typeof EMPTY; readonly isGroup: boolean; readonly now: Instant },
): string {
  if (listed.length === 0) return EMPTY[kind];
  const shown = kind === 'mine' ? listed.toReversed() : listed;
  return [
    ...shown.slice(0, MOST_LINES).map((one) => lineOf(one, { isGroup, now })),
    ...more(shown.length),
  ].join('\n');
}

/** 每日督办摘要: what is late or due today. */
export function digestText(listed: readonly ListedAppeal[], now: Instant): string {
  const late = listed.filter(({ limit }) => limit?.state === 'missed').length;
  return [
    `今天到期 ${listed.length - late} 件，已超时 ${late} 件：`,
    ...listed
      .slice(0, MOST_LINES)
      .map((one) => `${lineOf(one, { isGroup: false, now })}${one.unit === null ? '' : `（${one.unit}）`}`),
    ...more(listed.length),
  ].join('\n');
}

/** 「今日」: what is due, what has waited longest, which units give back, what nobody has taken. */
export function todayText({
  listed,
  untaken,
  on,
  isGroup,
  now,
}: {
  readonly listed: readonly ListedAppeal[];
  readonly untaken: readonly ListedAppeal[];
  readonly on: LocalDate;
  readonly isGroup: boolean;
  readonly now: Instant;
}): string {
  const dueToday = listed.filter(({ limit }) => limit !== null && dayOf(limit.dueAt) <= on);
  const longest = listed.toSorted((one, other) => one.submittedAt - other.submittedAt)[0];
  const bouncing = listed.filter(({ bounces }) => bounces > 0);
  const line = (one: ListedAppeal): string => lineOf(one, { isGroup, now });
  return [
    `在办 ${listed.length} 件，今天到期或已超时 ${dueToday.length} 件`,
    ...dueToday.slice(0, MOST_LINES).map(line),
    ...(longest ? [`等得最久：${longest.number}（${dayWord(longest.submittedAt, now)}提交）`] : []),
    ...(bouncing.length > 0
      ? [
          `被退过单：${bouncing.map(({ number, unit }) => `${number}${unit === null ? '' : ` ${unit}`}`).join('、')}`,
        ]
      : []),
    ...(untaken.length > 0 ? [`还没人接：${untaken.map(({ number }) => number).join('、')}`] : []),
  ].join('\n');
}
