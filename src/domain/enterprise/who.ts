import { plain } from '../policy/plain.ts';
import type { Benefit, PolicyClause } from '../policy/types.ts';
import { withoutQuotes } from './titles.ts';

/** Who gets a benefit, in whole words: with the headings above, the noun behind, and what went before. */

const NUMBERING = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]+)[)）、.．]|第[一二三四五六七八九十\d]+条)+/;

/** 「企业首次升规纳统,市级给予」: who pays is no part of who gets it. */
const PAYER = /(?<=[规统限])[市省区县]级(?:财政)?$/;

/** Words without quotation marks, blanks and their number, punctuation half-width. */
const tidy = (words: string): string =>
  withoutQuotes(plain(words).text).replace(NUMBERING, '').replace(PAYER, '');

/** 「首次认定」「3.补贴标准:」: says nothing without the heading above. */
const BARE_TIER =
  /^(?:首次|重新|再次|新|年度)*(?:认定|通过|评定|获评|复核|升规)?的?$|(?:补贴|奖励|补助|资助|返还|贴息|支持)标准:?$/;
/** 「第六条 对纳入后备库的企业,按下列阶段给予奖励:」 above its items. */
const LEAD =
  /(?:^|[^\p{Script=Han}]|条)对(?<who>[^,;。]{2,40}?的?(?:企业|公司|单位|个体工商户))[^。;]{0,30}:$/u;

const ENDS_WITH_GRADE = /[级星]$/;
const NOUN_BEHIND_GRADE = /[级星](\p{Script=Han}{2,12})$/u;

/** 「五星级、四星级旅游饭店」: the noun stands behind the last of the grades. */
function withNoun(who: string, benefit: Benefit, { benefits }: PolicyClause): string {
  if (!ENDS_WITH_GRADE.test(who)) return who;
  const later = benefits.slice(benefits.indexOf(benefit) + 1);
  const nouns = later
    .filter(({ snippet }) => snippet === benefit.snippet)
    .flatMap((other) => NOUN_BEHIND_GRADE.exec(tidy(other.who))?.[1] ?? []);
  return `${who}${nouns[0] ?? ''}`;
}

/** Who gets it, with what the headings above add; an amount's cap alone is for nobody. */
export function whoOf(benefit: Benefit, clause: PolicyClause): string | null {
  const who = withNoun(tidy(benefit.who), benefit, clause);
  if (/合计|累计|总计/.test(who)) return null;
  const above = [...clause.path.toReversed(), clause.heading ?? ''].map(tidy);
  const lead = above
    .map((heading) => LEAD.exec(heading)?.groups?.['who'])
    .find((words) => words !== undefined);
  if (lead !== undefined) return `${lead},${who}`;
  if (!BARE_TIER.test(who)) return who;
  const topic = above.find((heading) => heading !== '' && !BARE_TIER.test(heading));
  return `${topic ?? ''}${who}`;
}

const CONTINUES = /^其中|部分$/;

/**
 * 「…高新技术企业,最高200万元;其中中试项目260万元」「…上市公司…;融资额超过1.5亿元的部分」: what goes on with 其中 or is
 * a part of something keeps the subject that stood before it.
 */
export function generalOf(benefit: Benefit, clause: PolicyClause): Benefit | null {
  const snippet = tidy(benefit.snippet);
  const who = tidy(benefit.who);
  const split = snippet.indexOf('其中');
  const goesOn =
    CONTINUES.test(who) ||
    CONTINUES.test(snippet.slice(0, 2)) ||
    (split >= 0 && snippet.indexOf(who) > split);
  if (!goesOn) return null;
  const before = clause.benefits.slice(0, clause.benefits.indexOf(benefit));
  return before.find((other) => other.who !== benefit.who) ?? null;
}
