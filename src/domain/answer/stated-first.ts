import { needlesOf } from './needles.ts';
import type { AnswerContext, Candidate, Question } from './types.ts';
import { needsSign, unstatedIn } from './unstated.ts';

/** A clause that falls further behind the best is about another thing. */
const NEAR = 0.65;

/**
 * 「补贴给多少钱」: a notice says in one clause who gets it, in the next how much. Where the best clause lacks what is
 * asked for, the next of its document that states it comes first, if it is nearly as good.
 */
export function statedFirst(
  question: Question,
  found: readonly Candidate[],
  { shelf }: Pick<AnswerContext, 'shelf'>,
): readonly Candidate[] {
  const [best] = found;
  const main = question.asks.find(needsSign);
  if (best === undefined || main === undefined) return found;
  const needles = needlesOf(question, shelf.index.idf);
  if (unstatedIn(best.entry, main, needles) === null) return found;
  const stating = found.find(
    ({ entry, score }) =>
      score >= best.score * NEAR &&
      entry.policy.id === best.entry.policy.id &&
      unstatedIn(entry, main, needles) === null,
  );
  return stating ? [stating, ...found.filter((other) => other !== stating)] : found;
}
