// What a question is about: the text without the words that only ask, greet or fill.

/** Words that every question may hold and no clause is found by; longer ones first within the pattern. */
const FILLERS: readonly string[] = [
  // politeness and address
  `请问一下 请问 想问一下 想问下 问一下 问下 我想问 想问问 想问 问问 咨询一下
   咨询下 想咨询 打听一下 打听下 打听 了解一下 想了解 想知道 麻烦 劳驾 谢谢 你好
   您好 大家好 各位 在吗 帮我 帮忙 给我 告诉我 说一下 说说 讲讲 查一下 查下
   看一下 看看 求助 急`,
  // who speaks
  `我们公司 我们厂 我们企业 我们单位 我们这种 我们家 我们这 我们 咱们 咱 俺们 俺
   我公司 我厂 我司 我家 我那个 我这个 我这 本人 我`,
  // asking for an amount, a number, a unit, a time
  `多少钱 多少万元 多少万 多少元 多少家 多少户 多少个 多少场 多少名 多少人 多少项
   多少期 多少 几多钱 几多 几万块 几万 几块钱 几家 几户 几个 几场 几名 几人 几项
   几次 几期 好多钱 好多 多大 多高 百分之几 几何 哪个部门 哪些部门 什么部门
   哪个单位 哪些单位 什么单位 哪几个单位 哪几家单位 哪几个部门 哪家单位 哪个局 哪些局
   哪几个局 哪个委 哪个厅 哪些厅 哪个 哪些 哪几 哪家 哪里 哪儿 哪边 责任单位
   责任部门 负责单位 主管部门 牵头单位 牵头部门 归谁管 归哪 谁来 谁管 谁负责 谁牵头
   牵头 负责 找谁 向谁 跟谁 和谁 还有谁 谁 归 管 什么时候 什么时间 啥时候 何时
   哪天 哪年 哪月 哪一天 哪一年 几月 几号 几时 多久 隔多久 截止时间 截止日期 截止
   来得及 赶得上 时间节点 怎么样 怎么 咋样 咋 如何 怎样 么样 点样 为什么 为啥
   什么样 什么 啥子 啥 么事 莫子 吗 呢 吧 嘛 么 啊 呀 哦 哈 咧 撒 噻 咯 哟
   嘞 是不是 是否 有没有 有冇得 冇得 有冇 能不能 可不可以 可以 能否 会不会 要不要
   行不行 算不算 有无 真的假的 真的 听说 据说 到底 究竟 大概 大约 一共 总共 具体
   这个 那个 这种 那种 这样 那样 这边 那边 这份 那份 这些 那些 这里 那里 这 那
   一样多 一样 同一个 相同 区别 不同 对比 比较 哪个更 分别 各自 还是 以及 和 与
   跟 及 或者 或 现在 目前 眼下 如今 最近 今年 现行 当前 已经 还 就 都 也 才
   又 再 很 太 好 的 了 着 过 得 地 是 有 在 要 想 会 能 让 把 被 给 对
   从 到 向 为 个 些 里 里面 方面 一下 一个 没 不`,
].flatMap((words) => words.split(/\s+/));

const DIRECTIONS = ['归', '由', '找', '去', '向', '跟', '是', '属', '属于', '问', '让', ''];
const WHICH = ['哪个', '哪些', '什么', '哪家', '哪几个', '哪一个', '啥'];
const OFFICES = ['部门', '单位', '局', '委', '厅', '机构', '科室', '地方', '窗口'];

/** 「归哪个部门管」「去哪个窗口」. */
const WHICH_OFFICE = DIRECTIONS.flatMap((direction) =>
  WHICH.flatMap((which) => OFFICES.map((office) => `${direction}${which}${office}`)),
);

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const FILLER_SET = new Set(FILLERS);
const MAX_FILLER = Math.max(...FILLERS.map((word) => word.length));

/** One-character fillers are only taken out where the segmenter sees them as words of their own. */
const LONG_FILLERS = new RegExp(
  [...WHICH_OFFICE, ...FILLERS]
    .filter((word) => word.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|'),
  'g',
);

/** True for a word that only asks, greets or fills. */
export const isFiller = (word: string): boolean => word.length <= MAX_FILLER && FILLER_SET.has(word);

/**
 * The text without fillers, which a segmenter (`words`) finds by themselves, and without the longer phrases.
 * A gap stays where one was, so that no two words are joined that did not stand together; empty where nothing
 * but fillers stands.
 */
export function subjectOf(text: string, words: (text: string) => readonly string[]): string {
  const parts = text.replace(LONG_FILLERS, ' ').split(/[\s\p{P}\p{S}]+/u);
  const kept = parts.map((part) =>
    words(part)
      .map((word) => (isFiller(word) ? ' ' : word))
      .join(''),
  );
  return kept.join(' ').replace(/\s+/g, ' ').trim();
}
