import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Signs, ANSWERS_FROM, confidenceOf } from '../../../src/domain/answer/confidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const signs: fc.Arbitrary<Signs> = fc.record({
  basis: fc.record({
    coverage: share,
    found: fc.double({ min: 0, max: 8, noNaN: true }),
    missing: share,
    sayings: share,
    lacksFact: fc.boolean(),
    lacks: fc.constant(null),
  }),
  foreign: fc.boolean(),
  asks: fc.boolean(),
  procedure: fc.boolean(),
  words: share,
  unnamed: share,
  unnamedAnywhere: share,
  length: fc.nat(400),
});

test('confidence lies between 0 and 1', () => {
  fc.assert(
    fc.property(signs, (given) => {
      expect(confidenceOf(given)).toBeGreaterThan(0);
      expect(confidenceOf(given)).toBeLessThan(1);
    }),
  );
});

test.for(['coverage', 'found', 'sayings'] as const)('it never falls when %s rises', (sign) => {
  fc.assert(
    fc.property(signs, share, (given, more) => {
      const { basis } = given;
      const richer = { ...given, basis: { ...basis, [sign]: basis[sign] + more } };
      expect(confidenceOf(richer)).toBeGreaterThanOrEqual(confidenceOf(given));
    }),
  );
});

test('it rises with how much of the question’s words the clause holds', () => {
  fc.assert(
    fc.property(signs, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, more) => {
      const richer = { ...given, words: given.words + more };
      expect(confidenceOf(richer)).toBeGreaterThan(confidenceOf(given));
    }),
  );
});

test('it falls for a topic of another desk and for a fact that is lacking', () => {
  fc.assert(
    fc.property(signs, (given) => {
      const own = { ...given, foreign: false, basis: { ...given.basis, lacksFact: false } };
      expect(confidenceOf({ ...own, foreign: true })).toBeLessThan(confidenceOf(own));
      expect(confidenceOf({ ...own, basis: { ...own.basis, lacksFact: true } })).toBeLessThan(
        confidenceOf(own),
      );
    }),
  );
});

test.for(['unnamed', 'unnamedAnywhere'] as const)('it falls the surer the concern is that is %s', (sign) => {
  fc.assert(
    fc.property(signs, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, more) => {
      const surer = { ...given, [sign]: given[sign] + more };
      expect(confidenceOf(surer)).toBeLessThan(confidenceOf(given));
    }),
  );
});

test('it rises with the length of the question, up to 40 characters', () => {
  fc.assert(
    fc.property(signs, fc.nat(39), fc.integer({ min: 1, max: 40 }), (given, length, more) => {
      const said = (characters: number): number => confidenceOf({ ...given, length: characters });
      expect(said(Math.min(40, length + more))).toBeGreaterThan(said(length));
      expect(said(40 + more)).toBe(said(40));
    }),
  );
});

test('what nothing names is no better said than what only this clause does not name', () => {
  fc.assert(
    fc.property(signs, share, (given, unnamed) => {
      const elsewhere = { ...given, unnamed, unnamedAnywhere: 0 };
      expect(confidenceOf({ ...elsewhere, unnamedAnywhere: unnamed })).toBeLessThanOrEqual(
        confidenceOf(elsewhere),
      );
    }),
  );
});

test('a clause that says it all is quoted, one that says nothing is not', () => {
  const all = { coverage: 1, found: 3, missing: 0, sayings: 0, lacksFact: false, lacks: null };
  const plain = {
    foreign: false,
    asks: true,
    procedure: false,
    words: 0.5,
    unnamed: 0,
    unnamedAnywhere: 0,
    length: 12,
  };
  expect(confidenceOf({ basis: all, ...plain })).toBeGreaterThan(ANSWERS_FROM);
  expect(confidenceOf({ basis: { ...all, coverage: 0, found: 0 }, ...plain, words: 0 })).toBeLessThan(
    ANSWERS_FROM,
  );
  const unnamed = { ...plain, unnamed: 0.5, unnamedAnywhere: 0.5 };
  expect(confidenceOf({ basis: all, ...unnamed })).toBeLessThan(ANSWERS_FROM);
});
