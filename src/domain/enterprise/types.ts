import type { Brand } from '../brand.ts';

/** 统一社会信用代码, 18 characters whose check digit holds. */
export type CreditCode = Brand<string, 'CreditCode'>;

/** A division of GB/T 4754-2017 (`33`), or a group where the rules tell groups apart (`702` 物业管理). */
export type IndustryCode = Brand<string, 'IndustryCode'>;

/** 门类 of GB/T 4754-2017, A–T. */
export type Section = Brand<string, 'Section'>;

/**
 * 科技型中小企业 · 高新技术企业 · 创新型中小企业 · 市级专精特新培育 · 省级专精特新 (省级小巨人) · 国家级小巨人 ·
 * 省级单项冠军 · 单项冠军 · 规上 · 限上 · 上市公司.
 */
export type Qualification =
  | 'tech-sme'
  | 'high-tech'
  | 'innovative-sme'
  | 'srdi-municipal'
  | 'srdi-provincial'
  | 'little-giant'
  | 'provincial-champion'
  | 'single-champion'
  | 'above-scale'
  | 'above-quota'
  | 'listed';

/** A qualification that the enterprise has; `since` is the year it got it, null where unknown. */
export interface Holding {
  readonly qualification: Qualification;
  readonly since: number | null;
}

/** Where an enterprise is registered; official names, null where it was not said. */
export interface Place {
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
}

/** 企业 or 个体工商户. */
export type Form = 'company' | 'sole-trader';

/** 大型 · 中型 · 小型 · 微型. */
export type Size = 'large' | 'medium' | 'small' | 'micro';

/** What is known of one enterprise; null = not known. */
export interface Profile {
  readonly name: string | null;
  readonly creditCode: CreditCode | null;
  readonly place: Place | null;
  readonly industry: IndustryCode | null;
  /** What it does, in the owner's words. */
  readonly business: string | null;
  readonly form: Form | null;
  readonly staff: number | null;
  /** Last year's revenue in yuan. */
  readonly revenueYuan: number | null;
  /** Total assets in yuan. */
  readonly assetsYuan: number | null;
  /** Year of registration. */
  readonly founded: number | null;
  /** Empty where it has none. */
  readonly holdings: readonly Holding[] | null;
}

/** What one message tells about an enterprise. */
export type Facts = { readonly [Field in keyof Profile]?: NonNullable<Profile[Field]> };

export const emptyProfile: Profile = {
  name: null,
  creditCode: null,
  place: null,
  industry: null,
  business: null,
  form: null,
  staff: null,
  revenueYuan: null,
  assetsYuan: null,
  founded: null,
  holdings: null,
};

/** Lays new facts over a profile; qualifications are added, a year once known and a district stay. */
export function withFacts(profile: Profile, facts: Facts): Profile {
  const holdings = facts.holdings ? joined(profile.holdings ?? [], facts.holdings) : profile.holdings;
  return { ...profile, ...facts, place: settledPlace(profile.place, facts.place), holdings };
}

/** 「武汉示例科技有限公司」 names the city again, but not where in it. */
function settledPlace(known: Place | null, told: Place | undefined): Place | null {
  if (!told) return known;
  return known?.city === told.city && told.district === null ? known : told;
}

function joined(known: readonly Holding[], more: readonly Holding[]): readonly Holding[] {
  const added = more.filter(
    ({ qualification }) => !known.some((holding) => holding.qualification === qualification),
  );
  const kept = known.map((holding) => ({
    ...holding,
    since: more.find(({ qualification }) => qualification === holding.qualification)?.since ?? holding.since,
  }));
  return [...kept, ...added];
}
