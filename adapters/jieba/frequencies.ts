import { readFileSync } from 'node:fs';

/** Rarer words are not told apart: what is left are some 36,000 words. */
const LEAST = 100;
/** Sum of all frequencies of jieba's dictionary. */
const TOTAL = 60_101_967;

const [NEWLINE, SPACE] = [0x0a, 0x20];

/** Its words are cut out of the bytes one by one: pieces of one long text would keep all of it in memory. */
function readTable(dictionary: string): ReadonlyMap<string, number> {
  const bytes = readFileSync(dictionary);
  const found = new Map<string, number>();
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const gap = bytes.indexOf(SPACE, start);
    if (gap >= 0 && gap < end) {
      const count = Number.parseInt(bytes.toString('latin1', gap + 1, end), 10);
      if (count >= LEAST) found.set(bytes.toString('utf8', start, gap), (count / TOTAL) * 1e6);
    }
    start = end + 1;
  }
  return found;
}

/**
 * How often words are used in general Chinese, from jieba's own dictionary (`word frequency tag` a line).
 * Read at the first question, 40 ms.
 */
export function createFrequencies(dictionary: string): (word: string) => number {
  let table: ReadonlyMap<string, number> | null = null;
  return (word) => (table ??= readTable(dictionary)).get(word) ?? 0;
}
