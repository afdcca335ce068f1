import type { Holding, Qualification } from './types.ts';

/**
 * The ladder of 武汉 2021 (科技型中小企业—高新技术企业—市级—省级—国家级—单项冠军); an innovative SME (创新型中小企业) of the
 * national scheme (工信部企业〔2022〕63号) stands beside the second rung.
 */
export const LADDER = [
  'tech-sme',
  'high-tech',
  'srdi-municipal',
  'srdi-provincial',
  'little-giant',
  'single-champion',
] as const satisfies readonly Qualification[];

/** Given to small and medium-sized enterprises alone. */
export const SME_ONLY: ReadonlySet<Qualification> = new Set([
  'tech-sme',
  'innovative-sme',
  'srdi-municipal',
  'srdi-provincial',
  'little-giant',
]);

/** Who has the first has had the second: a national little giant is chosen from the provincial ones. */
const IMPLIED: Partial<Readonly<Record<Qualification, readonly Qualification[]>>> = {
  'little-giant': ['srdi-provincial'],
  'single-champion': ['provincial-champion'],
};

/** 1 for the first rung, 0 for what stands on none. */
export function rungOf(qualification: Qualification): number {
  if (qualification === 'innovative-sme') return 2;
  return LADDER.findIndex((rung) => rung === qualification) + 1;
}

/** The highest rung that is held, 0 for none. */
export const highestRung = (holdings: readonly Holding[]): number =>
  Math.max(0, ...holdings.map(({ qualification }) => rungOf(qualification)));

/** True where the enterprise has it or something that can only be had after it. */
export function isImplied(qualification: Qualification, holdings: readonly Holding[]): boolean {
  return holdings.some((holding) => IMPLIED[holding.qualification]?.includes(qualification));
}
