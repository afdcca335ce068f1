import { extractFrom } from './extract.ts';
import { needlesOf } from './needles.ts';
import { regionsFor, retrieve } from './retrieve.ts';
import { sidesOf } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Answer, AnswerContext, Candidate, Question } from './types.ts';

/** Each side of a comparison gets half of a phone's screen. */
const SIDE_QUOTE = 80;

/** What a clause gains for one side from being good for the whole question: the sides share words. */
const WHOLE_SHARE = 0.35;

interface Side {
  readonly subject: string;
  readonly regions: readonly string[];
}

function sidesFor(question: Question, { context, regions }: { context: AnswerContext; regions: readonly string[] }): readonly [Side, Side] | null {
  const [first, second] = question.regions;
  if (first && second) {
    return [
      { subject: question.subject, regions: regionsFor(first) },
      { subject: question.subject, regions: regionsFor(second) },
    ];
  }
  const named = sidesOf(question.text);
  if (!named) return null;
  const [left, right] = named.map((text) => subjectOf(text, context.segmenter.words));
  return left && right ? [{ subject: left, regions }, { subject: right, regions }] : null;
}

function bestFor(side: Side, question: Question, { found, context }: { found: readonly Candidate[]; context: AnswerContext }): Candidate[] {
  const own = retrieve(question, { shelf: context.shelf, regions: side.regions, subject: side.subject });
  const top = own[0]?.score ?? 1;
  const topWhole = found[0]?.score ?? 1;
  const whole = new Map(found.map(({ entry, score }) => [entry.key, score / topWhole]));
  return own
    .map((candidate) => ({
      ...candidate,
      score: candidate.score / top + WHOLE_SHARE * (whole.get(candidate.entry.key) ?? 0),
    }))
    .toSorted((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1));
}

/** Both sides of a comparison with their clauses; null where one clause holds both or only one side is found. */
export function compareSides(
  question: Question,
  { found, context, regions }: { found: readonly Candidate[]; context: AnswerContext; regions: readonly string[] },
): Answer | null {
  const sides = sidesFor(question, { context, regions });
  if (!sides) return null;
  const [left, right] = sides.map((side) => bestFor(side, question, { found, context })) as [Candidate[], Candidate[]];
  const [first, second] = [left[0], right[0]];
  if (!first || !second || first.entry.key === second.entry.key) return null;
  const extract = (candidate: Candidate, side: Side) =>
    extractFrom(candidate.entry, {
      asks: question.asks,
      needles: needlesOf(question, context.shelf.index.idf, side.subject),
      limit: SIDE_QUOTE,
    });
  const shown = new Set([first.entry.key, second.entry.key]);
  const rest = [...left.slice(1, 3), ...right.slice(1, 3), ...found].filter(({ entry }) => !shown.has(entry.key) && shown.add(entry.key));
  return {
    kind: 'comparison',
    sides: [extract(first, sides[0]), extract(second, sides[1])],
    candidates: [first, second, ...rest],
  };
}
