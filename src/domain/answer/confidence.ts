import type { Candidate, Question } from './types.ts';

/** Below this share of what a question is about, a clause is a chance likeness and no basis. */
const FLOOR = 0.3;
/** Topics that belong to other desks need a clause that says nearly all of it. */
const FOREIGN_FLOOR = 0.75;

/** True where the best clause is basis enough for an answer. */
export function isAnswered(
  question: Question,
  { candidates, foreign }: { candidates: readonly Candidate[]; foreign: boolean },
): boolean {
  const best = candidates[0];
  if (!best || question.subject === '') return false;
  return best.confidence >= (foreign ? FOREIGN_FLOOR : FLOOR);
}
