/** Headings of the table of appeals of `qifu eval`. */
export const appealWords = {
  appeals: '诉求',
  acceptable: '首个可接受',
  best: '首个最合适',
  amongThree: '前三可接受',
  category: '类别',
  askedRight: '含糊已追问',
  askedWrong: '清楚误追问',
  also: '第二件事',
} as const;

/** One miss: what was said, what was wanted, what was proposed. */
export const appealMiss = (miss: {
  readonly id: string;
  readonly text: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly askedWrong: boolean;
}): string =>
  [
    `✗ ${miss.id}　${miss.text.replace(/\s+/g, ' ')}`,
    `  应当：${miss.wanted.join(' ')}`,
    `  建议：${miss.found.join(' ')}${miss.askedWrong ? '（追问与否不对）' : ''}`,
  ].join('\n');
