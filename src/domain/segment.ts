/**
 * Cuts Chinese text into words. Handed in from outside, since the real one is native and costly:
 * `search` also lists the shorter words within long ones; `has` tells whether a word is in the dictionary;
 * `frequency` is how often it is used in a million words of general Chinese, 0 where it is rare or unknown.
 */
export interface Segmenter {
  readonly words: (text: string) => readonly string[];
  readonly search: (text: string) => readonly string[];
  readonly has: (word: string) => boolean;
  readonly frequency: (word: string) => number;
}
