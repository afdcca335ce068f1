import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/domain/hanzi/fold.ts';
import { findSecrets, maskSecrets } from '../../../src/domain/privacy/mask-secrets.ts';
import { X } from '../../../src/domain/privacy/digits.ts';
import { readDigits } from '../../../src/domain/privacy/read-digits.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '../../fixtures/privacy', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.replaceAll('⏎', '\n'));

const DIGITS_ONLY = new Set(['mobile', 'landline', 'bank-account', 'identity-card', 'qq']);

/** How many signs of a secret can still be read: digits in any script, or letters and digits. */
const readable = (kind: string, text: string): number =>
  DIGITS_ONLY.has(kind) ? digitsIn(text) : (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);

function digitsIn(text: string): number {
  const { count, value } = readDigits(fold(text));
  return value.slice(0, count).filter((digit) => digit !== X).length;
}

const stars = (text: string): number => text.split('*').length - 1;

/** What is wrong with the masking of a line of masked.txt; empty where all is right. */
function faultsOf(line: string): readonly string[] {
  const [kind = '', marked = ''] = line.split(' => ');
  const text = marked.replace(/[〖〗]/g, '');
  const [from, to] = [marked.indexOf('〖'), marked.indexOf('〗') - 1];
  const masked = maskSecrets(text);
  const laws: Readonly<Record<string, boolean>> = {
    'length kept': masked.length === text.length,
    'rest kept': masked.slice(to) === text.slice(to),
    'at most seven signs left': readable(kind, masked.slice(from, to)) <= 7,
    'three stars at least': stars(masked) - stars(text) >= 3,
    'found as what it is': findSecrets(text).some((secret) => secret.kind === kind),
    'twice is once': maskSecrets(masked) === masked,
  };
  return Object.keys(laws).filter((law) => !laws[law]);
}

// One test a kind, not one a line: to run three thousand takes longer than to mask as many lines.
describe('masked.txt: a secret disappears but for its first three and last four signs, and nothing beside it', () => {
  const lines = linesOf('masked.txt');
  test.for([...new Set(lines.map((line) => line.split(' => ')[0] ?? ''))])('%s', (kind) => {
    const faults = lines
      .filter((line) => line.startsWith(`${kind} => `))
      .map((line) => ({ line, faults: faultsOf(line) }));
    expect(faults.filter((one) => one.faults.length > 0)).toEqual([]);
  });
});

test('untouched.txt: what only looks like a secret stays', () => {
  const changed = linesOf('untouched.txt').filter(
    (line) => findSecrets(line).length > 0 || maskSecrets(line) !== line,
  );
  expect(changed).toEqual([]);
});

test('both tables are long', () => {
  expect(linesOf('masked.txt').length).toBeGreaterThanOrEqual(900);
  expect(linesOf('untouched.txt').length).toBeGreaterThanOrEqual(800);
});
