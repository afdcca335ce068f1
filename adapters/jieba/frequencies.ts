import { readFileSync } from 'node:fs';

/** Rarer words are not told apart: what is left are some 36,000 words. */
const LEAST = 100;
/** Sum of all frequencies of jieba's dictionary. */
const TOTAL = 60_101_967;

/**
 * How often words are used in general Chinese, from jieba's own dictionary (`word frequency tag` a line).
 * Read at the first question, 40 ms.
 */
export function createFrequencies(dictionary: string): (word: string) => number {
  let table: Map<string, number> | null = null;
  const read = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
      const gap = line.indexOf(' ');
      const count = Number.parseInt(line.slice(gap + 1), 10);
      if (count >= LEAST) found.set(line.slice(0, gap), (count / TOTAL) * 1e6);
    }
    return found;
  };
  return (word) => (table ??= read()).get(word) ?? 0;
}
