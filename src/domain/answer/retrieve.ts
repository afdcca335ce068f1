import type { Expansion, Facets } from '../search/types.ts';
import type { Segmenter } from '../segment.ts';
import { basisOf } from './basis.ts';
import { ANY_REGION } from './entries.ts';
import { fitness } from './fitness.ts';
import { namesConcern } from './names-concern.ts';
import type { Candidate, Entry, NamedRegion, Question, Shelf } from './types.ts';

/** Clauses that hold the question's words, and those that hold the names of a concern, which may come to be asked about. */
const POOL = 30;
const POOL_OF_CONCERN = 8;

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

/** Entries by what of the question they say, or of the names of its concerns; with how well they are found by its words. */
function pool(question: Question, { shelf: { index, entries }, regions }: Retrieving): Map<Entry, number> {
  const filter: Facets = { region: regions };
  const found = new Map<Entry, number>();
  const note = (id: string, score: number): void => {
    const entry = entries.get(id);
    if (entry && !found.has(entry)) found.set(entry, score);
  };
  const expansions = expansionsOf(question, index.idf);
  for (const { id, score } of index.search({ text: question.subject, expansions, filter, k: POOL }).hits)
    note(id, score);
  for (const { terms } of question.concerns) {
    const named = index.search({ text: terms.join(' '), filter, k: POOL_OF_CONCERN });
    for (const { id } of named.hits) note(id, 0);
  }
  return found;
}

/**
 * What makes one clause the better answer, learned on some 800 questions by the choice between the clauses of each:
 * that it holds the question's words counts less where nothing holds many of them; then what the question is concerned
 * with counts more.
 */
const RANK = { words: 3.7, allWords: 2.66, concern: 2.94, lessWords: -1.22, coverage: 1.98 } as const;

/** Entries with their places in the order; 0–1 how many of the question's words the first by words alone holds. */
function ranked(question: Question, retrieving: Retrieving): readonly Candidate[] {
  const { shelf, segmenter } = retrieving;
  const found = [...pool(question, retrieving)].map(([entry, score]) => ({
    entry,
    words: score * fitness(entry, question),
    basis: basisOf(question, entry, segmenter),
    ...namesConcern(entry, question.concerns, shelf.index.idf),
  }));
  const first = found.reduce((best, one) => (one.words > best.words ? one : best), found[0] ?? NOTHING);
  const said = first.basis.coverage;
  return found.map(({ entry, words, basis, concern, firstConcern }) => ({
    entry,
    concern,
    firstConcern,
    score:
      (first.words > 0 ? words / first.words : 0) * (RANK.words + RANK.allWords * said) +
      concern * (RANK.concern + RANK.lessWords * said) +
      RANK.coverage * basis.coverage,
  }));
}

const NOTHING = { words: 0, basis: { coverage: 0 } };

/** Clauses that may answer, best first. */
export function retrieve(question: Question, retrieving: Retrieving): readonly Candidate[] {
  return withoutTwins(
    ranked(question, retrieving).toSorted(
      (a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1),
    ),
  );
}
