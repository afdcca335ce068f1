import { readNumber } from '../numbers.ts';

/** A rule in time that names no single day: where it stands in the plain text. */
export interface Rhythm {
  readonly start: number;
  readonly end: number;
  readonly rhythm: 'recurring' | 'relative' | 'rolling';
  /** Days after the issue day, for 「自本通知发布之日起30日内」; null where the event's day is unknown. */
  readonly days: number | null;
}

const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const DUE = /前|止|截止|内|报送|上报|提交|报|开放|关闭|受理|申报|申请|缴|填报|办理|集中/;

/** 「每月22日前」「每季度最后一个月的15日(3月15日、…)前」「每年3月1日开放,5月底关闭」「次月10日」「当月最后一天」. */
const RECURRING =
  /每(?:个|半)?(?:月|年度?|季度?|周|学期)(?:[^。;,\n每]{0,16}?)(?:\d{1,2}[日号]|[初底末](?!线)|月份?|最后一[天日]|周?[一二三四五]前|[上中下]旬|结束后\d{1,2}[日天])(?:[、和]\d{1,2}[日号]){0,4}(?:[(][^()]{0,40}[)])?[^。;,\n]{0,16}(?:,\d{1,2}月[^,。;]{0,8}(?:关闭|截止|结束))?|(?:次月|当月|每月|本月|下月|次季度首月)(?:的)?(?:\d{1,2}[日号]|最后一[天日]|底|末|[上中下]旬)/g;

const DAY_OF_YEAR = '(?:\\d{1,2}月)?(?:\\d{1,2}[日号]?|底)';
const WINDOW = `${DAY_OF_YEAR}(?:至|到|-)(?:\\d{1,2}月)?(?:\\d{1,2}[日号]|底)`;
/** 「每年3月1日至3月20日、9月1日至9月20日」「每月1日至10日」. */
const RECURRING_WINDOWS = new RegExp(
  `每(?:年度?|个?月|季度?)(?:的)?${WINDOW}(?:[、,和及]${WINDOW}){0,5}`,
  'g',
);
/** Near such windows stands what they are open for, 「受理两次:每年…」; a fishing season opens nothing. */
const OPENS = /受理|申报|申请|报名|申领|报送|填报|提交|办理|逾期/;
const BESIDE = 24;

/** 「常年申报」「全年受理」「随时受理」「可全年申办」「不限时间」. */
const ROLLING =
  /(?:常年|全年|随时|长期|全天候)(?:均可|可以|可|开放|滚动|接受|集中)*(?:申报|受理|申办|申请|接受|征集|报名|提交|办理)|常年开展|(?:不限|无)(?:申报|受理|报名)?时间|(?:申报|受理|报名)时间[为:是]*(?:常年|全年|长期|随时|不限)/g;

const HANDS_IN = '报告|报备|备案|报送|申报|提出|申请|提交|告知|办理|办结|完成|缴|登记';
/** 「停运前5个工作日报告」「提前10日提交」: before whatever event; the act must follow, since 「申报前30日受过处罚的」 asks for none. */
const AHEAD = `[^,。;:\\n、()]{0,16}(?<![目此日以])前${NUMBER}个?(?:工作日|自然日|日|天)(?:之?内)?(?=[^,。;的]{0,16}(?:${HANDS_IN}))`;
/** 「应当在办理停业登记前办结」: an event without a number of days; 「请于6月底前」 and 「应在截止日期前」 are dates. */
const BEFORE_AN_ACT = `(?:应当?|须|需|必须|务必|请|可)(?:在|于)[^,。;:\\n()\\d]{2,18}(?<![底末初旬日月年号内此目]|时间|日期|期限|时限)前(?=(?:向[^,。;]{1,16})?(?:${HANDS_IN}))`;

/** 「自公布之日起30日内」「证书发放之日起6个月内」「合同期满前3个月」「收到通知后5个工作日内」. */
const RELATIVE = new RegExp(
  `(?<event>[^,。;:\\n()]{0,24}?)(?:之日|当日|之后|以后|后|日)(?:起)?(?:的)?(?<n>${NUMBER})个?(?<unit>工作日|自然日|日|天|月|年)(?:之内|以内|内)|[^,。;:\\n()]{0,20}(?:期满|届满|到期|毕业|结束|开始|召开|开工|举办)之?日?前${NUMBER}个?(?:工作日|日|天|月)(?!的)|${AHEAD}|${BEFORE_AN_ACT}|${NUMBER}个?工作日(?:之内|以内|内)|(?:毕业|投产|开工|验收|离校|到期|期满|届满)前(?:${NUMBER}[个]?(?:工作日|日|天|月))?(?:内)?(?=[^,。;]{0,8}(?:完成|申请|提出|提交|报|办|登记|兑现))|[^,。;:\\n、]{2,10}(?:当年|次年|翌年)(?:年?[底末]|\\d{1,2}月(?:\\d{1,2}日|底)?)?(?:之?前)`,
  'g',
);
/** 「公示期为5天(自公示之日起)」「公示期限:7个工作日」, where no days are written out beside it. */
const NOTICE_PERIOD = new RegExp(
  `(?<!各次|每次)(?:公示|征求意见|异议)(?:期限?|时间)(?:为|是|:)?(?:\\d{1,2}|[一二三五七十]{1,2})个?(?:工作日|自然日|日|天)(?![^。;\\n]{0,40}\\d{1,2}[月.])`,
  'g',
);
const OWN_EVENT =
  /(?:自|从)?(?:本|该)?(?:通知|公告|办法|细则|指南|政策|文件|意见|通告|公示)?(?:发布|公布|印发|下发|发文)$/;
const DAYS: Readonly<Record<string, number>> = { 日: 1, 天: 1, 自然日: 1 };

function daysOf(match: RegExpExecArray): number | null {
  const g = match.groups as Readonly<Record<string, string | undefined>>;
  const unit = DAYS[g['unit'] ?? ''];
  const count = readNumber(g['n'] ?? '');
  if (unit === undefined || count === null || !OWN_EVENT.test(g['event'] ?? '')) return null;
  return unit * count;
}

/** Every relative rule ends with one of them; most clauses hold neither, and the pattern is the costliest of all. */
const RELATIVE_NEEDS = /[内前]/;

/** Rules of time in a plain text, in order; overlapping ones are left out. `heading` is what stands above it. */
export function rhythmsIn(text: string, heading: string): readonly Rhythm[] {
  const found: Rhythm[] = [];
  const add = (rhythm: Rhythm['rhythm'], match: RegExpExecArray, days: number | null): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && other.start < end)) return;
    found.push({ start, end, rhythm, days });
  };
  for (const match of text.matchAll(RECURRING_WINDOWS)) {
    const end = match.index + match[0].length;
    const beside = text.slice(Math.max(0, match.index - BESIDE), end + BESIDE);
    if (OPENS.test(heading + beside)) add('recurring', match, null);
  }
  for (const match of text.matchAll(RECURRING)) {
    if (
      DUE.test(match[0]) ||
      DUE.test(text.slice(match.index + match[0].length, match.index + match[0].length + 30))
    ) {
      add('recurring', match, null);
    }
  }
  for (const match of text.matchAll(ROLLING)) add('rolling', match, null);
  for (const match of text.matchAll(NOTICE_PERIOD)) add('relative', match, null);
  const relative = RELATIVE_NEEDS.test(text) ? text.matchAll(RELATIVE) : [];
  for (const match of relative) add('relative', match, daysOf(match));
  return found.toSorted((one, other) => one.start - other.start);
}
