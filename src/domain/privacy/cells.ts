import type { Cell } from './types.ts';

const BLANK = /\s/;
const HIGH = /[\ud800-\udbff]/;

/** Every character from `from` to `to` but white space as a cell; a pair of surrogates is one. */
export function cellsWithin(text: string, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = from; at < to; ) {
    const size = HIGH.test(text.charAt(at)) && at + 1 < to ? 2 : 1;
    if (!BLANK.test(text.charAt(at))) cells.push({ from: at, to: at + size });
    at += size;
  }
  return cells;
}
