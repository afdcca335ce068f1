import { evidenceOf } from './document-facts.ts';
import { holds, isUnstatedOf } from './holds.ts';
import { needlesOf } from './needles.ts';
import { isHeadedForOther, sectionFor } from './section.ts';
import { shownAnswer, withFirst } from './shown.ts';
import type { Answer, AnswerContext, Candidate, Entry, Question } from './types.ts';
import { needsSign } from './unstated.ts';

// What the best clause does not say, said beside it: by another section, or by the document as a whole.

/** The section of an entry's document that says what is asked, be it the entry's own. */
export function sectionOf(question: Question, entry: Entry, { shelf }: AnswerContext): Entry | null {
  const needles = needlesOf(question, shelf.index.idf);
  const main = question.asks.find(needsSign);
  return main === undefined ? null : sectionFor(entry, main, { needles, shelf });
}

/** Nothing where the clause says by itself what is asked. */
export const sectionBeside = (question: Question, entry: Entry, context: AnswerContext): Entry | null =>
  isUnstatedOf(question, entry, context) || question.asks.some((ask) => isHeadedForOther(entry, ask))
    ? sectionOf(question, entry, context)
    : null;

/** The clause that proves a fact of an entry's document; a task list bears no date, its plan does. */
export function proofFor(
  question: Question,
  { policy, twins }: Entry,
  { shelf: { entries } }: AnswerContext,
): Entry | null {
  const plans = twins.flatMap(
    (twin) => [...entries.values()].find((other) => other.policy.id === twin.policy)?.policy ?? [],
  );
  for (const document of [policy, ...plans]) {
    const proof = evidenceOf(question, { policy: document, entries });
    if (proof) return proof;
  }
  return null;
}

/** 「绿色工厂申报问谁，电话多少」: the clause that is about it bears no number, its document does. */
export function contactAnswer(
  question: Question,
  found: readonly Candidate[],
  context: AnswerContext,
): Answer | null {
  const asks = question.asks.filter((ask) => ask !== 'contact');
  const [best] = found;
  if (!best || asks.length === question.asks.length || !holds({ ...question, asks }, found, context))
    return null;
  const needles = needlesOf(question, context.shelf.index.idf);
  const section = sectionFor(best.entry, 'contact', { needles, shelf: context.shelf });
  return (
    section && shownAnswer(question, { about: best.entry, candidates: withFirst(section, found), context })
  );
}
