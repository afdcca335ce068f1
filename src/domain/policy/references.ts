import { datesIn, lastDayIn } from './dates.ts';
import { CITED_NUMBER, writeNumber } from './metadata/number.ts';
import { asWritten, plain, sentencesOf } from './plain.ts';
import type { LocalDate } from '../time.ts';

/** What a document says of an older one. */
export type Fate = 'repealed' | 'extended' | 'amended';

/** Another document that a clause names: by title, number or both. */
export interface Reference {
  readonly title: string | null;
  readonly documentNumber: string | null;
  /** Null where the document is only cited. */
  readonly fate: Fate | null;
  /** New last day of an extended document. */
  readonly validUntil: LocalDate | null;
  readonly snippet: string;
}

const TITLE =
  /《([^《》]{2,120})》(?:[(]?([\u4e00-\u9fa5]{0,16}[〔[(](?:19|20)\d{2}[〕\])](?:第)?\d{1,5}号)[)]?)?/g;
const FATES: readonly (readonly [Fate, RegExp])[] = [
  ['repealed', /^[^。;]{0,60}(?:同时|即行|自行|相应)?(?:废止|停止执行|不再执行|失效)/],
  ['extended', /^[^。;]{0,30}有效期[^。;]{0,10}(?:延长|延续|顺延|调整|展期)/],
  ['amended', /^[^。;]{0,30}(?:作出?如下修改|修改为|修订为|作相应修改)/],
];

function fateOf(behind: string): Fate | null {
  return FATES.find(([, pattern]) => pattern.test(behind))?.[0] ?? null;
}

function newEnd(behind: string): LocalDate | null {
  for (const token of datesIn(behind.slice(0, 80))) {
    const day = token.year === null ? null : lastDayIn(token, token.year);
    if (day) return day;
  }
  return null;
}

/** Documents named in a text, each once, with what becomes of them (同时废止, 有效期延长至…). */
export function referencesIn(text: string): readonly Reference[] {
  const of = plain(text);
  const found: Reference[] = [];
  for (const { start, end } of sentencesOf(of.text)) {
    const sentence = of.text.slice(start, end);
    if (!/[《号]/.test(sentence)) continue;
    const add = (title: string | null, number: string | null, behind: string): void => {
      if (found.some((one) => one.title === title && one.documentNumber === number)) return;
      const fate = fateOf(behind);
      found.push({
        title,
        documentNumber: number,
        fate,
        validUntil: fate === 'extended' ? newEnd(behind) : null,
        snippet: asWritten(of, { start, end }),
      });
    };
    const titled: number[] = [];
    for (const match of sentence.matchAll(TITLE)) {
      const behind = sentence.slice(match.index + match[0].length);
      add(match[1] as string, numberOf(match[2] ?? ''), behind);
      titled.push(match.index, match.index + match[0].length);
    }
    for (const match of sentence.matchAll(CITED_NUMBER)) {
      const inside = titled.some(
        (place, index) =>
          index % 2 === 0 && match.index >= place && match.index < (titled[index + 1] as number),
      );
      if (!inside) add(null, numberOf(match[0]), sentence.slice(match.index + match[0].length));
    }
  }
  return found;
}

const LEAD =
  /^.*(?:根据|依据|按照|依照|关于|落实|以|见|和|及|的|由|将|原|对|自)(?=[\u4e00-\u9fa5]{2,}〔|[\u4e00-\u9fa5]{2,}\[|[\u4e00-\u9fa5]{2,}[(])/;

function numberOf(text: string): string | null {
  const match = new RegExp(CITED_NUMBER.source).exec(text);
  const g = match?.groups;
  if (!g) return null;
  const prefix = (g['prefix'] as string).replace(new RegExp(LEAD.source.replace(/\(\?=.*$/, '')), '');
  return writeNumber(prefix, g['year'] as string, g['count'] as string);
}
