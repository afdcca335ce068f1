import type { Line } from './lines.ts';

/** 「— 3 —」「第 3 页 共 9 页」「3/9」 */
const PAGE_NUMBER = /^[-—–－·\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/,，、]?\s*共?\s*\d{1,4}\s*页?)?)[-—–－·\s]*$/;
const OUTERMOST = 2;

/** Page numbers, and lines that stand at the edge of most pages, are no part of the text. */
export function furnitureOf(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.map((lines) => [
    ...new Set([...lines.slice(0, OUTERMOST), ...lines.slice(-OUTERMOST)]),
  ]);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(2, pages.length / 2);
  const seen = new Set<string>();
  const repeated = edges.flat().filter((line) => {
    const key = keyOf(line);
    // The head of a table stands again on every page: the first one is its head.
    const isFirstHead = line.text.includes('\t') && !seen.has(key);
    seen.add(key);
    return (counts.get(key) ?? 0) >= needed && !isFirstHead;
  });
  const numbers = pages.flatMap((lines) =>
    [lines[0], lines.at(-1)].filter((line) => line !== undefined && isPageNumber(line, lines)),
  );
  return new Set([...repeated, ...numbers].filter((line) => line !== undefined));
}

/** The same words, numbers apart, at the same height. */
const keyOf = (line: Line): string =>
  `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#').replace(/\s/g, '')}`;

/** A lone number that is the whole page is its text. */
function isPageNumber(line: Line, lines: readonly Line[]): boolean {
  return lines.length > 1 && PAGE_NUMBER.test(line.text);
}
