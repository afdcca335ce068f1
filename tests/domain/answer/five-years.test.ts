import { expect, test } from 'vitest';
import { endsPlan, planOf } from '../../../src/domain/answer/five-years.ts';

test.each([
  [2005, null],
  [2006, '十一五'],
  [2010, '十一五'],
  [2020, '十三五'],
  [2021, '十四五'],
  [2025, '十四五'],
  [2041, null],
])('%s is of %s', (year, plan) => {
  expect(planOf(year)).toBe(plan);
});

test('every fifth year ends one', () => {
  expect([2019, 2020, 2021, 2025].map(endsPlan)).toEqual([false, true, false, true]);
});
