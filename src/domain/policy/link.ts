import { plain } from './plain.ts';
import type { ClauseLink, Policy, PolicyClause } from './types.ts';

/**
 * A plan and its task list say the same sentences twice. Sentences are compared by their character bigrams; an
 * index of rare bigrams keeps the comparison linear, since a bigram of half the document tells nothing.
 */
const MIN_SENTENCE = 8;
const MOST_HOLDERS = 12;
const SAME_SENTENCE = 0.72;
const SHARED_SENTENCES = 0.5;
const FEWEST_COMMON = 2;

interface Line {
  readonly clause: PolicyClause;
  readonly bigrams: ReadonlySet<string>;
}

function bigramsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) found.add(text.slice(index, index + 2));
  return found;
}

const UNIT_MARK = /[(（][^()（）]{0,6}(?:责任|牵头)(?:单位|部门)[^()（）]*[)）]/g;

/** Sentences of a clause without number, punctuation and unit mark. */
function linesOf(policy: Policy): readonly Line[] {
  return policy.clauses
    .filter((clause) => clause.part === 'body')
    .flatMap((clause) =>
      bodyOf(clause)
        .split(/[。;；\n\t]/)
        .map((sentence) => sentence.replace(/[^\p{L}\p{N}]/gu, '').replace(/^\d{1,2}(?=\D)/, ''))
        .filter((sentence) => sentence.length >= MIN_SENTENCE)
        .map((sentence) => ({ clause, bigrams: bigramsOf(sentence) })),
    );
}

/** A row is its goal, not its units and its group. */
function bodyOf(clause: PolicyClause): string {
  const cells = clause.cells ? Object.values(clause.cells) : [];
  const longest = cells.toSorted((one, other) => other.length - one.length)[0];
  return plain(longest ?? clause.text).text.replace(UNIT_MARK, '');
}

function indexed(lines: readonly Line[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  lines.forEach((line, at) => {
    for (const bigram of line.bigrams) {
      const holders = index.get(bigram);
      if (!holders) index.set(bigram, [at]);
      else if (holders.length <= MOST_HOLDERS) holders.push(at);
    }
  });
  return index;
}

/** How much of the shorter sentence stands in the longer. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const bigram of small) if (large.has(bigram)) common++;
  return common / Math.max(1, small.size);
}

/** The sentences of the other document that say the same as `line`. */
function twinsOf(
  line: Line,
  others: readonly Line[],
  index: ReadonlyMap<string, readonly number[]>,
): readonly Line[] {
  const votes = new Map<number, number>();
  for (const bigram of line.bigrams) {
    const holders = index.get(bigram) ?? [];
    if (holders.length > MOST_HOLDERS) continue;
    for (const holder of holders) votes.set(holder, (votes.get(holder) ?? 0) + 1);
  }
  const likely = [...votes]
    .filter(([, count]) => count >= FEWEST_COMMON)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 4);
  return likely
    .map(([at]) => others[at] as Line)
    .filter((other) => likeness(line.bigrams, other.bigrams) >= SAME_SENTENCE);
}

function linksBetween(plan: Policy, list: Policy): readonly ClauseLink[] {
  const [planned, listed] = [linesOf(plan), linesOf(list)];
  const index = indexed(planned);
  const links = new Map<string, ClauseLink>();
  for (const line of listed) {
    for (const twin of twinsOf(line, planned, index)) {
      const link: ClauseLink = {
        from: { policy: plan.id, clause: twin.clause.id },
        to: { policy: list.id, clause: line.clause.id },
      };
      links.set(`${link.from.clause} ${link.to.clause}`, link);
    }
  }
  const linked = new Set([...links.values()].map((link) => link.to.clause));
  const all = new Set(listed.map((line) => line.clause.id));
  return linked.size >= all.size * SHARED_SENTENCES && linked.size >= FEWEST_COMMON
    ? [...links.values()]
    : [];
}

const tight = (title: string): string => title.replace(/[\s“”"《》]/g, '');
const LIST =
  /(?:任务|责任|重点工作|工作)?(?:分工|分解)?(?:清单|分工方案|任务分解表|分工表|台账|任务表|分解表)$/;

/** A task list carries its plan's title with 任务清单 behind it, or region and years agree. */
function isListOf(list: Policy, plan: Policy): boolean {
  if (list === plan || list.title === null || plan.title === null || !LIST.test(tight(list.title)))
    return false;
  if (LIST.test(tight(plan.title)) || list.region !== plan.region) return false;
  const sameYears =
    list.planYears?.from === plan.planYears?.from && list.planYears?.to === plan.planYears?.to;
  return sameYears && list.planYears !== null
    ? true
    : tight(list.title).includes(tight(plan.title).replace(/^.*关于印发|的通知$/g, ''));
}

/** Links a plan's clauses (from) to the rows of its task list (to) that say the same; one clause may have several rows. */
export function linkPolicies(policies: readonly Policy[]): readonly ClauseLink[] {
  const lists = policies.filter((policy) => policy.title !== null && LIST.test(tight(policy.title)));
  return lists.flatMap((list) =>
    policies.filter((plan) => isListOf(list, plan)).flatMap((plan) => linksBetween(plan, list)),
  );
}
