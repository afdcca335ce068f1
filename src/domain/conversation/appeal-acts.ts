/** The words by which people act on an appeal. */

/** What somebody says of an appeal; `free`: words that are none of the others. */
export type AppealVerb =
  | 'show'
  | 'acknowledge'
  | 'return'
  | 'ask-extension'
  | 'grant'
  | 'deny'
  | 'contacted'
  | 'progress'
  | 'reply'
  | 'reassign'
  | 'take'
  | 'dispatch'
  | 'not-accept'
  | 'ask-back'
  | 'recall'
  | 'withdraw'
  | 'rate'
  | 'score'
  | 'solved'
  | 'unsolved'
  | 'call-back'
  | 'merge'
  | 'gather'
  | 'publish'
  | 'contact'
  | 'supplement'
  | 'urge'
  | 'collect'
  | 'hand-over'
  /** A rating in other words than those that are asked for (`verdict.ts`). */
  | 'appraise'
  /** 「算了」「不用了」: said of many things, an appeal among them (`letting-go.ts`). */
  | 'let-go'
  | 'free';

/** One act. */
export interface ActRow {
  readonly verb: AppealVerb;
  /** The word at the beginning. */
  readonly word: RegExp;
  /** How it must go on to be meant without a number; null where it needs one. */
  readonly alone: RegExp | null;
}

const END = /^(?:一下|[了吧啊呀哈呢])*[\s!,.。~]*(?:谢谢|辛苦了?|多谢)?[\s!.。~]*$/;
const SPACED = /^(?:一下|[了吧啊呀])*(?:[\s:：,，。;!~]|$)/;
const TOLD = /^[\s:：,，;]+\S/;
const ANY = /^/;

/** A name that ends like that of a unit, and begins like none of 「转让」「转型」「派出所」「派驻」. */
const UNIT =
  '(?![让型移产企增板岗正账款包租业专基化贷续供税制户学诊运播机载换变嫁股出遣生驻送对息件车]|人(?![社民才力行大防]))(?![^\\s,，]*(?:哪|什么|怎么|如何|谁|找|归|吗))[^\\s,，:：。]{1,20}?(?:局|委|办|院|厅|署|部|政府|管委会|中心|银行|分行|公司|支队|大队|街道|新区|高新区|开发区|[江洪青东汉蔡黄新武硚经]\\S{1,4}区)(?:办理|处理|牵头|主办|承办|负责)?(?=$|[\\s,，:：。!;(])';
/** A word and a unit, at once or with 给 or a space between them. */
const TO_UNIT = new RegExp(`^(?:\\s*[给到至往]\\s*\\S|\\s+\\S|\\s*[:：]\\s*\\S|${UNIT})`);
const TO_NAMED_UNIT = new RegExp(`^\\s*[给到至往]?\\s*[:：]?\\s*${UNIT}`);

const DAYS = '\\s*(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})\\s*个?(?:工作日|天|日|周|星期|礼拜)';
const ALONE_DAYS = new RegExp(`^${DAYS}`);
const GRANTED = new RegExp(`^(?:${DAYS})?(?:[吧了])?[\\s!.。~]*$`);

const REPLIED =
  /^(?:\s*[:：]\s*\S|\s+(?!\d{1,2}\s*$)\S{2,}|(?=已|经(?!济|营|费)|您好|你好|贵(?:公司|司|企业|单位)|尊敬|我(?:局|委|区|单位|办)))/;

/** 「收录」 alone, or with until when and by what; 「收录用工」 begins a word. */
const COLLECTED =
  /^(?:一下|[了吧])*[\s!。.~]*$|^[\s:：,，]*(?:有效|截[至止]|长期|永久|[到至]?\s*(?:20\d{2}|[今明后]年|年底)|依据|根据|按|参照|《|[\d一二两三半]+\s*个?[年月])|^\s+\S*〔/;

/** In the order in which they are tried: 「不予受理」 stands before 「受理」. */
export const ACT_ROWS: readonly ActRow[] = [
  {
    verb: 'show',
    word: /^(?:请问)?(?:进度|进展如何|查询|查看|查一?下|看一?下|看看|查|详情|到哪了|怎么样了)(?=\s*(?:$|[#「【(]?[A-Za-z]{1,2}[\s-]?\d))/,
    alone: null,
  },
  { verb: 'not-accept', word: /^(?:不予受理|不受理|不能受理|不予办理)/, alone: SPACED },
  {
    verb: 'deny',
    word: /^(?:(?:不同意|不批准|不准|拒绝|驳回)(?:延期|延长)|不同意)/,
    alone: SPACED,
  },
  {
    verb: 'grant',
    word: /^(?:(?:同意|批准|准予|准许)(?:延期|延长)|(?:同意|批准)(?=[\s!.。~]*$))/,
    alone: GRANTED,
  },
  { verb: 'ask-extension', word: /^(?:申请|请求)?(?:延期|延长|延(?=\s*\d))(?:申请)?/, alone: ALONE_DAYS },
  { verb: 'acknowledge', word: /^(?:确认|收到[\s,，]*|我?已(?:经)?|我)?签收/, alone: END },
  {
    verb: 'return',
    word: /^(?:申请)?(?:退单|退回|退件|退了)/,
    alone:
      /^(?!.*(?:怎么|流程|什么意思))(?:[\s:：,，。;]|$|(?=不属|不归|不是|非我|应由|该由|因为|由于|理由|原因))/,
  },
  {
    verb: 'contacted',
    word: /^(?:[已己以](?:经)?(?:电话|微信|上门|当面)?联系(?!方式|电话|人)|[已己](?:经)?致电|(?:电话)?联系(?:过了|上了)|[已己](?:经)?(?:电话|微信|上门|当面)沟通|[已己](?:经)?上门|[已己](?:经)?(?:与|和|跟)(?:企业|对方|老板|负责人)\S{0,6}?(?:联系|沟通|对接))/,
    alone: ANY,
  },
  { verb: 'progress', word: /^(?:办理进展|最新进展|进展|备注|记录)/, alone: TOLD },
  {
    verb: 'reply',
    word: /^(?:(?:正式|最终)?答[复覆]|办理结果|处理结果|办理情况|[回反][复覆馈]企业|[回][复覆]|反馈结果)/,
    alone: REPLIED,
  },
  { verb: 'reassign', word: /^(?:转办|转派|转给|转到|转至|转交|改派|改转)(?:给|到|至)?/, alone: TO_UNIT },
  { verb: 'reassign', word: /^转(?!人工|诉求|[让型产企增板岗正账款包租业专基])/, alone: TO_NAMED_UNIT },
  {
    verb: 'take',
    word: /^(?:我来(?:办|接|处理|跟进?|负责)|我来(?=[吧了\s!.。~]*$)|我接|受理|接单|我办|我负责)/,
    alone: END,
  },
  { verb: 'dispatch', word: /^(?:派单|派给|派到|派至|分派|交办|派往)(?:给|到|至)?/, alone: TO_UNIT },
  { verb: 'dispatch', word: /^派(?!出|遣|生|驻|送|对|息|件|车)/, alone: TO_UNIT },
  { verb: 'ask-back', word: /^(?:追问|反问|问企业|问一下企业|请企业补充|请补充|需补充)/, alone: TOLD },
  { verb: 'recall', word: /^撤回(?:派单)?/, alone: END },
  {
    verb: 'withdraw',
    word: /^(?:撤销(?:诉求|工单)?|撤诉|(?:算了)?[\s,，]*(?:不用|不要|不)办了|取消诉求)/,
    alone: SPACED,
  },
  {
    verb: 'rate',
    word: /^(?:(?:我|我们)?(?:很|非常|十分|极其|太|还是|仍然?|依然|表示|特别)*不(?:太|是很|怎么|够)?满意)(?!度|率|的话)/,
    alone: /^(?!度|率|的话|怎么|如何|咋|找谁|可以|能不能|能|会|要|就|是不是|投诉|的?(?:处理|答复|意见|评价))/,
  },
  /** 「还没付呢，不满意」 */
  { verb: 'rate', word: /^[^?？]{2,40}[\s,，。!]不(?:太)?满意(?=[\s!。~]*$)/, alone: END },
  {
    verb: 'rate',
    word: /^(?:我|我们)?(?:非常|很|十分|特别|比较|基本|还算|挺|蛮|都|表示)*满意(?!度|率)/,
    alone: /^(?:[了啊呀哦哈的呢]|满意|谢)*(?:[\s:：,，。;!~.、]|$)/,
  },
  {
    verb: 'score',
    word: /^(?:我?们?(?:给|打|评)个?)?\s*(?:\d{1,2}|[一二三四五十])\s*(?:分(?![钟之])|颗?星(?!级|期))(?:好评)?/,
    alone: /^[了吧啊]*(?:[\s:：,，。;!~.]|$)/,
  },
  {
    verb: 'unsolved',
    word: /^(?:问题|事情)?(?:(?:还是?|仍然?|根本|一直)?(?:没有?(?:得到)?|未)(?:真正|彻底|完全)?解决|还没好)/,
    alone: SPACED,
  },
  // After an answer of the library it scolds that answer.
  { verb: 'unsolved', word: /^没用/, alone: null },
  {
    verb: 'solved',
    word: /^(?:问题|事情|这事)?(?:都|也)?(?:[已己](?:经)?(?:得到)?解决了?|解决了|搞定了|解决好了)/,
    alone: END,
  },
  { verb: 'call-back', word: /^(?:已)?(?:电话)?回访/, alone: TOLD },
  {
    verb: 'merge',
    word: /^(?:合并[到至进入]?|并入|并到|(?:与|和|跟)(?=\s*[A-Za-z]{1,2}[\s-]?\d{4}))(?=\s*[#「【(]?[A-Za-z]{1,2}[\s-]?\d|\s*$)/,
    alone: null,
  },
  { verb: 'gather', word: /^(?:归[到入至并]到?|归集到|并案到?|挂到)/, alone: null },
  { verb: 'publish', word: /^(?:可以)?(?:公开(?:答复)?|发群里|发到群里)/, alone: END },
  {
    verb: 'contact',
    word: /^(?:企业)?(?:联系方式|联系电话|电话(?:号码|多少|是多少)?|联系人|怎么联系)[\s?]*$/,
    alone: null,
  },
  { verb: 'supplement', word: /^(?:再|我)?补充(?:一下|一点|说明|情况|几句)?/, alone: TOLD },
  {
    verb: 'urge',
    word: /^(?:催办|催单|催一?[下催]|催|麻烦快点|快点办|(?:能不能|能否)?快(?:一)?点(?=[吧吗啊!\s]*$)|尽快办)/,
    alone: END,
  },
  /** 「怎么还没人联系我」「都三天了还没答复」 */
  {
    verb: 'urge',
    word: /^(?:怎么|为什么|为啥|咋)?(?:这么久|都?[\d一二两三四五六七八九十几]+(?:天|周))?了?[\s,，]*(?:怎么|咋)?(?:还|都)?是?没(?:有)?人?(?:联系|答复|回复|理|管|回音|动静|消息|下文|结果|进展)(?:我们?)?/,
    alone: END,
  },
  {
    verb: 'collect',
    word: /^(?:收录|收入(?:问答|答复)库?|记入问答库?|加入答复库)(?:到?(?:答复|问答)库)?/,
    alone: COLLECTED,
  },
  { verb: 'hand-over', word: /^移交\s*(?:给)?/, alone: null },
];
