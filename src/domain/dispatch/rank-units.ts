import type { DutyClauses } from './known-matters.ts';
import type { RankedMatter } from './rank-matters.ts';
import type { Correction, Evidence, ProposedUnit } from './types.ts';

/** 「各区人民政府」 stands for the government of the district that the appeal comes from. */
const DISTRICTS = /^各(?:县\(市、区\)|区|区县)(?:人民)?政府/u;

/** What the first, second, … unit of a matter gets of its chance. */
const PLACES = [1, 0.5, 0.35, 0.25, 0.2, 0.15, 0.1];
/** Matters less likely than this are only looked at until there is a choice of units. */
const LEAST_CHANCE = 0.02;
const FEWEST_UNITS = 3;
const MOST_EVIDENCE = 3;
/** A specialist's word against the table's: two corrections outweigh a certain lead. */
const CORRECTION = 0.6;

interface Tally {
  score: number;
  corrections: number;
  readonly keys: string[];
}

const isDistricts = (name: string): boolean => DISTRICTS.test(name);

function tallyMatter(
  { matter, chance }: RankedMatter,
  { tallies, corrections }: { tallies: Map<string, Tally>; corrections: readonly Correction[] },
): void {
  const add = (unit: string, score: number): Tally => {
    const tally = tallies.get(unit) ?? { score: 0, corrections: 0, keys: [] };
    tally.score += score;
    tally.keys.push(...matter.clauses.filter((key) => !tally.keys.includes(key)));
    tallies.set(unit, tally);
    return tally;
  };
  matter.leads.forEach((unit, place) => add(unit, chance * (PLACES[place] ?? 0.05)));
  for (const { matter: id, to, times } of corrections) {
    if (id !== matter.id || times < 1) continue;
    add(to, chance * CORRECTION * times).corrections += times;
  }
}

function evidenceFor(unit: string, keys: readonly string[], clauses: DutyClauses): readonly Evidence[] {
  return keys
    .flatMap((key) => clauses.get(key) ?? [])
    .filter(({ units }) => units.includes(unit))
    .slice(0, MOST_EVIDENCE)
    .map(({ policy, clause, text }) => ({ policy, clause, text }));
}

const round = (score: number): number => Math.round(score * 1000) / 1000;

/** Units that the likely matters name, best first, each with the clauses that name it. */
export function rankUnits(
  ranked: readonly RankedMatter[],
  {
    clauses,
    corrections,
    district,
  }: { clauses: DutyClauses; corrections: readonly Correction[]; district: string | null },
): readonly ProposedUnit[] {
  const tallies = new Map<string, Tally>();
  for (const matter of ranked) {
    if (matter.chance < LEAST_CHANCE && tallies.size >= FEWEST_UNITS) break;
    tallyMatter(matter, { tallies, corrections });
  }
  const all = [...tallies.values()].reduce((sum, { score }) => sum + score, 0);
  return [...tallies]
    .map(([unit, { score, corrections: times, keys }]) => ({
      name: isDistricts(unit) && district !== null ? district : unit,
      score: round(score / all),
      evidence: evidenceFor(unit, keys, clauses),
      corrections: times,
    }))
    .filter(({ evidence, corrections: times }) => evidence.length > 0 || times > 0)
    .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}
