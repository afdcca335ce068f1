import { toAlphabet, toRoman } from '../numerals.ts';
import type { Element } from './tree.ts';

/** 「1.」「（一）」「第五条」 at the start: the author has written the number. */
const OWN_NUMBER =
  /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百零\d]{1,5}[章节条])/;
const NO_NUMBERS = /list-style(?:-type)?\s*:[^;]*none/i;
/** Breadcrumbs, pagers and slides are lists of no document. */
const SITE_LIST = /crumb|nav|pag|slide|carousel|tab|menu/i;

const STYLES: Readonly<Record<string, (value: number) => string>> = {
  a: (value) => toAlphabet(value).toLowerCase(),
  A: toAlphabet,
  i: (value) => toRoman(value).toLowerCase(),
  I: toRoman,
};

/** Gives item after item of an `<ol>` its number (「3.」), null where it has none or writes its own. */
export function listNumber({ attributes }: Element): (item: Element, text: string) => string | null {
  const silent = NO_NUMBERS.test(attributes['style'] ?? '') || SITE_LIST.test(attributes['class'] ?? '');
  const style = STYLES[attributes['type'] ?? ''] ?? String;
  let next = integer(attributes['start']) ?? 1;
  return (item, text) => {
    const value = integer(item.attributes['value']) ?? next;
    next = value + 1;
    if (silent || text.trim() === '' || OWN_NUMBER.test(text)) return null;
    return `${style(value)}.`;
  };
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null;
}
