import type { Basis } from './basis.ts';

/**
 * How likely a clause is basis for an answer, 0–1: a logistic model over what the clause shares with the
 * question, learned on some 1,300 questions, a fifth of them without an answer in the library. Rising in what
 * is found; falling where the topic belongs to another desk, the clause lacks what is asked for, or what the
 * question is concerned with has a name that the clause does not say, or none of the library's.
 */
const WEIGHTS = {
  constant: -1.81,
  coverage: 2.33,
  /** Sum of the rarity of the words found, up to 3, as a share of 3. */
  found: 1.94,
  sayings: 1.2,
  foreign: -3.6,
  lacksFact: -2.61,
  asks: 0.4,
  procedure: -0.67,
  words: 2.14,
  unnamed: -4.96,
  unnamedAnywhere: -5.59,
  /** Who says much says much that is in no document: up to 40 characters, as a share of 40. */
  length: 1.77,
} as const;

const MOST_FOUND = 3;
const LONGEST = 40;

export interface Signs {
  readonly basis: Basis;
  /** The question names a topic of another desk. */
  readonly foreign: boolean;
  /** It asks for something that is known. */
  readonly asks: boolean;
  /** It asks how to go about something or under what conditions: policies seldom say. */
  readonly procedure: boolean;
  /** 0–1: how much of the question's words the clause holds, the rarer the more (`Candidate.words`). */
  readonly words: number;
  /** How sure (0–1) the question's likeliest concern is that this clause, or any that was found, leaves unnamed. */
  readonly unnamed: number;
  readonly unnamedAnywhere: number;
  /** Characters of the question. */
  readonly length: number;
}

export function confidenceOf(signs: Signs): number {
  const { basis, foreign, asks, procedure, words, unnamed, unnamedAnywhere, length } = signs;
  const sum =
    WEIGHTS.constant +
    WEIGHTS.coverage * basis.coverage +
    WEIGHTS.found * (Math.min(basis.found, MOST_FOUND) / MOST_FOUND) +
    WEIGHTS.sayings * basis.sayings +
    (foreign ? WEIGHTS.foreign : 0) +
    (basis.lacksFact ? WEIGHTS.lacksFact : 0) +
    (asks ? WEIGHTS.asks : 0) +
    (procedure ? WEIGHTS.procedure : 0) +
    WEIGHTS.words * words +
    WEIGHTS.unnamed * unnamed +
    WEIGHTS.unnamedAnywhere * unnamedAnywhere +
    WEIGHTS.length * (Math.min(length, LONGEST) / LONGEST);
  return 1 / (1 + Math.exp(-sum));
}

/** From here on a clause is quoted; below, the bot declines. */
export const ANSWERS_FROM = 0.45;
