import type { Basis } from './basis.ts';
import type { Entry, Question } from './types.ts';

/** Below this share of what a question is about, a clause is a chance likeness and no basis. */
const FLOOR = 0.4;
/** Topics that belong to other desks need a clause that says nearly all of it. */
const FOREIGN_FLOOR = 0.8;

/** True where the clause is basis enough for an answer. */
export function isBasis(
  _question: Question,
  { basis, foreign }: { basis: Basis; foreign: boolean; entry: Entry },
): boolean {
  return basis.coverage >= (foreign ? FOREIGN_FLOOR : FLOOR);
}
