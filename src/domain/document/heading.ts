import { fold } from '../hanzi/fold.ts';

/** A heading and its text on one line: 「激发市场主体活力。大力培育…」. */
const LONGEST_HEADING = 40;
const LONGEST_LABEL = 16;
const ENDS_SENTENCE = /[。；;！？!?:：，,]\s*$/;

/** The heading that begins the text behind a number, null where the text has none. */
export function headingOf(rest: string): string | null {
  const text = rest.trim();
  if (text === '') return null;
  if (isBareHeading(text)) return text;
  const stop = text.indexOf('。');
  const first = stop > 0 ? text.slice(0, stop) : '';
  const label = /^([^，。；：:,;]{2,16})[：:]\s*\S/.exec(text)?.[1];
  if (label && label.length <= LONGEST_LABEL && balanced(label)) return label;
  return first && first.length <= LONGEST_HEADING && stop < text.length - 1 && balanced(first) ? first : null;
}

/** True for a line that is nothing but a heading: short, no sentence. */
export function isBareHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING + 10 && !ENDS_SENTENCE.test(text) && !text.includes('。') && balanced(text)
  );
}

function balanced(text: string): boolean {
  const folded = fold(text);
  return (
    count(folded, '(') === count(folded, ')') &&
    count(text, '“') === count(text, '”') &&
    count(text, '《') === count(text, '》')
  );
}

const count = (text: string, character: string): number => text.split(character).length - 1;

const LONGEST_IN_PATH = 40;

/** How a clause is named in the path of those below it: number and heading, or the start of its text. */
export function pathName(number: string, rest: string): string {
  const heading = headingOf(rest) ?? rest;
  const name = `${number}${heading}`;
  return name.length <= LONGEST_IN_PATH + number.length
    ? name
    : `${name.slice(0, LONGEST_IN_PATH + number.length)}…`;
}
