import { fold } from '../hanzi/fold.ts';
import { pairsOf } from '../hanzi/pairs.ts';
import type { Concern } from './concerns.ts';
import type { Entry } from './types.ts';

/** A name that stands in a clause in other words, 「中小企业知识产权维权」 for 「知识产权维权援助」. */
const MOST_OF_NAME = 0.6;
const PART_WORTH = 0.5;
/** Shorter names have too few pairs of characters to be half said. */
const LONG_NAME = 4;

const bare = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]+/gu, '');

// Clauses are asked about often; forgotten with them.
const known = new WeakMap<Entry, Said>();

interface Said {
  readonly own: string;
  /** With the title: in a notice every clause is about what that names. */
  readonly around: string;
}

function saidBy(entry: Entry): Said {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const { headings, clause, policy } = entry;
  const own = [...headings, clause.text].map(bare).join('\n');
  const said = { own, around: `${bare(policy.title ?? '')}\n${own}` };
  known.set(entry, said);
  return said;
}

type Idf = (term: string) => number;

interface Name {
  readonly name: string;
  readonly pairs: readonly string[];
  /** 0–1: a name that many clauses hold tells little. */
  readonly worth: number;
}

// One question's concerns are looked for in many clauses.
const looked = new WeakMap<Concern, { readonly idf: Idf; readonly names: readonly Name[] }>();

function namesOf(concern: Concern, idf: Idf): readonly Name[] {
  const before = looked.get(concern);
  if (before?.idf === idf) return before.names;
  const rarest = idf('\u3400\u3400');
  const names = concern.terms.map((name) => ({
    name,
    pairs: name.length < LONG_NAME ? [] : pairsOf(name),
    worth: Math.min(1, idf(name) / rarest),
  }));
  looked.set(concern, { idf, names });
  return names;
}

/** 0–1: whether a text says a name. */
function says(text: string, { name, pairs }: Name): number {
  if (text.includes(name)) return 1;
  if (pairs.length === 0) return 0;
  // Most clauses lack most names: who has missed too many pairs is not looked at to the end.
  let mayMiss = Math.floor(pairs.length * (1 - MOST_OF_NAME) + 1e-9);
  let said = 0;
  for (const pair of pairs) {
    if (text.includes(pair)) said += 1;
    else if (mayMiss === 0) return 0;
    else mayMiss -= 1;
  }
  return (said / pairs.length) * PART_WORTH;
}

/** From here on a concern counts whole; below, a question says too little for any to be sure. */
const SURE = 0.16;

export interface Named {
  /** 0–1: how surely the clause speaks of what the question is concerned with. */
  readonly concern: number;
  /** 0–1: how far the clause names the likeliest concern. */
  readonly firstConcern: number;
}

/** How far a clause names the concerns of a question (likeliest first); a name that many clauses hold tells little. */
export function namesConcern(entry: Entry, concerns: readonly Concern[], idf: Idf): Named {
  const { own, around } = saidBy(entry);
  const [first] = concerns;
  const named = concerns.map((concern) =>
    Math.max(0, ...namesOf(concern, idf).map((name) => says(own, name) * name.worth)),
  );
  const most = first?.sureness ?? 0;
  const shares = concerns.map(
    ({ sureness }, at) => (sureness / most) ** 2 * Math.min(1, sureness / SURE) * (named[at] ?? 0),
  );
  // That many hold the name is no doubt.
  const firstConcern =
    first === undefined ? 0 : Math.max(0, ...namesOf(first, idf).map((name) => says(around, name)));
  return { concern: Math.max(0, ...shares), firstConcern };
}
