import { fold } from '../hanzi/fold.ts';
import type { Concern } from './concerns.ts';
import type { Entry } from './types.ts';

/** A name that stands in a clause in other words, 「中小企业知识产权维权」 for 「知识产权维权援助」. */
const MOST_OF_NAME = 0.6;
const PART_WORTH = 0.5;
/** Shorter names have too few pairs of characters to be half said. */
const LONG_NAME = 4;

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

// Clauses are asked about often; forgotten with them.
const known = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const { headings, clause } = entry;
  const text = fold([...headings, clause.text].join('\n')).replace(/[\s\p{P}\p{S}]+/gu, '');
  known.set(entry, text);
  return text;
}

/** 0–1: whether a text says a name. */
function says(text: string, name: string): number {
  if (text.includes(name)) return 1;
  if (name.length < LONG_NAME) return 0;
  const pairs = pairsOf(name);
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  return share < MOST_OF_NAME ? 0 : share * PART_WORTH;
}

export interface Named {
  /** 0–1: how surely the clause speaks of what the question is concerned with. */
  readonly concern: number;
  /** 0–1: how far the clause names the likeliest concern. */
  readonly firstConcern: number;
}

/** How far a clause names the concerns of a question (likeliest first); a name that many clauses hold tells little. */
export function namesConcern(
  entry: Entry,
  concerns: readonly Concern[],
  idf: (term: string) => number,
): Named {
  const text = textOf(entry);
  const rarest = idf('\u3400\u3400');
  const named = concerns.map(({ terms }) =>
    Math.max(0, ...terms.map((term) => says(text, term) * Math.min(1, idf(term) / rarest))),
  );
  const most = concerns[0]?.sureness ?? 0;
  const shares = concerns.map(({ sureness }, at) => (sureness / most) ** 2 * (named[at] ?? 0));
  return { concern: Math.max(0, ...shares), firstConcern: named[0] ?? 0 };
}
