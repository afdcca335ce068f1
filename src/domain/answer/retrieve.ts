import type { Expansion, Facets, Hit } from '../search/types.ts';
import type { Segmenter } from '../segment.ts';
import { basisOf } from './basis.ts';
import { ANY_REGION } from './entries.ts';
import { fitness, isPreamble } from './fitness.ts';
import { namesConcern } from './names-concern.ts';
import type { Candidate, Entry, NamedRegion, Question, Shelf } from './types.ts';

/** Clauses that hold the question's words, and those that hold the names of a concern, which may come to be asked about. */
const POOL = 30;
const POOL_OF_CONCERN = 8;
/** A concern less sure than this share of the likeliest could not bring a clause to the top. */
const WORTH_A_SEARCH = 0.6;

/** Documents that count in a region: its own, its province's and the state's. */
export function regionsFor(region: NamedRegion): readonly string[] {
  return [...new Set([region.name, region.province, ANY_REGION])];
}

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

type Idf = Shelf['index']['idf'];

function expansionsOf(question: Question, idf: Idf): Expansion[] {
  const unwritten = idf('\u3400\u3400');
  return question.sayings.map(({ phrase, means, weight }) => ({
    phrase,
    means,
    weight: idf(phrase) < unwritten ? weight * WRITTEN_SHARE : weight,
  }));
}

export interface Retrieving {
  readonly shelf: Shelf;
  readonly regions: readonly string[];
  readonly segmenter: Pick<Segmenter, 'words' | 'frequency'>;
}

/** What a district promises holds in no other. */
function isOfOtherDistrict({ policy }: Entry, { districts }: Question): boolean {
  if (districts.length === 0 || policy.level !== '区') return false;
  const own = [policy.region, policy.issuingAuthority, policy.title].join(' ');
  return !districts.some((district) => own.includes(district.replace(/[区县]$/, '')));
}

/** What the search found of an entry: its score, and the share (0–1) of the question's terms that it holds. */
type Found = Pick<Hit, 'score' | 'coverage'>;

const UNFOUND: Found = { score: 0, coverage: 0 };

/** Entries that hold words of the question, or names of its concerns. */
function pool(question: Question, { shelf: { index, entries }, regions }: Retrieving): Map<Entry, Found> {
  const filter: Facets = { region: regions };
  const found = new Map<Entry, Found>();
  const note = (id: string, hit: Found): void => {
    const entry = entries.get(id);
    if (entry && !found.has(entry) && !isOfOtherDistrict(entry, question)) found.set(entry, hit);
  };
  const expansions = expansionsOf(question, index.idf);
  const text = question.subject;
  for (const hit of index.search({ text, expansions, filter, k: POOL }).hits) note(hit.id, hit);
  const most = question.concerns[0]?.sureness ?? 0;
  for (const { terms, sureness } of question.concerns) {
    if (sureness < most * WORTH_A_SEARCH) continue;
    const named = index.search({ text: terms.join(' '), filter, k: POOL_OF_CONCERN });
    for (const { id } of named.hits) note(id, UNFOUND);
  }
  return found;
}

/**
 * What makes one clause the better answer, learned on some 950 questions by the choice between the clauses of each.
 * To come first by words counts as far as the first says the question's words; of 「有没有钱」 it says nothing.
 */
const RANK = {
  first: 3.59,
  concern: 1.76,
  /** The less of the words is said anywhere, the more what is meant counts. */
  concernUnsaid: 1.52,
  basis: 2.65,
  coverage: 2.2,
  score: 3.31,
} as const;

/** It holds all the words of its document's title, and no fact. */
const PREAMBLE_SHARE = 0.75;

/** Scores beyond say no more. */
const HIGH_SCORE = 40;

function ranked(question: Question, retrieving: Retrieving): readonly Candidate[] {
  const { shelf, segmenter } = retrieving;
  const found = [...pool(question, retrieving)].map(([entry, { score, coverage }]) => ({
    entry,
    words: score * fitness(entry, question),
    coverage,
    basis: basisOf(question, entry, segmenter).coverage,
    ...namesConcern(entry, question.concerns, shelf.index.idf),
  }));
  const [first] = found.toSorted((a, b) => b.words - a.words);
  if (first === undefined) return [];
  const some = found.filter(({ words, concern }) => words > 0 || concern > 0);
  return some.map(({ entry, words, coverage, basis, concern, firstConcern }) => ({
    entry,
    words: Math.min(words, HIGH_SCORE) / HIGH_SCORE,
    concern,
    firstConcern,
    score:
      (isPreamble(entry, question) ? PREAMBLE_SHARE : 1) *
      (RANK.first * (first.words > 0 ? words / first.words : 0) * first.basis +
        (RANK.concern + RANK.concernUnsaid * (1 - first.basis)) * concern +
        RANK.basis * basis +
        RANK.coverage * coverage +
        RANK.score * (Math.min(words, HIGH_SCORE) / HIGH_SCORE)),
  }));
}

/** What is wished for counts once more. */
const WISH_SHARE = 0.5;

function rankedByWish(question: Question, retrieving: Retrieving): readonly Candidate[] {
  const found = ranked(question, retrieving);
  if (question.wish === null) return found;
  const wished = ranked(question.wish, retrieving);
  const scores = new Map(wished.map(({ entry, score }) => [entry, score]));
  const known = new Set(found.map(({ entry }) => entry));
  return [
    ...found.map((one) => ({ ...one, score: one.score + WISH_SHARE * (scores.get(one.entry) ?? 0) })),
    ...wished
      .filter(({ entry }) => !known.has(entry))
      .map((one) => ({ ...one, score: WISH_SHARE * one.score })),
  ];
}

/** Clauses that may answer, best first. */
export function retrieve(question: Question, retrieving: Retrieving): readonly Candidate[] {
  return withoutTwins(
    rankedByWish(question, retrieving).toSorted(
      (a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1),
    ),
  );
}
