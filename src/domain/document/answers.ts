import { type Line, withText } from './line.ts';

/**
 * Questions that officials answer beforehand: a question and its answer on lines of their own are one paragraph,
 * so that the answer is found by the words of its question.
 */

interface Marks {
  readonly asks: RegExp;
  readonly answers: RegExp;
}

const COUNT = '\\s*[\\d一二三四五六七八九十]{0,3}\\s*';
const NUMBER = '(?:[(（]?[\\d一二三四五六七八九十]{1,3}[)）]?\\s*[.．、]?\\s*)?';

/** 「问：」 「1.问：」 「问题一：」 「Q1:」 「提问：」 and what answers each. */
const MARKS: readonly Marks[] = [
  {
    asks: new RegExp(`^${NUMBER}(?:[提疑]?问|问题)${COUNT}[:：.、]\\s*\\S`),
    answers: new RegExp(`^(?:[解回]?答|答[复案]|回复|解答)${COUNT}[:：.、]\\s*\\S`),
  },
  {
    asks: new RegExp(`^${NUMBER}[QＱ]${COUNT}[:：.、]\\s*\\S`, 'i'),
    answers: new RegExp(`^[AＡ]${COUNT}[:：.、]\\s*\\S`, 'i'),
  },
];

const answersOf = (text: string): RegExp | null => MARKS.find(({ asks }) => asks.test(text))?.answers ?? null;

/** Lines in which each answer stands behind its question; further paragraphs of an answer stay where they are. */
export function joinAnswers(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const asked = joined.at(-1);
    const isAnswer =
      asked && asked.cells === null && line.cells === null && answersOf(asked.text)?.test(line.text);
    if (isAnswer) joined[joined.length - 1] = withText(asked, `${asked.text} ${line.text}`);
    else joined.push(line);
  }
  return joined;
}
