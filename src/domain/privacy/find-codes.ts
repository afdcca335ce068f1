import { digitValues, NONE } from './characters.ts';
import { creditCode } from './credit-codes.ts';
import type { Page } from './number-window.ts';
import { mayBePlate, plate } from './plates.ts';
import { type Code, signAt } from './read-code.ts';
import { travelDocument } from './travel-documents.ts';
import type { Finding, SecretKind } from './types.ts';

/** Codes of letters and digits: social credit codes, passports and permits, licence plates. */

/** A sign that no other stands before; 「统一91…」 begins at the Arabic digit. */
function isWordStart(text: string, at: number): boolean {
  if (at === 0 || signAt(text, at - 1) === null) return true;
  return !/[a-z0-9]/.test(text.charAt(at - 1)) && /[a-z0-9]/.test(text.charAt(at));
}

const FEWEST_DIGITS = 4;
const AHEAD = 18;

/** Cheap to ask: are there digits enough in what follows? */
function hasDigitsAhead(text: string, at: number): boolean {
  let digits = 0;
  for (let next = at; next < at + AHEAD && digits < FEWEST_DIGITS; next += 1) {
    if ((digitValues()[text.charCodeAt(next)] ?? NONE) !== NONE) digits += 1;
  }
  return digits >= FEWEST_DIGITS;
}

type CodeRule = readonly [kind: SecretKind, read: (page: Page, at: number) => Code | null];
const WORD_RULES: readonly CodeRule[] = [
  ['credit-code', creditCode],
  ['travel-document', travelDocument],
];
const NO_RULES: readonly CodeRule[] = [];
const PLATE_RULES: readonly CodeRule[] = [['plate', plate]];

/** Every code of a folded text. A code has 19 signs at most, so the work is linear. */
export function findCodes(page: Page): readonly Finding[] {
  const findings: Finding[] = [];
  const { text } = page;
  for (let at = 0; at < text.length; at += 1) {
    const rules = rulesAt(text, at);
    for (const [kind, read] of rules) {
      const code = read(page, at);
      if (code === null) continue;
      findings.push({ kind, cells: code.places.map((place) => ({ from: place, to: place + 1 })) });
      at = code.places.at(-1) ?? at;
      break;
    }
  }
  return findings;
}

function rulesAt(text: string, at: number): readonly CodeRule[] {
  if (mayBePlate(text, at)) return PLATE_RULES;
  const isStart = signAt(text, at) !== null && isWordStart(text, at) && hasDigitsAhead(text, at);
  return isStart ? WORD_RULES : NO_RULES;
}
