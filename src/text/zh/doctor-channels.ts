/** What `qifu doctor` says of Feishu and WeChat; what a channel finds is worded beside the channel's other sentences. */
import { localMinute } from '../../domain/moment.ts';
import type { Instant } from '../../domain/time.ts';

interface LastHeard {
  readonly received: Instant | null;
  readonly sent: Instant | null;
}

const MINUTE_MS = 60_000;

/** From the longest on: how much of a unit counts as one, and what it is called. */
const AGES = [
  { from: 48 * 60, minutes: 24 * 60, word: '天' },
  { from: 60, minutes: 60, word: '小时' },
  { from: 1, minutes: 1, word: '分钟' },
] as const;

/** 「3 分钟前」; a clock that was set back makes nothing younger than now. */
function ageWord(at: Instant, now: Instant): string {
  const age = (now - at) / MINUTE_MS;
  const unit = AGES.find(({ from }) => age >= from);
  return unit === undefined ? '刚刚' : `${Math.floor(age / unit.minutes)} ${unit.word}前`;
}

const lastWord = (what: string, at: Instant | null, now: Instant): string =>
  at === null ? `还没${what}过消息` : `最近${what}消息 ${localMinute(at)}（${ageWord(at, now)}）`;

export const channelWords = {
  /** Not what keeps it from working. */
  remark: (finding: string): string => `能用。提醒：${finding}`,
  activity: ({ received, sent }: LastHeard, now: Instant): string =>
    [lastWord('收到', received, now), lastWord('发出', sent, now)].join('，'),
  well: (activity: string): string => `设置没有问题，${activity}`,
} as const;
