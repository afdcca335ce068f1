import { fold } from '../hanzi/fold.ts';
import { basisOf } from './basis.ts';
import { regionsFor, retrieve } from './retrieve.ts';
import type { AnswerContext, Candidate, Entry, Question } from './types.ts';

const knownRegions = ({ shelf }: AnswerContext): ReadonlySet<string> =>
  new Set([...shelf.entries.values()].map(({ region }) => region));

/** Regions in which to look; null where the question names one without documents. */
export function scopeOf(question: Question, context: AnswerContext): readonly string[] | null {
  const { home } = context;
  const known = knownRegions(context);
  if (question.regions.length === 0) return regionsFor(home);
  const named = question.regions.flatMap((region) => {
    if (known.has(region.name) || known.has(region.province)) return regionsFor(region);
    // The home city's documents are the nearest that its own province has to offer.
    return region.name === home.province ? regionsFor(home) : [];
  });
  return named.length > 0 ? [...new Set(named)] : null;
}

/** Characters in a row that a question and a clause must share before a place is left for another. */
const NAME_LENGTH = 4;

/** What a text calls something by: in quotation marks or title marks, and its headings. */
const CALLED = /[“"「『《〈](?<name>[^”"」』》〉]{2,40})[”"」』》〉]/g;

function calledIn({ clause }: Entry): string {
  const marked = [...clause.text.matchAll(CALLED)].map(([, name]) => name);
  return bare([clause.heading ?? '', ...clause.path, ...marked].join('\n'));
}

const bare = (text: string): string => fold(text).replace(/\s+/g, '');

/** Characters in a row of a question, with all that stands around them without a gap. */
interface Run {
  readonly text: string;
  readonly part: string;
  readonly at: number;
}

const runsOf = (part: string): readonly Run[] =>
  Array.from({ length: Math.max(0, part.length - NAME_LENGTH + 1) }, (_, at) => ({
    text: part.slice(at, at + NAME_LENGTH),
    part,
    at,
  }));

/** Runs of a question that stand in the clause, too. */
function sharedRuns(question: Question, { clause }: Entry): readonly Run[] {
  const text = bare(clause.text);
  return question.plain
    .split(' ')
    .flatMap(runsOf)
    .filter((run) => text.includes(run.text));
}

/** 「住房公积金」 is made of everyday words and stands in many texts; a name is quoted, or has a word of its own. */
function isName(
  { text, part, at }: Run,
  called: string,
  { words, frequency }: AnswerContext['segmenter'],
): boolean {
  if (called.includes(text)) return true;
  let start = 0;
  for (const word of words(part)) {
    const end = start + word.length;
    const isWithin = start < at + text.length && end > at;
    if (isWithin && (word.length === 1 || frequency(word) === 0)) return true;
    start = end;
  }
  return false;
}

/**
 * 「破零登高是什么计划」: the clauses of all regions for something that only another region's documents know
 * by name. An owner who names no region means the own one, so that the best clause must have the very name, and
 * no clause at home may.
 */
export function namedElsewhere(
  question: Question,
  atHome: readonly Candidate[],
  context: AnswerContext,
): { readonly found: readonly Candidate[]; readonly regions: readonly string[] } | null {
  if (atHome.some(({ entry }) => sharedRuns(question, entry).length > 0)) return null;
  const regions = [...knownRegions(context)];
  const found = retrieve(question, { ...context, regions });
  const best = found[0];
  if (!best) return null;
  const called = calledIn(best.entry);
  const names = sharedRuns(question, best.entry).filter((run) => isName(run, called, context.segmenter));
  if (names.length === 0) return null;
  return basisOf(question, best.entry, context.segmenter).lacksFact ? null : { found, regions };
}
