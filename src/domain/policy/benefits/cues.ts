/** What stands around a sum or rate in its sentence, all plain text. */
export interface MoneyContext {
  /** The sentence up to the sum. */
  readonly before: string;
  /** The part of `before` behind its last comma outside of the sum. */
  readonly segment: string;
  readonly after: string;
  /** The sum or rate itself. */
  readonly sum: string;
  /** Headings and table header above. */
  readonly heading: string;
}

const GIFT =
  '奖励|补助|补贴|资助|奖补|扶持|支持|奖金|配套|贴息|补偿|激励|津贴|返还|奖|安家费|生活费补|经费|红包|代金券|消费券|创新券|服务券|购房券';
const GIVES = new RegExp(`给予|予以|发放|兑现|拨付|享受|补足|补给|${GIFT}|减免|免除|补`);
const SUBJECT_MATTER =
  '投资|投入|营业收入|营收|主营|收入|产值|增加值|销售|交易|成交|税收|纳税|缴税|利润|利息|支出|资本|资产|实缴|实收|到位|贷款|授信|融资|额度|保费|余额|合同|估值|成本|进出口|出口|进口|外资|贡献|工资|薪酬|年薪|薪金|规模|总价|采购|订单|单价|原值|造价|保额|募集|并购|研发费|费用|金额|总额|发票|捐赠|票面|欠款|营业额|流水|业务收入|注册|价值';
const REACHES =
  '超过|超|达到|达|不低于|不少于|满|突破|大于|小于|低于|少于|高于|在|为|约|首次|每满|每|近|至|累计|不足|实际|总|额|年|均|当年|上年度|上年|度|分别|新增|首次突破|完成|的|合计|单个|单笔|一次性|同比|增|净|:|[(][^()]{0,10}[)]';

interface Cue {
  readonly isBenefit: boolean;
  readonly before?: RegExp;
  readonly segment?: RegExp;
  readonly after?: RegExp;
  readonly heading?: RegExp;
  readonly when?: (context: MoneyContext) => boolean;
}

/** 「给予…」 right before the sum; 「奖励金额在50万元」 measures what was given. */
const GIVEN_HERE =
  /(?:给予|予以|奖励|补助|补贴|资助|奖补|发放|享受|贴息)(?![^,]{0,4}(?:金额|总额|额|资金|合计|累计)[^,]{0,6}$)[^,]{0,14}$/;
const isThreshold = ({ segment }: MoneyContext): boolean =>
  !GIVEN_HERE.test(segment) && !/(?:最高|不超过|不高于|封顶|上限)[^,]{0,6}$/.test(segment);

const GIFT_BEHIND = new RegExp(
  `^(?:[(][^()]{0,12}[)])?(?:/[\\u4e00-\\u9fa5]{1,4}(?:[·/.][\\u4e00-\\u9fa5]{1,3})?|每[\\u4e00-\\u9fa5]{1,3})?(?:以内|以下|左右|不等|封顶|\\(含\\))?(?:的|之)?(?:一次性|财政|专项|资金|定额|标准|最高|创业|事后|后|研发|项目|相应|市级|区级|省级|额度|现金|建设|运营|经营|开办|启动|认定|首次|晋级|落户|购房|租房|生活|人才|培育|就业|招用|吸纳|工作|物质|年度|科研|引才|综合)*(?:的)?(?:给予|予以)?(?:一次性)?(?:${GIFT})`,
);

/** Read from the top, the first that fits decides; each row stands for one trap or one phrase of real notices. */
const CUES: readonly Cue[] = [
  // A table's column on what was reached so far grants nothing.
  { isBenefit: false, heading: /(?:完成|进展|落实|执行)情况$|成效$/ },
  // 「2000万元(含)至5000万元的,奖励10万元」: a sum within the condition, before its 「的,」 or the sum that is given.
  { isBenefit: false, after: /^[(]不?含[^()]{0,6}[)](?!的?(?:一次性)?(?:奖|补))/, when: isThreshold },
  { isBenefit: false, after: /^[^,。;元]{0,30}的,/, when: isThreshold },
  {
    isBenefit: false,
    after:
      /^(?:[(]不?含[^()]{0,6}[)])?(?:及?以上|及?以下|以内)?(?:,|:)(?:分别|一次性|按照?|再)?(?:给予|奖励|补助|补贴|资助)[^,。;]{0,24}[元%]/,
    when: isThreshold,
  },
  { isBenefit: false, segment: /元(?:[(]不?含[^()]{0,6}[)])?(?:以上)?(?:至|到|-)$/, when: isThreshold },
  {
    isBenefit: false,
    segment: /(?:不足|(?<!不)低于|(?<!不)少于|不满|未达到?|未满)$/,
    after: /^(?:[(][^()]{0,6}[)])?的/,
  },
  // A table's column 「奖励」 of cells 「3万元」; 「已获补助」 tells what somebody had.
  {
    isBenefit: true,
    heading: /\n(?![^\n]*[已曾])[^\n]{0,8}(?:奖励|奖金|补贴|补助|资助|奖补)(?:[（(][^（）()\n]{1,8}[）)])?$/,
    segment: /^(?:再|另|各)?(?:奖励?|补)?$/,
    after: /^(?:\/[\u4e00-\u9fa5]{1,4})?$/,
  },
  // A table's column of ceilings; 「罚款上限」 and 「贷款额度上限」 grant nothing.
  {
    isBenefit: true,
    heading: /(?<!(?:罚|贷款|授信|融资|担保|价|收费)[^\n]{0,4})(?:上限|封顶|最高限额)$/,
    segment: /^$/,
  },
  {
    isBenefit: true,
    segment: /按[^,]{0,20}$/,
    after: /^(?:的标准)?(?:申领|申请|领取)[^,。;]{0,8}(?:补贴|补助|奖励|津贴)/,
  },
  { isBenefit: true, before: /的,可?(?:再|另|额外)(?:增加|追加|叠加)$/ },
  { isBenefit: false, before: /费[^。;]{0,10}(?:自理|自付|自行承担|收取|由[^,]{1,10}承担)[^。;]{0,10}$/ },
  {
    isBenefit: true,
    segment:
      /(?:单[个家户]|每[家个户]|同一|全年|年度|合计|累计|总额|总计)[^,]{0,14}(?:最高|不超过|不高于|不得超过|封顶|上限)[^,]{0,6}$/,
    when: ({ before, segment, after, heading }) =>
      (GIVES.test(before.slice(0, before.length - segment.length)) || GIVES.test(heading)) &&
      !/贷款|授信|融资|担保|保额|投资|额度最高|个人最高/.test(segment) &&
      !/贷款额度|授信|担保额度/.test(heading) &&
      !/^[^,。;]{0,14}(?:贷款|授信|融资)/.test(after),
  },
  // 「每人每年最高减征税额8000元」「按每户每年2万元为限额依次扣减」: tax that need not be paid.
  {
    isBenefit: true,
    segment:
      /(?:每[人户家企]|最高|不超过)[^,]{0,12}(?:减征|减免|抵减|扣减|抵扣|免征)(?:税额|税款|金额|额度?)?(?:最高|不超过|为)*$/,
  },
  {
    isBenefit: true,
    segment: /每[人户家][^,]{0,8}$/,
    after: /^为?(?:限额|上限|标准|定额)[^,。;元]{0,6}(?:扣减|抵减|抵扣|减征|减免)/,
  },
  // 「两年来全区累计发放补贴800万元」 tells what was paid to all; 「三年累计不超过10万元」 what one can get.
  {
    isBenefit: false,
    before:
      /(?:以来|近[一二两三四五\d]+年|[一二两三四五\d]年[来间]|截至|全[省市区县]|20\d\d年度?[^,]{0,6}(?:已|共))[^。]{0,40}$/,
    segment:
      /(?:累计|合计|已经?|共计?)(?:向[^,]{1,14})?(?:发放|兑现|兑付|拨付|支付|落实|下达)(?![^,]*(?:最高|不超过|不高于|不得超过|上限|封顶))[^,]{0,16}$/,
  },
  // 「返还金额不超过1万元的,免除申报手续」 is a condition, 「给予最高500万元…的担保贷款」 a loan.
  {
    isBenefit: false,
    after: /^的[,;]/,
    when: ({ segment }) => !/(?:给予|奖励|补助|补贴|资助)[^,]{0,6}$/.test(segment),
  },
  {
    isBenefit: false,
    after: /^[^,。;元]{0,14}(?:贷款|授信|融资)(?!.{0,4}(?:贴息|利息|补贴|补助|奖|担保费|保费|贡献|余额))/,
    when: ({ segment }) => !/(?:贴息|补贴|补助|奖励)[^,]{0,10}$/.test(segment),
  },
  {
    isBenefit: true,
    segment: /(?:增发|加发|发放|补助|补贴|给予)[^,]{0,14}每[人家户][每]?[天日月年]?[^,]{0,4}$/,
  },
  {
    isBenefit: true,
    after: new RegExp(`^(?:的?标准|的?额度|的?比例)?(?:给予|予以|发放|兑现|补)[^,。;]{0,20}(?:${GIFT})`),
  },
  // 「分三年按20万、30万、40万兑现」 is the schedule of a total that stands before.
  {
    isBenefit: false,
    before: /分(?:[一二两三四五\d]+)?(?:个)?(?:年度?|期|次|批|档期)[^,。]{0,14}$/,
    when: ({ before }) => /元/.test(before),
  },
  {
    isBenefit: false,
    before: /(?:由|从)(?:原来的?|现行的?|原)?[^,]{0,6}$/,
    after: /^[^,]{0,8}(?:调整|提高|增加|降低|下调|上调|提升|放宽|扩大)/,
  },
  {
    isBenefit: false,
    segment:
      /(?:罚款|处以|罚金|滞纳金|违约金|没收|租金(?!补)|收费|缴纳|交纳|保证金|押金|票价|门槛|低保|认定标准|工本费|起付|自付|手续费)[^,]{0,14}$/,
    when: ({ segment }) => !/(?:补贴|补助|奖励|返还|减免|给予)[^,]{0,10}$/.test(segment),
  },
  {
    isBenefit: false,
    after:
      /^(?:[(](?:不?含[^()]{0,10})[)])?(?:\(含\))?(?:及|或|（含）)?(?:以上|以下|及以下|及以上)(?!的?(?:一次性)?(?:奖励|补助|补贴|资助|奖补))/,
    when: ({ segment }) => !/(?:给予|奖励|补助|补贴|资助)[^,]{0,6}$/.test(segment),
  },
  {
    isBenefit: true,
    after: GIFT_BEHIND,
    when: ({ segment }) =>
      !/(?:安排|设立|统筹|筹集|预算|累计发放|总规模|已|已经|共|合计|争取)[^,]{0,8}$/.test(segment) &&
      !new RegExp(`(?:投资|贷款|授信|融资|产值|营业收入|销售收入)(?:额|总额)?(?:${REACHES}){0,3}$`).test(
        segment,
      ),
  },
  {
    isBenefit: false,
    after:
      /^(?:以上|以下|以内)?的(?:各类|民营|中小|规上|工业|商贸|科技|新|重点|优质|小微)*(?:企业|项目|单位|园区|平台|机构|个人|经营主体|部分|金融机构|纳税人|合同|订单|设备|贷款|活动|展会|投资)/,
  },
  {
    isBenefit: false,
    after:
      /^(?:的|左右|以上|规模的?)*(?:(?:[“"《][^”"》]{0,16}[”"》])|[\u4e00-\u9fa5]{0,8})?(?:基金|资金池|专项资金|信贷|贷款|授信|融资|产业集群|产业|规模|产值|订单|投资|项目|销售|交易|税收|额度)/,
  },
  {
    isBenefit: false,
    segment: new RegExp(`(?:${SUBJECT_MATTER})(?:${REACHES}){0,5}$`),
    when: ({ segment }) =>
      !new RegExp(
        `(?:${GIFT}|给予|资金支持)(?:的)?(?:资金|金)?(?:总)?(?:金额|总额|额度|费用|规模|累计|合计)(?:${REACHES}|最高|不超过|不高于)*$`,
      ).test(segment),
  },
  {
    isBenefit: false,
    segment:
      /(?:贷款|授信|融资|借款|担保|投资|营业收入|产值|销售额|收入|税收|注册资本|保额|放款|信贷|免抵押)[^,、]{0,14}$/,
    when: ({ segment }) => !new RegExp(`${GIFT}|补|给予(?!.{0,12}(?:贷款|授信))`).test(segment),
  },
  {
    isBenefit: false,
    segment:
      /(?:规模|基金|设立|组建|力争|实现|突破|新增|累计|安排|统筹|筹集|预算|减税|让利|总投资|发放)[^,]{0,12}$/,
    when: ({ segment }) => !/(?:给予|奖励|补助|补贴|资助|奖补|贴息)[^,]{0,16}$/.test(segment),
  },
  {
    isBenefit: true,
    segment:
      /(?:[一二三四特]等奖|优[秀胜]奖|入围奖|鼓励奖|金奖|银奖|铜奖|冠军|亚军|季军|第[一二三四五]名|[国省市区县]家?级|[A-E]级|\d星级?)[^,]{0,12}$/,
    when: ({ before, after, heading }) =>
      GIVES.test(before.slice(-80)) || GIVES.test(after.slice(0, 50)) || GIVES.test(heading),
  },
  // 「为创业者减免房租2.55亿元」 reports what was done: nobody is granted hundreds of millions without a 给予.
  {
    isBenefit: false,
    when: ({ sum, segment }) => sum.includes('亿') && !/给予|予以|奖励|最高|一次性|不超过/.test(segment),
  },
  {
    isBenefit: true,
    segment: new RegExp(`(?:给予|予以|发放|兑现|拨付|补给|${GIFT}|减免|补)[^,]{0,40}$`),
    when: ({ segment, after }) =>
      !/^[^,。]{0,8}(?:贷款|授信|融资)/.test(after) &&
      !/(?:支持|扶持|激励)[^,]{0,24}(?:贷款|融资|授信|投资)[^,]{0,14}$/.test(segment),
  },
  {
    isBenefit: true,
    before: new RegExp(`(?:${GIVES.source})[^。]{0,80}$`),
    segment:
      /(?:最高|不超过|上限|封顶|不高于|最多|限额|总额|累计|单[个家户]|每[家个户人年月亩间]|分别|按照?|标准|其中|对|达)[^,]{0,30}$/,
    when: ({ segment }) => !/(?:贷款|授信|融资|投资|收入|产值|销售)[^,]{0,12}$/.test(segment),
  },
  {
    isBenefit: true,
    heading: /(?:奖励|补助|补贴|资助|扶持|支持|奖补)(?:标准|额度|金额|比例|政策|内容|方式)|标准$/,
    when: ({ segment }) => !new RegExp(`(?:${SUBJECT_MATTER})`).test(segment),
  },
];

function fits(cue: Cue, context: MoneyContext): boolean {
  if (cue.before && !cue.before.test(context.before)) return false;
  if (cue.segment && !cue.segment.test(context.segment)) return false;
  if (cue.after && !cue.after.test(context.after)) return false;
  if (cue.heading && !cue.heading.test(context.heading)) return false;
  return cue.when ? cue.when(context) : true;
}

/** Tells whether a sum is what somebody gets; thresholds, turnover, loans, goals and fees are not. */
export function isBenefit(context: MoneyContext): boolean {
  return CUES.find((cue) => fits(cue, context))?.isBenefit ?? false;
}

const NO_RATE =
  /增长|提高|提升|占|比重|覆盖率|达到|利率|税率|费率|降低|降至|下降|下调|上浮|增速|增加|比例达|持股|控股|股权|权重|分担|共担|承担|出资|合格率|满意率|就业率|留存|使用率|不足|低于|超过$|完成率|比上年|同比|减少/;
const RATE_GIVES = new RegExp(`给予|予以|返还|${GIFT}|补|减免|退还|兑现`);

/** Tells whether a share is what somebody gets back or matched. */
export function isBenefitRate(context: MoneyContext): boolean {
  const near = context.segment.slice(
    Math.max(context.segment.length - 24, context.segment.lastIndexOf('%') + 1),
  );
  if (
    /^(?:[(]含[)])?(?:及)?(?:以上|以下)/.test(context.after) &&
    !/(?:给予|补贴|补助|奖励)[^,]{0,8}$/.test(near)
  )
    return false;
  // 「超过参展企业总数的50%」
  if (/(?<!不)(?:超过|达到|占)[^,按]{0,20}(?:总数|人数|总额|收入|比重)的$/.test(near)) return false;
  // 「公示后拨付70%,复核后拨付剩余30%」 says when what was granted is paid.
  if (/(?:拨付|支付|兑付|兑现|预拨|剩余|余下)(?:资金|补助|奖励)?(?:总额|金额)?的?$/.test(near)) return false;
  if (NO_RATE.test(near) && !/按[^,]{0,22}$/.test(near)) return false;
  const behind = context.after.slice(0, 24).replace(/[。;].*$/s, '');
  if (/^(?:的?(?:比例|标准|费率))?[^,]{0,8}(?:分担|承担|共担|权重|出资)/.test(behind)) return false;
  if (/(?:给予|补助|补贴|奖励|资助|贴息|返还|配套|奖补|支持)[^,]{0,24}$/.test(near))
    return !/^(?:以上|的企业|的股)/.test(behind);
  return /按|以|不超过|最高|的/.test(near) && RATE_GIVES.test(behind);
}
