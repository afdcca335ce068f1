import type { AskHit, AskReply } from '../app/answering/types.ts';

/** One question of an evaluation file; the fields are explained in tests/eval/README.md. */
export interface EvalRow {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly doc: string | readonly string[] | null;
  readonly contains: readonly string[];
  readonly answer: readonly string[];
}

/** How one question went; null where the question does not ask for it. */
export interface RowScore {
  readonly row: EvalRow;
  readonly first: boolean | null;
  readonly amongThree: boolean | null;
  readonly facts: boolean | null;
  readonly declined: boolean;
}

/** Shares are counts: `first` of `firstOf`. */
export interface Figures {
  readonly questions: number;
  readonly answerable: number;
  readonly first: number;
  readonly amongThree: number;
  readonly facts: number;
  readonly factsOf: number;
  readonly declinedWrong: number;
  readonly unanswerable: number;
  readonly declinedRight: number;
}

/** Without white space, punctuation and symbols: 「12%」 and 「12」 are the same. */
export const bareText = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** Without white space, quotation marks and commas; numbers keep their `%` and their decimal point. */
export const bareFact = (text: string): string => text.replace(/[\s"'“”‘’「」『』＂＇,，]/g, '');

const COMPARE = 'compare';

/** Whether a hit lies in one of the row's documents; of 001 only rows of the list itself count. */
function isInDocument(hit: AskHit, doc: EvalRow['doc']): boolean {
  if (doc === '001') return hit.policy.startsWith('001');
  const wanted = [doc ?? []].flat();
  return [hit.policy, ...hit.files].some((file) => wanted.includes(file.slice(0, 3)));
}

/** Whether the clauses asked for are among these hits. The two sides of a comparison may lie in two hits. */
function isFound(row: EvalRow, hits: readonly AskHit[]): boolean {
  const texts = hits.filter((hit) => isInDocument(hit, row.doc)).map((hit) => bareText(hit.text));
  const fragments = row.contains.map(bareText);
  return row.kind === COMPARE
    ? fragments.every((fragment) => texts.some((text) => text.includes(fragment)))
    : texts.some((text) => fragments.every((fragment) => text.includes(fragment)));
}

/** Compares one reply with what its question asks for. */
export function scoreRow(row: EvalRow, reply: Pick<AskReply, 'answered' | 'text' | 'hits'>): RowScore {
  const declined = !reply.answered;
  if (row.kind === 'none') return { row, first: null, amongThree: null, facts: null, declined };
  const said = bareFact(reply.text);
  return {
    row,
    first: isFound(row, reply.hits.slice(0, row.kind === COMPARE ? 2 : 1)),
    amongThree: isFound(row, reply.hits.slice(0, 3)),
    facts: row.answer.length === 0 ? null : row.answer.every((fact) => said.includes(bareFact(fact))),
    declined,
  };
}

/** Everything that was asked for was there. */
export const isRight = (score: RowScore): boolean =>
  score.row.kind === 'none'
    ? score.declined
    : score.first === true && score.facts !== false && !score.declined;

/** Counts of a list of scores. */
export function countFigures(scores: readonly RowScore[]): Figures {
  const count = (is: (score: RowScore) => boolean): number => scores.filter(is).length;
  return {
    questions: scores.length,
    answerable: count(({ first }) => first !== null),
    first: count(({ first }) => first === true),
    amongThree: count(({ amongThree }) => amongThree === true),
    facts: count(({ facts }) => facts === true),
    factsOf: count(({ facts }) => facts !== null),
    declinedWrong: count(({ first, declined }) => first !== null && declined),
    unanswerable: count(({ first }) => first === null),
    declinedRight: count(({ first, declined }) => first === null && declined),
  };
}
