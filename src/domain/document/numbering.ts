import { fold } from '../hanzi/fold.ts';
import { parseNumeral } from '../hanzi/numerals.ts';

/** The numbers that Chinese documents put before headings and items, from the outermost inwards. */
export interface Numbered {
  /** Depth of the style: a smaller one stands above a larger one. */
  readonly rank: number;
  readonly value: number;
  /** As written, without a mark before it: 「（一）」 「3.」 「第五条」. */
  readonly number: string;
  /** The part of a decimal above its last: 「1.2」 of 「1.2.3」; null for all other styles. */
  readonly stem: string | null;
  /** What follows the number. */
  readonly rest: string;
}

interface Style {
  readonly rank: number;
  /** Tried on the folded text; group 1 is the number, group 2 its value. */
  readonly pattern: RegExp;
}

const CHINESE = '[〇零○一二三四五六七八九十百]';

const STYLES: readonly Style[] = [
  /** 「第一编」 「第二部分」 */
  { rank: 1, pattern: new RegExp(`^(第\\s*(${CHINESE}{1,4}|\\d{1,2})\\s*(?:编|部分))(?=[\\s::]|[^的\\s])`) },
  { rank: 2, pattern: /^(第\s*([〇零一二三四五六七八九十百\d][〇零一二三四五六七八九十百\d\s]{0,8})章)/ },
  { rank: 3, pattern: /^(第\s*([〇零一二三四五六七八九十百\d][〇零一二三四五六七八九十百\d\s]{0,8})节)/ },
  /** 「第 1 0 条」; 「第五条规定的…」 goes on and is none. */
  {
    rank: 4,
    pattern:
      /^(第\s*([〇零一二三四五六七八九十百\d][〇零一二三四五六七八九十百\d\s]{0,8})条)(?!规定|第|款|例)/,
  },
  /** 「一、」; 「一、二、三产业」 is none. */
  { rank: 5, pattern: new RegExp(`^((${CHINESE}{1,4})\\s*[、．.])(?!\\s*${CHINESE}{1,2}\\s*[、,产级等])`) },
  /** 「（一）」, 「一）」 */
  { rank: 6, pattern: new RegExp(`^([(\\[]?\\s*(${CHINESE}{1,4})\\s*\\))[、.]?`) },
  /** 「1.」 「1、」 「1．2023年底前」; 「0.5」 and 「10.23」 are none. */
  { rank: 7, pattern: /^(([1-9]\d{0,2})\s*[.、．])(?!\d|\s*\d{1,2}\s*[月日.])/ },
  { rank: 7, pattern: /^(([1-9]\d{0,2})\s*[.、．])(?=(?:19|20)\d\d(?!\d))(?!\d{4}\s*[.,、])/ },
  /** 「（1）」; 「(2023)」 is none. */
  { rank: 11, pattern: /^(\(\s*(\d{1,3})\s*\))/ },
  { rank: 12, pattern: /^((\d{1,3})\s*\))/ },
];

const CIRCLED = /^([①-⑳])/;
const FIRST_CIRCLED = 0x2460;
const CIRCLED_RANK = 13;
/** 「1.1」; each further decimal stands one deeper, below 「1.」 and above 「(1)」. */
export const DECIMAL_RANK = 8;
/** Stars and bullets before a number: 「★（四）」. */
const MARK = /^[\s★☆●■▲◆*※]{0,4}/;
const LONGEST_NUMBER = 24;

/** The number at the start of a line, or null. */
export function numberAt(line: string): Numbered | null {
  const bare = line.replace(MARK, '');
  const circled = CIRCLED.exec(bare)?.[1];
  if (circled) {
    return {
      rank: CIRCLED_RANK,
      value: circled.charCodeAt(0) - FIRST_CIRCLED + 1,
      number: circled,
      stem: null,
      rest: bare.slice(1),
    };
  }
  const folded = fold(bare.slice(0, LONGEST_NUMBER));
  for (const { rank, pattern } of STYLES) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const value = parseNumeral((found[2] as string).replace(/\s/g, ''));
    if (value === null) continue;
    // Folding keeps the length, so what was found is cut from the text as written.
    return {
      rank,
      value,
      number: bare.slice(0, (found[1] as string).length),
      stem: null,
      rest: bare.slice(found[0].length).trimStart(),
    };
  }
  return null;
}

export const ARTICLE_RANK = 4;
export const CHAPTER_RANKS: ReadonlySet<number> = new Set([1, 2]);
