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
  return fold([clause.heading ?? '', ...clause.path, ...marked].join('\n')).replace(/[^\S\n]+/g, '');
}

/** The names in a question: runs of characters that stand in a row in the clause. */
function namesIn(question: Question, { clause }: Entry): readonly string[] {
  return runsIn(question, fold(clause.text).replace(/\s+/g, ''));
}

function runsIn(question: Question, text: string): readonly string[] {
  return question.plain
    .split(' ')
    .flatMap((part) =>
      Array.from({ length: Math.max(0, part.length - NAME_LENGTH + 1) }, (_, at) =>
        part.slice(at, at + NAME_LENGTH),
      ),
    )
    .filter((run) => text.includes(run));
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
  if (atHome.some(({ entry }) => namesIn(question, entry).length > 0)) return null;
  const regions = [...knownRegions(context)];
  const found = retrieve(question, { shelf: context.shelf, regions });
  const best = found[0];
  // 「住房公积金」 stands in many texts; what only one region has is called by a name there.
  if (!best || runsIn(question, calledIn(best.entry)).length === 0) return null;
  return basisOf(question, best.entry, context.segmenter).lacksFact ? null : { found, regions };
}
