import { fold } from '../hanzi/fold.ts';
import { DECIMAL_RANK, numberAt, type Numbered } from './numbering.ts';

/**
 * Outlines by decimals: 「1.1 目的」 「1.1.2适用范围」. A line alone cannot tell them from 「5.12防灾日」 and
 * 「1.5亿元」; its neighbours can, since an outline has a first member and misses none.
 */
const DECIMAL = /^(([1-9]\d?)((?:\.[1-9]\d?){1,3}))(?![\d.%‰]\d?)[、\s]*(?=[\u3400-\u9fff“《<(A-Za-z])/;
const QUANTITY =
  /^[\d.]+\s*(?:[亿万千百]?[元人个家户名项件套台辆亩吨米]|[亿万千百倍折度级版天日月年岁小时点个]|左右|以上|以下|公里|平方|公斤)/;
const LONGEST_NUMBER = 16;

/** The decimal number at a line's start, as far as the line alone can tell. */
function decimalAt(line: string): Numbered | null {
  const folded = fold(line.slice(0, LONGEST_NUMBER));
  const found = DECIMAL.exec(folded);
  if (!found || QUANTITY.test(folded)) return null;
  const parts = (found[1] as string).split('.');
  return {
    rank: DECIMAL_RANK + parts.length - 2,
    value: Number(parts.at(-1)),
    number: line.slice(0, (found[1] as string).length),
    stem: parts.slice(0, -1).join('.'),
    rest: line.slice(found[0].length),
  };
}

/** Reads the numbers of a document's lines, decimals only where they are an outline. */
export function numberReader(lines: readonly string[]): (line: string) => Numbered | null {
  const found = lines.flatMap((line) => decimalAt(line.trim()) ?? []);
  const last = new Map<string, number>();
  for (const { stem, value } of found) {
    const before = last.get(stem as string) ?? 0;
    if (value === before + 1) last.set(stem as string, value);
  }
  const isMember = ({ stem, value }: Numbered): boolean => {
    const members = last.get(stem as string) ?? 0;
    return members > 1 && value <= members;
  };
  return (line) => {
    const decimal = last.size === 0 ? null : decimalAt(line);
    return decimal && isMember(decimal) ? decimal : numberAt(line);
  };
}
