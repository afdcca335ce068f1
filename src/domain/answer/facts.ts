import { namesNobody, withoutNumber } from '../policy/heading.ts';
import type { Benefit } from '../policy/types.ts';
import { isOtherMoney, needsSign, unstatedIn } from './unstated.ts';
import type { AskedFact, Entry, ExtractFact } from './types.ts';
import { type Needles, weightOf } from './weight.ts';
import { writtenAs } from './written-date.ts';

const yuan = (amount: number): string =>
  amount >= 1e8 && amount % 1e6 === 0
    ? `${amount / 1e8}亿元`
    : amount >= 1e4
      ? `${amount / 1e4}万元`
      : `${amount}元`;

/** A section's number is no part of who gets something, and 「支持标准」 is nobody. */
const nameOf = ({ who }: Benefit): string => (namesNobody(who) ? '' : withoutNumber(who));

/** 「不超过50万元」 promises less than 50万元, 「每人1500元」 more than 1500元. */
function sumOf({ atMost, per, who }: Benefit, { amount, text }: { amount: string; text: string }): string {
  const each = per !== null && text.includes(per) && !who.endsWith(per) ? per : '';
  return `${each}${atMost ? '最高' : ''}${amount}`;
}

/** The tiers of a clause's benefits with the amounts as they stand in it; those that the question names, else all. */
function amountFact(entry: Entry, needles: Needles): ExtractFact | null {
  const text = entry.clause.text.replace(/\s+/g, '');
  const tiers = entry.clause.benefits.flatMap((benefit) => {
    const amount = benefit.amountYuan === null ? null : yuan(benefit.amountYuan);
    return amount !== null && text.includes(amount)
      ? [
          {
            who: nameOf(benefit),
            amount: sumOf(benefit, { amount, text }),
            weight: weightOf(benefit.who, needles),
          },
        ]
      : [];
  });
  if (tiers.length === 0) return null;
  const named = tiers.filter(({ who }) => namesTier(who, needles.asked));
  const top = Math.max(...tiers.map(({ weight }) => weight));
  if (named.length === 0 && top === 0 && isOtherMoney(entry, needles)) return null;
  const near = top > 0 ? tiers.filter(({ weight }) => weight >= top * 0.6) : tiers;
  const meant = named.length > 0 ? named : near;
  return { kind: 'amounts', tiers: meant.slice(0, 5).map(({ who, amount }) => ({ who, amount })) };
}

/** Steps of one ladder; a question that names one wants that one. */
const TIERS = /国家级?|省级?|市级|区级|一等|二等|三等|优秀奖|特等|国际|行业|地方|团体/g;

const namesTier = (who: string, asked: string): boolean => {
  const wanted = asked.match(TIERS) ?? [];
  return wanted.some((tier) => who.includes(tier.replace(/级$/, '')));
};

type Finder = (entry: Entry, needles: Needles) => ExtractFact | null;

function dueFact({ clause }: Entry): ExtractFact | null {
  const due = clause.deadlines.find(
    ({ kind, on, implied }) =>
      kind === 'application' && on !== null && !implied && writtenAs(on).test(clause.text),
  );
  return due?.on ? { kind: 'due', on: due.on } : null;
}

function publishedFact({ policy, clause }: Entry): ExtractFact | null {
  const on = [policy.signedOn, policy.publishedOn].find(
    (day) => day !== null && writtenAs(day).test(clause.text),
  );
  return on ? { kind: 'published', on, signed: on === policy.signedOn } : null;
}

/** How each fact is found in a clause; what is not listed is said by the sentences alone. */
const FINDERS: Partial<Record<AskedFact, Finder>> = {
  amount: amountFact,
  benefit: amountFact,
  units: ({ units }) => (units.length > 0 ? { kind: 'units' } : null),
  deadline: dueFact,
  validity: ({ policy }) => (policy.validUntil === null ? null : { kind: 'validity' }),
  issuer: ({ policy: { issuingAuthority }, clause }) =>
    issuingAuthority !== null && clause.text.includes(issuingAuthority)
      ? { kind: 'issuer', name: issuingAuthority }
      : null,
  published: publishedFact,
  'document-number': ({ policy: { documentNumber }, clause }) =>
    documentNumber !== null && clause.text.includes(documentNumber)
      ? { kind: 'document-number', number: documentNumber }
      : null,
};

/**
 * The first of the asked facts that the clause bears; else that it does not bear the one asked for first. A
 * question wants one thing most, so that nothing is missed where the clause says that.
 */
export function factOf(entry: Entry, asks: readonly AskedFact[], needles: Needles): ExtractFact | null {
  const main = asks.find(needsSign);
  for (const ask of asks) {
    const fact = FINDERS[ask]?.(entry, needles);
    if (fact) return fact;
    const what = ask === main ? unstatedIn(entry, ask, needles) : null;
    if (what) return { kind: 'unstated', what };
  }
  return null;
}
