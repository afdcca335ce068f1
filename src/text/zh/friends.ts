import type { FriendRequest } from '../../domain/people/friend-book.ts';
import type { Instant } from '../../domain/time.ts';
import { cut, whenWord } from './appeals/words.ts';
import { shownName } from './people-words.ts';

/** Sentences about becoming friends with the bot, in channels that ask for it. */

const LONGEST_HELLO = 60;
const MOST_LISTED = 10;

const greeting = (hello: string): string =>
  hello === '' ? '，没有写验证语' : `：「${cut(hello, LONGEST_HELLO)}」`;

export const friendWords = {
  /** What the digits are about. */
  topic: (number: number): string => `好友申请${number}`,
  request: (number: number, name: string, hello: string): string =>
    [
      `${shownName(name)} 想加我好友${greeting(hello)}。他不在绑定的群里。`,
      `1 同意（或回「通过 ${number}」）`,
      '2 拒绝',
    ].join('\n'),
  agree: '同意',
  refuse: '拒绝',
  /** What picking says: it can be typed as well. */
  agreeWords: (number: number): string => `通过 ${number}`,
  refuseWords: (number: number): string => `拒绝 ${number}`,
  agreed: '好的，马上通过。',
  refused: '好的，不通过。',
  late: (number: number): string => `${number} 号申请已经有人处理过了。`,
  unknown: (number: number): string => `没有 ${number} 号好友申请，发「好友申请」看看还有哪些。`,
  /** Those that wait, the newest last. */
  list: (waiting: readonly FriendRequest[], now: Instant): string =>
    waiting.length === 0
      ? '没有等着处理的好友申请。'
      : [
          `等您定的好友申请${waiting.length > MOST_LISTED ? `（共 ${waiting.length} 个，先看最早的）` : ''}：`,
          ...waiting
            .slice(0, MOST_LISTED)
            .map(
              ({ number, name, hello, at }) =>
                `${number} ${shownName(name)}${greeting(hello)}（${whenWord(at, now)}）`,
            ),
          `回「通过 ${waiting[0]?.number}」或「拒绝 ${waiting[0]?.number}」。`,
        ].join('\n'),
  /** Where something private cannot be said because they are no friends yet. */
  howToAdd: (bot: string, code: string): string =>
    `请加${bot}为好友，验证语写 ${code}，我会自动通过；加好后私聊我再说一次。`,
} as const;
