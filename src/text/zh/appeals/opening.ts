import { WHICH_TOPIC } from '../../../domain/conversation/offers.ts';
import { cut } from './words.ts';

const BOT_SAID = '\n机器人答：';

/** The question without what the bot had said to it. */
export const withoutBot = (matter: string): string => matter.split(BOT_SAID)[0] as string;

/** What is said while an appeal is being opened. */
export const openingWords = {
  /** Topic of the digits. */
  topic: WHICH_TOPIC,
  remark: (words: string): string => `（专员补充）${words}`,
  apart: '分开办，各一个编号',
  together: '合在一起办',
  twoMatters: ([one, other]: readonly [string, string]): string =>
    `先按一件收下。听起来是两件事（${one === other ? one : `${one}、${other}`}）：\n1 分开办，各一个编号\n2 合在一起办`,
  asOne: (number: string): string => `好的，合在 ${number} 里一起办。`,
  asking: '问政策',
  reporting: '反映问题，请人来办',
  which: '您是想：\n1 问政策\n2 反映问题，请人来办',
  whatToReport: '请接着说遇到了什么事、在哪里、希望怎么解决。',
  whatToAsk: '好的，请这样发：「转人工 您的问题」。',
  human: '转人工',
  botSaid: (reply: string): string => `${BOT_SAID}${cut(reply, 120)}`,
  sorry: '抱歉没答好。回复 1 转给企业服务专员，或者换个说法再问我。',
} as const;
