import { cleanText } from './clean-text.ts';

/** Marks of Markdown that WeChat would show as they are, and what stands for them. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}#{1,6} +/gm, ''],
  [/^ {0,3}> ?/gm, ''],
  [/^ {0,3}```[\w-]*\n?/gm, ''],
  [/\*\*(?=\S)([^*\n]+?)\*\*/g, '$1'],
  [/`([^`\n]+)`/g, '$1'],
  [/\[([^\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g, '$1 $2'],
];

/** A text without Markdown and without characters that a chat cannot show. */
export const toPlain = (text: string): string =>
  MARKS.reduce((plain, [mark, instead]) => plain.replace(mark, instead), cleanText(text));
