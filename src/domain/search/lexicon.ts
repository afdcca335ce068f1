import type { Alternative, Sounds } from './sounds.ts';

/** What the ranking asks of the index as a whole, all shards together, dead passages left out. */
export interface Lexicon {
  /** How many passages hold a key. */
  readonly passagesWith: (key: number) => number;
  /** The same of many keys, those that are no keys (negative) in none; the next call overwrites the answer. */
  readonly passagesWithEach: (keys: readonly number[]) => Uint32Array;
  /** How many passages hold a character. */
  readonly passagesWithUnit: (unit: number) => number;
  /** ln(1 + (N - n + ½) / (n + ½)). */
  readonly idfOf: (passages: number) => number;
  /** What occurs in no more passages than this may be a slip of writing. */
  readonly hardly: () => number;
  /** Keys under which passages with this character are found. */
  readonly pairsWith: (unit: number) => readonly Alternative[];
  readonly sounds: () => Sounds;
  /** Words that the initials can stand for, each as its pairs. */
  readonly spelledBy: (initials: string) => readonly (readonly Alternative[])[];
}
