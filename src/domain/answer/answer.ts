import { basisOf } from './basis.ts';
import { compareSides } from './comparison.ts';
import { confidenceOf } from './confidence.ts';
import {
  evidenceOf,
  isAboutDocument,
  isAboutItsDocument,
  policyByTitle,
  withoutDocumentWords,
} from './document-facts.ts';
import { extractFrom } from './extract.ts';
import { holds, isForeign, isUnstatedOf, signsOf } from './holds.ts';
import { needlesOf } from './needles.ts';
import { officeFor } from './office.ts';
import { retrieve } from './retrieve.ts';
import { namedElsewhere, scopeOf } from './scope.ts';
import { isHeadedForOther, listAround, sectionFor } from './section.ts';
import { statedFirst } from './stated-first.ts';
import { needsSign } from './unstated.ts';
import type {
  Answer,
  AnswerContext,
  AskedFact,
  Candidate,
  Decline,
  Entry,
  Extract,
  Question,
  UnstatedFact,
} from './types.ts';

function decline(reason: Decline, near: readonly Candidate[] = [], region: string | null = null): Answer {
  return { kind: 'decline', reason, near, region, lacks: null };
}

/** A clause is surely about the thing from here on, whatever it says of it. */
const ABOUT_THE_THING = 0.85;
/** Such words as the clause does not say are of little weight. */
const LEAST_COVERAGE = 0.75;

const UNSTATED: Partial<Record<AskedFact, UnstatedFact>> = {
  amount: 'amount',
  rate: 'rate',
  count: 'count',
  contact: 'contact',
  conditions: 'conditions',
  'how-to': 'how-to',
};

const MONEY_WORDS = /奖励|奖金|补贴|补助|资助|扶持|优惠|利率|利息|客服|位置|门牌/g;

/** 「个转企奖励多少」: the nearest clause is about the thing and does not say what is asked of it. */
function unstatedDecline(
  question: Question,
  found: readonly Candidate[],
  context: AnswerContext,
): Answer | null {
  const best = found[0];
  if (!best || isForeign(question, found, context)) return null;
  // What asks for the fact stands in no clause that lacks it.
  const subject = question.subject.replace(OF_ANY_POLICY, ' ').replace(MONEY_WORDS, ' ');
  const basis = basisOf({ ...question, subject }, best.entry, context.segmenter);
  const lacks = basis.lacks && UNSTATED[basis.lacks];
  if (!lacks || basis.coverage < LEAST_COVERAGE) return null;
  const known = { ...basis, lacksFact: false };
  const confidence = confidenceOf({
    basis: known,
    foreign: false,
    asks: true,
    procedure: false,
    ...signsOf(question, found),
  });
  if (confidence < ABOUT_THE_THING) return null;
  const section = sectionOf(question, best.entry, context);
  if (section) {
    return shownAnswer(question, { about: best.entry, candidates: withFirst(section, found), context });
  }
  return { kind: 'decline', reason: 'unstated', near: found, region: null, lacks };
}

/** What is asked of any policy: these words name no thing by themselves. */
const OF_ANY_POLICY =
  /申请|申报|报名|办理|提交|递交|领取|最晚|最迟|享受|条件|要求|资格|材料|资料|流程|手续|作数|算数|负责|牵头|主管|部门|单位|金额|标准|时间|电话|热线|号码|联系方式|联系|地址|网址|网站|链接|咨询|办|报|交|拿|领/g;

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

/** 「绿色工厂申报问谁，电话多少」: the clause that is about it bears no number, its document does. */
function contactAnswer(
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
  const proof = isAboutItsDocument(question)
    ? proofFor(question, entry, context)
    : sectionBeside(question, entry, context);
  const shown = shownAnswer(question, {
    about: entry,
    candidates: proof ? withFirst(proof, found) : found,
    context,
  });
  const { fact } = shown.extract;
  // Who wants a sum or a number is not served by a sentence without any.
  if (fact?.kind !== 'unstated' || !FIGURES.has(fact.what)) return shown;
  return { kind: 'decline', reason: 'unstated', near: found, region: null, lacks: fact.what };
}

const FIGURES: ReadonlySet<UnstatedFact> = new Set(['amount', 'rate', 'count', 'contact']);

/** The section of an entry's document that says what is asked, be it the entry's own. */
function sectionOf(question: Question, entry: Entry, { shelf }: AnswerContext): Entry | null {
  const needles = needlesOf(question, shelf.index.idf);
  const main = question.asks.find(needsSign);
  return main === undefined ? null : sectionFor(entry, main, { needles, shelf });
}

/** Nothing where the clause says by itself what is asked. */
const sectionBeside = (question: Question, entry: Entry, context: AnswerContext): Entry | null =>
  isUnstatedOf(question, entry, context) || question.asks.some((ask) => isHeadedForOther(entry, ask))
    ? sectionOf(question, entry, context)
    : null;

/** The clause that proves a fact of an entry's document; a task list bears no date, its plan does. */
function proofFor(
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

const sure = (entry: Entry): Candidate => ({ entry, score: 1, words: 1, concern: 1, firstConcern: 1 });

const withFirst = (entry: Entry, others: readonly Candidate[]): readonly Candidate[] => [
  sure(entry),
  ...others.filter((other) => other.entry.key !== entry.key),
];

type ClauseAnswer = Answer & { readonly kind: 'clause' };

function withOffice(extract: Extract, question: Question, { shelf, duties = [] }: AnswerContext): Extract {
  const { entry, fact } = extract;
  if (fact?.kind !== 'unstated' || fact.what !== 'units') return extract;
  const office = officeFor(question, entry, { shelf, duties });
  return office ? { ...extract, fact: { ...fact, office } } : extract;
}

/** Shows the first of the candidates. */
function shownAnswer(
  question: Question,
  { about, candidates, context }: { about: Entry; candidates: readonly Candidate[]; context: AnswerContext },
): ClauseAnswer {
  const { entry } = candidates[0] as Candidate;
  const needles = needlesOf(question, context.shelf.index.idf);
  const told = extractFrom(entry, { asks: question.asks, needles });
  const main = question.asks.find(needsSign);
  const list = listAround(entry, main, context.shelf);
  const extract = list.length === 0 ? told : { ...told, list };
  return {
    kind: 'clause',
    about,
    extract: withOffice(extract, question, context),
    question,
    candidates,
  };
}

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
