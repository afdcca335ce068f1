const SHORTEST_RUN = 3;
const SHORTEST_TEXT = 200;

/** Lines that repeat an earlier part of the document in the same order: a page's hidden second copy. */
export function duplicateLines(lines: readonly string[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const copies = new Set<number>();
  let run: number[] = [];
  let expected = -1;
  const endRun = (): void => {
    const length = run.reduce((sum, at) => sum + (lines[at] as string).length, 0);
    if (run.length >= SHORTEST_RUN && length >= SHORTEST_TEXT) for (const at of run) copies.add(at);
    run = [];
  };
  const filled = lines.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
  for (const [order, { text, at }] of filled.entries()) {
    const before = first.get(text);
    if (before === undefined) first.set(text, order);
    if (before === undefined || (run.length > 0 && before !== expected)) endRun();
    if (before !== undefined) run.push(at);
    expected = (before ?? -2) + 1;
  }
  endRun();
  return copies;
}
