import { receiverShare } from './fitness.ts';
import { needlesOf } from './needles.ts';
import type { AnswerContext, Candidate, Question } from './types.ts';
import { needsSign, unstatedIn } from './unstated.ts';

/** A clause that falls further behind the best is about another thing. */
const NEAR = 0.65;

/** A sum for somebody else misleads more than a clause that fits a little less. */
const NEAR_IN_SUMS = 0.5;

/** 「评上专精特新给多少」: where the best clause pays others alone, the one of its document comes first that pays whoever is named. */
function paidFirst({ text }: Question, [best, ...others]: readonly Candidate[]): Candidate | null {
  const share = ({ entry }: Candidate): number => receiverShare(entry.clause.benefits, text);
  if (best === undefined || best.entry.clause.benefits.length === 0 || share(best) > 0) return null;
  const isPaying = (one: Candidate): boolean =>
    one.entry.policy.id === best.entry.policy.id && one.score >= best.score * NEAR_IN_SUMS && share(one) > 0;
  const [most] = others.filter(isPaying).toSorted((one, other) => share(other) - share(one));
  return most ?? null;
}

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
  const paid = main === 'amount' || main === 'benefit' ? paidFirst(question, found) : null;
  if (paid) return [paid, ...found.filter((other) => other !== paid)];
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
