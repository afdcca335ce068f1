import type { Offer, Requirement, Step } from '../../domain/enterprise/matching-types.ts';
import type { Form, Profile, Qualification, Size } from '../../domain/enterprise/types.ts';
import type { Benefit } from '../../domain/policy/types.ts';

const QUALIFICATIONS: Readonly<Record<Qualification, string>> = {
  'tech-sme': '科技型中小企业',
  'high-tech': '高新技术企业',
  'innovative-sme': '创新型中小企业',
  'srdi-municipal': '市级专精特新培育企业',
  'srdi-provincial': '省级专精特新（小巨人）',
  'little-giant': '国家级专精特新“小巨人”',
  'provincial-champion': '省级单项冠军',
  'single-champion': '单项冠军',
  'above-scale': '规上企业',
  'above-quota': '限上企业',
  listed: '上市公司',
};

/** A qualification as people call it. */
export const qualificationName = (qualification: Qualification): string => QUALIFICATIONS[qualification];

const SIZES: Readonly<Record<Size, string>> = {
  large: '大型企业',
  medium: '中型企业',
  small: '小型企业',
  micro: '微型企业',
};
export const sizeName = (size: Size): string => SIZES[size];

const FORMS: Readonly<Record<Form, string>> = { company: '企业', 'sole-trader': '个体工商户' };
export const formName = (form: Form): string => FORMS[form];

const SCALES = [
  { yuan: 1e8, unit: '亿元' },
  { yuan: 1e4, unit: '万元' },
] as const;

/** 1200000 → 「120万元」, 1500 → 「1500元」, nothing rounded. */
export function yuanText(yuan: number): string {
  const scale = SCALES.find((one) => yuan >= one.yuan && Number.isInteger((yuan / one.yuan) * 100));
  return scale ? `${yuan / scale.yuan}${scale.unit}` : `${yuan}元`;
}

/** One less than a round sum is how 「不到两千万」 is kept. */
export const aboutYuan = (yuan: number): string =>
  Number.isInteger((yuan + 1) / 10_000) ? `不到${yuanText(yuan + 1)}` : `${yuanText(yuan)}`;

function rateText(rate: number): string {
  return rate === 1 ? '1:1配套' : `${Number((rate * 100).toPrecision(6))}%`;
}

/** What a benefit gives: 「20万元」「最高30万元」「12%，最高800万元」「每人1500元」「人才引进绿色通道」. */
export function amountText({ amountYuan, atMost, rate, per, support }: Benefit): string {
  const sum = amountYuan === null ? '' : `${per ?? ''}${atMost ? '最高' : ''}${yuanText(amountYuan)}`;
  const figures = [rate === null ? '' : rateText(rate), sum].filter((part) => part !== '').join('，');
  return figures || (support ?? '按文件规定');
}

export const amountsText = ({ benefits }: Pick<Offer, 'benefits'>): string =>
  benefits.map(amountText).join('，另');

const LONGEST_WORDS = 36;
const cut = (words: string): string =>
  words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words;

function titleNames(requirement: Extract<Requirement, { kind: 'title' }>, profile: Profile): string {
  const asked = [...requirement.anyOf, ...requirement.maybe];
  const held = profile.holdings?.filter(({ qualification }) => asked.includes(qualification)) ?? [];
  const shown =
    held.length > 0 ? held.map(({ qualification }) => qualification) : requirement.anyOf.slice(0, 1);
  return shown.map(qualificationName).join('、');
}

/** Why a benefit fits, in a word or two: 「省级专精特新（小巨人）」「武汉市」. */
export function reasonText(requirement: Requirement, profile: Profile): string {
  if (requirement.kind === 'region') return requirement.name ?? '';
  return requirement.kind === 'title' ? titleNames(requirement, profile) : cut(requirement.words);
}

function titleCheck(requirement: Extract<Requirement, { kind: 'title' }>, profile: Profile): string {
  if (profile.holdings === null) return `是否${requirement.words}`;
  const names = titleNames(requirement, profile);
  return requirement.event === 'first'
    ? `${names}是不是首次、哪年认定`
    : `${names}算不算“${requirement.words}”`;
}

/** What a person has to look at before a benefit is sure. */
export function checkText(requirement: Requirement, profile: Profile): string {
  if (requirement.kind === 'region') return '文件没有写明适用地区';
  if (requirement.kind === 'title') return titleCheck(requirement, profile);
  const isFirst = requirement.kind === 'revenue' && requirement.firstTime;
  return isFirst ? `是不是首次：${requirement.words}` : cut(requirement.words);
}

const REACHED: Partial<Readonly<Record<Qualification, string>>> = {
  'above-scale': '先进规（纳入规上统计）',
  'above-quota': '先进限（纳入限上统计）',
  listed: '先上市',
};

/** What has to come first: 「先认定高新技术企业」. */
export function stepText(step: Step): string {
  if (step === 'company') return '先由个体工商户转为企业';
  return REACHED[step] ?? `先认定${qualificationName(step)}`;
}
