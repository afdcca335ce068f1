import type { DispatchReply } from '../app/dispatching/types.ts';

/** A line of `tests/eval/appeals.*.jsonl`. */
export interface AppealRow {
  readonly id: string;
  readonly text: string;
  readonly district?: string | undefined;
  /** Lead units that are acceptable, the best first. */
  readonly units: readonly string[];
  readonly category: string;
  /** Too vague: to be asked back. */
  readonly ask: boolean;
  readonly also?: { readonly category: string; readonly units: readonly string[] } | undefined;
}

/** How one proposal did; null where the row does not ask for it. */
export interface AppealScore {
  readonly row: AppealRow;
  /** Its first unit is acceptable, is the best one; an acceptable one among three. Null for vague rows. */
  readonly acceptable: boolean | null;
  readonly best: boolean | null;
  readonly amongThree: boolean | null;
  readonly category: boolean;
  readonly asked: boolean;
  /** The second matter was recognised. */
  readonly also: boolean | null;
  readonly alsoWrong: boolean;
}

export interface AppealFigures {
  readonly appeals: number;
  readonly dispatched: number;
  readonly acceptable: number;
  readonly best: number;
  readonly amongThree: number;
  readonly category: number;
  readonly vague: number;
  readonly askedRight: number;
  readonly clear: number;
  readonly askedWrong: number;
  readonly double: number;
  readonly also: number;
  readonly alsoWrong: number;
}

const DISTRICTS = '各区人民政府';

/** 「各区人民政府」 is met by the district of the appeal. */
const meets = (name: string | undefined, wanted: string | undefined, { district }: AppealRow): boolean =>
  name !== undefined && (name === wanted || (wanted === DISTRICTS && name === district));

type Proposed = Pick<DispatchReply, 'units' | 'category' | 'askBack' | 'also'>;

/** Compares one proposal with its row. Vague rows count for the question alone, their units are provisional. */
export function scoreAppeal(row: AppealRow, { units, category, askBack, also }: Proposed): AppealScore {
  const names = units.map(({ name }) => name);
  const isAcceptable = (name: string | undefined): boolean =>
    row.units.some((wanted) => meets(name, wanted, row));
  const counts = !row.ask && row.units.length > 0;
  return {
    row,
    acceptable: counts ? isAcceptable(names[0]) : null,
    best: counts ? meets(names[0], row.units[0], row) : null,
    amongThree: counts ? names.slice(0, 3).some(isAcceptable) : null,
    category: category === row.category,
    asked: askBack,
    also: row.also ? also?.category === row.also.category : null,
    alsoWrong: !row.also && also !== null,
  };
}

/** Nothing about the proposal is to be wished for. */
export const isAppealRight = ({ row, best, category, asked, also, alsoWrong }: AppealScore): boolean =>
  best !== false && category && asked === row.ask && also !== false && !alsoWrong;

/** Counts of a list of scores. */
export function countAppeals(scores: readonly AppealScore[]): AppealFigures {
  const count = (is: (score: AppealScore) => boolean): number => scores.filter(is).length;
  return {
    appeals: scores.length,
    dispatched: count(({ acceptable }) => acceptable !== null),
    acceptable: count(({ acceptable }) => acceptable === true),
    best: count(({ best }) => best === true),
    amongThree: count(({ amongThree }) => amongThree === true),
    category: count(({ category }) => category),
    vague: count(({ row }) => row.ask),
    askedRight: count(({ row, asked }) => row.ask && asked),
    clear: count(({ row }) => !row.ask),
    askedWrong: count(({ row, asked }) => !row.ask && asked),
    double: count(({ also }) => also !== null),
    also: count(({ also }) => also === true),
    alsoWrong: count(({ alsoWrong }) => alsoWrong),
  };
}
