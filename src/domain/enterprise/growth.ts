import type { Policy, PolicyClause, Status } from '../policy/types.ts';
import { statusAt } from '../policy/validity.ts';
import { partsOf } from '../time.ts';
import { judge, type Subject } from './judge.ts';
import { matchPolicies } from './match-policies.ts';
import type { Offer, Step } from './matching-types.ts';
import { highestRung, LADDER, rungOf, SME_ONLY } from './rungs.ts';
import { scaleEntryOf } from './scale.ts';
import { sizeOf } from './size.ts';
import { isMunicipality, titlesIn, withoutQuotes } from './titles.ts';
import type { Profile, Qualification } from './types.ts';

/** 梯度 rung · 个转企 convert · 小进规 scale · 小进限 quota · 规做精 refine · 精上市 list. */
export type Path = 'rung' | 'convert' | 'scale' | 'quota' | 'refine' | 'list';

/** A clause of the library that names a step, for its departments. */
export interface StepClause {
  readonly policy: Policy;
  readonly clause: PolicyClause;
  readonly status: Status;
}

/** A step that the enterprise can take next, with what the library's clauses give for it. */
export interface NextStep {
  readonly path: Path;
  readonly to: Step;
  /** Yearly revenue from which the statistics count it (四上); null for other steps. */
  readonly fromYuan: number | null;
  /** The enterprise as it would be with the step taken this year. */
  readonly after: Profile;
  /** What is new for who has taken it; of policies that have ended only where none in force gives anything. */
  readonly gains: readonly Offer[];
  /** Clauses that name the step and say who is responsible, at most two. */
  readonly clauses: readonly StepClause[];
}

export interface Growth {
  /** The rungs of the ladder that are held, lowest first. */
  readonly held: readonly Qualification[];
  /** The highest of them, null for none. */
  readonly standsOn: Qualification | null;
  readonly next: readonly NextStep[];
}

const LISTING_FROM = rungOf('srdi-provincial');
const REFINED_FROM = rungOf('srdi-municipal');

const has = (profile: Profile, qualification: Qualification): boolean =>
  profile.holdings?.some((holding) => holding.qualification === qualification) ?? false;

/** The rung above the highest that is held; large enterprises and others than makers have fewer of them. */
function nextRung({ profile, industries }: Subject): Qualification | null {
  const sizing = sizeOf(profile);
  const isLarge = sizing.kind === 'sized' && sizing.size === 'large';
  const own = profile.industry === null ? null : industries.industry(profile.industry);
  const above = LADDER.slice(highestRung(profile.holdings ?? []));
  const open = above.filter((rung) => !isLarge || !SME_ONLY.has(rung));
  // 制造业单项冠军 is for manufacturers.
  return open.find((rung) => rung !== 'single-champion' || own === null || own.section === 'C') ?? null;
}

type Bare = Pick<NextStep, 'path' | 'to' | 'fromYuan'>;

function stepsOf(subject: Subject): readonly Bare[] {
  const { profile } = subject;
  if (profile.form === 'sole-trader') return [{ path: 'convert', to: 'company', fromYuan: null }];
  const rung = nextRung(subject);
  const isCounted = has(profile, 'above-scale') || has(profile, 'above-quota');
  const entry = profile.industry === null || isCounted ? null : scaleEntryOf(profile.industry);
  const refines = isCounted && rung !== null && rungOf(rung) >= REFINED_FROM;
  const lists = highestRung(profile.holdings ?? []) >= LISTING_FROM && !has(profile, 'listed');
  return [
    ...(rung === null ? [] : [{ path: refines ? 'refine' : 'rung', to: rung, fromYuan: null } as const]),
    ...(entry
      ? [
          {
            path: entry.qualification === 'above-quota' ? 'quota' : 'scale',
            to: entry.qualification,
            fromYuan: entry.revenueYuan,
          } as const,
        ]
      : []),
    ...(lists ? [{ path: 'list', to: 'listed', fromYuan: null } as const] : []),
  ];
}

function taken({ profile, on }: Subject, to: Step): Profile {
  if (to === 'company') return { ...profile, form: 'company' };
  const since = partsOf(on).year;
  return { ...profile, holdings: [...(profile.holdings ?? []), { qualification: to, since }] };
}

const keyOf = ({ policy, clause, who }: Offer): string => `${policy.id} ${clause.id} ${who}`;

/** True where the clause asks for this step, not merely lets it in. */
function isFor({ because, checks }: Offer, to: Step): boolean {
  return [...because, ...checks].some((requirement) =>
    requirement.kind === 'title'
      ? requirement.anyOf.some((one) => one === to) || requirement.maybe.some((one) => one === to)
      : to === 'company' && requirement.kind === 'open' && /个体工商户|个转企/.test(requirement.words),
  );
}

function gainsOf(
  policies: readonly Policy[],
  subject: Subject,
  { to, after }: { readonly to: Step; readonly after: Profile },
): readonly Offer[] {
  const now = matchPolicies(policies, { ...subject, past: true });
  const own = new Set(now.filter(({ verdict }) => verdict !== 'one-step').map(keyOf));
  const later = matchPolicies(policies, { ...subject, profile: after, past: true });
  const gains = later.filter(
    (offer) => offer.verdict !== 'one-step' && isFor(offer, to) && !own.has(keyOf(offer)),
  );
  const lasting = gains.filter(({ status }) => status !== 'expired' && status !== 'over');
  return lasting.length > 0 ? lasting : gains;
}

const NAMES: Readonly<Record<Exclude<Path, 'rung'>, RegExp>> = {
  convert: /个转企|个体工商户(?:新)?转/,
  scale: /小进规/,
  quota: /小进限/,
  refine: /规做精/,
  list: /精上市|境内上市|上市挂牌奖励/,
};
const MOST_CLAUSES = 2;
const LASTING: ReadonlySet<Status> = new Set(['in-force', 'unknown']);

/** How plainly a clause names a step: 2 in its heading, 1 in its text, 0 not at all. */
function naming({ heading, text }: PolicyClause, step: Bare, municipality: boolean): number {
  const names = (words: string): boolean => {
    const plain = withoutQuotes(words);
    if (step.path !== 'rung' && NAMES[step.path].test(plain)) return true;
    if (step.path !== 'rung' && step.path !== 'refine') return false;
    return titlesIn(plain, { municipality }).some(({ anyOf }) => anyOf.length === 1 && anyOf[0] === step.to);
  };
  if (heading !== null && names(heading)) return 2;
  return names(text) ? 1 : 0;
}

function clausesFor(policies: readonly Policy[], subject: Subject, step: Bare): readonly StepClause[] {
  const here = policies.filter(
    (policy) =>
      !policy.draft && judge({ kind: 'region', name: policy.region }, subject, policy).kind === 'met',
  );
  const found = here.flatMap((policy) => {
    const status = statusAt(policy, subject.on);
    const weight = LASTING.has(status) ? 10 : 0;
    return policy.clauses
      .filter(({ units }) => units.length > 0)
      .map((clause) => ({
        policy,
        clause,
        status,
        rank: naming(clause, step, isMunicipality(policy.region)),
      }))
      .filter(({ rank }) => rank > 0)
      .map((one) => ({ ...one, rank: one.rank + weight }));
  });
  return found
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, MOST_CLAUSES)
    .map(({ policy, clause, status }) => ({ policy, clause, status }));
}

/** Where an enterprise stands and what it can reach next; benefits and departments come from the library alone. */
export function growthOf(policies: readonly Policy[], subject: Subject): Growth {
  const held = LADDER.filter((rung) => has(subject.profile, rung));
  return {
    held,
    standsOn: held.at(-1) ?? null,
    next: stepsOf(subject).map((step) => {
      const after = taken(subject, step.to);
      return {
        ...step,
        after,
        gains: gainsOf(policies, subject, { to: step.to, after }),
        clauses: clausesFor(policies, subject, step),
      };
    }),
  };
}
