import { fold } from '../hanzi/fold.ts';
import type { Entry } from './types.ts';

/** Enough text to know the words of a large library; more would only cost time at the first question. */
const MOST_CHARACTERS = 1_500_000;

/** Words of everyday asking that people type in pinyin too. */
export const ASKING = [
  '多少',
  '多少钱',
  '什么',
  '怎么',
  '怎么办',
  '申请',
  '申报',
  '补贴',
  '奖励',
  '补助',
  '贷款',
  '哪个',
  '部门',
  '负责',
  '牵头',
  '单位',
  '政策',
  '企业',
  '时候',
  '截止',
  '条件',
  '今年',
  '有没有',
  '可以',
  '几家',
  '支持',
  '服务',
  '平台',
  '首批',
  '目标',
  '标准',
  '一次性',
];

const WORD = /^\p{Script=Han}{2,8}$/u;

/** The words of a library with their frequency, and the lexicon. */
export function vocabularyOf(
  entries: Iterable<Entry>,
  { lexicon, words }: { lexicon: readonly string[]; words: (text: string) => readonly string[] },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string, count: number): void => {
    if (WORD.test(word)) counts.set(word, (counts.get(word) ?? 0) + count);
  };
  let characters = 0;
  for (const { clause, units } of entries) {
    if (characters > MOST_CHARACTERS) break;
    const text = fold(clause.text);
    characters += text.length;
    for (const word of words(text)) add(word, 1);
    for (const { name } of units) add(name, 1);
  }
  for (const word of lexicon) add(fold(word), 3);
  return counts;
}
