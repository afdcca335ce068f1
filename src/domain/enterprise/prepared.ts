import { parseNumeral } from '../hanzi/numerals.ts';
import { grantModeOf } from '../policy/grant-mode.ts';
import type { Policy, PolicyClause } from '../policy/types.ts';
import { requirementsOf } from './requirements.ts';
import { supportsIn } from './supports.ts';
import { type Asked, askedIn } from './sure-amounts.ts';

/** A clause that grants something, with what each of its benefits asks for. */
export interface PreparedClause {
  readonly clause: PolicyClause;
  readonly asked: readonly Asked[];
  /** 免申即享. */
  readonly automatic: boolean;
}

const ORDINAL = /第([\d一二三四五六七八九十]{1,3})条/g;
const ARTICLE = /^\s*(?:第\s*([\d一二三四五六七八九十]{1,3})\s*条|(\d{1,3})\s*[.．、])/;

/** The number of an article, 「第五条」 or 「5.」; (五) is no article. */
function articleOf({ number }: PolicyClause): number | null {
  const hit = ARTICLE.exec(number ?? '');
  return hit ? parseNumeral((hit[1] ?? hit[2]) as string) : null;
}

/** Numbers of the articles that another clause of the document pays without application (「对第1条、第2条奖励…免申即享」). */
function automaticNumbers(policy: Policy): ReadonlySet<number> {
  const numbers = policy.clauses.flatMap((clause) =>
    clause.text
      .split(/[。;；\n]/)
      .filter((sentence) => grantModeOf(sentence) === 'automatic')
      .flatMap((sentence) => [...sentence.matchAll(ORDINAL)].map((hit) => parseNumeral(hit[1] as string)))
      .filter((number) => number !== articleOf(clause)),
  );
  const articles = policy.clauses.map(articleOf);
  // Where each chapter counts from 1 again, 第1条 says nothing.
  const isPlain = (number: number | null): number is number =>
    number !== null && articles.filter((article) => article === number).length === 1;
  return new Set(numbers.filter(isPlain));
}

function prepared(policy: Policy): readonly PreparedClause[] {
  const automatic = automaticNumbers(policy);
  return policy.clauses.flatMap((clause) => {
    const number = articleOf(clause);
    const asked = [
      ...askedIn(clause, (benefit) => requirementsOf(benefit, { policy, clause })),
      ...supportsIn(clause, policy),
    ];
    if (asked.length === 0) return [];
    const isAutomatic = clause.grantMode === 'automatic' || (number !== null && automatic.has(number));
    return [{ clause, asked, automatic: isAutomatic }];
  });
}

/** What a policy asks for is the same for every enterprise: read once as long as the library holds the policy. */
const known = new WeakMap<Policy, readonly PreparedClause[]>();

/** The clauses of a policy that grant something. */
export function preparedOf(policy: Policy): readonly PreparedClause[] {
  const before = known.get(policy);
  if (before) return before;
  const clauses = prepared(policy);
  known.set(policy, clauses);
  return clauses;
}
