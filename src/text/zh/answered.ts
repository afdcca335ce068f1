import type { AnsweredQuestion } from '../../domain/conversation/answered.ts';

/** What a specialist answered before: always called so, never policy text. */
export const answeredReply = ({ answer, on, until }: AnsweredQuestion): string =>
  [
    answer,
    `——专员答复（${on}${until === null ? '' : `，有效至 ${until}`}），不是政策原文。还有疑问请回“转人工”。`,
  ].join('\n');

export const takenUp = (number: string): string =>
  `${number} 的问答已收录，以后有人问同样的问题会先给出这条专员答复。`;
export const nothingToTakeUp = (number: string): string => `${number} 还没有答复，不能收录。`;
