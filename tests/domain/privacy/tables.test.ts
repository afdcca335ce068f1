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

describe('masked.txt: a secret disappears but for its first three and last four signs, and nothing beside it', () => {
  test.for(linesOf('masked.txt'))('%s', (line) => {
    const [kind = '', marked = ''] = line.split(' => ');
    const text = marked.replace(/[〖〗]/g, '');
    const [from, to] = [marked.indexOf('〖'), marked.indexOf('〗') - 1];
    const masked = maskSecrets(text);
    expect(masked).toHaveLength(text.length);
    expect(masked.slice(to)).toBe(text.slice(to));
    expect(readable(kind, masked.slice(from, to))).toBeLessThanOrEqual(7);
    expect(stars(masked) - stars(text)).toBeGreaterThanOrEqual(3);
    expect(findSecrets(text).map((secret) => secret.kind)).toContain(kind);
    expect(maskSecrets(masked)).toBe(masked);
  });
});

describe('untouched.txt: what only looks like a secret stays', () => {
  test.for(linesOf('untouched.txt'))('%s', (line) => {
    expect(findSecrets(line)).toEqual([]);
    expect(maskSecrets(line)).toBe(line);
  });
});

test('both tables are long', () => {
  expect(linesOf('masked.txt').length).toBeGreaterThanOrEqual(900);
  expect(linesOf('untouched.txt').length).toBeGreaterThanOrEqual(800);
});
