import type { Offer, Requirement } from './matching-types.ts';
import { nextQuestion, QUESTIONS, type QuestionId } from './questions.ts';
import type { Profile } from './types.ts';

const DECIDED_BY: Partial<Readonly<Record<Requirement['kind'], QuestionId>>> = {
  region: 'place',
  title: 'titles',
  industry: 'industry',
  size: 'size',
  revenue: 'size',
  form: 'form',
  age: 'form',
};

/** The question, not asked yet, whose answer would decide most of what is to be checked; null where none would. */
export function decidingQuestion(
  offers: readonly Offer[],
  profile: Profile,
  asked: readonly QuestionId[],
): QuestionId | null {
  const open = QUESTIONS.filter((question) => {
    const others = QUESTIONS.filter((other) => other !== question);
    return nextQuestion(profile, [...others, ...asked]) === question;
  });
  const counted = open.map((question) => ({
    question,
    count: offers.filter(({ checks }) => checks.some(({ kind }) => DECIDED_BY[kind] === question)).length,
  }));
  const [best] = counted.toSorted((one, other) => other.count - one.count);
  return best !== undefined && best.count > 0 ? best.question : null;
}
