import type { Rating } from '../appeal/types.ts';

/** One way to say what an answer was worth, as the whole of a clause. */
export interface VerdictRow {
  readonly says: Rating | 'solved' | 'unsure';
  readonly word: RegExp;
  /** Said of hardly anything but a service. */
  readonly isPlain: boolean;
  /** Whatever else is good: it is not done. At the end of a story it tells of a new trouble. */
  readonly isFinal?: true;
  /** The words themselves tell what is wrong. */
  readonly tells?: true;
}

const OF_IT =
  '(?:(?:但是?|不过|只是|可是|而且|就是|我们?|你们?|他们|这次|这回|这个?|这件?事情?|总体|总的来说|整体|感觉|觉得|认为|办事|办理|处理|解决|服务|态度|结果|效率|答复|回复|工作|专员|问题|事情?|办|的|得|倒|也|还是|都|就|真是|确实|反正|对|说)*)';
const VERY = '(?:很|挺|蛮|非常|十分|特别|真的?|太|超级?|相当|好|老|确实|比较|贼)';
const END =
  '(?:了|的|呀|啊|哦|哈|呢|吧|啦|嘛|滴|哒|哟|得很|极了)*(?:谢谢|多谢|感谢|辛苦了?)?(?:你们?|您|大家)?$';

const row = (says: VerdictRow['says'], words: string, isPlain = false): VerdictRow => ({
  says,
  isPlain,
  word: new RegExp(`^${OF_IT}(?:${words})+${END}`, 'u'),
});

/** In the order in which they are tried; dialect is put into the written language before. */
export const VERDICT_ROWS: readonly VerdictRow[] = [
  /** 「没啥不满意的」「不是不满意」「挑不出毛病」 */
  row(
    'satisfied',
    '没有?(?:什么|啥|哪里)?不满意|不是不满意|没有?(?:什么|啥)?(?:毛病|话说|得说)|挑不出(?:什么)?毛病|无可挑剔',
    true,
  ),
  row(
    'unsure',
    '(?:不能|不好)说(?:不?满意)?|说不(?:好|上来)|一半一半|不好不坏|一般(?:般|化)*|马马虎虎|马虎|(?:勉强)?(?:凑合|将就)|就那(?:么|个)?样|就这样|勉勉强强|中规中矩|及格|无所谓|要得|得行|阔以|差不多|(?:基本上?|差不多|大部分|部分)解决',
  ),
  /** 「不是很满意」「谈不上满意」「一点都不满意」「满意个鬼」 */
  row(
    'dissatisfied',
    '(?:一点|半点|根本|完全|实在|极度|极其|相当|十分|很|非常|太)*(?:也|都)?(?:不(?:是|太|够|算|怎么|咋|大|十分)*(?:很|太|特别|那么)*|谈不上|说不上|算不上|没有?(?:多|那么)?)满意|满意个?(?:鬼|屁|头|锤子)|差评|[一二]星(?:差评)?',
    true,
  ),
  {
    ...row(
      'dissatisfied',
      '(?:还是?|仍然?|根本|一直|压根|都|也|并)*(?:没有?|未)(?:真正|彻底|完全|得到|给)?(?:解决好?|搞定|搞好|办好|办成|办妥|弄好|处理好?|落实)(?:问题|事情?)?',
      true,
    ),
    isFinal: true,
  },
  {
    ...row(
      'dissatisfied',
      '(?:还是?|仍然?|根本|一直|压根|都|也)*没有?人(?:来)?(?:管|理|理睬|过问|联系)(?:过)?(?:我们?)?',
      true,
    ),
    isFinal: true,
    tells: true,
  },
  row(
    'dissatisfied',
    '不(?:是|太|够|算|怎么|咋|大)*(?:很|太|特别|那么)*(?:好(?![意说评])|行(?!动)|理想|到位)|不(?:怎么|咋)(?:样|地|的)|没有?(?:多|那么)好',
  ),
  {
    ...row(
      'dissatisfied',
      `${VERY}*(?:差劲?|糟糕?|烂|垃圾|敷衍|失望|离谱|坑|水)|踢皮球|糊弄(?:人|我们?)?|忽悠(?:人|我们?)?|白搭|差得很|太差`,
    ),
    tells: true,
  },
  row('mostly-satisfied', '(?:基本上?|勉强|还算?|比较|大体|大致)满意|中评|三星', true),
  row(
    'mostly-satisfied',
    '(?:基本上?|勉强|还算|比较|大体|大致)(?:可以|行|好|成|接受)|还(?:行|可以|好|成|阔以|凑合)|过得去|(?:可以|能|勉强)接受|尚可|(?:挺|蛮|很)可以|不(?:差|赖|坏)',
  ),
  row('satisfied', `${VERY}*满意|好评|[四五]星(?:好评)?`, true),
  row(
    'satisfied',
    `${VERY}+(?:好|棒|赞|给力|到位|靠谱|及时|周到|负责|牛|厉害|快)|${VERY}*(?:还|也|都)?不错|给力|点赞|没有?(?:什么|啥)?意见|巴适|安逸|好得很|完美|杠杠`,
  ),
  row(
    'solved',
    '(?:都|已经?|也|终于|总算|算是)*(?:给)?(?:得到)?(?:解决|搞定|搞好|弄好|办好|办成|办妥|处理好|整好|搞掂)',
    true,
  ),
];
