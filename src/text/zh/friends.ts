/** Sentences about becoming friends with the bot, in channels that ask for it. */

export const friendWords = {
  /** Topic of the digits. */
  topic: '好友',
  request: (name: string, hello: string): string =>
    [
      `${name} 想加我好友${hello === '' ? '，没有写验证语' : `：「${hello}」`}。他不在绑定的群里。`,
      '1 同意',
      '2 拒绝',
    ].join('\n'),
  agree: '同意',
  refuse: '拒绝',
  agreed: '好的，马上通过。',
  refused: '好的，不通过。',
  late: '这个申请已经有人处理过，或者机器人重启过。他再申请一次，就照您这次说的办。',
  /** Where something private cannot be said because they are no friends yet. */
  howToAdd: (bot: string, code: string): string =>
    `请加${bot}为好友，验证语写 ${code}，我会自动通过；加好后私聊我再说一次。`,
} as const;
