import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asWritten, plain, sentencesOf } from '../../../src/domain/policy/plain.ts';
import { anyCharacter } from '../../support/any-text.ts';

test('folds width, dashes and colons and drops blanks', () =>
  expect(plain('２０３１年 ５月８日－６月５日　１７：００').text).toBe('2031年5月8日-6月5日17:00'));
test('keeps two numbers apart', () => expect(plain('2031-05-08 15:32').text).toBe('2031-05-08 15:32'));
test('mends a number torn by a line break, keeps other line breaks', () =>
  expect(plain('60 万\n元\n2031年\n5月\n8日\n完').text).toBe('60万元\n2031年5月8日\n完'));
test('gives a finding back as it was written', () => {
  const of = plain('请 于４月１８日前');
  expect(asWritten(of, { start: 2, end: 7 })).toBe('４月１８日');
});
test('every character stands at its place in the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const of = plain(text);
      const places = Array.from({ length: of.text.length }, (_, index) => of.at(index));
      expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
      expect(of.at(of.text.length)).toBe(text.length);
    }),
  );
});
test('sentences cover all but their marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('一', '。', ';', '\n', '(') }), (text) => {
      const kept = sentencesOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('');
      expect(kept).toBe(text.replace(/[。;\n]/g, ''));
    }),
  );
});
