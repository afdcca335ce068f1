import { describe, expect, test } from 'vitest';
import { layOver, type PolicyNotes } from '../../../src/domain/policy/overlay.ts';
import { statusAt } from '../../../src/domain/policy/validity.ts';
import { aPolicy, day } from '../../support/an-entry.ts';

const TODAY = day('2026-11-23');

const noted = (fields: Partial<PolicyNotes>): ReadonlyMap<string, PolicyNotes> => {
  const plain = { file: 'a.txt', corrections: {}, isWithdrawn: false, isReplaced: false };
  return new Map([['a.txt', { ...plain, ...fields }]]);
};

describe('what people said of documents', () => {
  const policy = aPolicy({
    file: 'a.txt',
    title: '示例办法',
    effectiveOn: day('2026-01-01'),
    validUntil: day('2027-12-31'),
  });
  const other = aPolicy({ file: 'b.txt', title: '别的办法' });

  test('changes nothing of documents that nobody spoke of', () => {
    expect(layOver([policy, other], new Map())).toEqual([policy, other]);
    expect(layOver([other], noted({ isWithdrawn: true }))).toEqual([other]);
  });

  test('a correction stands in the place of what was parsed', () => {
    const corrections = { title: '示例扶持办法', validUntil: null };
    const [corrected] = layOver([policy], noted({ corrections }));
    expect(corrected).toEqual({ ...policy, ...corrections });
  });

  test('what is withdrawn is left out', () => {
    expect(layOver([policy, other], noted({ isWithdrawn: true }))).toEqual([other]);
  });

  test('what is replaced is found, says so, and is in force no more', () => {
    expect(statusAt(policy, TODAY)).toBe('in-force');
    const [old] = layOver([policy], noted({ isReplaced: true }));
    expect(old?.title).toBe('示例办法（已被替换）');
    expect(old && statusAt(old, TODAY)).toBe('expired');
    // No end is given that no text names.
    expect(old?.validUntil).toBeNull();
  });

  test('a replaced document without a title is named by its file', () => {
    const [old] = layOver([{ ...policy, title: null }], noted({ isReplaced: true }));
    expect(old?.title).toBe('a.txt（已被替换）');
  });
});
