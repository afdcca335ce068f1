import { describe, expect, test } from 'vitest';
import { findBreak } from '../../../src/domain/chain.ts';
import {
  applyProfileOrder,
  isBlank,
  isForgotten,
  NO_PROFILE,
  type ProfileOrder,
  type ProfileRecord,
  readProfile,
} from '../../../src/domain/enterprise/profile-record.ts';
import { emptyProfile } from '../../../src/domain/enterprise/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { chainTools, must, sha256 } from '../../support/a-town.ts';
import { holdings } from '../../support/an-enterprise.ts';

const at = 1_700_000_000_000 as Instant;
const anOrder = (order: Omit<ProfileOrder, 'at' | 'by'>): ProfileOrder => ({ at, by: 'test:张三', ...order });

/** The record after these orders, each with a cause of its own. */
const after = (...orders: readonly Omit<ProfileOrder, 'at' | 'by'>[]): ProfileRecord =>
  orders.reduce(
    (record, order, place) =>
      must(applyProfileOrder(record, { order: anOrder(order), cause: `c${place}` }, chainTools)),
    NO_PROFILE,
  );

const told = (facts: ProfileOrder['facts'], how: 'passing' | 'corrected' = 'passing') => ({
  event: { kind: 'told', how } as const,
  ...(facts ? { facts } : {}),
});

describe('the record of a profile', () => {
  test('knows what its events tell, a later one over an earlier', () => {
    expect(readProfile(after(told({ staff: 30, founded: 2015 }), told({ staff: 50 })))).toEqual({
      ...emptyProfile,
      staff: 50,
      founded: 2015,
    });
    expect(isBlank(readProfile(NO_PROFILE))).toBe(true);
  });

  test('titles are added by what is told and replaced by a correction', () => {
    const one = told({ holdings: holdings('high-tech') });
    const other = told({ holdings: holdings('little-giant') });
    expect(readProfile(after(one, other)).holdings).toEqual(holdings('high-tech', 'little-giant'));
    expect(readProfile(after(one, told({ holdings: [] }, 'corrected'))).holdings).toEqual([]);
  });

  test('does nothing twice for one cause, and nothing where nothing changes', () => {
    const record = after(told({ staff: 30 }));
    const again = { order: anOrder(told({ staff: 31 })), cause: 'c0' };
    expect(applyProfileOrder(record, again, chainTools)).toBeNull();
    const same = { order: anOrder({ event: null, dialogue: record.dialogue }), cause: 'other' };
    expect(applyProfileOrder(record, same, chainTools)).toBeNull();
  });

  test.for(['erased', 'handed-over'] as const)('%s leaves the events and none of their words', (kind) => {
    const before = after(told({ staff: 30 }), {
      event: null,
      dialogue: { asked: ['size'], open: null },
    });
    const order = anOrder({ event: { kind } });
    const record = must(applyProfileOrder(before, { order, cause: 'last' }, chainTools));
    expect(isBlank(readProfile(record))).toBe(true);
    expect(record.chain).toHaveLength(2);
    expect(record.dialogue).toEqual({ asked: [], open: null });
    expect(findBreak(record.chain, sha256)).toBeNull();
    expect(isForgotten(record)).toBe(kind === 'erased');
  });

  test('a fact that was changed past the program is found', () => {
    const { chain } = after(told({ staff: 30 }));
    const forged = JSON.parse(JSON.stringify(chain).replace('"30"', '"31"'));
    expect(findBreak(forged, sha256)).toBe(0);
  });
});
