/** Sentences about how the bot behaves in a group. */

export const mannersWords = {
  hushed: (bot: string): string =>
    `好的，我先不说话。诉求的进展照常通知；要我再答问题，请发「${bot} 说话」。`,
  speaking: '好的，有问题 @ 我就行。',
  alreadyHushed: '已经是安静的了。',
  alreadySpeaking: '我在，有问题 @ 我就行。',
  answersAll: (bot: string): string =>
    `好的，本群里能从政策库查到的问题，不用 @ 我也会答。关掉请发「${bot} 有问必答 关」。`,
  answersAsked: '好的，以后 @ 我才答。',
  staffOnly: '这件事请专员或管理员来说。',
  administratorsOnly: '这件事请管理员来说。',
  /** To the first who asks in a group where the bot is to be quiet. */
  hushHere: (bot: string): string => `本群设了安静，问政策请私聊我；专员发「${bot} 说话」可以恢复。`,
  /** To somebody else who asks the same within a minute. */
  justAnswered: '刚刚答过这个问题，请看上面。',
} as const;
