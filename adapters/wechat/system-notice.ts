import type { Happening } from '../../src/ports/message.ts';

type Ending = Extract<Happening['kind'], 'bot-left' | 'chat-ended'>;

/** Grey lines that tell what no event of wechaty tells. */
const NOTICES: readonly (readonly [RegExp, Ending])[] = [
  // 「群主已解散该群聊」「该群聊已被解散」
  [
    /^(?:群主|群管理员)?.{0,20}(?:已解散|解散了)(?:该|本|此)?群聊?|群聊?已(?:被|经)?(?:群主)?解散/,
    'chat-ended',
  ],
  // 「你被"张三"移出群聊」
  [/^你(?:已)?被.{1,70}移出(?:了)?(?:本|该)?群聊?/, 'bot-left'],
];

/** What a grey line in a room says of the bot's being there; null where it is about something else. */
export const readNotice = (text: string): Ending | null =>
  text.length > 200 ? null : (NOTICES.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null);
