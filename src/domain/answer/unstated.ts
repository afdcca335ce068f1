import { sentences } from '../document/sentences.ts';
import { withoutNumber } from '../policy/heading.ts';
import { BACKGROUND } from './fitness.ts';
import { isOtherRate } from './rates.ts';
import type { AskedFact, Entry, UnstatedFact } from './types.ts';
import { type Needles, weightOf } from './weight.ts';

// A quote that is true and misses the question misleads: what is asked for and does not stand is named.

/** A sum of money that somebody gets or pays; a share counts where it is one of a base or a rate. */
const MONEY =
  /\d\s*(?:万|亿|千|百)?(?:余|多)?元|\d\s*亿(?![户家人级])|全额|1\s*[∶:：]\s*1|按[^。;；]{0,24}\d\s*[%％]|[费利税]率[^。;；]{0,12}\d/;
const GRANT =
  /奖|补贴|补助|资助|贴息|减免|免除|免费|免收|返还|优惠|补偿|配套|倾斜|给予[^。;；]{0,12}支持|降低[^。;；]{0,10}成本|加计扣除|应享尽享/;
const COUNT =
  /\d[\d.,]*\s*(?:余|多)?\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:家|户|个|场|名|人|项|件|期|次|条|支|种|类|所|座|倍|批|%|％|平|亩|天|届|台|套|分|档|份|张)|[一二三四五六七八九十]式[一二三四五六七八九]份|[百千万]+(?:家|名|户|场|人|个|项|企)|第[一二三四五六七八九十]+[届期批次]/;
const SIZE = new RegExp(`${COUNT.source}|${MONEY.source}|\\d\\s*亿`);
const SHARE = /\d\s*[%％‰]|百分之|千分之|\d\s*[∶:：]\s*\d|\d\s*[倍成]/;
const TIME =
  /\d{4}\s*年|\d\s*月|\d\s*(?:个)?(?:工作)?[日天]|[年月季]底|年内|月内|全年|当年|年均|年度|每[年月季周日]|常年|随时|截止|之日起|五年|“?[一二三四五]+五”?(?:期间|时期)/;
const HOW =
  /申[报请]|登录|提交|材料|流程|程序|窗口|办理|通办|绿色通道|受理|报名|登记|应报尽报|免申即享|即申即享/;
/** 「3年以上」 「2000万元以上」 are asked of somebody, 「培育100家以上」 is a goal. */
const CONDITION =
  /须|应当|以下条件|下列条件|不(?:低于|超过|少于|得)|[满达]到?\d|\d\s*(?:万|亿|千|百)?(?:元|人|年|个月|%|％|平方米|亩|级|吨)(?:以上|\(含)|首次|经认定|获批|认定为|获奖|入选|仅限|列入|纳入|均可|可申[请报]|适用于|面向/;
const NO_CONDITION = /(?:符合|满足|具备)[^,，。;；]{0,8}条件/g;
const FEE = /免费|公益|收费|费用|低成本|低于市场价|\d\s*(?:万|千|百)?元/;
/** 「由市经信委牵头」 in running text, where no unit mark names it. */
const IN_CHARGE =
  /(?:局|委|厅|部|办|院|会|中心|公司|机构|单位|部门|政府)[^,，。;；]{0,6}(?:牵头|负责|主管|承办|受理|会同)|由[^,，。;；]{2,24}(?:局|委|厅|办|中心|公司|政府)|(?:牵头|责任|主管|承办|受理|联系)(?:单位|部门)/;

/** 「最晚」「还能报」「申报时间」: a day by which to apply is wanted, and no goal of a year. */
const ASKS_LIMIT = /截止|来得及|赶得上|还能报|最晚|最迟|到期/;
const ASKS_TO_APPLY = /申报|报名|申请|受理|领取/;
/** 「多久一次」 is answered by 「定期」, too. */
const ASKS_OFTEN = /(?:多久|多长时间)[^,，。]{0,6}一?[次回期轮趟]|隔多|频率|几次/;
const OFTEN = /定期|经常性|常态化|[按逐每][年月季周日]/;
/** 「全年」 「每年」 are the time of a goal, and no day by which to apply. */
const GOAL_TIME = /全年|当年|年均|年度|每年|[一二三四五]+五/g;
const APPLYING = /申[报请]|报名|受理|领取|兑现|拨付|到账|截止|免申|即申/;
const ASKS_PAPERS = /材料|资料|什么表|哪些表|哪几张表|[哪什][些么]证|证件|原件/;
const PAPERS = /材料|资料|申请[表书]|证明|执照|报告|复印件|盖章/;
const CONTACT = /\d{3,4}-?\d{7,8}|1[3-9]\d{9}|12345|https?:|www\.|地址[:：]|电话[:：]/;
/** 「有好处吗」 is answered by more than money. */
const ASKS_GRANT = /奖|补|贴|红包|优惠|减免|返|[给发拿派]钱/;
const ASKS_PIECES = /(?:多少|几)(?:家|户|个|场|名|人|项|件|期|次|条|种|类|所|座|批|份|张|天)/;
const ASKS_NUMBER = /多少|几|多大|多高|好多|上限|下限|规模/;

/** A sentence that says a third as much about the question as the best one is about it, too. */
const BESIDE = 0.3;

/** Whether a sentence about what is asked bears the sign; one that only stands in the same clause does not answer. */
function isSaid(text: string, sign: RegExp, needles: Needles): boolean {
  if (!sign.test(text)) return false;
  const weighed = sentences(text).map((part) => ({ part, weight: weightOf(part, needles) }));
  const best = Math.max(...weighed.map(({ weight }) => weight));
  return weighed.some(({ part, weight }) => weight >= best * BESIDE && sign.test(part));
}

type Rule = (text: string, needles: Needles, entry: Entry) => UnstatedFact | null;

const lacks =
  (what: UnstatedFact, sign: RegExp): Rule =>
  (text, needles) =>
    isSaid(text, sign, needles) ? null : what;

const NUMBERED = /^\s*(?:\d{1,3}[、.．]|[（(]?[一二三四五六七八九十]{1,3}[)）、])/;

/** 「5、加快立法修订。争取年内出台。」: where the numbered heading is what is asked about, all beneath it is. */
function isAsked({ clause }: Entry, needles: Needles): boolean {
  if (!NUMBERED.test(clause.text)) return false;
  const weights = sentences(withoutNumber(clause.text)).map((part) => weightOf(part, needles));
  return weights[0] === Math.max(...weights);
}

/** 「几个工作日」 「多久能批下来」: how long something takes. */
const ASKS_DURATION =
  /(?:几|多少)(?:个?工作日|天)|(?:几|多少)个月(?:能|可以|才|就|内|$|[?？])|多长时间|多久(?:能|可以|才|就|批|办|下来|到账|拿)/;
const DURATION =
  /(?:\d|[一二三四五六七八九十两])\s*个?(?:工作日|月|[日天](?!期))|即时|当场|当[日天]|立等可取|限时/;

function timeRule(text: string, needles: Needles, entry: Entry): UnstatedFact | null {
  if (ASKS_DURATION.test(needles.asked) && !ASKS_OFTEN.test(needles.asked))
    return isSaid(text, DURATION, needles) ? null : 'duration';
  if (entry.clause.deadlines.some(({ kind }) => kind === 'application')) return null;
  const { asked } = needles;
  if (ASKS_TO_APPLY.test(asked)) {
    const says = sentences(text).some((part) => APPLYING.test(part) && TIME.test(part));
    return says ? null : 'deadline';
  }
  if (ASKS_OFTEN.test(asked) && isSaid(text, OFTEN, needles)) return null;
  const isLimit = ASKS_LIMIT.test(asked);
  const told = isLimit ? text.replace(GOAL_TIME, '') : text;
  if (isSaid(told, TIME, needles) || (TIME.test(told) && isAsked(entry, needles))) return null;
  return isLimit ? 'deadline' : 'time';
}

/** 「营业收入最少要达到多少」 asks for the firm's own figure, and not for what somebody gets. */
const OWN_FIGURE = /营业收入|营收|销售收入|销售额|产值|研发费用|研发投入|注册资本|净资产|利润/;

/** 「单个项目最多投多少」 is not answered by 「总规模达到100亿元」. */
const ASKS_OF_ONE = /单个|单户|单家|[一每][个家户]/;
const TOTAL =
  /(?:总规模|总额|总量|累计|合计|规模|余额|总投资)(?:(?!不超过|不高于|最高|上限|限额)[^,，。;；\d]){0,10}\d[\d.]*\s*(?:万|亿|千)*元?/g;

/** 「一次性给几万」: what somebody is given, and not what was lent or turned over in a year. */
const ASKS_GIFT =
  /奖|补(?![充齐交办考])|一次性|(?:[拿领]|给(?:我们?|咱们?|企业)?)(?:到|个|得)?(?:多少|几|好多)/;
/** 「三、额度标准」: what stands beneath it is given. */
const OF_SUMS = /额度|限额|标准|金额/;
const GIVEN = new RegExp(`${GRANT.source}|给予|支持[^,，。;；]{0,6}\\d|安排[^,，。;；]{0,12}资金`);

const headingsOf = ({ clause }: Entry): string => [...clause.path, clause.heading ?? ''].join('\n');

const isGift = (text: string, headings: string): boolean =>
  GIVEN.test(headings) || OF_SUMS.test(headings)
    ? MONEY.test(text)
    : sentences(text)
        .flatMap((sentence) => sentence.split(/[;；]/))
        .some((part) => MONEY.test(part) && GIVEN.test(part));

function amountRule(whole: string, needles: Needles, entry: Entry): UnstatedFact | null {
  const text = ASKS_OF_ONE.test(needles.asked) ? whole.replace(TOTAL, ' ') : whole;
  if (ASKS_GIFT.test(needles.asked) && entry.clause.benefits.length === 0) {
    const isPast = entry.clause.path.some((heading) => BACKGROUND.test(heading));
    if (isPast || !isGift(text, headingsOf(entry))) return 'amount';
  }
  const own = OWN_FIGURE.exec(needles.asked)?.[0];
  const grants = /奖|补|贴|拿|给|领/.test(needles.asked);
  if (own !== undefined && !grants && !text.includes(own)) return 'amount';
  return lacks('amount', MONEY)(text, needles, entry);
}

function rateRule(text: string, needles: Needles): UnstatedFact | null {
  return isOtherRate(needles.asked, text) || !isSaid(text, SHARE, needles) ? 'rate' : null;
}

function countRule(text: string, needles: Needles): UnstatedFact | null {
  const { asked } = needles;
  if (/哪几/.test(asked) || !ASKS_NUMBER.test(asked)) return null;
  return isSaid(text, ASKS_PIECES.test(asked) ? COUNT : SIZE, needles) ? null : 'count';
}

const RULES: Partial<Record<AskedFact, Rule>> = {
  amount: amountRule,
  benefit: (text, needles) =>
    !ASKS_GRANT.test(needles.asked) || isSaid(text, GRANT, needles) ? null : 'benefit',
  rate: rateRule,
  units: (text, needles, { units }) =>
    units.length > 0 || isSaid(text, IN_CHARGE, needles) ? null : 'units',
  count: countRule,
  deadline: timeRule,
  fee: lacks('fee', FEE),
  'how-to': (text, needles, entry) =>
    ASKS_PAPERS.test(needles.asked)
      ? lacks('papers', PAPERS)(text, needles, entry)
      : lacks('how-to', HOW)(text, needles, entry),
  contact: lacks('contact', CONTACT),
  conditions: (text) => (CONDITION.test(text.replace(NO_CONDITION, '')) ? null : 'conditions'),
};

/** True for what a clause says in a recognisable way, or does not say. */
export const needsSign = (ask: AskedFact): boolean => ask in RULES;

/** What a clause does not say of what is asked for; null where it says it, or where no sign would tell. */
export const unstatedIn = (entry: Entry, ask: AskedFact, needles: Needles): UnstatedFact | null =>
  RULES[ask]?.(withoutNumber(entry.clause.text), needles, entry) ?? null;

/** True where the clause's sums of money belong to something else that it speaks of. */
export function isOtherMoney({ clause: { text } }: Entry, needles: Needles): boolean {
  const parts = sentences(text).map((part) => ({ weight: weightOf(part, needles), pays: MONEY.test(part) }));
  const best = Math.max(...parts.map(({ weight }) => weight));
  const paid = Math.max(0, ...parts.filter(({ pays }) => pays).map(({ weight }) => weight));
  return best > 0 && paid < best * OTHER_MONEY;
}

/** Sums are said in a sentence of their own, which often names the thing in fewer words than the one before it. */
const OTHER_MONEY = 0.12;
