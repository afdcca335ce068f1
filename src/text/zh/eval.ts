/** Headings of the table of `qifu eval`. */
export const evalWords = {
  kind: '题型',
  questions: '题数',
  first: '首条命中',
  amongThree: '前三命中',
  facts: '说出要点',
  declinedWrong: '误拒',
  declinedRight: '应拒已拒',
  all: '合计',
  seconds: (questions: number, seconds: number): string => `${questions} 题，用时 ${seconds.toFixed(1)} 秒`,
} as const;

const KINDS: Readonly<Record<string, string>> = {
  plain: '完整问句',
  colloquial: '口语',
  abbreviation: '简称',
  typo: '错别字',
  traditional: '繁体',
  pinyin: '夹拼音',
  department: '问单位',
  number: '问数额',
  deadline: '问时间',
  compare: '两处对照',
  region: '点名地区',
  none: '答不了',
};

export const kindName = (kind: string): string => KINDS[kind] ?? kind;

/** One miss: what was asked, what was wanted, what was found and said. */
export function missLines(miss: {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly faults: readonly ('first' | 'amongThree' | 'facts' | 'declinedWrong' | 'answeredWrong')[];
  readonly wanted: readonly string[];
  readonly facts: readonly string[];
  readonly hits: readonly string[];
  readonly reply: string;
}): string {
  const faults = miss.faults.map((fault) => FAULTS[fault]).join('、');
  return [
    `✗ ${miss.id} ${kindName(miss.kind)}　${miss.question}`,
    `  问题所在：${faults}`,
    ...(miss.wanted.length > 0 ? [`  应找到：${miss.wanted.join(' | ')}`] : []),
    ...(miss.facts.length > 0 ? [`  应说出：${miss.facts.join('、')}`] : []),
    ...miss.hits.map((hit, at) => `  找到 ${at + 1}：${hit}`),
    `  回答：${miss.reply.replaceAll('\n', '\n        ')}`,
    '',
  ].join('\n');
}

const FAULTS = {
  first: '首条不对',
  amongThree: '前三条里没有',
  facts: '没说出要点',
  declinedWrong: '不该拒答',
  answeredWrong: '应当拒答',
} as const;
