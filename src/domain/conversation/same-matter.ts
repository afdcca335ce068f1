import { type Category, isTelling } from '../category.ts';
import { fold } from '../hanzi/fold.ts';

/** What one person told at one time. */
export interface Told {
  readonly text: string;
  /** Null where it was not found. */
  readonly category: Category | null;
  /** Words of the text, from `Segmenter.words`. */
  readonly words: readonly string[];
}

/** How much two messages share, 0–1: the smaller one's share, so that a short reminder belongs to a long story. */
interface Overlap {
  readonly words: number;
  readonly pairs: number;
  readonly shared: number;
}

/** What any trouble is told with, and what is said by who asks again. */
const EMPTY =
  /^(?:我们?|咱们?|你们?|他们?|大家|公司|企业|老板|领导|专员|老师|政府|部门|单位|问题|事情|情况|反映|投诉|诉求|解决|处理|办理|帮忙|帮助|麻烦|请问|请|希望|现在|已经|还是|还没|没有|没|到现在|至今|一直|天天|今天|昨天|明天|上次|上个|下个|这个|那个|这件|那件|这件事|那件事|件事|怎么样|怎样|这里|那里|这样|怎么|怎么办|什么|什么时候|时候|为什么|谁|哪里|多少|几个|可以|能不能|不能|不是|不行|就是|但是|可是|因为|所以|如果|然后|而且|或者|真的|太|很|非常|实在|个月|一个|两个|三个|几个|几次|好几|多次|说|催|问|等|找|给|要|来|去|到|有|是|了|的|呢|吗|吧|啊|进展|消息|结果|答复|回复|回音|一下|你好|您好|谢谢|电话|继续|补充|材料|大厅|窗口|客户|工人|员工|申请|通知|检查|协调|答应|承诺|补缴|补交|再|又|也|都|还)$/u;

/** Who is told of and where: one landlord can do two wrongs. */
const ACTORS =
  /^(?:园区|厂房|物业|房东|银行|税务局?|城管|街道|社区|学校|医院|项目|采购|车间|门口|厂门口|工厂|厂里|隔壁|派出所|法院|招商局?|环保局?|社保局?|供电所|海关|国企|甲方|平台|开发商|村里|村民|消防|货车|仓库|补贴|奖励|没收到|到账|不给|尾款|保证金)$/u;

const HAN = /\p{Script=Han}/u;
const NAMED = /[a-z]{2,}/u;

/** Numbers that tell one debt from another: 「46万」「12800元」; a count of months or of visits grows with time. */
const SUM = /\d+(?:\.\d+)?(?=\s*(?:多|来)?(?:万|千|元|块|亿|w))/gu;

/** Single characters that only join, taken out before pairs are made of what is left. */
const JOINTS =
  /[的了着过吗呢吧啊呀嘛哦我你他她它们这那有没不是在和跟与就都也还又再很太说给要来去到个把被让叫\p{P}\p{S}\s\d]+/gu;

const wordsOf = ({ words }: Told): ReadonlySet<string> =>
  new Set(
    words
      .map((word) => fold(word))
      .filter(
        (word) =>
          (HAN.test(word) ? word.length > 1 : NAMED.test(word)) && !EMPTY.test(word) && !ACTORS.test(word),
      ),
  );

function pairsOf({ text }: Told): ReadonlySet<string> {
  const runs = fold(text).replace(JOINTS, ' ').split(' ');
  return new Set(
    runs
      .flatMap((run) => {
        const units = Array.from(run);
        return units.slice(1).map((unit, at) => `${units[at]}${unit}`);
      })
      .filter((pair) => !EMPTY.test(pair) && !ACTORS.test(pair)),
  );
}

const sumsOf = ({ text }: Told): readonly string[] => fold(text).match(SUM) ?? [];

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): { part: number; both: number } {
  const both = [...one].filter((each) => other.has(each)).length;
  const least = Math.min(one.size, other.size);
  return { part: least === 0 ? 0 : both / least, both };
}

function overlapOf(one: Told, other: Told): Overlap {
  const words = share(wordsOf(one), wordsOf(other));
  const pairs = share(pairsOf(one), pairsOf(other));
  return { words: words.part, pairs: pairs.part, shared: words.both };
}

const differInCategory = (one: Told, other: Told): boolean =>
  isTelling(one.category) && isTelling(other.category) && one.category !== other.category;

/** Two sums of money of which none is told twice: two debts, however alike they sound. */
function differInSums(one: Told, other: Told): boolean {
  const [mine, theirs] = [sumsOf(one), sumsOf(other)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((sum) => theirs.includes(sum));
}

/** Set on a table of pairs so that few are joined wrongly: a second entry can be merged, a mixed one not be parted. */
const ENOUGH = {
  sum: { words: 0.2, pairs: 0.2 },
  /** Two words or more are the same. */
  several: { words: 0.4, pairs: 0.25, shared: 2 },
  /** Of a reminder of five characters one word may be all there is. */
  short: { words: 0.6, pairs: 0.6 },
} as const;

/** Whether two messages of one person tell of the same matter. */
export function isSameMatter(one: Told, other: Told): boolean {
  if (differInCategory(one, other)) return false;
  if (differInSums(one, other)) return false;
  const { words, pairs, shared } = overlapOf(one, other);
  const { sum, several, short } = ENOUGH;
  if (sumsOf(one).some((each) => sumsOf(other).includes(each)))
    return words >= sum.words || pairs >= sum.pairs;
  if (shared >= several.shared && words >= several.words && pairs >= several.pairs) return true;
  return words >= short.words && pairs >= short.pairs;
}
