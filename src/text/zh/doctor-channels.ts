/** What `qifu doctor` says of Feishu and WeChat; what a channel finds is worded beside the channel's other sentences. */
import { localMinute } from '../../domain/moment.ts';
import type { Instant } from '../../domain/time.ts';

export const channelWords = {
  /** Not what keeps it from working. */
  remark: (finding: string): string => `能用。提醒：${finding}`,
  well: (lastMessageAt: Instant | null): string =>
    lastMessageAt === null
      ? '设置没有问题，还没收到过消息'
      : `设置没有问题，最近一次收到消息是 ${localMinute(lastMessageAt)}`,
} as const;
