/** Words of acts that the bot itself types for people: what a digit stands for. */

/** 「1」 beneath an order. */
export const signWord = '签收';
/** 「1」 beneath a request for more time. */
export const grantWord = '同意延期';
/** What picking a unit says. */
export const dispatchWords = (unit: string): string => `派 ${unit}`;
/** What picking one of the seven grounds says; counted from 1. */
export const groundWord = (ground: number): string => `不予受理 ${ground}`;
/** What is done with words that came without one. */
export const replyWords = (text: string): string => `答复：${text}`;
export const noteWords = (text: string): string => `进展 ${text}`;
export const returnWords = (text: string): string => `退单 ${text}`;
/** Words that a picked choice puts in front, so that it is not asked again. */
export const MARKS = { question: '问政策 ', appeal: '诉求 ', apart: '分开办 ', together: '一起办 ' } as const;
