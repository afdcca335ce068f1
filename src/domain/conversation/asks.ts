/** What answers to a question are told from: counter-questions, and mere politeness. */

const ASKS =
  /[?？]|[吗嘛呢么]\s*$|怎么|怎样|咋|如何|什么|啥|哪|几[个时家年]|多少|多久|多长|多大|是否|能不能|可不可以|有没有|请问/;

/** True where something is asked for; 「在关山街」「2025年3月签的」 ask for nothing. */
export const asksSomething = (text: string): boolean => ASKS.test(text);

const POLITE =
  /^(?:(?:好的?|好滴|嗯+|哦+|行|可以|ok|谢谢?|多谢|感谢|收到|知道了?|明白了?|了解|辛苦了?|[您你]好|在吗?|麻烦了?|稍等|等一?下|我?(?:先|去)*(?:看看|找找|问问|查查)|再见|拜拜)[您你们啦了啊呀哈哒哟\s,，。.!！~～]*)+$/i;

/** 「好的谢谢」「稍等，我找找」: an answer is still to come. */
export const isMerelyPolite = (text: string): boolean => POLITE.test(text.trim());
