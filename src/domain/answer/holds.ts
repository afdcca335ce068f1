import { fold } from '../hanzi/fold.ts';
import { type Basis, basisOf } from './basis.ts';
import { ANSWERS_FROM, confidenceOf, type Signs } from './confidence.ts';
import { extractFrom } from './extract.ts';
import { needlesOf } from './needles.ts';
import type { AnswerContext, Candidate, Entry, Question } from './types.ts';

/** Little of the question stands in the clause, by its words or by what owners say for them. */
const isAboutAnother = ({ coverage, found, sayings }: Basis, { concern }: Candidate): boolean =>
  coverage < 0.6 && found < 1.2 && sayings < 0.5 && concern < 0.5;

/** Whether all that could be said is that the clause does not say it; who is in charge can still be asked. */
export function isUnstatedOf(question: Question, entry: Entry, { shelf }: AnswerContext): boolean {
  const { fact } = extractFrom(entry, {
    asks: question.asks,
    needles: needlesOf(question, shelf.index.idf),
  });
  return fact?.kind === 'unstated' && fact.what !== 'units';
}

/** What the question says of itself, and how it is named by what was found for it. */
export function signsOf(
  { text, concerns }: Question,
  candidates: readonly Candidate[],
): Pick<Signs, 'words' | 'unnamed' | 'unnamedAnywhere' | 'length'> {
  const sureness = concerns[0]?.sureness ?? 0;
  const named = candidates.map(({ firstConcern }) => firstConcern);
  return {
    words: candidates[0]?.words ?? 0,
    unnamed: sureness * (1 - (named[0] ?? 0)),
    unnamedAnywhere: sureness * (1 - Math.max(0, ...named)),
    length: text.length,
  };
}

/** A topic of another desk is ours where the library has a document or a section about it. */
export function isForeign(
  question: Question,
  [best]: readonly Candidate[],
  { foreignWords }: AnswerContext,
): boolean {
  const words = foreignWords(question);
  if (words.length === 0 || best === undefined) return words.length > 0;
  const { policy, headings, clause } = best.entry;
  const names = fold([policy.title ?? '', ...headings, clause.heading ?? ''].join('\n'));
  const others = question.sayings.filter(({ phrase }) => words.some((word) => phrase.includes(word)));
  return ![...words, ...others.flatMap(({ means }) => means.map(fold))].some((word) => names.includes(word));
}

/** 「热干面」 is said for farm produce: one such word is no tie where nothing else of the question is said. */
const isBarelySaid = ({ coverage }: Basis, { words, concern }: Candidate): boolean =>
  coverage < 0.35 && words < 0.02 && concern < 0.3;

/** Whether the best clause is basis enough. */
export function holds(question: Question, candidates: readonly Candidate[], context: AnswerContext): boolean {
  const best = candidates[0];
  if (!best) return false;
  const { asks } = question;
  const basis = basisOf(question, best.entry, context.segmenter);
  // A number or an address that stands nowhere must not be promised by quoting something beside it.
  if (asks.includes('contact') && basis.lacksFact) return false;
  if (isBarelySaid(basis, best)) return false;
  // 「车位租金多少」: of a clause that is about another thing nobody needs to know what it does not say.
  if (isAboutAnother(basis, best) && isUnstatedOf(question, best.entry, context)) return false;
  const confidence = confidenceOf({
    basis,
    foreign: isForeign(question, candidates, context),
    asks: asks.length > 0,
    procedure: asks.includes('how-to') || asks.includes('conditions'),
    ...signsOf(question, candidates),
  });
  return confidence >= ANSWERS_FROM;
}
