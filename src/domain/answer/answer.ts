import { contactAnswer, proofFor, sectionBeside } from './beside.ts';
import { compareSides } from './comparison.ts';
import {
  evidenceOf,
  isAboutDocument,
  isAboutItsDocument,
  policyByTitle,
  withoutDocumentWords,
} from './document-facts.ts';
import { isForOthers } from './for-others.ts';
import { holds, isForeign } from './holds.ts';
import { OF_ANY_POLICY, unstatedDecline } from './nearly.ts';
import { retrieve } from './retrieve.ts';
import { isOfOtherYear } from './other-year.ts';
import { namedElsewhere, scopeOf } from './scope.ts';
import { shownAnswer, sure, withFirst } from './shown.ts';
import { statedFirst } from './stated-first.ts';
import type { Answer, AnswerContext, Candidate, Decline, Entry, Question, UnstatedFact } from './types.ts';

function decline(reason: Decline, near: readonly Candidate[] = [], region: string | null = null): Answer {
  return { kind: 'decline', reason, near, region, lacks: null };
}

/** 「现在还有效吗」「怎么申请」: asks for a fact and names no thing that it is a fact of. */
export function isOnlyAsking({ plain, asks }: Question): boolean {
  return asks.length > 0 && bareLength(withoutDocumentWords(plain).replace(OF_ANY_POLICY, ' ')) < 2;
}

const ANYTHING =
  /企业|公司|工厂|厂子|政策|补贴|补助|奖励|支持|扶持|资金|项目|优惠|服务|申报|文件|问题|事情?/g;

/** 「企业」「补贴」: a word for everything there is. */
const isAnything = ({ asks, text }: Question): boolean =>
  asks.length === 0 && bareLength(text.replace(ANYTHING, ' ')) < 2;

const bareLength = (text: string): number => text.replace(/[\p{P}\p{S}\s]+/gu, '').length;

/** 「小巨人政策还有效吗」 is looked up by 「小巨人」: what is asked of its document stands in no clause about it. */
function thingOf(question: Question): Question {
  const subject = withoutDocumentWords(question.subject);
  const sayings = question.sayings.filter(({ phrase }) => subject.includes(phrase));
  return { ...question, asks: [], subject, plain: withoutDocumentWords(question.plain), sayings };
}

/** Answers a question that was read, from the clauses on the shelf; declines where they give no basis. */
export function answer(question: Question, context: AnswerContext): Answer {
  if (question.speech !== null) return { kind: 'speech', speech: question.speech };
  const { shelf, lastEntry } = context;
  if (shelf.entries.size === 0) return decline('no-library');
  if (lastEntry && isOnlyAsking(question)) return fromLast(question, lastEntry, context);
  const regions = scopeOf(question, context);
  if (regions === null) return decline('no-region', [], question.regions[0]?.name ?? null);
  const document = documentAnswer(question, regions, context);
  if (document) return document;
  if (bareLength(question.subject) < 2 || isAnything(question)) return decline('too-vague');
  const thing = isAboutItsDocument(question) ? thingOf(question) : question;
  const found = statedFirst(question, retrieve(thing, { ...context, regions }), context);
  const foreign = isForeign(question, found, context);
  const mayBeElsewhere = question.regions.length === 0 && !foreign;
  const byName = mayBeElsewhere ? answerElsewhere(thing, found, context) : null;
  if (byName) return byName;
  if (hasBasis(thing, found, context)) return clauseAnswer(question, { found, regions, context });
  return (
    contactAnswer(question, found, context) ??
    unstatedDecline(question, found, context) ??
    decline(foreign ? 'out-of-scope' : 'no-basis', found, question.regions[0]?.name ?? null)
  );
}

/** Of two things that are asked about at once a clause may name one, and the best name both and say nothing of either. */
const hasBasis = (question: Question, found: readonly Candidate[], context: AnswerContext): boolean =>
  holds(question, found, context) ||
  (question.compares &&
    found.slice(0, 3).some((one) => holds({ ...question, concerns: [] }, [one], context)));

function clauseAnswer(
  question: Question,
  {
    found,
    regions,
    context,
  }: { found: readonly Candidate[]; regions: readonly string[]; context: AnswerContext },
): Answer {
  if (question.compares) {
    const compared = compareSides(question, { found, context, regions });
    if (compared) return compared;
  }
  const { entry } = found[0] as Candidate;
  if (isForOthers(question, entry)) return unstated('amount', found);
  const proof = isAboutItsDocument(question)
    ? proofFor(question, entry, context)
    : sectionBeside(question, entry, context);
  const shown = shownAnswer(question, {
    about: entry,
    candidates: proof ? withFirst(proof, found) : found,
    context,
  });
  const { fact } = shown.extract;
  if (fact?.kind !== 'unstated' && isOfOtherYear(question, entry)) return unstated('year', found);
  // Who wants a sum or a number is not served by a sentence without any.
  if (fact?.kind !== 'unstated' || !FIGURES.has(fact.what)) return shown;
  return unstated(fact.what, found);
}

const unstated = (lacks: UnstatedFact, near: readonly Candidate[]): Answer => ({
  kind: 'decline',
  reason: 'unstated',
  near,
  region: null,
  lacks,
});

const FIGURES: ReadonlySet<UnstatedFact> = new Set([
  'amount',
  'rate',
  'count',
  'contact',
  'papers',
  'deadline',
  'duration',
]);

/** 「武汉这份专精特新行动计划的有效期到哪一天」: a document named by its title, and a fact of the whole of it. */
function documentAnswer(
  question: Question,
  regions: readonly string[],
  context: AnswerContext,
): Answer | null {
  if (!isAboutDocument(question)) return null;
  const { shelf } = context;
  const policy = policyByTitle(question, { shelf, regions });
  const evidence = policy && evidenceOf(question, { policy, entries: shelf.entries });
  if (!evidence) return null;
  const candidates = withFirst(evidence, retrieve(question, { ...context, regions }));
  return shownAnswer(question, { about: evidence, candidates, context });
}

/** An answer from another region's documents, for what only they know by name. */
function answerElsewhere(
  question: Question,
  atHome: readonly Candidate[],
  context: AnswerContext,
): Answer | null {
  const away = namedElsewhere(question, atHome, context);
  if (!away || !holds(question, away.found, context)) return null;
  return clauseAnswer(question, { ...away, context });
}

/** 「还有吗」: the same question, answered from the first of these entries; of what it lacks nobody asked. */
export function answerFrom(
  question: Question,
  entries: readonly [Entry, ...Entry[]],
  context: AnswerContext,
): Answer {
  const told = shownAnswer(question, { about: entries[0], candidates: entries.map(sure), context });
  return told.extract.fact?.kind === 'unstated'
    ? { ...told, extract: { ...told.extract, fact: null } }
    : told;
}

/** 「找谁?」 after an answer: the fact comes from the clause that the talk is about. */
function fromLast(question: Question, entry: Entry, context: AnswerContext): Answer {
  const proof = proofFor(question, entry, context) ?? sectionBeside(question, entry, context);
  const candidates = proof ? withFirst(proof, [sure(entry)]) : [sure(entry)];
  return shownAnswer(question, { about: entry, candidates, context });
}
