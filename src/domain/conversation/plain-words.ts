/** What a person is asked to do about a trouble, as the inside of a pattern. */
export const ACT =
  '(?:反映|协调|催|问|解决|处理|看看|看一?下|来看|牵(?:个|条)?线|搭(?:个|把)?桥|搭把手|通融|减轻|少(?:点|来|查)|改(?:进|善)|关心|快(?:点|些)|沟通|说说|想想办法|转告|转达|联系|对接|核实|查|盯|过问|出面|出个?面|管管)';

/** 「这合理吗」「不是为难人吗」「凭什么」「能不能帮我们催一下」 have the form of a question and ask for nothing to know. */
const NO_QUESTION = new RegExp(
  `(?:这|那|还)?[^,，。;!?\\s]{0,6}(?:合理|公平|合适|应该|像话|对|欺负人|为难人|坑人|讲理|道理|可能|不管)[吗么嘛]|不是[^,，。;!?\\s]{1,10}[吗么嘛]|(?:有没有|还有)(?:天理|道理|王法|人性|这个道理)|有没有人(?:能|可以|来)?管?|凭(?:什么|啥)|(?:怎么|咋)(?:办(?!理|[^,，。;!?\\s])|整|搞)|到底[^,，。;!?\\s]{0,8}|哪(?:有|里(?:有|来|受|罚|扛|拖|还|敢|拿得出|等得起|赔得起))|(?:能不能|能否|可不可以|有没有|政府)[^,，。;!?\\s]{0,8}${ACT}[^,，。;!?\\s]{0,6}|找谁(?:赔|要(?!求)|说理|评理|讨)|(?:谁|哪个)(?:给|来)?(?:赔|报销?)(?=[吧啊呢?\\s。!]|$)|(?:谁|哪[里儿]?|什么|怎么)[^,，。;!?\\s]{0,2}(?:都|也)|爱(?:\\p{Script=Han})不|谁(?:能|来|可以|帮)[^,，。;!?\\s]{0,6}${ACT}|才[^,，。;!?\\s]{0,3}多少|多少(?:次|遍|趟|回)(?![?]|$)|怎么回事|什么(?:世道|态度)`,
  'gu',
);

/** The text without what only sounds like a question. */
export const withoutRhetoric = (text: string): string => text.replace(NO_QUESTION, '');

/** 「唔」「冇」「咗」「咋个」「么事」: what is said elsewhere for 「不」「没」「了」「怎么」「什么」. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/唔/g, '不'],
  [/冇得|莫得|木有|冇|没得/g, '没有'],
  [/咗/g, '了'],
  [/嘅/g, '的'],
  [/哋/g, '们'],
  [/佢/g, '他'],
  [/么子|么事|么斯|啥子|咩/g, '什么'],
  [/咋个|点样|啷个|咋/g, '怎么'],
  [/俺|咱|阿拉/g, '我'],
  [/晓得/g, '知道'],
  [/伐(?=[?\s。]|$)/g, '吗'],
];

/** A folded text with the commonest dialect words put into the written language. */
export const inPlainWords = (text: string): string =>
  DIALECT.reduce((left, [pattern, word]) => left.replace(pattern, word), text);
