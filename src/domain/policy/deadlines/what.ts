import { asWritten, type Plain, type Sentence } from '../plain.ts';
import type { Span } from './spans.ts';

const LONGEST = 60;
const LINKS = /(?:请|请各|,|、|:|为|是|于|在|自|从|至|到|截至|截止到?|最迟|最晚|务必|不迟于|[(])+$/;
const TAIL = /^(?:(?:\([^()]{0,12}\))?(?:之前|以前|前|止|截止|为止|起|期间|内|下班前)|[,、:)])+/;

/** The last part of a sentence before a date, without the words that only lead to it. */
function lead(text: string): string {
  const trimmed = text.replace(LINKS, '');
  const cut = Math.max(trimmed.lastIndexOf(','), trimmed.lastIndexOf(')'), trimmed.lastIndexOf('\t'));
  return trimmed.slice(cut + 1).replace(LINKS, '');
}

/** 「…截止时间为6月5日,纸质材料于6月9日前送达」: the part behind the comma has a day of its own. */
function ownPart(behind: string): string {
  const comma = behind.search(/,[^,]{0,40}\d{1,2}月/);
  return comma > 0 || behind.startsWith(',') ? behind.slice(0, Math.max(0, comma)) : behind;
}

/**
 * What is due and by whom, in the text's words: 「请各区」+「将申报材料报送我局」 around the date;
 * the innermost heading where the sentence has nothing but the date.
 */
export function dutyAround({
  of,
  sentence,
  span,
  heading,
}: {
  readonly of: Plain;
  readonly sentence: Sentence;
  readonly span: Span;
  readonly heading: string;
}): string {
  const before = lead(of.text.slice(sentence.start, span.start));
  const start =
    span.start -
    (of.text.slice(sentence.start, span.start).length -
      of.text.slice(sentence.start, span.start).lastIndexOf(before));
  const head = before === '' ? '' : asWritten(of, { start, end: start + before.length });
  const behind = ownPart(of.text.slice(span.end, sentence.end));
  const from = span.end + (TAIL.exec(behind)?.[0].length ?? 0);
  const tail = asWritten(of, { start: from, end: Math.min(span.end + behind.length, from + LONGEST) });
  const what = `${head}${tail}`.replace(/\s+/g, '');
  return what.length < 3 ? `${heading.replace(/^.*\n/s, '')}${what}` : what;
}
