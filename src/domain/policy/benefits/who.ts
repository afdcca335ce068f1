const MAX_SUBJECT = 90;
const MAX_BEFORE = 260;

/** Who a sum is for, as far as the words before it tell. */
export interface Subject {
  readonly who: string;
  /** Named by 「对…」; else taken from the words in front of 给予. */
  readonly named: boolean;
  /** The sum's own tier within the subject: 「一等奖」「境内上市」. */
  readonly tier: string | null;
}

/** Words that lead to the subject: 「对…的企业,市级财政给予」. */
const NAMED =
  /(?:^|[,。;、\n\t:)]|\d[.．]|政府|财政)(?:同时|其中|此外|支持|鼓励|凡)?(?:对于|对|凡|针对|为)(?<who>[^。;\n]{2,90}?)(?=,|(?:由|市级?|区级?|省级?|县级?)*财政|分别|一次性|再|另|均|按|每[家个人年]|最高|给予|予以|奖励|补助|补贴|资助|发放|增发)/g;
const NUMBERING =
  /^(?:[(（]?\d{1,2}[)）、.．]|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、(?![一二三四五六七八九十])|第[一二三四五六七八九十]+条|[•●★-])+/;
const FILLER = /^(?:同时|其中|此外|另外|支持|鼓励|凡|并|且|可|的)+/;

/** From here on the words say what is given, no longer to whom. */
const GIVING =
  /(?:由|经)?(?:市|区|省|县|本|各|同)*级?(?:财政|本级)|(?:分别|一次性|再|另|均|还|按照?(?!月度?入|季度?入|年度?入|时|期|规定|要求|程序|批次)|可|将|最高|不超过|(?<![上本])(?:累计|总额|合计|全年|年度)(?=[^,]{0,6}(?:最高|不超过|补|奖|给))|每[招人家户个亩月年天名套台件项单立台吨](?!\d))|给予|予以|奖励|补助|补贴|资助|发放|增发|享受|兑现|返还|免除/;

const GRADES =
  '[一二三四特]等奖|优[秀胜]奖|入围奖|鼓励奖|提名奖|金奖|银奖|铜奖|冠军|亚军|季军|第[一二三四五六]名|(?:国家|省|市|区|县)级|[A-E]{1,3}级|[一二三四五\\d]星级?|(?:首|第[一二三四五])(?:次|年|个)';
const GRADE = new RegExp(`^(?:${GRADES})$`);
/** 「给予一等奖」「一等奖奖励」 directly before a sum. */
const GRADE_AT_END = new RegExp(
  `(?<![\\u4e00-\\u9fa5])(?:给予|奖励)?(${GRADES})(?:的|每[个名家项]|给予|奖励|最高|一次性)*$`,
);
const NO_TIER = /元|%|费用|贷款|标准|部门|政府|资金|额度|总额|连续|其中|最长|^对|^的|期限|比例|企业$/;
const MAX_TIER = 20;
const LONGEST_CONDITION = 40;
const MAX_JOINED = 70;

/** Parts between commas; a comma within brackets parts nothing. */
export const commaParts = (text: string): readonly string[] => text.split(/[,\t](?![^()]*[)])/);

const MEASURE = '(?:首次)?(?:达到|达|超过|突破|满|在|为)?';
const NUMBER = '[\\d.]+[万亿千百十]{0,2}';
const BARE = new RegExp(`^${MEASURE}${NUMBER}(元|人|家|个|%|平方米|吨|台|项|户|名)`);

/** A receiver who is only measured, 「达到1亿元以上的」, with what is measured in the words before it. */
export function completed(who: string, before: string): string {
  const unit = BARE.exec(who)?.[1];
  if (unit === undefined) return who;
  const lead = new RegExp(`^(.{2,}?)${MEASURE}${NUMBER}${unit}`).exec(before)?.[1];
  return lead === undefined || /^[\d(]/.test(lead) ? who : `${lead}${who}`;
}

const tidy = (words: string): string =>
  words
    .replace(NUMBERING, '')
    .replace(FILLER, '')
    .replace(/[,、:(]+$/, '')
    .slice(-MAX_SUBJECT);

/** The words in front of 给予, 按, 最高 …; '' where it begins with them. */
function beforeGiving(words: string): string {
  const at = words.search(GIVING);
  return at < 0 ? words : words.slice(0, at);
}

/** The tier in the last part before a sum: 「,二等奖奖励」 → 二等奖. */
function tierIn(rest: string): string | null {
  const grade = GRADE_AT_END.exec(rest)?.[1];
  if (grade) return grade;
  const tier = tidy(
    beforeGiving(
      rest
        .replace(/^[、,;和及]+/, '')
        .split(/[,、]/)
        .at(-1) as string,
    ),
  ).replace(/的$/, '');
  return tier.length < 2 || tier.length > MAX_TIER || NO_TIER.test(tier) ? null : tier;
}

/** 「符合条件的项目」 says nothing without the sentence's topic: 「开展高价值专利组合培育」. */
const VAGUE = /^(?:(?:市级|省级|国家级)?(?:符合|获奖|入选|入围|上述|其|该|通过|经|前述|满足)[^,]{0,12})$/;

function withTopic(who: string, before: string): string {
  const last = before
    .replace(/[,、]$/, '')
    .split(/[。;\n,]/)
    .at(-1) as string;
  const topic = VAGUE.test(who) ? tidy(last.replace(/^(?:鼓励|支持|引导)/, '')) : '';
  return topic.length >= 4 && topic.length <= 50 ? `${topic},${who}` : who;
}

/** 「对实际支付的利息按50%给予贴息」: what is paid for, nobody who gets it. */
const BASE = /(?:利息|费用|支出|投入|部分|租金|保费|贷款|金额|增量|差额|成本|费)$/;

function namedIn(text: string): Subject | null {
  let last: RegExpExecArray | null = null;
  for (const match of text.matchAll(NAMED)) last = match;
  const words = last?.groups?.['who'];
  if (!last || words === undefined) return null;
  const before = text.slice(0, last.index);
  const isAim = last[0].slice(0, -words.length).endsWith('为') && AIM.test(words);
  if (isAim) return null;
  if (BASE.test(words)) {
    const payer = fromWords(before);
    if (payer.who.endsWith('的')) return payer;
  }
  const who = withTopic(tidy(words), before);
  const rest = text.slice(last.index + last[0].length);
  const tier = tierIn(rest);
  const condition = tier === null ? conditionIn(rest) : '';
  return { who: condition === '' ? who : `${who},${condition}`, named: true, tier };
}

/** 「对新引进的企业,实缴资本达到1000万元的,给予」: a further condition behind who is named. */
function conditionIn(rest: string): string {
  const parts = commaParts(rest);
  // The words right before the sum are a condition only where 「的,」 has closed them.
  const condition = tidy(parts.slice(0, -1).findLast((part) => tidy(part) !== '') ?? '');
  return condition.endsWith('的') && condition.search(GIVING) < 0 && condition.length <= LONGEST_CONDITION
    ? condition
    : '';
}

/** What a sentence begins with that tells an aim, a way or a remark, no condition of who gets it. */
const AIM =
  /^(?:为|鼓励|支持|引导|推动|推进|加快|贯彻|规范|加大|加强|落实|实施|做|培育|打造|提升|壮大|强化|深化|优化|完善|健全|促进|构建|拓展|激发|聚焦|根据|按照|由|从|在此|同时|其中|原则上|对|凡|每|最高|自|申报|如|若)|[:：。]$/;

/** 「项目通过诊断,投入达到500万元以上的」: conditions of one sentence belong together. */
function withEarlier(last: string, parts: readonly string[]): string {
  if (!last.endsWith('的')) return last;
  const at = parts.findLastIndex((part) => tidy(beforeGiving(part)) === last);
  let who = last;
  for (const part of parts.slice(0, Math.max(0, at)).toReversed()) {
    const words = tidy(part);
    const isCondition =
      words.length > 1 && !AIM.test(words) && words.search(GIVING) < 0 && !/\d元|万元/.test(words);
    if (!isCondition || words.length + who.length >= MAX_JOINED) break;
    who = `${words},${who}`;
  }
  return who;
}

/** 「自登记当月起」「在3年(36个月)内」: for how long, not who. */
const PERIOD = /^(?:自|从)[^,]{2,16}起$|^(?:在|连续)?\d{1,2}个?[年月](?:[(]\d{1,3}个月[)])?内$/;

/** 「高校毕业生创业的,给予每人」: no 对, the part before 给予 is the subject; a grade belongs to the part before it. */
function fromWords(text: string): Subject {
  const parts = commaParts(text.split(/[。;\n]/).at(-1) as string);
  const spoken = parts
    .map((part) => tidy(beforeGiving(part)))
    .filter((part) => part !== '' && !PERIOD.test(part));
  const last = spoken.at(-1) ?? '';
  const grade = GRADE_AT_END.exec(text)?.[1];
  if (grade && !GRADE.test(last)) return { who: last, named: false, tier: grade };
  if (!GRADE.test(last))
    return { who: last.length < 2 ? '' : withEarlier(last, parts), named: false, tier: null };
  return { who: spoken.at(-2) ?? '', named: false, tier: last };
}

/**
 * Who gets the sum behind `before`. `earlier` is the subject of the sum before it in the same sentence: tiers
 * (一等奖30万元、二等奖20万元) share it unless a new 「对…」 stands between.
 */
export function subjectBefore(before: string, earlier: Subject | null): Subject {
  const text = before.slice(-MAX_BEFORE);
  if (!earlier) return namedIn(text) ?? fromWords(text);
  const rest = text.slice(Math.max(text.lastIndexOf('元'), text.lastIndexOf('%')) + 1);
  return namedIn(rest) ?? { ...earlier, tier: tierIn(rest), named: earlier.named || earlier.tier !== null };
}

/** The subject in words; a tier that replaces an unnamed subject (首次认定 …, 重新认定 …) stands alone. */
export function spokenOf(subject: Subject): string {
  const { who, tier, named } = subject;
  if (tier === null) return who;
  if (who === '' || tier.includes(who)) return tier;
  if (GRADE.test(tier)) return `${who}${tier}`;
  return named ? `${who},${tier}` : tier;
}
