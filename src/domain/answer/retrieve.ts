import type { Expansion, Facets, Hit } from '../search/types.ts';
import { ANY_REGION } from './entries.ts';
import type { AskedFact, Candidate, Entry, NamedRegion, Question, Shelf } from './types.ts';

const POOL = 40;

/** Documents that count in a region: its own, its province's and the state's. */
export function regionsFor(region: NamedRegion): readonly string[] {
  return [...new Set([region.name, region.province, ANY_REGION])];
}

const has = (asks: readonly AskedFact[], ...wanted: readonly AskedFact[]): boolean =>
  wanted.some((fact) => asks.includes(fact));

const MONEY = /\d\s*(?:万|亿|千|百)?元|\d\s*[%％]/;
const NUMBER =
  /\d[\d.,]*\s*(?:余|多)?\s*(?:万|亿)?\s*(?:家|户|个|场|名|人|项|件|期|次|亿|元|条|支|种|%|％|平)/;
const DATE = /年底|年内|每[年月季周]|\d{4}\s*年|\d+\s*月|“[一二三四]+五”|截止|期限/;

/** A benefit speaks for the clause, the more so where the question names who gets it. */
function amountFitness({ benefits, text }: Entry['clause'], asked: string): number {
  if (benefits.length === 0) return MONEY.test(text) ? 1.02 : 0.94;
  const shares = benefits.map(({ who }) => {
    const pairs = pairsOf(who);
    return pairs.length === 0 ? 0 : pairs.filter((pair) => asked.includes(pair)).length / pairs.length;
  });
  return 1.1 + 0.4 * Math.max(...shares);
}

const MEASURE = /(?:多少|几多|好多|几)(家|户|个|场|名|人|项|件|期|次|倍|条|支|种|类|所|座|届|笔|批)/;

const SAME_MEASURE = 1.1;
/** What a number of a clause gains that stands right beside everything asked about. */
const BESIDE_NUMBER = 0.4;

/** 「多少户」 is answered by a number of 户, best beside what is asked about: 「新设研发机构500家」. */
function countFitness(text: string, { text: asked, subject }: Question): number {
  const measure = MEASURE.exec(asked)?.[1];
  const counts = measure === undefined ? null : new RegExp(`\\d(?:余|多)?[万亿千百]?(?:余|多)?${measure}`);
  const bare = text.replace(/\s+/g, '');
  if (!counts?.test(bare)) return NUMBER.test(text) ? 1.03 : 0.95;
  const pairs = pairsOf(subject.replace(/\s+/g, ''));
  const shares = bare
    .split(/[,，;；。、:：]/)
    .filter((part) => counts.test(part))
    .map((part) => pairs.filter((pair) => part.includes(pair)).length / Math.max(1, pairs.length));
  return SAME_MEASURE + BESIDE_NUMBER * Math.max(...shares);
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** How much the clause's own shape speaks for it, given what is asked; 1 where it says nothing. */
export function fitness({ clause, policy, units }: Entry, question: Question): number {
  let factor = 1;
  const { asks, years } = question;
  if (has(asks, 'amount', 'benefit')) factor *= amountFitness(clause, question.text);
  else if (has(asks, 'count')) factor *= countFitness(clause.text, question);
  if (has(asks, 'units')) factor *= units.length > 0 ? 1.08 : 0.9;
  if (has(asks, 'deadline') && DATE.test(clause.text)) factor *= 1.05;
  if (clause.part !== 'body')
    factor *= has(asks, 'validity', 'issuer', 'published', 'document-number') ? 1.05 : 0.8;
  if (years.length > 0 && policy.planYears) {
    const { from, to } = policy.planYears;
    factor *= years.some((year) => year >= from && year <= to) ? 1.05 : 0.9;
  }
  return factor;
}

const toCandidate = (hit: Hit, entry: Entry, question: Question): Candidate => ({
  entry,
  score: hit.score * fitness(entry, question),
  coverage: hit.coverage,
  confidence: hit.confidence,
});

/** One of two clauses that say the same is enough. */
function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Set<string>();
  return candidates.filter(({ entry }) => {
    if (entry.twins.some(({ policy, clause }) => taken.has(`${policy}#${clause}`))) return false;
    taken.add(entry.key);
    return true;
  });
}

/** Where documents write the phrase themselves, other words for it are only a second choice. */
const WRITTEN_SHARE = 0.5;

function expansionsOf(question: Question, idf: (term: string) => number): Expansion[] {
  const unwritten = idf('\u3400\u3400');
  return question.sayings.map(({ phrase, means, weight }) => ({
    phrase,
    means,
    weight: idf(phrase) < unwritten ? weight * WRITTEN_SHARE : weight,
  }));
}

/** Clauses that may answer, best first; `subject` replaces the question's own (one side of a comparison). */
export function retrieve(
  question: Question,
  { shelf, regions, subject }: { shelf: Shelf; regions: readonly string[]; subject?: string },
): readonly Candidate[] {
  const filter: Facets = { region: regions };
  const { hits } = shelf.index.search({
    text: subject ?? question.subject,
    expansions: expansionsOf(question, shelf.index.idf),
    filter,
    k: POOL,
  });
  const candidates = hits.flatMap((hit) => {
    const entry = shelf.entries.get(hit.id);
    return entry ? [toCandidate(hit, entry, question)] : [];
  });
  return withoutTwins(
    candidates.toSorted((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1)),
  );
}
