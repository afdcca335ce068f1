import { commaParts } from './who.ts';

const LINK = /[、/]|或者?|和|及|以及|与/;
/** What may stand in a list before 「级…」: 「国家、省、市级示范基地」. */
const RANK =
  /^(?:\d?A{1,5}|[一二三四五\d]星|初|中|高|国家|省|市|区|县|国际|行业|地方|团体|先进团体|企业|世界|全国|省部|地市)(?:级)?$/;
const RANKED_TAIL =
  /^((?:\d?A{1,5}级|[一二三四五\d]星级|[初中高]级|(?:国家|省|市|区|县|国际|行业|地方|先进团体|团体|企业|世界|全国|省部)级?))(.*)$/s;

interface Members {
  readonly prefix: string;
  readonly members: readonly string[];
  readonly suffix: string;
}

const COMMA = /[、]/;
const ANY_LINK = /[、/或和及与]/;

/** Splits at 、或和 outside of quotes and brackets. */
function listParts(text: string, link: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if ('“《(「'.includes(character)) depth++;
    if ('”》)」'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && link.test(character)) {
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
  const rank =
    /(?:\d?A{1,5}级|[一二三四五\d]星级|[初中高]级|(?:国家|省|市|区|县|国际|行业|世界|全国)级?)$/.exec(first);
  if (rank && others.slice(0, -1).every((other) => RANK.test(other))) {
    return { prefix: first.slice(0, rank.index), member: rank[0] };
  }
  const verb =
    /^(.*?(?:认定为|评为|评定为|获得|获批|获评|入选|认定的|达到|首次达到|突破|首次突破|引进的|引进|被认定|列入|通过|取得|荣获|升级为|为))(.+)$/.exec(
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
  // 「一、二、三等奖」
  const counted = /^([一二三四五])(等奖.*)$/.exec(last);
  if (counted && others.every((other) => /^[一二三四五]$/.test(other))) {
    return { member: counted[1] as string, suffix: counted[2] as string };
  }
  const of = others.some((other) => other.includes('的')) ? -1 : last.search(/的[^的]{1,14}$/);
  // 「达到1000万元、5000万元、1亿元的」
  if (of <= 0 && last.endsWith('的') && others.every((other) => !other.includes('的')))
    return { member: last.slice(0, -1), suffix: '的' };
  return of > 0 ? { member: last.slice(0, of), suffix: last.slice(of) } : { member: last, suffix: '' };
}

function membersOf(subject: string, count: number): Members | null {
  if (!LINK.test(subject)) return null;
  // 「初级、中级、高级职业资格证书或者技能等级证书」: three, though 或者 stands in the last.
  const listed = listParts(subject, COMMA);
  const parts = listed.length === count ? listed : listParts(subject, ANY_LINK);
  if (parts.length < count) return null;
  const list = parts.slice(parts.length - count);
  // 「甲类、乙类、丙类企业」 with two sums: nobody can tell which.
  if (parts.length > count && !(list[0] as string).includes('的')) return null;
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
  const last = list.at(-1) as string;
  return last.endsWith('级') && RANK.test(member) && !member.endsWith('级') ? `${member}级` : member;
}

/**
 * Who gets each of `count` sums that stand side by side, in the words of the subject before them. Where the
 * subject lists as many members, each gets its own sum; otherwise all get the whole subject.
 */
export function receivers(subject: string, count: number): readonly string[] {
  if (count === 1) return [subject];
  const parts = commaParts(subject);
  const lists = parts.map((part) => membersOf(part, count));
  const at = parts.length > 1 ? lists.findIndex((list) => list !== null) : -1;
  const found = at < 0 ? membersOf(subject, count) : (lists[at] as Members);
  if (!found) return Array.from({ length: count }, () => subject);
  const [before, behind] = at < 0 ? [[], []] : [parts.slice(0, at), parts.slice(at + 1)];
  return found.members.map((member) =>
    [...before, `${found.prefix}${ranked(member, found.members)}${found.suffix}`, ...behind].join(','),
  );
}
