import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appealNumber,
  findAppealNumbers,
  ordinalOf,
  parseAppealNumber,
} from '../../../src/domain/appeal/number.ts';

test.for([
  [1, 'A0001'],
  [321, 'A0321'],
  [9999, 'A9999'],
  [10_000, 'B0001'],
  [8 * 9999 + 1, 'J0001'],
  [24 * 9999, 'Z9999'],
  [24 * 9999 + 1, 'AA0001'],
  [25 * 24 * 9999, 'ZZ9999'],
  [25 * 24 * 9999 + 1, 'AAA0001'],
] as const)('the %i. appeal is %s', ([ordinal, number]) => expect(appealNumber(ordinal)).toBe(number));

test('a number tells which one of all it is, and has neither I nor O', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000_000 }), (ordinal) => {
      const number = appealNumber(ordinal);
      expect(ordinalOf(number)).toBe(ordinal);
      expect(number).toMatch(/^[A-HJ-NP-Z]+\d{4}$/);
    }),
  );
});

test.for([0, -1, 1.5, Number.NaN])('there is no appeal %d', (ordinal) =>
  expect(() => appealNumber(ordinal)).toThrow(RangeError),
);

describe('in a text', () => {
  test.for([
    ['A0321', 'A0321'],
    ['a0321 签收', 'A0321'],
    ['Ａ０３２１怎么样了', 'A0321'],
    ['A-0321', 'A0321'],
    ['A—0321', 'A0321'],
    ['a 0321 1', 'A0321'],
    ['a　0321', 'A0321'],
    ['A_0321', 'A0321'],
    ['AO321', 'A0321'],
    ['Ao32l', 'A0321'],
    ['编号A0321。', 'A0321'],
    ['AB0321 退单', 'AB0321'],
    ['A0321办好了吗', 'A0321'],
    ['A0321.', 'A0321'],
  ] as const)('「%s」 names %s', ([text, number]) => expect(parseAppealNumber(text)).toBe(number));

  test.for([
    '',
    '没有编号',
    'A321',
    'A03211',
    'A0000',
    'I0321',
    'O0321',
    '鄂A12345',
    'ISO9001认证',
    'A-2026-11',
    'B1203室',
    'A1203 号楼',
    'AOOOO',
    'XA0321B',
    '91420100MA4K12345X',
    'A4 123张',
  ])('「%s」 names none', (text) => expect(parseAppealNumber(text)).toBeNull());

  test('several are found in their order, each once', () =>
    expect(findAppealNumbers('A0321、b0002和A-0321')).toEqual(['A0321', 'B0002']));
});
