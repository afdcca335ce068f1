/** What stands around a date, all plain text. */
export interface Surroundings {
  /** The sentence up to the date, at most its last 40 characters. */
  readonly before: string;
  /** The sentence behind the date, at most 60 characters. */
  readonly after: string;
  /** Headings above and the label at the line's start: 「四、申报时间」. */
  readonly heading: string;
  readonly isWindow: boolean;
  /** Nothing more exact than a year: 「2031年」. */
  readonly onlyYear: boolean;
  /** 「2031年」「年底」. */
  readonly monthless: boolean;
  /** The date has a day or ends a month by word; a bare 「5月」 has not. */
  readonly exact: boolean;
}

/** `due`: a deadline whose kind the words decide; `start`: only the first day; `no`: none. */
export type Verdict = 'due' | 'start' | 'validity' | 'objection' | 'no';

interface Cue {
  readonly verdict: Verdict;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly heading?: RegExp;
  readonly window?: boolean;
  readonly when?: (around: Surroundings) => boolean;
}

const APPLY =
  '申报|申请|报名|受理|报送|上报|提交|填报|填写|征集|推荐|申领|申办|兑付|兑现|登录|登陆|注册|上传|投稿|参赛|缴纳|缴费|接收|收件|递交|领取|办理|认领|预约|补正|评审|评价|审核|初审|自评|复核|反馈|报备|备案';
const NO_LABEL =
  /发布|发表|印发|成文|公开日|更新|生成|签发|编辑|开票|发票|发生|统计|成立|设立|建设期|实施期|实施时间|实施周期|执行期|研究期|合同|立项|投产|开工|竣工|完工|会议|培训|活动时间|比赛|考试|举办|评价期|周期|考核期|核算|支持期|补贴期|享受|费用|任职|入职|毕业|服务期|认定时间|购买|购置|签订|上市|注册时间|登记时间|出生|参保|数据|起息|还款|贷款期/;
const CONDITION =
  '注册|成立|设立|登记|取得|获得|获批|认定|完工|竣工|开工|投产|建成|入库|纳统|上市|签订|购买|购置|毕业|参保|发生|立项|通过|入选|印发|到期|届满|结题|验收|出资|注册成立|公布|开业|落户|购入|投入使用|交付|入驻|聘用|引进|授权|受让|批建|组建|建立|批准';

/** 「系统将于5月8日-6月5日开放申报」: a window announced with 将于 is no event. */
const OPENS = new RegExp(`^(?:期间)?[^,。;]{0,4}(?:开放|开通|接受|${APPLY})`);

/** 「截止时间为」「申报期限:」「受理时间自」: the words that name a date directly before it. */
const LABEL =
  /([^,。;:、()]{0,16}(?:时间|期限|日期|时段|截止日?|截至|窗口期?|节点|周期))(?:[(][^()]{0,12}[)])?(?:原则上)?(?:为|是|:|自|从|在|于|定于|定为|截至|截止到?|至|到|延长|延期|顺延|延至|调整|统一|均|应|须|需|必须|限)*$/;

const labelOf = (around: Surroundings): string | null => LABEL.exec(around.before)?.[1] ?? null;

const TIME_HEADING =
  /(?:申报|申请|报名|受理|报送|上报|提交|填报|征集|推荐|办理|截止|兑付|评审|评价|参赛|申领|材料|工作)[^,。;:]{0,10}(?:时间|期限|日期|截止|时段|节点|安排|进度)|^[^,。;:]{0,8}(?:截止时间|完成时限|时限|时间安排|时间节点|时间要求|时间进度|进度安排|时间|日程)[^,。;:]{0,4}$/;

/**
 * Read from the top; the first that fits decides. Labels stand above the traps, since 「申报截止时间」 outweighs
 * whatever follows; the traps of policy-patterns.md stand above the loose 「…前」.
 */
const CUES: readonly Cue[] = [
  // 「《某措施》有效期调整至…」 is said of the older document, a certificate's validity of its holder.
  {
    verdict: 'no',
    before:
      /》[^,。;]{0,24}有效期[^,。;]{0,8}$|(?:编号|证书|资格|称号|资质|登记)[^。;]{0,16}有效期?[^,。;]{0,8}$/,
  },
  {
    verdict: 'validity',
    before:
      /有效期[^,。;]{0,14}$|(?:政策|措施|办法|细则|意见|通知|规定|方案)[^,。;]{0,8}(?:执行|实施|施行|有效)(?:期限)?[^,。;]{0,5}(?:至|到|截至|截止到?)$|失效(?:日期|时间)[^,。;]{0,3}$/,
  },
  {
    verdict: 'validity',
    before:
      /(?<!项目|建设|合同|课题)(?:实施|执行|享受|政策|优惠)(?:期限?|时间)(?:为|均|统一|延长|延续|顺延|截止|暂定|至|到)*(?:至|到|为)$|政策(?:发布|印发|公布)?之日起(?:至|到)$/,
  },
  // 「项目实施期为…」 is a period of accounts; a policy's own stands above.
  {
    verdict: 'no',
    before:
      /(?:实施|建设|执行|研究|合同|服务|考核|评价|支持|补贴|所属|统计|核算)期(?:限|间)?(?:为|是|:|在|自|从|均|应|须|需)*$/,
    window: true,
  },
  { verdict: 'start', before: /(?:开始|起始)(?:日期|时间)[^,。;:]{0,2}:?$/, window: false },
  // 「发布日期2031-05-08 有 效 性 有效」 is a page's card, whose date is another field's.
  { verdict: 'validity', after: /^(?:止|前)?[,]?(?:有效(?!性)|失效|自[行动]废止|废止)/ },
  { verdict: 'validity', before: /(?:施行|实施|执行)[,]?[至到]$/, window: false },
  { verdict: 'no', before: /(?:(?:^|,|。)(?:对于?|凡(?:在|于)?|在此)|[且系]为)$/, window: false },
  // 「8月5日前未反馈意见的,视为无意见」「8月5日前未寄达的视为放弃」: what is lost by silence was due.
  { verdict: 'objection', after: /^(?:之|以)?前[^,。;]{0,6}未[^,。;]{0,8}(?:异议|意见)[^。;]{0,6}视[为同]/ },
  {
    verdict: 'due',
    after:
      /^(?:之|以)?前[^,。;]{0,6}未(?:按[^,。;]{1,6})?(?:收到|送达|寄|送|提交|提出|报|递交|申报|申请|申领|领取|补正|完成|反馈|确认|缴|上传|填|登[录陆])[^,。;]{0,12}[的者,](?:一律|均|将|即)?(?:视[为同]|按|不予|不再)[^,。;]{0,4}(?:放弃|弃权|撤[回销]|受理|办理|接收|补)/,
  },
  { verdict: 'no', after: /^(?:之|以)?前[^,。;]{0,4}(?:能够|有望|可以|尚|仍|未)/ },
  {
    verdict: 'no',
    after:
      /^(?:之|以)?前(?:已|依法|在[^,。;]{1,12})*(?:注册成立|注册|成立|设立|登记注册|取得|获得|建成|投产|竣工|完工)[^,。;]{0,6}(?:$|,|的)/,
    when: (around) =>
      /注册成立|成立|设立/.test(around.after.slice(0, 20)) || !/请|须|应/.test(around.before.slice(-8)),
  },
  {
    verdict: 'no',
    heading: /(?:条件|对象|范围|资格|标准)[^\n]{0,6}$/,
    after: /^(?:之|以)?前(?![^,。;]{0,30}(?:报送|提交|申报|填报|上报))/,
  },
  { verdict: 'no', before: /(?:力争|争取)[^,]{0,4}$/ },
  { verdict: 'no', before: /(?:确保|力争|争取|实现|到)[^,]{0,4}$/, when: (around) => around.monthless },
  {
    verdict: 'no',
    when: (around) =>
      labelOf(around) !== null &&
      NO_LABEL.test(labelOf(around) as string) &&
      !/截止|截至/.test(labelOf(around) as string),
  },
  {
    verdict: 'no',
    after: new RegExp(
      `^(?:[(]?含[^()]{0,8}[)]?)?(?:之|以)?(?:前|后)(?:已|依法|首次|正式|仍|新|在[^,。;]{1,12}?)?(?:${CONDITION})[^,。;]{0,14}的`,
    ),
  },
  {
    verdict: 'objection',
    before:
      /(?:公示期?|公示时间|(?:征求|征询|征集|听取)(?:公众)?意见|意见(?:反馈|征集|征求|征询)|反馈意见|异议)[^,。;]{0,10}$/,
    when: (around) => around.exact && (around.isWindow || /截止|截至|时间|期/.test(around.before)),
  },
  // 「现向社会征求意见,期限为5月6日至5月20日」: the asking and its time, parted by a comma.
  {
    verdict: 'objection',
    before:
      /(?:征求|征询|征集|听取)[^,。;]{0,8}意见[^,。;]{0,4},[^,。;]{0,4}(?:时间|期限?|日期)(?:为|是|:|自|从|截至|截止到?|至|到)*$/,
    when: (around) => around.exact,
  },
  {
    verdict: 'objection',
    after: /^(?:止|前|以前|之前|期间)?[,]?[^,。;]{0,24}(?:异议|意见建议|修改意见|意见和建议|反馈意见|公示)/,
    when: (around) => around.isWindow || /^[^,。;]{0,2}前/.test(around.after),
  },
  // 「截至2月13日,全市共有…」 counts something up to a day.
  {
    verdict: 'no',
    before: /(?:^|[,“”"])(?:截至|截止到?|截止)$/,
    when: (around) =>
      around.after.length > 4 &&
      !TIME_HEADING.test(around.heading) &&
      !/申报|受理|报名|报送|提交|不再/.test(around.after.slice(0, 14)),
  },
  {
    verdict: 'due',
    before: /截止(?:时间|日期|日)?[^,。;:]{0,12}(?:为|是|:|到|至|于|在)+$/,
    when: (around) => around.exact,
  },
  {
    verdict: 'due',
    before:
      /(?:申报|受理|报名|报送|提交|填报|征集|材料|系统|平台|通道|推荐|办理)[^,。;:]{0,14}(?:截至|截止到?|延长至|延期至|顺延至|延至|延长到|调整为|调整至)$/,
  },
  // 「截止时间由4月15日延长至4月30日」: the first of both is the old day.
  {
    verdict: 'due',
    before: /由[^,。;:]{3,20}(?:延长|延期|顺延|延后|推迟|调整|变更|延)(?:至|到|为)$/,
    when: (around) => around.exact,
  },
  // 「原定于6月30日截止的企业申报,顺延至7月7日」
  {
    verdict: 'due',
    before: /(?:申报|申请|报名|受理|报送|提交|填报|征集)[^。;]{0,20}(?:延长|延期|顺延|延后|推迟)(?:至|到)$/,
    when: (around) => around.exact,
  },
  // 「如有异议,请于8月22日前以书面形式反映」
  {
    verdict: 'objection',
    before: /异议(?:的|者|人|单位)?[,]?[^,。;]{0,12}(?:于|在)$/,
    when: (around) => around.exact,
  },
  {
    verdict: 'due',
    when: (around) =>
      labelOf(around) !== null &&
      new RegExp(`${APPLY}|截止`).test(labelOf(around) as string) &&
      around.exact &&
      !/^(?:以|之)?后|^(?:起|开始)(?!至|到|-)/.test(around.after),
  },
  { verdict: 'no', before: /(?:已|曾|已经|业已)[^,。;]{0,6}(?:于|在|自)?$/ },
  {
    verdict: 'no',
    after:
      /^(?:上午|下午|晚)?[,]?(?:已|正式|在京|在北京)?(?:完成受理|召开|举行|举办|印发|发布|公布了?|出台|颁布|修订|修正|签订|签署|审议|会议|通过的|成立|在[^,。;]{1,16}(?:召开|举行|举办))(?!前)/,
  },
  {
    verdict: 'no',
    before: /(?:拟定?|计划|预计|定|将|拟)(?:于|在)$/,
    after: /^(?!前|底前|以前|之前|止|起)/,
    when: (around) => !(around.isWindow && OPENS.test(around.after)),
  },
  {
    verdict: 'start',
    after:
      /^(?:[(][^()]{1,10}[)])?(?:开始|起)(?!至|到|-)[^。;]{0,30}(?:申报|申请|受理|开放|填报|报名|申领|接受|开通|登录|登陆|上线|征集|启动|办理|预约|提交)/,
  },
  {
    verdict: 'start',
    before: new RegExp(`(?:${APPLY}|系统|平台|通道)[^,。;]{0,16}(?:于|自|从|将于)$`),
    after: /^(?:开始|起|开放|开通|启动|上线)(?!至|到|-)/,
    window: false,
  },
  { verdict: 'no', after: /^(?:开始|起|之?日起)[,]?(?!至|到|-|止)/ },
  { verdict: 'no', after: /^(?:之|以)后|^后|^以来|^以后/ },
  {
    verdict: 'no',
    after: new RegExp(
      `^(?:期间|之间|内|以内)?[,]?[^,。;]{0,16}?(?:${CONDITION}|产生|形成|缴纳|实际|支付|新增|实现|开具|投保|存续|签约|发放|到位|申请|完成)[^,。;]{0,12}的(?!时间)`,
    ),
    window: true,
  },
  { verdict: 'no', window: true, after: /^[^,。;]{0,4}缴纳[^,。;]{0,12}(?:平均|人数|总额)/ },
  { verdict: 'no', after: /^期间(?!.{0,20}(?:登录|申报|提交|填报|报名|受理|办理|申领|提出申请|报送))/ },
  {
    verdict: 'no',
    before: /(?:^|[,到至])(?:力争)?(?:到|至)$/,
    when: (around) => !around.isWindow && !/^前|^止|^之前|^以前/.test(around.after),
  },
  { verdict: 'no', when: (around) => around.onlyYear },
  {
    verdict: 'no',
    after:
      /^(?:之|以)?前[,]?(?:力争|确保|全[省市区县])?[^,。;]{0,4}(?:新增|达到|突破|超过|培育|力争|实现|累计达)[^。;]{0,16}\d/,
  },
  {
    verdict: 'validity',
    after:
      /^(?:之|以)?前[,]?(?:继续|暂时|暂|可)?[^,。;]{0,10}(?:免收|暂免|免征|减半|减按|不再收取|执行原|缓缴|给予)/,
  },
  { verdict: 'due', after: /^(?:[(][^()]{0,16}[)])?(?:之|以)?前(?![期后沿述款三置来景列言往端两])/ },
  {
    verdict: 'due',
    after:
      /^(?:[(][^()]{0,16}[)])?(?:当[天日])?(?:上午|下午)?(?:下班(?:时间)?[之]?前|止(?!损|跌)|截止|为止|结束|关闭|截至|当日内|内(?:报送|完成|提交))/,
    when: (around) => around.exact || around.isWindow,
  },
  {
    verdict: 'due',
    before: /(?:最迟|最晚|不迟于|不晚于|务必|务请|务)(?:于|在)?$/,
    when: (around) => around.exact,
  },
  // 「分别于6月30日、12月15日前」: the last of a list has its 前.
  {
    verdict: 'due',
    after: /^[、和及](?:\d{4}年)?\d{1,2}月\d{1,2}日(?:之|以)?前/,
    when: (around) => around.exact,
  },
  // 「(责任单位:某局,6月底完成)」: the day closes the bracket of a task.
  { verdict: 'due', after: /^(?:完成|办结|落实到位)[)]/, when: (around) => around.exact },
  { verdict: 'due', after: /^为[^,。;]{0,14}(?:截止|最后)(?:日期|时间|日|期限)/ },
  { verdict: 'due', before: /工作日内?[(]即$/ },
  {
    verdict: 'due',
    before: /(?:即日|之日|发布|公布)起[,]?(?:开始)?(?:[^,。;]{0,8})?(?:至|到|-|截至|截止到?){1,2}$/,
  },
  { verdict: 'due', before: /[(]$/, after: /^[)]/, window: true },
  {
    verdict: 'due',
    heading: TIME_HEADING,
    when: (around) => (around.exact || around.isWindow) && !NO_LABEL.test(around.before.slice(-14)),
  },
  { verdict: 'due', window: true, after: new RegExp(`^(?:期间|内|止|间)?[,]?[^,。;]{0,22}?(?:${APPLY})`) },
  {
    verdict: 'due',
    window: true,
    before: new RegExp(`(?:${APPLY})[^,。;]{0,10}(?:时间|期限)?(?:为|于|在|自|从|是|:)$`),
  },
  {
    verdict: 'due',
    before: /(?:请|应|须|需|务必|统一)[^,。;]{0,16}(?:于|在)$/,
    after: /^[^,。;]{0,24}(?:报送|报至|报我|提交|上报|送至|寄送|填报|发送|完成)/,
    when: (around) => around.exact,
  },
  {
    verdict: 'due',
    before: /第[一二三四五六七八九十\d]+(?:批|次|轮|期|阶段)[^,。;]{0,14}$/,
    heading: /申报|受理|截止|批次|报送|时间/,
    when: (around) => around.exact,
  },
];

function fits(cue: Cue, around: Surroundings): boolean {
  if (cue.window !== undefined && cue.window !== around.isWindow) return false;
  if (cue.before && !cue.before.test(around.before)) return false;
  if (cue.after && !cue.after.test(around.after)) return false;
  if (cue.heading && !cue.heading.test(around.heading)) return false;
  return cue.when ? cue.when(around) : true;
}

/** Decides what a date is from the words around it; without a cue it is no deadline. */
export function verdictOn(around: Surroundings): Verdict {
  return CUES.find((cue) => fits(cue, around))?.verdict ?? 'no';
}
