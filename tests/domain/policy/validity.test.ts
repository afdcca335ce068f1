import { expect, test } from 'vitest';
import { findMetadata } from '../../../src/domain/policy/metadata/find-metadata.ts';
import type { PolicyMetadata } from '../../../src/domain/policy/types.ts';
import { statusAt } from '../../../src/domain/policy/validity.ts';
import { parseLocalDate, type LocalDate } from '../../../src/domain/time.ts';

const day = (text: string): LocalDate => parseLocalDate(text) as LocalDate;
const aPolicy = (known: Partial<PolicyMetadata>): PolicyMetadata => ({ ...findMetadata([], ''), ...known });
const PLAN = { planYears: { from: 2022, to: 2024 } };

test('a policy is in force on its last day and expired on the next', () => {
  const policy = aPolicy({ validUntil: day('2024-12-31') });
  expect(statusAt(policy, day('2024-12-31'))).toBe('in-force');
  expect(statusAt(policy, day('2025-01-01'))).toBe('expired');
});
test('before it takes effect it is not yet in force', () =>
  expect(statusAt(aPolicy({ effectiveOn: day('2031-05-01') }), day('2031-04-30'))).toBe('not-yet'));
test('a plan is over when its last year is past, and not yet before its first', () => {
  expect(statusAt(aPolicy(PLAN), day('2021-12-31'))).toBe('not-yet');
  expect(statusAt(aPolicy(PLAN), day('2024-12-31'))).toBe('in-force');
  expect(statusAt(aPolicy(PLAN), day('2025-01-01'))).toBe('over');
});
test('a written end outweighs a plan’s years', () =>
  expect(statusAt(aPolicy({ ...PLAN, validUntil: day('2025-06-30') }), day('2025-01-01'))).toBe('in-force'));
test('a draft is never in force', () =>
  expect(statusAt(aPolicy({ draft: true, ...PLAN }), day('2023-01-01'))).toBe('draft'));
test('a document that names neither is unknown', () =>
  expect(statusAt(aPolicy({}), day('2023-01-01'))).toBe('unknown'));
