import { describe, expect, test } from 'vitest';
import { createProfileOrders } from '../../../src/app/enterprise/carry-out.ts';
import { PROFILE } from '../../../src/app/enterprise/kinds.ts';
import { openProfiles } from '../../../src/app/reminding/profiles.ts';
import type { ProfileOrder } from '../../../src/domain/enterprise/profile-record.ts';
import type { Facts } from '../../../src/domain/enterprise/types.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { moment } from '../../support/a-calendar.ts';
import { aPageFolder } from '../../support/a-page-folder.ts';
import { chainTools } from '../../support/a-town.ts';
import { aGrant, HONGSHAN, holdings } from '../../support/an-enterprise.ts';
import { HOME, industries } from '../../support/profile-table.ts';

const NOW = moment('2026-11-23T10:00');
const GIANTS = aGrant(['对获批省级专精特新“小巨人”企业，给予20万元奖励。']);
const MATTER = { text: '若干措施', policy: GIANTS.id };

async function aShelf(policies: readonly Policy[] = [GIANTS]) {
  const records = await openRecords({
    folder: null,
    kinds: [PROFILE],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const state = { policies };
  const open = () =>
    openProfiles({ records, policies: () => state.policies, home: HOME, industries, now: () => NOW });
  const profiles = await open();
  const changed: string[] = [];
  const carryOut = profiles.following(
    createProfileOrders({ records, chain: chainTools, pages: aPageFolder(), now: () => NOW }),
    (id) => void changed.push(id),
  );
  let count = 0;
  const order = (id: string, what: Partial<ProfileOrder>): Promise<void> =>
    carryOut(id, { at: NOW, by: id, event: null, ...what }, `test:${(count += 1)}#1`);
  const told = (id: string, facts: Facts) => order(id, { event: { kind: 'told', how: 'passing' }, facts });
  return { profiles, open, order, told, changed, state };
}

describe('profiles at hand', () => {
  test('follow what people say, and are there again after a start', async () => {
    const { profiles, told, open, changed } = await aShelf();
    expect(profiles.fit(['e1'], MATTER)).toBe('open');
    await told('e1', { place: HONGSHAN, holdings: holdings('srdi-provincial') });
    expect(changed).toEqual(['e1']);
    for (const shelf of [profiles, await open()]) {
      expect(shelf.fit(['e1'], MATTER)).toBe('fits');
      expect(shelf.districtOf(['e1'])).toBe('洪山区');
    }
  });

  test('of several ids the first counts of which something is known', async () => {
    const { profiles, told } = await aShelf();
    await told('test:乙', { holdings: [] });
    await told('test:丙', { holdings: holdings('srdi-provincial') });
    expect(profiles.fit(['test:甲', 'test:乙', 'test:丙'], MATTER)).toBe('excluded');
    expect(profiles.districtOf(['test:甲', 'test:乙'])).toBeNull();
    expect(profiles.fit([], MATTER)).toBe('open');
  });

  test('what is forgotten decides nothing any more', async () => {
    const { profiles, told, order } = await aShelf();
    await told('e1', { holdings: [] });
    await order('e1', { event: { kind: 'erased' } });
    expect(profiles.fit(['e1'], MATTER)).toBe('open');
  });

  test('a document that is not in the library is judged by its words alone', async () => {
    const { profiles, told, state } = await aShelf();
    await told('e1', { holdings: holdings('srdi-provincial') });
    state.policies = [];
    expect(profiles.fit(['e1'], MATTER)).toBe('open');
    expect(profiles.fit(['e1'], { text: '省级专精特新复核', policy: null })).toBe('fits');
  });
});
