/** 「微信」 as it is written past filters: another 微 or a v, a sign or two, another 信 or a part of it. */
const WEI = '(?:[微薇威维徽葳魏巍溦]|\\bwei|\\b[vw])';
const PICTURE = '(?:[\\u2600-\\u27bf]|[\\ud83c-\\ud83e][\\udc00-\\udfff])\\ufe0f?';
const WECHAT = new RegExp(
  [
    `${WEI}(?:[\\s.·/_-]|${PICTURE}){0,2}(?:信|心|芯|号|亻言|❤|\\bxin|xin)`,
    `[微薇维v]${PICTURE}`,
    '[微薇维](?=:)|[微薇]\\s?[xv]|[➕+加][微薇威维](?!\\s?信)|加(?:个|我|一下)?\\s?v(?!\\s?信)|我的?v|v我|我微(?!\\s?信)|微我',
    '\\b[vw][\\s.·_-]?x|\\bv{2,4}(?=[:号\\s])|[➕+]\\s?v(?!x)|(?<![a-z])v(?=[:号])|weixin|we\\s?chat|绿泡泡|绿色软件|卫星',
  ].join('|'),
  'g',
);

/** Words that say what the number behind them is. Patterns are alternatives of literals: no backtracking. */
const LABELS = {
  phone:
    /电\s?话|手\s?机|联\s?系|联络|(?<![户卡证照牌份])号码|座机|固话|固定电话|热线|传真|拨打|致电|来电|回电|打给|打我|打过来|呼我|机主|小灵通|短信|总机|分机|\btel|phone|mobile|\bcall|\bfax|\bcell|whatsapp|[☎☏✆✉]|\ud83d[\udcde\udcf1\udcf2]|dianhua|shouji|同号/g,
  identity:
    /身\s?份\s?证|证件号|身份号|公民身份|残疾人?证|社保号|社会保障号|医保号|\bid\s?card|\bid\s?no|\bid号|\bsfz|shenfenzheng/g,
  travel: /护\s?照|通行证|港澳证|回乡证|台胞证|旅行证|签证|永居证|居留证|居留身份|passport|permit/g,
  credit:
    /信用代码|信用编码|信用号|统一代码|统代|税\s?号|纳税人识别|识别号|机构代码|营业执照|uscc|\busci|代码/g,
  bank: /账\s?号|帐\s?号|账\s?户|帐\s?户|卡\s?号|银行卡|储蓄卡|信用卡|借记卡|工资卡|社保卡|开户|对公|收款|打款|汇款|转账|转帐|打到|汇到|转到|银行|[工农中建交招]行|户头|一般户|基本户|结算户|存折|支行|分行|信用社|储蓄|卡(?=[:：是]?\s?[0-9一二三四五六七八九零〇])|iban|bank|card/g,
  qq: /q\s?q|扣\s?扣|抠\s?抠|叩叩|蔻蔻|口口|球球|企鹅|秋秋|丘丘|扣(?=:?\s?[0-9〇零幺一二三四五六七八九])|鹅(?=:?\s?\d{6})|加(?:个|我)?\s?q(?!q)|\bq号|\bq:|\bq(?=[^a-z0-9]{0,3}[1-9]\d{6,10}(?!\d))|\bqiuqiu|\bkouk|\ud83d\udc27/g,
  wechat: WECHAT,
  /** What is not a secret although it has as many digits. */
  document:
    /编\s?号|单\s?号|订单|合同|流水|案号|文号|许可证|批号|批次|序列号|备案|icp|isbn|issn|条码|邮编|邮政编码|注册号|登记号|专利|发票|股票|证券|型号|标准|gb|受理号|受理码|工单|快递|运单|序号|索\s?引\s?号|会议号|会议id|会议码|会议室号|(?<![开])行\s?号|借据|保单|(?:[单据函档卷票箱柜表品批案标段桩仓库货课床席身料备产材编序列水具模炉罐瓶桶井杆塔架册页版图项目题稿刊奖约修诉]|(?<!手)机|(?<!证)件)号|(?<!信用)编码|\btrace|\bbuild|order_?id|验证码|取件码|提货码|提取码|兑换码|激活码|课题|项目号|货号|公众号|坐标|版本|commit|sha|md5|hash|uuid|流水号|批文|字号|凭证|检验|二维码|条形码/g,
  money:
    /金额|人民币|余额|注册资本|营业额|产值|营收|投资额|销售额|总额|合计|预算|收入|利润|贷款额|税额|[¥$]|rmb|cny|\b(?:amount|total|count|sum|price|balance|fee)\b/g,
} as const satisfies Readonly<Record<string, RegExp>>;

export type LabelKind = keyof typeof LABELS;

export interface Labels {
  /**
   * The text between the nearest label of a kind and `at`, or null where there is none within `within` units or a
   * sentence ends in between.
   */
  readonly before: (kind: LabelKind, at: number, within: number) => string | null;
  /** True where a label ends at most `back` units before `at` or begins at most `ahead` units behind it. */
  readonly near: (
    kind: LabelKind,
    at: number,
    reach: { readonly back: number; readonly ahead: number },
  ) => boolean;
  /** The text between `at` and the nearest label of a kind behind it, likewise. */
  readonly after: (kind: LabelKind, at: number, within: number) => string | null;
}

/** Where labels begin and end, ascending. */
interface Spots {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const NOWHERE: Spots = { starts: [], ends: [] };

const SENTENCE_END = /[。!?\n;]/;

/** Finds every label of a folded text. */
export function findLabels(text: string): Labels {
  const found = new Map<LabelKind, Spots>();
  for (const kind of Object.keys(LABELS) as LabelKind[]) {
    const hits = [...text.matchAll(LABELS[kind])];
    found.set(kind, {
      starts: hits.map(({ index }) => index),
      ends: hits.map((hit) => hit.index + hit[0].length),
    });
  }
  const spots = (kind: LabelKind): Spots => found.get(kind) ?? NOWHERE;
  const between = (from: number, to: number): string | null => {
    const part = text.slice(from, to);
    // 「卡号：」 and the number on the next line.
    return SENTENCE_END.test(part.replace(/^[ \t:]*\n?/, '')) ? null : part;
  };
  return {
    near: (kind, at, { back, ahead }) => {
      const { starts, ends } = spots(kind);
      const end = lastUpTo(ends, at);
      if (end !== undefined && at - end <= back) return true;
      const start = firstFrom(starts, at);
      return start !== undefined && start - at <= ahead;
    },
    before: (kind, at, within) => {
      const { ends } = spots(kind);
      const end = lastUpTo(ends, at);
      return end === undefined || at - end > within ? null : between(end, at);
    },
    after: (kind, at, within) => {
      const { starts } = spots(kind);
      const start = firstFrom(starts, at);
      return start === undefined || start - at > within ? null : between(at, start);
    },
  };
}

const firstFrom = (starts: readonly number[], at: number): number | undefined =>
  starts.length === 0 ? undefined : starts[countUpTo(starts, at - 1)];

/** Index -1 of an array is slow to ask for. */
function lastUpTo(ends: readonly number[], at: number): number | undefined {
  const count = ends.length === 0 ? 0 : countUpTo(ends, at);
  return count === 0 ? undefined : ends[count - 1];
}

/** How many of the ascending numbers are not above `most`. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
