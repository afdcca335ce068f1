import { fold } from '../hanzi/fold.ts';
import { findAddresses } from './find-addresses.ts';
import { findCodes } from './find-codes.ts';
import { findHandles } from './find-handles.ts';
import { findMails } from './find-mails.ts';
import { findNumbers } from './find-numbers.ts';
import { findLabels } from './labels.ts';
import type { Page } from './number-window.ts';
import { readHomophones } from './homophones.ts';
import { readDigits } from './read-digits.ts';
import type { Cell, Finding, Secret } from './types.ts';

/** How many signs stay visible at either end. */
interface Visible {
  readonly head: number;
  readonly tail: number;
}

/** At most the first three and the last four; less where little would be hidden. */
function visibleOf({ kind, cells }: Finding): Visible {
  const count = cells.length;
  switch (kind) {
    case 'address':
      return { head: count > 12 ? 3 : 0, tail: 0 };
    case 'mail':
      return { head: count > 12 ? 1 : 0, tail: count > 12 ? 4 : 0 };
    case 'plate':
      return { head: 2, tail: 1 };
    case 'wechat':
    case 'qq':
      return count < 11 ? { head: 1, tail: 1 } : { head: 2, tail: 2 };
    case 'landline':
      return count > 12 ? { head: 3, tail: 0 } : byLength(count);
    case 'mobile':
    case 'bank-account':
    case 'identity-card':
    case 'credit-code':
    case 'travel-document':
      return byLength(count);
  }
}

const byLength = (count: number): Visible =>
  count >= 11 ? { head: 3, tail: 4 } : count >= 9 ? { head: 2, tail: 2 } : { head: 0, tail: 3 };

/** Kinds by how sure their rule is: where two overlap, the earlier one says what it is; both are masked. */
const FINDERS: readonly ((page: Page) => readonly Finding[])[] = [
  findMails,
  findCodes,
  findNumbers,
  findHandles,
  findAddresses,
];

function findAll(text: string): readonly Finding[] {
  const folded = readHomophones(fold(text));
  const page = { text: folded, digits: readDigits(folded, text), labels: findLabels(folded) };
  return FINDERS.flatMap((find) => find(page)).filter(({ cells }) => cells.length > 0);
}

/** What is masked in a text, in the order of the text; places are UTF-16 units of the text as it came. */
export const findSecrets = (text: string): readonly Secret[] =>
  findAll(text)
    .map(({ kind, cells }) => ({ kind, from: (cells[0] as Cell).from, to: (cells.at(-1) as Cell).to }))
    .toSorted((a, b) => a.from - b.from);

/** A mask may lay bare another number beside it; that many rounds are enough for any text that was met. */
const MOST_ROUNDS = 6;

/**
 * The text with the middle of every secret in stars, one a UTF-16 unit: length and everything else stay, byte for byte.
 * Masking twice changes nothing.
 */
export function maskSecrets(text: string): string {
  let masked = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = maskOnce(masked);
    if (next === masked) break;
    masked = next;
  }
  return masked;
}

function maskOnce(text: string): string {
  const hidden = findAll(text)
    .flatMap(hiddenCells)
    .toSorted((a, b) => a.from - b.from);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of hidden) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    parts.push(text.slice(done, start), '*'.repeat(to - start));
    done = to;
  }
  return hidden.length === 0 ? text : parts.join('') + text.slice(done);
}

function hiddenCells(finding: Finding): readonly Cell[] {
  const { head, tail } = visibleOf(finding);
  return finding.cells.slice(finding.prefixed ? 0 : head, finding.cells.length - tail);
}
