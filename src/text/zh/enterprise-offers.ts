import type { Offer, Requirement, Verdict } from '../../domain/enterprise/matching-types.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { placeOf, shortTitle, standing } from './answer-source.ts';
import { amountsText, checkText, reasonText, stepText } from './enterprise-words.ts';

const LONGEST_WHO = 40;
const shortWho = (who: string): string =>
  who.length > LONGEST_WHO ? `${who.slice(0, LONGEST_WHO - 1)}…` : who;

/** What must be known of an offer's document; empty for one in force. */
const caveat = (offer: Offer): string => (offer.status === 'in-force' ? '' : `（${standing(offer)}）`);

/** 「《…》二、(一)4」 with what must be known of the document's standing. */
export const offerSource = (offer: Offer): string =>
  `《${shortTitle(offer.policy)}》${placeOf(offer)}${caveat(offer)}`;

const plain = (words: string): string => words.replace(/[\s"“”]/g, '');

/** True where a check only says again who gets it. */
export const restates = (requirement: Requirement, { who }: Offer): boolean =>
  requirement.kind === 'open' && plain(who).endsWith(plain(requirement.words));

/** 「省级专精特新，武汉市」: what the enterprise is before where it is. */
function reasons({ because }: Offer, profile: Profile): string {
  const ordered = because.toSorted(
    (one, other) => Number(one.kind === 'region') - Number(other.kind === 'region'),
  );
  return [...new Set(ordered.map((one) => reasonText(one, profile)))]
    .filter((part) => part !== '')
    .join('，');
}

function checks(offer: Offer, profile: Profile): string {
  const parts = offer.checks.filter((one) => !restates(one, offer)).map((one) => checkText(one, profile));
  return parts.length === 0 ? '是否属于这种情况' : [...new Set(parts)].join('，');
}

/** Why, what to check and what comes first. */
export function offerRemark(offer: Offer, profile: Profile): string {
  switch (offer.verdict) {
    case 'fits':
      return `因为：${reasons(offer, profile)}`;
    case 'check':
      return `需核对：${checks(offer, profile)}`;
    case 'one-step':
      return `差一步：${offer.step === null ? '' : stepText(offer.step)}`;
  }
}

/** Tiers of one sentence that are to be told together. */
export function lumped(offers: readonly Offer[]): readonly (readonly Offer[])[] {
  const groups: Offer[][] = [];
  for (const offer of offers) {
    const group = groups.find(
      ([first]) =>
        first?.clause === offer.clause && first.benefits[0]?.snippet === offer.benefits[0]?.snippet,
    );
    if (group) group.push(offer);
    else groups.push([offer]);
  }
  return groups;
}

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';

/** Documents under a mark each, so that a long title stands once. */
interface Sources {
  readonly markOf: (offer: Offer) => string;
  readonly lines: readonly string[];
}

function sourcesOf(offers: readonly Offer[]): Sources {
  const policies: Policy[] = [];
  for (const { policy } of offers) if (!policies.includes(policy)) policies.push(policy);
  const mark = (policy: Policy): string =>
    MARKS.charAt(policies.indexOf(policy)) || `(${policies.indexOf(policy) + 1})`;
  return {
    markOf: (offer) => `${mark(offer.policy)}${placeOf(offer)}`,
    lines: policies.map((policy) => {
      const first = offers.find((offer) => offer.policy === policy) as Offer;
      return `${mark(policy)}《${shortTitle(policy)}》${caveat(first)}`;
    }),
  };
}

const SHOWN: Readonly<Record<Verdict, number>> = { fits: 5, check: 3, 'one-step': 2 };
const HEADS: Readonly<Record<Verdict, string>> = {
  fits: '符合',
  check: '可能符合，需核对',
  'one-step': '差一步',
};

interface Section {
  readonly verdict: Verdict;
  readonly count: number;
  readonly shown: readonly (readonly Offer[])[];
}

function sectionsOf(offers: readonly Offer[]): readonly Section[] {
  return (['fits', 'check', 'one-step'] as const).flatMap((verdict) => {
    const groups = lumped(offers.filter((offer) => offer.verdict === verdict));
    return groups.length === 0
      ? []
      : [{ verdict, count: groups.length, shown: groups.slice(0, SHOWN[verdict]) }];
  });
}

function offerLine(group: readonly Offer[], profile: Profile, sources: Sources): string {
  const offer = group[0] as Offer;
  const more = group.length > 1 ? `等${group.length}档` : '';
  const mode = offer.automatic ? '【免申即享】' : '';
  return `${mode}${shortWho(offer.who)}：${amountsText(offer)}${more}（${offerRemark(offer, profile)}）${sources.markOf(offer)}`;
}

/** 「我能享受什么政策」: what fits with its reason, what is to be checked, what is one step away, and the documents. */
export function offersReply(offers: readonly Offer[], profile: Profile): string {
  const sections = sectionsOf(offers);
  if (sections.length === 0) return '政策库里现行有效的文件中，没有找到适合的奖补。可以补充企业资料再查。';
  const sources = sourcesOf(sections.flatMap(({ shown }) => shown.map((group) => group[0] as Offer)));
  const lines = sections.flatMap(({ verdict, count, shown }) => [
    `${HEADS[verdict]}（${count}项）`,
    ...shown.map((group, at) => `${at + 1}. ${offerLine(group, profile, sources)}`),
    ...(count > shown.length ? [`还有${count - shown.length}项未列。`] : []),
  ]);
  return [...lines, ...sources.lines].join('\n');
}
