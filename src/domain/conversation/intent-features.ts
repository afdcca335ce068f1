import { ASKING_SIGNS, type IntentSign, OTHER_SIGNS, TELLING_SIGNS } from './intent-signs.ts';
import { inPlainWords, withoutRhetoric } from './plain-words.ts';

/** What a message shows, by code: 1 for a sign, an amount for a length. */
export type IntentFeatures = ReadonlyMap<string, number>;

/** Signs of a trouble, and of a wish to know; that of both there is some tells more than which. */
const TROUBLES: ReadonlySet<string> = new Set([
  'unpaid',
  'stuck',
  'passed-on',
  'tried',
  'suffered',
  'loss',
  'they-did',
  'short-of',
  'demand-raised',
  'suddenly',
  'plea',
  'feeling',
  'send-someone',
]);
const QUESTIONS: ReadonlySet<string> = new Set(ASKING_SIGNS.map(({ code }) => code));

const MOST_COUNTED = 4;
const MOST_LETTERS = 80;
const MOST_CLAUSES = 8;
const FEW_LETTERS = 5;

const shown = (signs: readonly IntentSign[], text: string): string[] =>
  signs.filter(({ pattern }) => pattern.test(text)).map(({ code }) => code);

const count = (codes: readonly string[], among: ReadonlySet<string>): number =>
  codes.filter((code) => among.has(code)).length;

function balance(codes: readonly string[]): readonly string[] {
  const troubles = count(codes, TROUBLES);
  const questions = count(codes, QUESTIONS);
  if (questions > 0) return troubles > 1 ? ['told-and-asked'] : troubles === 0 ? ['asked'] : [];
  if (troubles > 0) return ['told'];
  return codes.includes('programme') ? ['neither', 'named'] : ['neither'];
}

/** Reads the features of a folded text. */
export function intentFeatures(folded: string): IntentFeatures {
  const text = inPlainWords(folded);
  const codes = [
    ...shown(TELLING_SIGNS, text),
    ...shown(OTHER_SIGNS, text),
    ...shown(ASKING_SIGNS, withoutRhetoric(text)),
  ];
  const letters = text.replace(/[\p{P}\p{S}\s]+/gu, '').length;
  const clauses = text.split(/[,，。;!?\s]+/).filter((clause) => clause !== '').length;
  return new Map([
    ['bias', 1],
    ...[...codes, ...balance(codes), ...(letters < FEW_LETTERS ? ['tiny'] : [])].map(
      (code): [string, number] => [code, 1],
    ),
    ['troubles', Math.min(count(codes, TROUBLES), MOST_COUNTED) / MOST_COUNTED],
    ['questions', Math.min(count(codes, QUESTIONS), MOST_COUNTED) / MOST_COUNTED],
    ['length', Math.min(letters, MOST_LETTERS) / MOST_LETTERS],
    ['clauses', Math.min(clauses, MOST_CLAUSES) / MOST_CLAUSES],
  ]);
}
