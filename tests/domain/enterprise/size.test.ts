import { expect, test } from 'vitest';
import { type Sizing, sizeOf } from '../../../src/domain/enterprise/size.ts';
import { scaleEntryOf } from '../../../src/domain/enterprise/scale.ts';
import { code } from '../../support/an-enterprise.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

const numberOrNull = (text: string | undefined): number | null => (text === '?' ? null : Number(text));
const inYuan = (text: string | undefined): number | null => {
  const value = numberOrNull(text);
  return value === null ? null : Math.round(value * 10_000);
};

const written = (sizing: Sizing): string => {
  switch (sizing.kind) {
    case 'sized':
      return sizing.size;
    case 'missing':
      return `缺 ${sizing.missing.join(' ')}`;
    case 'no-standard':
      return '无';
  }
};

test.for(fixtureCases('enterprise/sizes.txt'))('$input => $expected', ({ input, expected }) => {
  const [industry = '?', staff, revenue, assets] = input.split(' ');
  const sizing = sizeOf({
    industry: industry === '?' ? null : code(industry),
    staff: numberOrNull(staff),
    revenueYuan: inYuan(revenue),
    assetsYuan: inYuan(assets),
  });
  expect(written(sizing)).toBe(expected);
});

test.for([
  ['33', 'above-scale', 20_000_000],
  ['44', 'above-scale', 20_000_000],
  ['51', 'above-quota', 20_000_000],
  ['52', 'above-quota', 5_000_000],
  ['704', 'above-scale', 10_000_000],
  ['62', 'above-quota', 2_000_000],
  ['65', 'above-scale', 20_000_000],
  ['592', 'above-scale', 20_000_000],
  ['702', 'above-scale', 10_000_000],
  ['72', 'above-scale', 10_000_000],
  ['85', 'above-scale', 5_000_000],
  ['90', 'above-scale', 5_000_000],
] as const)('%s is counted as %s from %i yuan', ([industry, qualification, revenueYuan]) =>
  expect(scaleEntryOf(code(industry))).toMatchObject({ qualification, revenueYuan }),
);

test.for(['01', '47', '66', '701', '95'])('%s has no bound of the statistics', (industry) =>
  expect(scaleEntryOf(code(industry))).toBeNull(),
);
