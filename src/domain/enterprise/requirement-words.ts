import type { Size } from './types.ts';

interface IndustryWord {
  readonly pattern: RegExp;
  readonly codes: readonly string[];
}

const INDUSTRIAL = ['B', 'C', 'D'];
const FARM_GOODS = ['A', '13', '14', '15'];

/** Industries that a clause names as beneficiaries; the words are used up by it. */
export const INDUSTRY_WORDS: readonly IndustryWord[] = [
  { pattern: /工业(?:中小)?企业|工业(?=的|$|,)/, codes: INDUSTRIAL },
  { pattern: /(?:先进)?制造业|制造(?:类)?企业/, codes: ['C'] },
  { pattern: /采矿业|采矿企业/, codes: ['B'] },
  { pattern: /软件(?:和信息技术服务业)?(?:企业)?/, codes: ['65'] },
  { pattern: /互联网企业/, codes: ['64', '65'] },
  { pattern: /建筑业|建筑企业|建筑施工企业/, codes: ['E'] },
  { pattern: /批发(?:业|企业|和)?/, codes: ['51'] },
  { pattern: /便利店|书店|超市|商超/, codes: ['52'] },
  { pattern: /零售(?!额)(?:业|企业)?/, codes: ['52'] },
  { pattern: /商贸(?:业|流通)?(?:企业)?/, codes: ['F', 'H'] },
  { pattern: /住宿(?:业|企业)?|酒店|旅游饭店|民宿/, codes: ['61'] },
  { pattern: /餐饮(?:业|企业)?/, codes: ['62'] },
  { pattern: /物流(?:业|企业)|交通运输(?:业|企业)|运输企业/, codes: ['G'] },
  { pattern: /仓储(?:业|企业)/, codes: ['592'] },
  { pattern: /农产品加工(?:业)?(?:企业)?/, codes: FARM_GOODS },
  { pattern: /农业(?:企业|龙头企业|经营主体)/, codes: FARM_GOODS },
  { pattern: /房地产(?:业|开发企业|企业)/, codes: ['K'] },
  { pattern: /旅行社/, codes: ['72'] },
  { pattern: /(?:银行|金融)机构|担保机构|小贷公司/, codes: ['J'] },
  {
    pattern: /服务业(?:企业)?/,
    codes: ['F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R'],
  },
];

/** What an enterprise of other industries does not have; the words stay to be checked. */
export const TOPIC_WORDS: readonly IndustryWord[] = [
  { pattern: /工厂|车间|生产线|智能化改造|技术改造|技改|智能制造|首台|装备/, codes: INDUSTRIAL },
  { pattern: /种植|养殖|农机|粮食|高标准农田/, codes: FARM_GOODS },
  { pattern: /影视剧|演出/, codes: ['R', 'L'] },
];

export const SIZE_WORDS: readonly { readonly pattern: RegExp; readonly sizes: readonly Size[] }[] = [
  { pattern: /中小微企业|中小企业/, sizes: ['medium', 'small', 'micro'] },
  { pattern: /小微企业|小型微型企业|小型和微型企业/, sizes: ['small', 'micro'] },
  { pattern: /大型企业/, sizes: ['large'] },
  { pattern: /中型企业/, sizes: ['medium'] },
  { pattern: /小型企业/, sizes: ['small'] },
  { pattern: /微型企业/, sizes: ['micro'] },
];

/** A body that is no enterprise of its own: what the words end with. */
const CARRIER =
  /(?:基地|平台|园区|产业园|孵化器|众创空间|加速器|载体|机构|协会|商会|银行|学校|院校|高校|医院|市场|街区|楼宇)(?:\([^)]*\))?$/;
/** 「新建实训基地」「企业研发机构」 are an enterprise's own doing. */
const OWN_DOING = /^(?:新建|建设|建成|搭建|入驻|购买|租用|使用)|企业(?:技术|研发|研究|工程|内部)/;
const PERSON =
  /(?:博士后?|硕士|本科生|人才|毕业生|个人|职工|员工|人员|高管|技师|技工|[初中高]级工|学生|学员|家庭|居民|农户|贫困户|团队|专家|教师|创业者|经营者|退役军人|残疾人|负责人)(?:每人|的)?$|^购房/;

/** 「研学机构组织学生…的」 */
const CARRIER_DOES = /^\p{Script=Han}{0,6}(?:机构|协会|商会|院校|学校|银行)(?:组织|举办|开展|承办)/u;

/** 「…的服务机构,每成功一家」 */
const COUNTED = /,每[^,]*$/;

export const isCarrier = (who: string): boolean =>
  (CARRIER.test(who.replace(COUNTED, '')) && !OWN_DOING.test(who)) || CARRIER_DOES.test(who);
export const isPerson = (who: string): boolean => PERSON.test(who);

/** What a carrier is called, to be looked for in what an enterprise does. */
export const CARRIER_WORD =
  /基地|平台|园区|产业园|孵化|众创空间|加速器|载体|检验|检测|机构|协会|商会|银行|学校|院校|医院|市场|街区|楼宇/g;
