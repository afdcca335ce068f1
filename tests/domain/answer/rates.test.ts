import { expect, test } from 'vitest';
import { isOtherRate } from '../../../src/domain/answer/rates.ts';

test.for([
  ['日息几个点', '担保费率降至1%以下', true],
  ['利率多少', '贷款利率不超过5%', false],
  ['担保费率多少', '增长20%', true],
  ['税率多少', '增值税税率13%', false],
  ['占比多少', '增长20%', false],
] as const)('「%s」 of 「%s」: another rate %s', ([asked, text, isOther]) => {
  expect(isOtherRate(asked, text)).toBe(isOther);
});
