import type { AppealChain } from '../appeal/facts.ts';
import { dayOf } from '../time.ts';
import { type Course, courseOf, type ReportClock } from './course.ts';
import { type Figures, figuresOf } from './figures.ts';

/** Figures of a part of the appeals; `name` is null where it is not known, in units where the specialist answered. */
export interface ReportRow {
  readonly name: string | null;
  readonly figures: Figures;
}

export interface Report {
  /** `YYYY-MM`, the month of the first message; null for all. */
  readonly month: string | null;
  readonly total: Figures;
  /** Each sorted by number of appeals, the most first. */
  readonly byCategory: readonly ReportRow[];
  readonly byDistrict: readonly ReportRow[];
  readonly byUnit: readonly ReportRow[];
}

/** 统计: the figures of a month's appeals, as they stand at `clock.now`, from their events and nothing else. */
export function reportOf(
  chains: Iterable<AppealChain>,
  { month, ...clock }: ReportClock & { readonly month: string | null },
): Report {
  const courses: Course[] = [];
  for (const chain of chains) {
    const course = courseOf(chain, clock);
    if (course !== null && isOf(course, month)) courses.push(course);
  }
  return {
    month,
    total: figuresOf(courses),
    byCategory: rowsBy(courses, ({ state }) => state.category),
    byDistrict: rowsBy(courses, ({ state }) => state.district),
    byUnit: unitRows(courses),
  };
}

const isOf = ({ state }: Course, month: string | null): boolean =>
  month === null || dayOf(state.firstMessageAt).startsWith(`${month}-`);

const nameOf = ({ name }: ReportRow): string => name ?? '';

// By code unit: the order must not depend on the machine's language.
const byCount = (a: ReportRow, b: ReportRow): number =>
  b.figures.appeals - a.figures.appeals || (nameOf(a) < nameOf(b) ? -1 : 1);

function rowsBy(courses: readonly Course[], keyOf: (course: Course) => string | null): readonly ReportRow[] {
  return [...new Set(courses.map(keyOf))]
    .map((name) => ({ name, figures: figuresOf(courses.filter((course) => keyOf(course) === name)) }))
    .toSorted(byCount);
}

/** A unit answers for what it sent away, too: its row is there although another one has the appeal now. */
function unitRows(courses: readonly Course[]): readonly ReportRow[] {
  const bounces = courses.flatMap(({ state }) => state.bounces);
  const names = new Set([...courses.map(({ unit }) => unit), ...bounces.map(({ unit }) => unit)]);
  return [...names]
    .map((name) => {
      const own = bounces.filter(({ unit }) => unit === name);
      const count = (kind: 'returned' | 'reassigned'): number =>
        own.filter((bounce) => bounce.kind === kind).length;
      const figures = figuresOf(courses.filter(({ unit }) => unit === name));
      return { name, figures: { ...figures, returned: count('returned'), reassigned: count('reassigned') } };
    })
    .toSorted(byCount);
}
