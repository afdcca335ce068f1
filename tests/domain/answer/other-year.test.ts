import { expect, test } from 'vitest';
import { isOfOtherYear } from '../../../src/domain/answer/other-year.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import { aPolicy, aQuestion, anEntry, day } from '../../support/an-entry.ts';

const GOAL = '新增企业100家。';
const PLAN = aPolicy({ planYears: { from: 2023, to: 2023 } });
const isOther = (
  year: number,
  { text = GOAL, policy = PLAN, asks = ['count'] as readonly AskedFact[] } = {},
): boolean => isOfOtherYear(aQuestion('', { years: [year], asks }), anEntry(text, { policy }));

test('a plan says nothing of a year that it does not cover', () => {
  expect(isOther(2023)).toBe(false);
  expect(isOther(2024)).toBe(true);
});

test('unless the clause names the year itself, or the five years that it belongs to', () => {
  expect(isOther(2020, { text: '截至2020年底共100家。' })).toBe(false);
  expect(isOther(2020, { text: '“十三五”末共100家。' })).toBe(false);
  expect(isOther(2021, { text: '“十三五”末共100家。' })).toBe(true);
});

test('a notice is for the year of its title', () => {
  const policy = aPolicy({ title: '关于申报2026年度补助的通知' });
  expect(isOther(2026, { policy })).toBe(false);
  expect(isOther(2027, { policy })).toBe(true);
});

test('measures hold while they are in force', () => {
  const policy = aPolicy({ title: '若干措施', signedOn: day('2021-12-01'), validUntil: day('2024-12-31') });
  expect([2020, 2021, 2024, 2025].map((year) => isOther(year, { policy }))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(isOther(2020, { policy: aPolicy({ title: '若干措施' }) })).toBe(false);
});

test('the year that a goal names is its own, also while its document is in force', () => {
  const policy = aPolicy({ title: '行动计划', signedOn: day('2021-12-01'), validUntil: day('2024-12-31') });
  const text = '到2023年达到500家。';
  expect(isOther(2023, { policy, text })).toBe(false);
  expect(isOther(2024, { policy, text })).toBe(true);
  expect(isOther(2024, { policy, text, asks: ['amount'] })).toBe(false);
  expect(isOther(2023, { text: '比2020年增长20%,新增100家。' })).toBe(false);
});

test('only figures and days belong to a year', () => {
  expect(isOther(2024, { asks: ['units'] })).toBe(false);
  expect(isOfOtherYear(aQuestion('', { asks: ['count'] }), anEntry(GOAL, { policy: PLAN }))).toBe(false);
});
