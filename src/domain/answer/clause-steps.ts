/** How people name a clause of a document: 「第三条第二款」「二、(一)3」「第24项」「2.1.3」. */
import { parseNumeral } from '../hanzi/numerals.ts';

export type StepUnit = 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item';

/** One step down to a clause; the unit is null where only a number stands. */
export interface ClauseStep {
  readonly number: number;
  readonly unit: StepUnit | null;
}

/** What names a clause, and the words around it. */
export interface NamedClause {
  readonly steps: readonly ClauseStep[];
  /** As it was written; empty where no clause is named. */
  readonly written: string;
  readonly rest: string;
}

const UNITS: Readonly<Record<string, StepUnit>> = {
  部分: 'part',
  大点: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
  点: 'item',
  小点: 'item',
  目: 'item',
};

const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})';
const ORDINAL = `第\\s*${NUMERAL}\\s*(?:部分|大点|小点|[章节条款项点目])`;
/** 「二、」「（一）」「3.」, one behind the other; the last may stand without its sign. */
const SIGNED = `(?:[一二三四五六七八九十]{1,3}\\s*[、.]|\\(\\s*${NUMERAL}\\s*\\)|\\d{1,3}\\s*[、.](?!\\d))`;
const DECIMAL = '\\d{1,3}(?:\\.\\d{1,3}){1,4}';

const NAMED = new RegExp(
  `(?:(?:${ORDINAL}|${SIGNED})\\s*)+(?:(?<=[)、.]\\s*)\\d{1,3}(?![\\d年月日号]))?|(?<![\\d.])${DECIMAL}(?![\\d.年月日万亿元%])`,
);
const ONE = new RegExp(`(${NUMERAL})\\s*(部分|大点|小点|[章节条款项点目])?`, 'g');

const stepOf = ([, number, unit]: RegExpMatchArray): ClauseStep => ({
  number: parseNumeral(String(number)) ?? Number.NaN,
  unit: UNITS[String(unit)] ?? null,
});

/** The clause that words name, wherever it stands among them; the last one where there are several. */
export function readClauseSteps(words: string): NamedClause {
  const text = words
    .normalize('NFKC')
    .replace(/[〔[【]/g, '〔')
    .replace(/[〕\]】]/g, '〕');
  const all = [...text.matchAll(new RegExp(NAMED.source, 'g'))];
  const last = all.at(-1);
  if (last === undefined) return { steps: [], written: '', rest: text.trim() };
  const [written] = last;
  const rest = `${text.slice(0, last.index)} ${text.slice(last.index + written.length)}`;
  return { steps: [...written.matchAll(ONE)].map(stepOf), written: written.trim(), rest: rest.trim() };
}
