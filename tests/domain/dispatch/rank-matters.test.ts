import { expect, test } from 'vitest';
import { type Clues, rankMatters } from '../../../src/domain/dispatch/rank-matters.ts';
import type { Reading } from '../../../src/domain/dispatch/signs.ts';
import { aMatter } from '../../support/a-matter.ts';

const aReading = (id: string, known: Partial<Reading> = {}): Reading => ({
  matter: aMatter({ id, clauses: [`p#${id}`] }),
  said: 0,
  clear: 0,
  meant: 0,
  general: false,
  ...known,
});
const SILENCE: Clues = { found: new Map(), sound: { of: () => 0, untold: 0 } };
const best = (readings: readonly Reading[], clues: Partial<Clues> = {}) =>
  rankMatters(readings, { ...SILENCE, ...clues })[0]?.matter.id;

test('each kind of evidence speaks for its matter', () => {
  const [a, b] = [aReading('a'), aReading('b')];
  expect(best([a, { ...b, said: 1 }])).toBe('b');
  expect(best([a, { ...b, meant: 1 }])).toBe('b');
  expect(best([a, { ...b, general: true }])).toBe('b');
  expect(best([a, b], { found: new Map([['p#b', 1]]) })).toBe('b');
  expect(best([a, b], { sound: { of: ({ id }) => (id === 'b' ? 0.9 : 0.1), untold: 0 } })).toBe('b');
});

test('what the owner says outweighs what documents would call it', () => {
  expect(best([aReading('a', { meant: 3 }), aReading('b', { said: 3 })])).toBe('b');
});

test('a clause of a document that the table does not know is found by search alone', () => {
  const own = aReading('new', { matter: aMatter({ id: 'new', clauses: ['p#new'], signs: [], sayings: [] }) });
  const sound = { of: ({ id }: { readonly id: string }) => (id === 'a' ? 0.05 : 0), untold: 0 };
  expect(best([aReading('a'), own], { found: new Map([['p#new', 1]]), sound })).toBe('new');
  expect(best([aReading('a', { said: 5 }), own], { found: new Map([['p#new', 1]]), sound })).toBe('a');
});

test('chances add up to 1; equals stand by their ids', () => {
  const ranked = rankMatters([aReading('b'), aReading('a')], SILENCE);
  expect(ranked.map(({ matter, chance }) => [matter.id, chance])).toEqual([
    ['a', 0.5],
    ['b', 0.5],
  ]);
});
