import { fold } from '../hanzi/fold.ts';
import type { Entry } from './types.ts';

/** Enough text to know the words of a large library; more would only cost time at the first question. */
const MOST_CHARACTERS = 1_500_000;

/** Words of everyday asking that people type in pinyin too. */
export const ASKING: readonly string[] =
  '多少 多少钱 多少家 多少户 多少万 什么 是什么 怎么 怎么办 怎么样 怎么申请 申请 申报 补贴 奖励 补助 贷款 哪个 哪些 哪家 哪里 哪天 哪年 部门 哪个部门 负责 谁负责 谁管 归谁 谁牵头 牵头 单位 责任单位 政策 企业 时候 什么时候 截止 条件 今年 明年 去年 有没有 有哪些 可以 几家 几户 几个 几万 几场 奖多少 奖多少钱 补多少 补多少钱 给多少 给多少钱 给几万 市里 省里 区里 支持 服务 平台 首批 目标 标准 一次性 比赛 大赛 比例 利率 费率 规模 增长 降到 新增 新建 还有 还有效 有效 有效期 过期 是不是 能不能 老板 公司 工厂 厂房 园区 人才 招聘 融资 上市 房租 租金 合作 办理 流程 材料 名单 期限 什么意思 区别 一样'.split(
    ' ',
  );

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
