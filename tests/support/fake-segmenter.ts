import type { Segmenter } from '../../src/domain/segment.ts';
import { seedText } from './seeds.ts';

/** Everyday words of policy prose, beside the seeds' own lexicon: enough for tests of what stands on words. */
const WORDS = `
支持 政策 企业 中小企业 发展 经济 创新 加快 加大 力度 进度 拨付 方式 贷款 规模 扩大 小微 人才 优先 面向 环境 重要 保障
平台 服务 建设 提升 能力 严重 损害 合法 权益 破坏 行为 工业 互联网 推广 应用 资金 项目 实施 推动 强化 培育 体系 完善 机制
市场 主体 活力 激发 管理 水平 质量 标准 技术 产业 基地 示范 融资 金融 信用 担保 信息 数据 数字 转型 升级 专业 精细 特色
国家 全市 全省 各区 部门 单位 责任 负责 工作 落实 组织 开展 活动 对接 需求 引导 鼓励 参与 合作 交流 成果 转化 科技 高校
知识 产权 保护 法律 法规 行政 审批 监管 公平 竞争 采购 政府 申报 条件 材料 期限 奖励 补贴 一次性 财政 给予 进一步 优化 专利
`;

/** A segmenter of pure words: the longest dictionary word at each place, else one character. */
export function createFakeSegmenter(more: readonly string[] = []): Segmenter {
  const lexicon = seedText('lexicon.txt')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((word) => word !== '' && !word.startsWith('#'));
  const everyday = new Set(WORDS.split(/\s+/).filter(Boolean));
  const dictionary = new Set([...everyday, ...lexicon, ...more]);
  const longest = Math.max(...Array.from(dictionary, (word) => word.length));
  const words = (text: string): readonly string[] => {
    const found: string[] = [];
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at);
      while (length > 1 && !dictionary.has(text.slice(at, at + length))) length -= 1;
      found.push(text.slice(at, at + length));
      at += length;
    }
    return found;
  };
  return {
    words,
    search: words,
    has: (word) => dictionary.has(word),
    // As in the real one, words of the seeds' lexicon are those that everyday Chinese does not use.
    frequency: (word) => (everyday.has(word) ? 1 : 0),
  };
}
