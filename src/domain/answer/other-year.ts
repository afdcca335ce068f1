import { planOf } from './five-years.ts';
import type { AskedFact, Entry, Question } from './types.ts';

const FIGURES: readonly AskedFact[] = ['amount', 'rate', 'count', 'deadline'];
const GOALS: readonly AskedFact[] = ['count', 'rate'];
const YEAR = /20[0-4]\d/g;

const yearsIn = (text: string): readonly number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

/** Whether a document speaks of a year: its plan covers it, its title names it, or it was in force then. */
function covers({ policy }: Entry, year: number): boolean {
  const { planYears, title, validUntil } = policy;
  if (planYears) return year >= planYears.from && year <= planYears.to;
  const named = yearsIn(title ?? '');
  if (named.length > 0) return named.includes(year);
  const from = yearOf(policy.effectiveOn ?? policy.signedOn ?? policy.publishedOn);
  const until = yearOf(validUntil);
  return (from === null || year >= from) && (until === null || year <= until);
}

/** 「2024年要新增多少家」 is not answered by the goal of a plan for 2023. */
export function isOfOtherYear({ years, asks }: Question, entry: Entry): boolean {
  if (years.length === 0 || !asks.some((ask) => FIGURES.includes(ask))) return false;
  const text = [entry.clause.text, ...entry.headings].join('\n');
  const said = yearsIn(text);
  // 「“十三五”末」 is 2020.
  const isPlanned = (year: number): boolean => text.includes(planOf(year) ?? String(year));
  if (years.some((year) => said.includes(year) || isPlanned(year))) return false;
  // 「到2023年达到500家」 is a goal of that year, also while its document is in force.
  if (said.length > 0 && asks.some((ask) => GOALS.includes(ask)) && entry.policy.planYears === null)
    return true;
  return !years.some((year) => covers(entry, year));
}
