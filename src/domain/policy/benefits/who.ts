const MAX_SUBJECT = 90;

/** Words that lead to the subject: 「对…的企业,市级财政给予」. */
const SUBJECT =
  /(?:^|[,。;、\n\t:)])(?:同时|其中|此外|支持|鼓励|凡)?(?:对于|对|凡|针对|为)(?<who>[^。;\n]{2,90}?)(?:,|(?:由|市级?|区级?|省级?|县级?)*财政|分别|一次性|再|另|均|按|每[家个人年]|最高|给予|予以|奖励|补助|补贴|资助|发放)/g;
const NUMBERING = /^(?:[(（]?[\d一二三四五六七八九十]+[)）、.．]|第[一二三四五六七八九十]+条|[•●★-])+/;
const FILLER = /^(?:同时|其中|此外|另外|支持|鼓励|凡|并|且)+/;
const GIVES =
  /(?:,?(?:由|经)?(?:市|区|省|县|市区|本级|各级)*(?:级)?(?:财政)?(?:分别|一次性|再|另|均|还|按照?|可|将|每[家个人年户]|最高)*(?:给予|予以|奖励|补助|补贴|资助|发放|享受|兑现))/;

/** The last 「对…」 before a sum; without one the words in front of 给予. */
export function subjectBefore(before: string): string {
  const tail = before.slice(-260);
  let who = '';
  for (const match of tail.matchAll(SUBJECT)) who = match.groups?.['who'] ?? who;
  if (who !== '') return withTopic(tidy(who), tail);
  const cut = tail.search(new RegExp(`${GIVES.source}[^给奖补资发]{0,40}$`));
  const words = (cut > 0 ? tail.slice(0, cut) : tail).split(/[。;\n]/).at(-1) ?? '';
  const last = tidy(
    words
      .split(',')
      .filter((part) => part !== '')
      .at(-1) ?? words,
  );
  return EMPTY.test(last) ? '' : last;
}

/** 「符合条件的项目」 says nothing without the sentence's topic: 「开展高价值专利组合培育」. */
const VAGUE = /^(?:(?:市级|省级|国家级)?(?:符合|获奖|入选|入围|上述|其|该|通过|经|前述|满足)[^,]{0,12})$/;
const EMPTY =
  /^(?:按|可|最高|分别|一次性|再|不超过|给予|予以|奖励|补助|补贴|资助|发放|总额|投资额的|的|每[人家个年月])*$/;

function withTopic(who: string, tail: string): string {
  const at = tail.lastIndexOf(who);
  const before =
    tail
      .slice(0, Math.max(0, at))
      .replace(/,?(?:对于|对|凡|针对|为)$/, '')
      .split(/[。;\n,]/)
      .at(-1) ?? '';
  const topic = VAGUE.test(who) ? tidy(before.replace(/^(?:鼓励|支持|引导)/, '')) : '';
  return topic.length >= 4 && topic.length <= 50 ? `${topic},${who}` : who;
}

function tidy(words: string): string {
  return words
    .replace(NUMBERING, '')
    .replace(FILLER, '')
    .replace(/[,、:]+$/, '')
    .slice(-MAX_SUBJECT);
}

const LINK = /[、/]|或者?|和|及|以及|与/;
/** What may stand in a list before 「级…」: 「国家、省、市级示范基地」. */
const RANK = /^(?:国家|省|市|区|县|国际|行业|地方|团体|先进团体|企业|世界|全国|省部|地市)(?:级)?$/;
const RANKED_TAIL = /^((?:国家|省|市|区|县|国际|行业|地方|先进团体|团体|企业|世界|全国|省部)级?)(.*)$/s;

interface Members {
  readonly prefix: string;
  readonly members: readonly string[];
  readonly suffix: string;
}

/** Splits at 、或和 outside of quotes and brackets. */
function listParts(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if ('“《(「'.includes(character)) depth++;
    if ('”》)」'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、/或和及与]/.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((one) => one.replace(/^(?:者|以)/, '')).filter((one) => one !== '');
}

/** 「经认定的国家」: the first member without the words that belong to all. */
function splitHead(
  first: string,
  others: readonly string[],
): { readonly prefix: string; readonly member: string } {
  const rank = /(?:国家|省|市|区|县|国际|行业|世界|全国)级?$/.exec(first);
  if (rank && others.slice(0, -1).every((other) => RANK.test(other))) {
    return { prefix: first.slice(0, rank.index), member: rank[0] };
  }
  const verb =
    /^(.*?(?:认定为|评为|评定为|获得|获批|获评|入选|认定的|达到|首次达到|突破|首次突破|被认定|列入|通过|取得|荣获|升级为|为))(.+)$/.exec(
      first,
    );
  return verb ? { prefix: verb[1] as string, member: verb[2] as string } : { prefix: '', member: first };
}

/** 「市级小型微型企业创业创新示范基地」 → 市级 + what is common; 「市级智能化改造示范项目的企业」 → … + 的企业. */
function splitTail(
  last: string,
  others: readonly string[],
): { readonly member: string; readonly suffix: string } {
  const ranked = RANKED_TAIL.exec(last);
  if (ranked && others.every((other) => RANK.test(other)))
    return { member: ranked[1] as string, suffix: ranked[2] as string };
  const of = last.search(/的(?:企业|单位|项目|个人|人才|平台|机构|园区|基地|团队|产品)[^的]*$/);
  return of > 0 ? { member: last.slice(0, of), suffix: last.slice(of) } : { member: last, suffix: '' };
}

function membersOf(subject: string, count: number): Members | null {
  if (!LINK.test(subject)) return null;
  const parts = listParts(subject);
  if (parts.length < count) return null;
  const list = parts.slice(parts.length - count);
  const at = subject.lastIndexOf(list[0] as string, subject.length - list.slice(1).join('').length);
  const lead = parts.length > count ? subject.slice(0, Math.max(0, at)) : '';
  const head = splitHead(list[0] as string, list.slice(1));
  const tail = splitTail(list.at(-1) as string, [head.member, ...list.slice(1, -1)]);
  return {
    prefix: (lead + head.prefix).replace(/[、和或及与]$/, ''),
    members: [head.member, ...list.slice(1, -1), tail.member],
    suffix: tail.suffix,
  };
}

/** 级 stands once at the list's end: 「国家、省、市级」 means 国家级, 省级, 市级. */
function ranked(member: string, list: readonly string[]): string {
  const last = list.at(-1) ?? '';
  return last.endsWith('级') && RANK.test(member) && !member.endsWith('级') ? `${member}级` : member;
}

/**
 * Who gets each of `count` sums that stand side by side, in the words of the subject before them. Where the
 * subject lists as many members, each gets its own sum; otherwise all get the whole subject.
 */
export function receivers(subject: string, count: number): readonly string[] {
  if (count === 1) return [subject];
  const found = membersOf(subject, count);
  if (!found) return Array.from({ length: count }, () => subject);
  return found.members.map((member) => `${found.prefix}${ranked(member, found.members)}${found.suffix}`);
}

const OWN_TIER =
  /((?:[一二三四特]等奖|优[秀胜]奖|入围奖|鼓励奖|提名奖|金奖|银奖|铜奖|冠军|亚军|季军|第[一二三四五六]名|(?:国家|省|市|区|县)级?(?:以上)?|[A-E]{1,3}级|[一二三四五\d]星级?|(?:首|第[一二三四五])(?:次|年|个)|[^,、;。:]{2,24}?))(?:的)?(?:,)?(?:每[家个人项]|分别|按照?|一次性|最高|可|给予|予以|奖励|补助|补贴|资助|不超过|:|为)*$/;

/** The tier named directly before one of several sums: 「一等奖30万元、二等奖20万元」. */
export function ownTier(between: string): string | null {
  const tier = OWN_TIER.exec(between.replace(/^[、,;和及]+/, ''))?.[1];
  return tier && !/^(?:给予|分别|最高|一次性|奖励|补助|补贴)/.test(tier) ? tier : null;
}
