import type { Benefit, Policy, PolicyClause, Status } from '../policy/types.ts';
import { statusAt } from '../policy/validity.ts';
import { judge, type Subject } from './judge.ts';
import type { Judgement, Offer, Requirement, Verdict } from './matching-types.ts';
import { preparedOf } from './prepared.ts';
import { rungOf } from './rungs.ts';
import { type Asked, tierKey } from './sure-amounts.ts';
import type { Qualification } from './types.ts';

interface Judged {
  readonly benefit: Benefit;
  readonly verdict: Verdict;
  readonly judgements: readonly { readonly requirement: Requirement; readonly judgement: Judgement }[];
}

/**
 * One unmet requirement that is the enterprise's next step is a near miss; any other refuses. A sole trader is only
 * told to become a company where nothing else is open.
 */
function verdictOf(judgements: readonly Judgement[]): Verdict | null {
  const unmet = judgements.filter((judgement) => judgement.kind === 'unmet');
  const isOpen = judgements.some(({ kind }) => kind === 'unknown');
  const [only, ...others] = unmet;
  if (!only) return isOpen ? 'check' : 'fits';
  if (others.length > 0 || only.step === null || (only.step === 'company' && isOpen)) return null;
  return 'one-step';
}

function judged({ benefit, requirements }: Asked, subject: Subject, policy: Policy): readonly Judged[] {
  const judgements = requirements.map((requirement) => ({
    requirement,
    judgement: judge(requirement, subject, policy),
  }));
  const verdict = verdictOf(judgements.map(({ judgement }) => judgement));
  return verdict === null ? [] : [{ benefit, verdict, judgements }];
}

/** How high a tier stands: by the rung that is held for it, or by the revenue that is reached; null where neither counts. */
function tierOf({ judgements, verdict }: Judged, { profile }: Subject): number | null {
  if (verdict === 'one-step' || profile.holdings === null) return null;
  const heights = judgements.flatMap(({ requirement }) => {
    if (requirement.kind === 'revenue' && requirement.bound === 'from')
      return profile.revenueYuan === null ? [] : [requirement.yuan];
    if (requirement.kind !== 'title') return [];
    const held = (qualification: Qualification): boolean =>
      profile.holdings?.some((holding) => holding.qualification === qualification) ?? false;
    const own = requirement.anyOf.filter(held);
    return [Math.max(...(own.length > 0 ? own : requirement.anyOf).map(rungOf))];
  });
  return heights.length === 0 ? null : Math.max(...heights);
}

/** Of tiers in one sentence (国家级100万、省级50万) an enterprise gets the highest that it has reached. */
function ownTiers(all: readonly Judged[], subject: Subject): readonly Judged[] {
  return all.filter((one) => {
    const height = tierOf(one, subject);
    if (height === null) return true;
    return all.every((other) => {
      const rival = other.benefit.snippet === one.benefit.snippet ? tierOf(other, subject) : null;
      return rival === null || rival <= height;
    });
  });
}

const of = (one: Judged, kind: Judgement['kind']): readonly Requirement[] =>
  one.judgements.filter(({ judgement }) => judgement.kind === kind).map(({ requirement }) => requirement);

const NOT_A_REASON: ReadonlySet<Requirement['kind']> = new Set(['form', 'person', 'open', 'carrier']);

function offerOf(
  group: readonly Judged[],
  from: { policy: Policy; clause: PolicyClause; status: Status; automatic: boolean },
): Offer {
  const first = group[0] as Judged;
  const unmet = first.judgements.map(({ judgement }) => judgement).find(({ kind }) => kind === 'unmet');
  return {
    ...from,
    verdict: first.verdict,
    who: first.benefit.who,
    benefits: group.map(({ benefit }) => benefit),
    because: of(first, 'met').filter(({ kind }) => !NOT_A_REASON.has(kind)),
    checks: of(first, 'unknown'),
    step: unmet?.kind === 'unmet' ? unmet.step : null,
  };
}

function inPolicy(policy: Policy, status: Status, subject: Subject): readonly Offer[] {
  return preparedOf(policy).flatMap(({ clause, asked, automatic }) => {
    const all = asked.flatMap((one) => judged(one, subject, policy));
    const own = ownTiers(all, subject);
    const tiers = [...new Set(own.map(({ benefit }) => tierKey(benefit)))];
    return tiers.map((tier) =>
      offerOf(
        own.filter(({ benefit }) => tierKey(benefit) === tier),
        { policy, clause, status, automatic },
      ),
    );
  });
}

const ORDER: readonly Verdict[] = ['fits', 'check', 'one-step'];
const ENDED: ReadonlySet<Status> = new Set(['expired', 'over']);

const highest = ({ benefits }: Offer): number =>
  Math.max(0, ...benefits.map(({ amountYuan }) => amountYuan ?? 0));
const titlesMet = ({ because }: Offer): number => because.filter(({ kind }) => kind === 'title').length;

/** Two documents that say the same (a plan and its task list) count once. */
function onceEach(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const said = offer.benefits[0]?.snippet.replace(/[\s\p{P}]+/gu, '');
    const key = [offer.policy.region, offer.who, said].join('\n');
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}

/**
 * What the library's benefits are for one enterprise on a day: those that fit first, then those to be checked
 * (nearest first), then those that are one step away. Drafts and what is not in force yet are left out, what has
 * ended too unless `past`.
 */
export function matchPolicies(
  policies: readonly Policy[],
  { past = false, ...subject }: Subject & { readonly past?: boolean },
): readonly Offer[] {
  const offers = policies.flatMap((policy) => {
    const status = statusAt(policy, subject.on);
    if (status === 'draft' || status === 'not-yet' || (ENDED.has(status) && !past)) return [];
    return inPolicy(policy, status, subject);
  });
  return onceEach(offers).toSorted(
    (one, other) =>
      ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict) ||
      titlesMet(other) - titlesMet(one) ||
      highest(other) - highest(one),
  );
}
