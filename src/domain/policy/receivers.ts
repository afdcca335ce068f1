import { namesNobody, OF_A_MEASURE, withoutNumber } from './heading.ts';
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

/** Clauses in which a sum that only its section's heading stands for goes to those that the section beside it names. */
export function withReceivers(clauses: readonly PolicyClause[]): readonly PolicyClause[] {
  return clauses.map((clause) => {
    if (!clause.benefits.some(({ who }) => namesNobody(who))) return clause;
    const receivers = receiversFor(clause, clauses);
    if (receivers === null) return clause;
    const benefits = clause.benefits.map((benefit) =>
      namesNobody(benefit.who) ? { ...benefit, who: receivers } : benefit,
    );
    return { ...clause, benefits };
  });
}
