import { basisOf } from './basis.ts';
import { extractFrom } from './extract.ts';
import { needlesOf } from './needles.ts';
import { regionsFor, retrieve } from './retrieve.ts';
import { sidesOf } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Answer, AnswerContext, Candidate, Question } from './types.ts';

/** Each side of a comparison gets its share of a phone's screen. */
const SIDE_QUOTE = 110;
/** Clauses looked at for each side. */
const POOL = 12;
/** What a clause gains for a side from being good for that side's search and for the whole question. */
const OWN_SHARE = 0.6;
const WHOLE_SHARE = 0.4;
/** Two clauses must say this much more than the best single one. */
const PAIR_GAIN = 0.3;

interface Side {
  readonly question: Question;
  readonly regions: readonly string[];
}

interface Rated {
  readonly candidate: Candidate;
  readonly value: number;
}

function sidesFor(question: Question, { context, regions }: { context: AnswerContext; regions: readonly string[] }): readonly [Side, Side] | null {
  const [first, second] = question.regions;
  if (first && second) {
    return [
      { question, regions: regionsFor(first) },
      { question, regions: regionsFor(second) },
    ];
  }
  const named = sidesOf(question.text);
  if (!named) return null;
  const [left, right] = named.map((text) => subjectOf(text, context.segmenter.words));
  if (!left || !right) return null;
  const side = (subject: string): Side => ({ question: { ...question, subject }, regions });
  return [side(left), side(right)];
}

/** Each clause that may be meant by one side, with how well it fits; best first. */
function rate(side: Side, { found, context }: { found: readonly Candidate[]; context: AnswerContext }): Rated[] {
  const own = retrieve(side.question, { shelf: context.shelf, regions: side.regions }).slice(0, POOL);
  const top = own[0]?.score ?? 1;
  const topWhole = found[0]?.score ?? 1;
  const whole = new Map(found.map(({ entry, score }) => [entry.key, score / topWhole]));
  const rated = new Map<string, Rated>();
  for (const candidate of [...own, ...found.slice(0, POOL)]) {
    const { entry } = candidate;
    if (rated.has(entry.key) || (entry.policy.region && !side.regions.includes(entry.policy.region))) continue;
    const ownScore = own.find((other) => other.entry.key === entry.key)?.score ?? 0;
    const { coverage } = basisOf(side.question, entry, context.segmenter);
    const value = coverage + OWN_SHARE * (ownScore / top) + WHOLE_SHARE * (whole.get(entry.key) ?? 0);
    rated.set(entry.key, { candidate, value });
  }
  return [...rated.values()].toSorted(
    (a, b) => b.value - a.value || (a.candidate.entry.key < b.candidate.entry.key ? -1 : 1),
  );
}

/** The two clauses, one a side, that fit best together; null where one clause alone says nearly as much. */
function bestPair(left: readonly Rated[], right: readonly Rated[]): readonly [Candidate, Candidate] | null {
  const values = new Map(right.map(({ candidate, value }) => [candidate.entry.key, value]));
  const single = Math.max(0, ...left.map(({ candidate, value }) => value + (values.get(candidate.entry.key) ?? 0)));
  let best: { pair: readonly [Candidate, Candidate]; value: number } | null = null;
  for (const one of left.slice(0, 3)) {
    const other = right.find(({ candidate }) => candidate.entry.key !== one.candidate.entry.key);
    if (!other || (best && one.value + other.value <= best.value)) continue;
    best = { pair: [one.candidate, other.candidate], value: one.value + other.value };
  }
  return best && best.value >= single + PAIR_GAIN ? best.pair : null;
}

/** Both sides of a comparison with their clauses; null where one clause holds both or only one side is found. */
export function compareSides(
  question: Question,
  { found, context, regions }: { found: readonly Candidate[]; context: AnswerContext; regions: readonly string[] },
): Answer | null {
  const sides = sidesFor(question, { context, regions });
  if (!sides) return null;
  const [left, right] = sides.map((side) => rate(side, { found, context })) as [Rated[], Rated[]];
  const pair = bestPair(left, right);
  if (!pair) return null;
  const extract = (candidate: Candidate, side: Side) =>
    extractFrom(candidate.entry, {
      asks: question.asks,
      needles: needlesOf(question, context.shelf.index.idf, side.question.subject),
      limit: SIDE_QUOTE,
    });
  const shown = new Set(pair.map(({ entry }) => entry.key));
  const rest = [...left.slice(0, 3), ...right.slice(0, 3)].map(({ candidate }) => candidate);
  const others = [...rest, ...found].filter(({ entry }) => !shown.has(entry.key) && shown.add(entry.key));
  return {
    kind: 'comparison',
    sides: [extract(pair[0], sides[0]), extract(pair[1], sides[1])],
    candidates: [...pair, ...others],
  };
}
