import type { Qualification } from './types.ts';

/** Qualifications that a stretch of text names: one for sure, several where the text leaves the level open. */
export interface TitleMention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Each of these is meant. */
  readonly anyOf: readonly Qualification[];
  /** These may be meant too, the text does not say. */
  readonly maybe: readonly Qualification[];
}

type Rank = '国' | '省' | '市' | '区';

interface Family {
  readonly name: RegExp;
  /** What stands before and is no rank of its own: 科技小巨人 is another title. */
  readonly notBehind?: RegExp;
  readonly notBefore?: RegExp;
  readonly ranks?: Partial<Readonly<Record<Rank, Qualification>>>;
  readonly bare: readonly Qualification[];
  readonly bareMaybe?: readonly Qualification[];
}

const FAMILIES: readonly Family[] = [
  {
    name: /(?:制造业)?单项冠军(?:示范)?(?:企业)?/g,
    ranks: { 国: 'single-champion', 省: 'provincial-champion' },
    bare: ['single-champion'],
  },
  {
    name: /(?:重点)?(?:专精特新)?(?:中小企业)?小巨人(?:企业)?/g,
    notBehind: /科技$/,
    ranks: { 国: 'little-giant', 省: 'srdi-provincial', 市: 'srdi-municipal' },
    // Wuhan and Hunan call provincial ones little giants too.
    bare: ['little-giant'],
    bareMaybe: ['srdi-provincial'],
  },
  {
    name: /专精特新(?!(?:中小企业)?小巨人)(?:培育企业|中小微?企业|企业|培育)?/g,
    notBefore: /^(?:培育库|板|贷(?!款)|服务)/,
    ranks: { 国: 'little-giant', 省: 'srdi-provincial', 市: 'srdi-municipal' },
    bare: ['srdi-provincial', 'little-giant'],
    bareMaybe: ['srdi-municipal'],
  },
  {
    name: /(?:国家级?)?高新技术企业|(?<!最)高企|国高新?(?![级中])|高新企业/g,
    notBefore: /^(?:培育|后备|入库)/,
    bare: ['high-tech'],
  },
  { name: /(?:国家)?科技型中小微?企业|科小|科技型中小/g, bare: ['tech-sme'] },
  { name: /创新型中小微?企业|创新型中小/g, bare: ['innovative-sme'] },
  {
    // 工业 and 服务业 behind it are the industry's.
    name: /规模以上(?:企业)?|规上(?:企业)?|小?(?:进规|升规|入规|纳规|上规)(?![模上])/g,
    bare: ['above-scale'],
  },
  { name: /限额以上|限上|小?进限/g, bare: ['above-quota'] },
  { name: /四上(?:企业)?/g, bare: ['above-scale', 'above-quota'] },
  {
    name: /上市(?:公司|企业)?/g,
    notBehind: /(?:拟|未|产品|药品|批准|准备|计划|推动|挂牌)$/,
    notBefore: /^(?:后备|辅导|申请|申报|培育|服务|受理|前|材料|许可|基地|挂牌|流通)/,
    bare: ['listed'],
  },
];

/** 「武汉市专精特新企业」 names a city; 省 and 市 without 级 are ranks where no place can end with them. */
const RANK =
  /(国家(?=级?)|国|[省市区县](?=级)|(?<![\p{Script=Han}])[省市]|(?<=[是获为的批个家到了])[省市])级?(?:的|认定的?)?$/u;
/** 「我省的」「全市」 say where, not which rank. */
const PLACE_BEFORE = /[我全本各](?:省|市|区|县)(?:级)?(?:的)?$/;
const RANK_WINDOW = 8;
const RANKS: Readonly<Record<string, Rank>> = {
  国家: '国',
  国: '国',
  省: '省',
  市: '市',
  区: '区',
  县: '区',
};

const QUOTES = /["'“”‘’「」『』\s]/g;

/** A text in which titles are found: without quotation marks and blanks. */
export const withoutQuotes = (text: string): string => text.replace(QUOTES, '');

function mentionAt(
  text: string,
  family: Family,
  at: { readonly start: number; readonly end: number; readonly municipality: boolean },
): TitleMention | null {
  const before = text.slice(Math.max(0, at.start - RANK_WINDOW), at.start);
  if (family.notBehind?.test(before) || family.notBefore?.test(text.slice(at.end))) return null;
  const written = family.ranks && !PLACE_BEFORE.test(before) ? RANK.exec(before) : null;
  const rank = written ? (RANKS[written[1] as string] as Rank) : null;
  const start = at.start - (written?.[0].length ?? 0);
  const found = { start, end: at.end, words: text.slice(start, at.end) };
  if (rank === null) return { ...found, anyOf: family.bare, maybe: family.bareMaybe ?? [] };
  // What 上海市 calls 市级 has the rank of a province's.
  const own = family.ranks?.[rank === '市' && at.municipality ? '省' : rank];
  return own ? { ...found, anyOf: [own], maybe: [] } : null;
}

/**
 * Qualifications that a text without quotation marks names, in its order. `municipality`: the text is of 北京, 天津,
 * 上海 or 重庆.
 */
export function titlesIn(
  text: string,
  { municipality }: { readonly municipality: boolean },
): readonly TitleMention[] {
  return FAMILIES.flatMap((family) =>
    [...text.matchAll(family.name)].flatMap((hit) => {
      const place = { start: hit.index, end: hit.index + hit[0].length, municipality };
      return mentionAt(text, family, place) ?? [];
    }),
  ).toSorted((one, other) => one.start - other.start);
}

const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);

/** True for 北京市, 天津市, 上海市 and 重庆市. */
export const isMunicipality = (region: string | null): boolean =>
  region !== null && MUNICIPALITIES.has(region);
