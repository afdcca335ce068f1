import { cut } from './words.ts';

const NAME = 40;
const names = (all: readonly string[]): string => all.map((name) => `《${cut(name, NAME)}》`).join('、');

/** Sentences about files that come with appeals. */
export const fileWords = {
  /** Topic of the digits. */
  topic: '附件',
  /** What stands in the appeal. */
  added: (all: readonly string[]): string => `（附件：${names(all)}）`,
  whichAppeal: (choices: readonly { readonly key: string; readonly label: string }[]): string =>
    ['附件是哪一件的？', ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n'),
  noAppeal: '收到，但我看不出是哪件事。请先用文字说清楚，登记成诉求后再发文件或图片，我一起交给承办单位。',
  /** An act that no file goes with. */
  notCarried: '附件没有一起转出，请再单独发一次附件。',
  lost: (all: readonly string[]): string =>
    `${names(all)}没能收下（取不到，或超过 30 MB），请再发一次或拆小一点。`,
} as const;
