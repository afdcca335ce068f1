import { namesNobody, OF_A_MEASURE, withoutNumber } from './heading.ts';
import { subjectBefore } from './benefits/who.ts';
import { plain } from './plain.ts';
import type { PolicyClause } from './types.ts';

// A notice says who gets it in one section (一、支持对象) and how much in the next (二、支持标准).

const RECEIVERS = new RegExp(`^${OF_A_MEASURE}(?:对象|主体|范围|对象[和及与]范围|范围[和及与]对象)[:：]?$`);
const SAYS_SO = new RegExp(`^${OF_A_MEASURE}(?:对象|主体|范围)\\s*(?:为|是|[:：])\\s*`);
const LONGEST = 80;

/** Headings that stand above the clause's own section. */
const aboveOf = ({ path }: PolicyClause): string => path.slice(0, -1).join('\n');

/** The words of the section beside it that says who gets it; null where there is none, or where it is a list. */
function receiversFor(clause: PolicyClause, clauses: readonly PolicyClause[]): string | null {
  const above = aboveOf(clause);
  const within = clauses.filter(
    (other) => aboveOf(other) === above && RECEIVERS.test(withoutNumber(other.path.at(-1) ?? '')),
  );
  const inLine = clauses.filter(
    (other) => other.path.join('\n') === above && SAYS_SO.test(withoutNumber(other.text)),
  );
  const [only, ...others] = within.length > 0 ? within : inLine;
  if (only === undefined || others.length > 0) return null;
  const words = withoutNumber(only.text)
    .replace(SAYS_SO, '')
    .replace(/[。;；\s]+$/g, '');
  return words.length > LONGEST || /[。;；\n]/.test(words) || words === '' ? null : words;
}

const LEADS_IN = /[:：]\s*$/;
const ONLY_MEASURED = /^[\d.]+[万亿千百十]{0,2}(?:元|人|家|个|%|平方米|吨|台|项|户|名)/;
/** 「首次突破下列台阶的」: the measures that follow stand for it. */
const FOLLOWING = /(?:下列|以下|下述)[^,，]{0,6}$/;

/** 「对年营业收入首次突破下列台阶的,给予奖励:」 above 「(一)2000万元至5000万元的,奖励10万元」. */
function ledIn(who: string, leadIn: string | undefined): string {
  if (leadIn === undefined || !LEADS_IN.test(leadIn) || !ONLY_MEASURED.test(who)) return who;
  const { text } = plain(leadIn);
  const last = text.slice(text.lastIndexOf('。', text.length - 2) + 1);
  const above = subjectBefore(withoutNumber(last).replace(LEADS_IN, ''), null).who;
  if (above === '') return who;
  return FOLLOWING.test(above) ? above.replace(FOLLOWING, who) : `${above},${who}`;
}

/** Benefits of a list's items go to those that the sentence above the list names. */
function withLeadIn(clause: PolicyClause, byId: ReadonlyMap<string, PolicyClause>): PolicyClause {
  if (clause.benefits.length === 0) return clause;
  const leadIn = byId.get(clause.id.replace(/\.[^.]+$/, ''))?.text;
  return {
    ...clause,
    benefits: clause.benefits.map((benefit) => ({ ...benefit, who: ledIn(benefit.who, leadIn) })),
  };
}

/** The section's own name, 「一、一次性吸纳就业补贴」, where all else only says 「标准」. */
function sectionOf({ path }: PolicyClause): string | null {
  const named = path.findLast((heading) => !namesNobody(heading));
  return named === undefined ? null : withoutNumber(named);
}

/** Clauses in which a sum that only its section's heading stands for goes to those that the section beside it names. */
export function withReceivers(clauses: readonly PolicyClause[]): readonly PolicyClause[] {
  const byId = new Map<string, PolicyClause>(clauses.map((clause) => [clause.id, clause]));
  return clauses.map((clause) => {
    if (!clause.benefits.some(({ who }) => namesNobody(who))) return withLeadIn(clause, byId);
    const receivers = receiversFor(clause, clauses) ?? sectionOf(clause);
    if (receivers === null) return clause;
    const benefits = clause.benefits.map((benefit) =>
      namesNobody(benefit.who) ? { ...benefit, who: receivers } : benefit,
    );
    return { ...clause, benefits };
  });
}
