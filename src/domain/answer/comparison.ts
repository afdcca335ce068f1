import { basisOf, rarity } from './basis.ts';
import { extractFrom } from './extract.ts';
import { endsPlan, planOf } from './five-years.ts';
import { needlesOf } from './needles.ts';
import { fitness } from './fitness.ts';
import { regionsFor, retrieve } from './retrieve.ts';
import { sidesOf } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Answer, AnswerContext, Candidate, Question } from './types.ts';
import { needsSign, unstatedIn } from './unstated.ts';

/** Each side of a comparison gets its share of a phone's screen. */
const SIDE_QUOTE = 110;
/** Clauses looked at for each side. */
const POOL = 12;
/** What a clause gains for a side from being good for that side's search and for the whole question. */
const OWN_SHARE = 0.6;
const WHOLE_SHARE = 0.4;
/** Two clauses must say this much more than the best single one. */
const PAIR_GAIN = 0.15;
/** What a clause gains that says what is asked of both: 「各奖多少」 is not answered by whom the city attracts. */
const STATED_SHARE = 0.3;
/** What a clause gains that speaks of the time asked for. */
const TIME_SHARE = 0.4;

interface Side {
  readonly question: Question;
  readonly regions: readonly string[];
  /** Matches what speaks of the side's time where both sides are one thing at two times; null elsewhere. */
  readonly time: RegExp | null;
}

interface Rated {
  readonly candidate: Candidate;
  readonly value: number;
}

/** 「上海高企十三五末有多少,十四五要达到多少」: the second half leaves the thing out and names another time. */
const TIME =
  /[“"]?十[一二三四五]五[”"]?(?:末|期间|时期)?|20\d\d年?(?:底|末)?|去年|今年|明年|原来|以前|以后|现在/g;

/** A half whose words are this rare in sum names a thing by itself. */
const NAMES_A_THING = 0.6;

function weightOf(subject: string, { segmenter }: AnswerContext): number {
  const words = subject
    .replace(TIME, ' ')
    .split(' ')
    .flatMap((part) => [...segmenter.words(part)]);
  return words
    .filter((word) => word.length > 1)
    .reduce((sum, word) => sum + rarity(segmenter.frequency(word)), 0);
}

function sidesFor(
  question: Question,
  { context, regions }: { context: AnswerContext; regions: readonly string[] },
): readonly [Side, Side] | null {
  const [first, second] = question.regions;
  if (first && second) {
    const time = /目标|要达到|力争/.test(question.text) ? TO_COME : null;
    return [
      { question, regions: regionsFor(first), time },
      { question, regions: regionsFor(second), time },
    ];
  }
  const named = sidesOf(question.text);
  if (!named) return null;
  const [left, latter] = named.map((text) => subjectOf(text, context.segmenter.words));
  if (!left || !latter) return null;
  const side = (subject: string, time: RegExp | null): Side => ({
    question: { ...question, subject },
    regions,
    time,
  });
  if (weightOf(latter, context) >= NAMES_A_THING) return [side(left, null), side(latter, null)];
  // 「安排了哪些培训班,各几期」 is one thing at one time.
  if (!OF_A_TIME.test(named[1])) return null;
  return [
    side(left, timeOf(named[0], AT_PRESENT)),
    side(`${left.replace(TIME, ' ')} ${latter}`, timeOf(named[1], TO_COME)),
  ];
}

const OF_A_TIME = new RegExp(`${TIME.source}|目标|力争|末|要达到|到时候`);
const AT_PRESENT = /截至|累计|期间|已/;
const TO_COME = /到20\d\d年|力争|目标|突破|不低于|达到/;

/** 「2020年底」 is 「“十三五”末」. */
function withPlan(word: string): string {
  const year = Number(word.slice(0, 4));
  return endsPlan(year) ? `${year}|${planOf(year) ?? year}` : word;
}

/** What tells that a clause speaks of the time that a half names; `usual` where it names none that texts use. */
function timeOf(half: string, usual: RegExp): RegExp {
  const written = [...half.matchAll(TIME)].map(([word]) => word.replace(/[“”"末底期间时]/g, ''));
  const telling = written.filter((word) => /\d|五/.test(word)).map(withPlan);
  return telling.length > 0 ? new RegExp(telling.join('|')) : usual;
}

/** Each clause that may be meant by one side, with how well it fits; best first. */
function rate(
  side: Side,
  { found, context }: { found: readonly Candidate[]; context: AnswerContext },
): Rated[] {
  const own = retrieve(side.question, { ...context, regions: side.regions }).slice(0, POOL);
  const top = own[0]?.score ?? 1;
  const topWhole = found[0]?.score ?? 1;
  const whole = new Map(found.map(({ entry, score }) => [entry.key, score / topWhole]));
  const rated = new Map<string, Rated>();
  const main = side.question.asks.find(needsSign);
  const needles = needlesOf(side.question, context.shelf.index.idf);
  for (const candidate of [...own, ...found.slice(0, POOL)]) {
    const { entry } = candidate;
    if (rated.has(entry.key) || !side.regions.includes(entry.region)) continue;
    const ownScore = own.find((other) => other.entry.key === entry.key)?.score ?? 0;
    const { coverage } = basisOf(side.question, entry, context.segmenter);
    const { question } = side;
    const value =
      coverage * fitness(entry, question) +
      OWN_SHARE * (ownScore / top) +
      WHOLE_SHARE * (whole.get(entry.key) ?? 0) +
      (main !== undefined && unstatedIn(entry, main, needles) === null ? STATED_SHARE : 0) +
      (side.time?.test(entry.clause.text) ? TIME_SHARE : 0);
    rated.set(entry.key, { candidate, value });
  }
  return [...rated.values()].toSorted(
    (a, b) => b.value - a.value || (a.candidate.entry.key < b.candidate.entry.key ? -1 : 1),
  );
}

/** The two clauses, one a side, that fit best together; null where one clause alone says nearly as much. */
function bestPair(
  left: readonly Rated[],
  right: readonly Rated[],
  gain: number,
): readonly [Candidate, Candidate] | null {
  const values = new Map(right.map(({ candidate, value }) => [candidate.entry.key, value]));
  const single = Math.max(
    0,
    ...left.map(({ candidate, value }) => value + (values.get(candidate.entry.key) ?? 0)),
  );
  let best: { pair: readonly [Candidate, Candidate]; value: number } | null = null;
  for (const one of left.slice(0, 3)) {
    const other = right.find(({ candidate }) => candidate.entry.key !== one.candidate.entry.key);
    if (!other || (best && one.value + other.value <= best.value)) continue;
    best = { pair: [one.candidate, other.candidate], value: one.value + other.value };
  }
  return best && best.value >= single + gain ? best.pair : null;
}

/** Both sides of a comparison with their clauses; null where one clause holds both or only one side is found. */
export function compareSides(
  question: Question,
  {
    found,
    context,
    regions,
  }: { found: readonly Candidate[]; context: AnswerContext; regions: readonly string[] },
): Answer | null {
  const sides = sidesFor(question, { context, regions });
  if (!sides) return null;
  const [left, right] = sides.map((side) => rate(side, { found, context })) as [Rated[], Rated[]];
  const pair = bestPair(left, right, sides[0].time ? -Infinity : PAIR_GAIN);
  if (!pair) return null;
  const extract = (candidate: Candidate, side: Side) =>
    extractFrom(candidate.entry, {
      asks: question.asks,
      // The time tells which clause is meant, and not which of its sentences.
      needles: needlesOf(question, context.shelf.index.idf, side.question.subject.replace(TIME, ' ')),
      limit: SIDE_QUOTE,
    });
  const told = [extract(pair[0], sides[0]), extract(pair[1], sides[1])] as const;
  // 「机票补多少,能去几个」: two questions about one thing, and no comparison.
  const [isUnstated, isOtherUnstated] = told.map(({ fact }) => fact?.kind === 'unstated');
  const isSplit = question.regions.length < 2 && isUnstated && !isOtherUnstated;
  if (isSplit) return null;
  const shown = new Set(pair.map(({ entry }) => entry.key));
  const rest = [...left.slice(0, 3), ...right.slice(0, 3)].map(({ candidate }) => candidate);
  const others = [...rest, ...found].filter(({ entry }) => !shown.has(entry.key) && shown.add(entry.key));
  return {
    kind: 'comparison',
    sides: told,
    candidates: [...pair, ...others],
  };
}
