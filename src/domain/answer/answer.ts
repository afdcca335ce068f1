import { fold } from '../hanzi/fold.ts';
import { isAnswered } from './confidence.ts';
import { compareSides } from './comparison.ts';
import { evidenceOf, isAboutDocument } from './document-facts.ts';
import { extractFrom } from './extract.ts';
import { needlesOf } from './needles.ts';
import { ANY_REGION, regionsFor, retrieve } from './retrieve.ts';
import type { Answer, AnswerContext, Candidate, Decline, Entry, Question } from './types.ts';

/** Regions in which to look; null where the question names one without documents. */
function scopeOf(question: Question, { shelf, home }: AnswerContext): readonly string[] | null {
  const known = new Set([...shelf.entries.values()].map(({ policy }) => policy.region ?? ANY_REGION));
  if (question.regions.length === 0) return regionsFor(home);
  const named = question.regions.flatMap((region) => {
    if (known.has(region.name) || known.has(region.province)) return regionsFor(region);
    // The home city's documents are the nearest that its own province has to offer.
    return region.name === home.province ? regionsFor(home) : [];
  });
  return named.length > 0 ? [...new Set(named)] : null;
}

function decline(reason: Decline, near: readonly Candidate[] = [], region: string | null = null): Answer {
  return { kind: 'decline', reason, near, region };
}

/** Moves the clause that proves a document's date, issuer or validity to the front. */
function withEvidence(question: Question, candidates: readonly Candidate[], context: AnswerContext): readonly Candidate[] {
  const top = candidates[0];
  if (!top) return candidates;
  const evidence = evidenceOf(question, { candidates, entries: context.shelf.entries });
  if (!evidence) return candidates;
  const rest = candidates.filter(({ entry }) => entry.key !== evidence.key);
  return [{ ...top, entry: evidence }, ...rest];
}

const bareLength = (text: string): number => text.replace(/[\p{P}\p{S}\s]+/gu, '').length;

/** Answers a question that was read, from the clauses on the shelf; declines where they give no basis. */
export function answer(question: Question, context: AnswerContext): Answer {
  if (question.speech !== null) return { kind: 'speech', speech: question.speech };
  const { shelf, lastEntry } = context;
  if (shelf.entries.size === 0) return decline('no-library');
  const idf = shelf.index.idf;
  if (bareLength(question.subject) < 2 && !isAboutDocument(question, null)) {
    if (lastEntry && question.asks.length > 0) return fromLast(question, lastEntry, context);
    return decline('too-vague');
  }
  const regions = scopeOf(question, context);
  if (regions === null) return decline('no-region', [], question.regions[0]?.name ?? null);
  const found = retrieve(question, { shelf, regions });
  if (!isAnswered(question, { candidates: found, foreign: context.foreignTopic(fold(question.text)) })) {
    return decline(context.foreignTopic(fold(question.text)) ? 'out-of-scope' : 'no-basis', found);
  }
  if (question.compares) {
    const compared = compareSides(question, { found, context, regions });
    if (compared) return compared;
  }
  const candidates = withEvidence(question, found, context);
  const best = candidates[0] as Candidate;
  const extract = extractFrom(best.entry, { asks: question.asks, needles: needlesOf(question, idf) });
  return { kind: 'clause', extract, question, candidates };
}

/** 「找谁?」 after an answer: the fact comes from the clause shown last. */
function fromLast(question: Question, entry: Entry, { shelf }: AnswerContext): Answer {
  const candidates: Candidate[] = [{ entry, score: 1, coverage: 1, confidence: 1 }];
  const evidence = evidenceOf(question, { candidates, entries: shelf.entries });
  const shown = evidence ?? entry;
  const extract = extractFrom(shown, { asks: question.asks, needles: needlesOf(question, shelf.index.idf) });
  return { kind: 'clause', extract, question, candidates: [{ ...(candidates[0] as Candidate), entry: shown }] };
}
