/** What `qifu doctor` says of records. */
import type { Instant, LocalDate } from '../../domain/time.ts';
import { localMinute } from '../../domain/moment.ts';

const KINDS: Readonly<Record<string, string>> = {
  appeal: '诉求',
  conversation: '会话',
  person: '人员',
  place: '群',
  enterprise: '企业',
};

const shortList = (names: readonly string[], all: number): string =>
  `${names.join('、')}${all > names.length ? ` 等 ${all} 个` : ''}`;

const daysBetween = (at: Instant, now: Instant): number => Math.max(0, Math.floor((now - at) / 86_400_000));

/** A message that did not arrive, or nobody knows whether. */
export interface LostDelivery {
  readonly to: string;
  readonly at: Instant;
  /** Null where nobody knows whether it arrived. */
  readonly code: string | null;
}

const lostWord = ({ to, at, code }: LostDelivery): string =>
  `${to}（${localMinute(at)}，${code === null ? '不知是否送到' : code}）`;

export const recordsWords = {
  none: '还没有，机器人第一次收到消息时生成',
  counts: (counts: readonly { readonly kind: string; readonly count: number }[], archived: number): string =>
    [
      ...counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${KINDS[kind] ?? kind} ${count}`),
      ...(archived > 0 ? [`已归档 ${archived}`] : []),
    ].join('，') || '还没有',
  noneDamaged: '没有',
  damaged: (folder: string, names: readonly string[], all: number): string =>
    `读不了的记录：${shortList(names, all)}（在 ${folder}）。其余照常；这些可以从备份里找回。`,
  history: (facts: {
    readonly records: number;
    readonly events: number;
    readonly day: LocalDate | null;
  }): string =>
    `${facts.records} 条记录、${facts.events} 步都完整${facts.day === null ? '，还没有每日存底' : `，与 ${facts.day} 的存底相符`}`,
  historyBroken: (findings: readonly string[], all: number): string =>
    `${findings.join('；')}${all > findings.length ? `；等 ${all} 处` : ''}。请查明是谁动过数据文件夹，必要时从备份恢复。`,
  deliveries: (facts: {
    readonly open: number;
    readonly since: Instant | null;
    readonly lost: readonly LostDelivery[];
    readonly lostAll: number;
    readonly isStuck: boolean;
  }): string => {
    const open =
      facts.since === null ? '没有待发的' : `待发 ${facts.open} 条，最早的是 ${localMinute(facts.since)}`;
    const lost =
      facts.lost.length === 0 ? '' : `；没有送到的：${shortList(facts.lost.map(lostWord), facts.lostAll)}`;
    const stuck = facts.isStuck ? '。积压已超过两天，请看看机器人是否在运行、平台是否连得上。' : '';
    return `${open}${lost}${stuck}`;
  },
  noBackup: '没有备份过。可以用 qifu backup 文件 备份。',
  backup: (last: { readonly at: Instant; readonly file: string }, now: Instant): string => {
    const days = daysBetween(last.at, now);
    const when = days === 0 ? '今天内' : `${days} 天前`;
    return `最近一次在 ${when}（${last.file}）${days > 7 ? '。该备份了：qifu backup 文件' : ''}`;
  },
} as const;

type Finding =
  | { readonly kind: 'changed'; readonly record: string; readonly event: number }
  | { readonly kind: 'rewritten' | 'missing'; readonly record: string; readonly day: LocalDate }
  | { readonly kind: 'heads'; readonly day: LocalDate };

/** What was done to a record past the program. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'changed':
      return `${finding.record} 的第 ${finding.event} 步被改动过`;
    case 'rewritten':
      return `${finding.record} 的历史与 ${finding.day} 的存底不符，被改写过`;
    case 'missing':
      return `${finding.record} 不见了，${finding.day} 的存底里还有`;
    case 'heads':
      return `${finding.day} 的存底（heads/${finding.day}.json）被改动过`;
  }
}
