import { fold } from '../hanzi/fold.ts';

/** What a department asks for first when an appeal does not say it. */
export const NEEDED_FACTS = ['firm', 'place', 'since', 'wish', 'contact'] as const;

export type NeededFact = (typeof NEEDED_FACTS)[number];

const DIGIT = '[0-9〇零一二三四五六七八九十两几半]';

/** Each is found rather too easily: a false 待补 annoys the owner, a missed one costs the specialist a question. */
const SHOWS: Readonly<Record<NeededFact, RegExp>> = {
  /** 「示例科技有限公司」「示例模具厂」「张记面馆」; 「我们公司」「一家厂」 name none */
  firm: new RegExp(
    `(?:(?![我你他她它俺咱们在是的了和跟与给被把对向由从家个])[\\p{Script=Han}a-z]){2,18}(?:有限(?:责任)?公司|股份公司|集团|合作社|事务所|工作室|经营部|商行|[工具械品装制料材化子件木]厂|饭店|餐馆|面馆|酒楼|超市|药店|诊所|幼儿园|(?:商贸|科技|实业|生物|软件|电子|新材料)(?=[\\s,，。.;:!?(的]|\\d|$))`,
    'u',
  ),
  /** 「江夏区」「光谷软件园」「阳逻港」「中山大道12号」 */
  place:
    /\p{Script=Han}{2,6}(?:区|县|市|镇|乡|街道?|村|社区|园区?|大道|路|巷|港|开发区|新城|工业城|码头|广场|大厦|写字楼)(?!别|分|域|块|面|场部门)|光谷|汉口|武昌|汉阳|江岸|江汉|硚口|青山|洪山|东西湖|汉南|蔡甸|江夏|黄陂|新洲|经开|东湖|沌口|阳逻|盘龙城|藏龙岛|庙山|常福|吴家山|金银湖|楚河汉街/u,
  since: new RegExp(
    `${DIGIT}+(?:多|来)?个?(?:多|半)?(?:年|月|天|日|周|星期|礼拜|小时|点)|(?:今|昨|前|大前)(?:天|晚|早|日|年|儿)|去年|上(?:个?月|周|星期|礼拜|半年|回|次)|这(?:几|两)(?:天|年|个月)|最近|刚才|月[初底]|年[初底前]|半年|多年|好久|凌晨|早上|下午|昨儿`,
    'u',
  ),
  wish: /希望|请(?!示)|求|麻烦|帮|能不能|能否|可不可以|可以.{0,10}[吗么]|想(?!不到|来)|要(?!求)|盼|谁(?:来|能|管)|管(?:一管|管|不管)|怎么办|咋办|咋整|怎么弄|找谁|解决|协调|催|退(?:钱|款|给|还)|赔|给个|[?吗么]\s*$/u,
  contact:
    /1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|(?:0\d{2,3}[\s-]?)?\d{7,8}|微信号?[:：\s]?[a-z][\w-]{5,}|[\w.]+@[\w.]+\.[a-z]{2,}/u,
};

/** Which of the needed facts a message does not tell, in the order in which they are asked for. */
export function missingIn(message: string): readonly NeededFact[] {
  const text = fold(message);
  return NEEDED_FACTS.filter((fact) => !SHOWS[fact].test(text));
}
