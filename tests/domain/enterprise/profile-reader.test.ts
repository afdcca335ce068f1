import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectInPassing } from '../../../src/domain/enterprise/profile-reader.ts';
import { QUESTIONS, readAnswer } from '../../../src/domain/enterprise/questions.ts';
import type { Facts } from '../../../src/domain/enterprise/types.ts';
import { readerTools } from '../../support/an-enterprise.ts';
import { day } from '../../support/an-entry.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

/** Facts as the table writes them. */
const written = (facts: Facts): string => {
  const { place, holdings } = facts;
  const titles = holdings?.map(
    ({ qualification, since }) => `${qualification}${since === null ? '' : `@${since}`}`,
  );
  const parts: readonly (readonly [string, string | number | null | undefined])[] = [
    ['区', place && (place.district ?? place.city ?? place.province)],
    ['业', facts.industry],
    ['人', facts.staff],
    ['营', facts.revenueYuan],
    ['产', facts.assetsYuan],
    ['年', facts.founded],
    ['型', facts.form],
    ['证', titles?.join(' ')],
    ['名', facts.name],
    ['码', facts.creditCode],
  ];
  return (
    parts
      .flatMap(([mark, value]) => (value === undefined || value === null ? [] : [`${mark}${value}`]))
      .join(' ') || '-'
  );
};

const inOrder = (text: string): string =>
  text
    .split(/ (?=[区业人营产年型证名码])/)
    .toSorted()
    .join(' ');

describe('what a message says in passing', () => {
  test.for(fixtureCases('enterprise/passing.txt'))('$input', ({ input, expected }) => {
    const facts = collectInPassing({ text: input, on: day('2026-11-22') }, readerTools);
    expect(inOrder(written(facts))).toBe(inOrder(expected));
  });

  test('the owner’s words for the business are kept', () =>
    expect(
      collectInPassing({ text: '我们主要做五金加工的', on: day('2026-11-22') }, readerTools).business,
    ).toContain('五金加工'));

  test('a code tells whether it is a company', () => {
    const text = '我们的统一社会信用代码是91420100MA0000000Y';
    expect(collectInPassing({ text, on: day('2026-11-22') }, readerTools)).toEqual({
      creditCode: '91420100MA0000000Y',
      form: 'company',
    });
  });

  test('a province by itself says no city', () =>
    expect(collectInPassing({ text: '我们在湖北省', on: day('2026-11-22') }, readerTools).place).toEqual({
      district: null,
      city: null,
      province: '湖北省',
    }));

  test('上海 is city and province', () =>
    expect(
      collectInPassing({ text: '我们在上海，是市级专精特新', on: day('2026-11-22') }, readerTools),
    ).toMatchObject({
      place: { city: '上海市', province: '上海市' },
      holdings: [{ qualification: 'srdi-provincial' }],
    }));

  test('whatever is typed is read', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (noise) => {
        const facts = collectInPassing({ text: `我们${noise}`, on: day('2026-11-22') }, readerTools);
        expect(typeof facts).toBe('object');
      }),
    ));

  test.for(['我', '一', '9', '公司', '小巨人', '不到1亿', '有限公司', '91420100MA0000000Y '])(
    'a hundred thousand characters of “%s” are read',
    (piece) => {
      const text = `我们${piece.repeat(100_000 / piece.length)}`;
      for (const question of QUESTIONS) readAnswer(question, { text, on: day('2026-11-22') }, readerTools);
      expect(collectInPassing({ text, on: day('2026-11-22') }, readerTools)).toBeDefined();
    },
  );
});
