import type { Basis } from './basis.ts';

/**
 * How likely a clause is basis for an answer, 0–1: a logistic model over what the clause shares with the
 * question, learned on some 480 questions, a third of them without an answer in the library. Rising in what
 * is found; falling where the topic belongs to another desk or the clause lacks what is asked for.
 */
const WEIGHTS = {
  constant: -1.58,
  coverage: 2.33,
  /** Sum of the rarity of the words found, up to 3, as a share of 3. */
  found: 3.02,
  sayings: 1.61,
  foreign: -3.66,
  lacksFact: -3.49,
  asks: 0.38,
  procedure: -1.98,
} as const;

const MOST_FOUND = 3;

export interface Signs {
  readonly basis: Basis;
  /** The question names a topic of another desk. */
  readonly foreign: boolean;
  /** It asks for something that is known. */
  readonly asks: boolean;
  /** It asks how to go about something or under what conditions: policies seldom say. */
  readonly procedure: boolean;
}

export function confidenceOf({ basis, foreign, asks, procedure }: Signs): number {
  const sum =
    WEIGHTS.constant +
    WEIGHTS.coverage * basis.coverage +
    WEIGHTS.found * (Math.min(basis.found, MOST_FOUND) / MOST_FOUND) +
    WEIGHTS.sayings * basis.sayings +
    (foreign ? WEIGHTS.foreign : 0) +
    (basis.lacksFact ? WEIGHTS.lacksFact : 0) +
    (asks ? WEIGHTS.asks : 0) +
    (procedure ? WEIGHTS.procedure : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** From here on a clause is quoted; below, the bot declines. */
export const ANSWERS_FROM = 0.5;
