import type { Policy } from '../policy/types.ts';
import { type LocalDate, partsOf } from '../time.ts';
import type { Industries } from './industries.ts';
import type { Judgement, Requirement } from './matching-types.ts';
import { CARRIER_WORD } from './requirement-words.ts';
import { isImplied } from './rungs.ts';
import { sizeOf } from './size.ts';
import { stepTowards } from './steps.ts';
import type { Holding, Place, Profile } from './types.ts';

/** An enterprise on a day, and where it is taken to be where its profile does not say. */
export interface Subject {
  readonly profile: Profile;
  readonly on: LocalDate;
  readonly home: Place;
  readonly industries: Pick<Industries, 'industry'>;
}

const MET: Judgement = { kind: 'met' };
const UNKNOWN: Judgement = { kind: 'unknown' };
const UNMET: Judgement = { kind: 'unmet', step: null };

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { kind: Kind }>;

/** 「洪山区人民政府…」: a district's policy names its district in title or issuer, its region is the city's. */
function ofDistrict(policy: Policy, district: string | null): Judgement {
  if (district === null) return UNKNOWN;
  return `${policy.title ?? ''}${policy.issuingAuthority ?? ''}`.includes(district) ? MET : UNMET;
}

function region({ name }: Of<'region'>, { profile, home }: Subject, policy: Policy): Judgement {
  if (name === null) return UNKNOWN;
  if (name === '全国') return MET;
  const place = profile.place ?? home;
  if (name === place.district) return MET;
  if (name === place.city) return policy.level === '区' ? ofDistrict(policy, place.district) : MET;
  return name === place.province ? MET : UNMET;
}

/** First and last year of which a whole falls into a policy's time; null where it has no start. */
function yearsOf(policy: Policy, on: LocalDate): { readonly from: number; readonly to: number } | null {
  const to = partsOf(policy.validUntil ?? on).year;
  if (policy.planYears && policy.effectiveOn === null) return { from: policy.planYears.from, to };
  if (policy.effectiveOn === null) return null;
  const { year, month, day } = partsOf(policy.effectiveOn);
  return { from: month === 1 && day === 1 ? year : year + 1, to };
}

/** 首次认定 counts within the policy's time; in the year in which it began nobody can tell. */
function inTime(since: number | null, { on }: Subject, policy: Policy): Judgement {
  const years = yearsOf(policy, on);
  if (since === null || years === null || since > partsOf(on).year) return UNKNOWN;
  if (since >= years.from && since <= years.to) return MET;
  return since === years.from - 1 || since > years.to ? UNKNOWN : UNMET;
}

function held(
  requirement: Of<'title'>,
  holdings: readonly Holding[],
  at: { readonly subject: Subject; readonly policy: Policy },
): Judgement | null {
  const { anyOf, maybe, event } = requirement;
  const direct = holdings.filter(({ qualification }) => anyOf.includes(qualification));
  if (direct.length > 0) {
    if (event !== 'first') return MET;
    const kinds = direct.map(({ since }) => inTime(since, at.subject, at.policy));
    return kinds.find(({ kind }) => kind === 'met') ?? kinds.find(({ kind }) => kind === 'unknown') ?? UNMET;
  }
  if (anyOf.some((qualification) => isImplied(qualification, holdings)))
    return event === 'first' ? UNKNOWN : MET;
  return holdings.some(({ qualification }) => maybe.includes(qualification)) ? UNKNOWN : null;
}

function title(requirement: Of<'title'>, subject: Subject, policy: Policy): Judgement {
  const { holdings } = subject.profile;
  if (holdings === null) return UNKNOWN;
  const judged = held(requirement, holdings, { subject, policy });
  if (judged) return judged;
  if (requirement.event === 'again') return UNMET;
  return {
    kind: 'unmet',
    step: stepTowards([...requirement.anyOf, ...requirement.maybe], subject.profile),
  };
}

function industry({ codes }: Of<'industry'>, { profile, industries }: Subject): Judgement {
  const own = profile.industry === null ? null : industries.industry(profile.industry);
  if (!own) return UNKNOWN;
  return codes.some((code) => code === own.section || own.code.startsWith(code)) ? MET : UNMET;
}

function size({ sizes }: Of<'size'>, { profile }: Subject): Judgement {
  const sizing = sizeOf(profile);
  if (sizing.kind !== 'sized') return UNKNOWN;
  return sizes.includes(sizing.size) ? MET : UNMET;
}

function form(requirement: Of<'form'>, { profile }: Subject): Judgement {
  // Who does not say is taken for a company: few sole traders come with such questions.
  const own = profile.form ?? 'company';
  if (own === requirement.form) return MET;
  return { kind: 'unmet', step: own === 'sole-trader' ? 'company' : null };
}

function revenue({ bound, yuan, firstTime }: Of<'revenue'>, { profile }: Subject): Judgement {
  if (profile.revenueYuan === null) return UNKNOWN;
  const reached = bound === 'from' ? profile.revenueYuan >= yuan : profile.revenueYuan <= yuan;
  if (!reached) return UNMET;
  return firstTime ? UNKNOWN : MET;
}

/** Only the year of registration is known: where the day would decide, nobody can tell. */
function age({ bound, years }: Of<'age'>, { profile, on }: Subject): Judgement {
  if (profile.founded === null) return UNKNOWN;
  const full = partsOf(on).year - profile.founded;
  if (full === years) return UNKNOWN;
  return (bound === 'from' ? full > years : full < years) ? MET : UNMET;
}

/** A carrier's money is only for who says that it runs one. */
function carrier({ words }: Of<'carrier'>, { profile }: Subject): Judgement {
  const names = [...words.matchAll(CARRIER_WORD)].map(([name]) => name);
  const own = profile.business ?? '';
  return names.some((name) => own.includes(name)) ? UNKNOWN : UNMET;
}

/** Whether an enterprise meets one requirement of a policy's clause, as far as its profile tells. */
export function judge(requirement: Requirement, subject: Subject, policy: Policy): Judgement {
  switch (requirement.kind) {
    case 'region':
      return region(requirement, subject, policy);
    case 'title':
      return title(requirement, subject, policy);
    case 'industry':
      return industry(requirement, subject);
    case 'size':
      return size(requirement, subject);
    case 'form':
      return form(requirement, subject);
    case 'revenue':
      return revenue(requirement, subject);
    case 'age':
      return age(requirement, subject);
    case 'carrier':
      return carrier(requirement, subject);
    case 'person':
      return UNMET;
    case 'open':
      return UNKNOWN;
  }
}
