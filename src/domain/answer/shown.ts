import { extractFrom } from './extract.ts';
import { needlesOf } from './needles.ts';
import { officeFor } from './office.ts';
import { leadOf, listAround } from './section.ts';
import type { Answer, AnswerContext, Candidate, Entry, Extract, Question } from './types.ts';
import { needsSign } from './unstated.ts';

/** A clause that is not searched for: it proves what another says, or the talk is about it. */
export const sure = (entry: Entry): Candidate => ({ entry, score: 1, words: 1, concern: 1, firstConcern: 1 });

export const withFirst = (entry: Entry, others: readonly Candidate[]): readonly Candidate[] => [
  sure(entry),
  ...others.filter((other) => other.entry.key !== entry.key),
];

export type ClauseAnswer = Answer & { readonly kind: 'clause' };

function withOffice(extract: Extract, question: Question, { shelf, duties = [] }: AnswerContext): Extract {
  const { entry, fact } = extract;
  if (fact?.kind !== 'unstated' || fact.what !== 'units') return extract;
  const office = officeFor(question, entry, { shelf, duties });
  return office ? { ...extract, fact: { ...fact, office } } : extract;
}

/** Shows the first of the candidates. */
export function shownAnswer(
  question: Question,
  { about, candidates, context }: { about: Entry; candidates: readonly Candidate[]; context: AnswerContext },
): ClauseAnswer {
  const { entry } = candidates[0] as Candidate;
  const needles = needlesOf(question, context.shelf.index.idf);
  const told = extractFrom(entry, { asks: question.asks, needles });
  const main = question.asks.find(needsSign);
  const list = listAround(entry, main, context.shelf);
  const lead = leadOf(entry, context.shelf);
  const whole = main === 'deadline' ? { ...told, fact: null, list } : { ...told, list };
  const extract = list.length > 0 ? whole : lead === null ? told : { ...told, lead };
  return {
    kind: 'clause',
    about,
    extract: withOffice(extract, question, context),
    question,
    candidates,
  };
}
