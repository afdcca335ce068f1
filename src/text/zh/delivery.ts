/** Sentences about deliveries. */
import type { Instant } from '../../domain/time.ts';
import { whenWord } from './appeals/words.ts';

/** Shown where a crash left open whether a message was shown: better twice with a word than never. */
export const maybeSentNotice = (text: string): string =>
  `（上次中断时，下面这条可能没有发到，再发一次：）\n${text}`;

/** What could not be said while a channel was away, all at once, each with its time. */
export const foldedText = (
  items: readonly { readonly text: string; readonly at: Instant }[],
  now: Instant,
): string =>
  [
    `前一阵掉线，有 ${items.length} 条消息没发出去，一起补上：`,
    ...items.map(({ text, at }) => `【${whenWord(at, now)}】${text}`),
  ].join('\n');

interface GivenUp {
  /** Number of the appeal that it was about; null where it was about none. */
  readonly number: string | null;
  readonly whom: string;
  /** Why: a code of the channel, or `maybe-sent`. */
  readonly code: string;
  readonly since: Instant;
  readonly now: Instant;
}

const REASONS: Readonly<Record<string, string>> = {
  'maybe-sent': '发了几次都没有回音，可能没有发到',
  'too-long': '内容太长，平台不收',
  'rate-limited': '平台一直限流，一天没有发出去',
  'unknown-chat': '找不到这个群或这个人',
  unreachable: '对方没有加好友，或不在应用的可用范围里',
  muted: '群里设了只有部分人能发言，机器人发不了',
  forbidden: '平台不让发这段内容，多半是里面有电话、邮箱或敏感词',
  unavailable: '平台一天都没有收下',
  outdated: '掉线超过 7 天，没有再发',
};

const lost = ({ number, whom, code, since, now }: GivenUp): string =>
  `${number === null ? '' : `${number} `}给 ${whom} 的消息没有送到（${whenWord(since, now)}起）：${REASONS[code] ?? '没有发出去'}。`;

/** To the specialist in charge, who can pass it on. */
export const givenUpNotice = ({ text, ...facts }: GivenUp & { readonly text: string }): string =>
  `${lost(facts)}\n请换个方式转告对方，原文：\n${text}`;

/** To the administrators: what was said is not their business. */
export const givenUpReport = (facts: GivenUp): string => `${lost(facts)}\n请看看对方的绑定和平台的设置。`;
