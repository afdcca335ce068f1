import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountId } from '../../../src/domain/people/account.ts';
import { findBreak } from '../../../src/domain/chain.ts';
import {
  applyEnterpriseOrder,
  enterpriseId,
  enterpriseKey,
  type EnterpriseOrder,
  noEnterprise,
  readEnterprise,
} from '../../../src/domain/people/enterprise.ts';
import {
  applyPersonOrder,
  type PersonOrder,
  type PersonRecord,
  readPerson,
} from '../../../src/domain/people/person.ts';
import {
  applyPlaceOrder,
  type PlaceOrder,
  type PlaceRecord,
  readPlace,
} from '../../../src/domain/people/place.ts';
import { createRoster } from '../../../src/domain/people/roster.ts';
import type { DeskUnit, Grant } from '../../../src/domain/people/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { acc, chainTools, MONDAY, sha256, must } from '../../support/a-town.ts';

const ACCOUNTS = ['feishu:a', 'feishu:b', 'wechat:c', 'wechat:d'].map(acc);
const GRANTS: readonly Grant[] = [
  { role: 'administrator' },
  { role: 'handler', unit: 'wuhan-jingxin' as DeskUnit },
  { role: 'supervisor', path: ['洪山区'] },
  { role: 'specialist', area: { kind: 'group', chat: 'feishu:g' } },
  { role: 'specialist', area: { kind: 'station', path: ['洪山区', '关山街道'] } },
];
const stamp = (at: number) => ({ at: (MONDAY + at) as Instant, by: acc('feishu:管') });

const account = fc.constantFrom(...ACCOUNTS);
const event = fc.oneof(
  fc.record({
    kind: fc.constant('granted' as const),
    number: fc.integer({ min: 1, max: 9 }),
    grant: fc.constantFrom(...GRANTS),
    name: fc.constantFrom('张三', '李四', ''),
  }),
  fc.record({ kind: fc.constant('revoked' as const), number: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('absent' as const),
    until: fc.constant((MONDAY + 1e9) as Instant),
    substitute: fc.option(account),
  }),
  fc.constant({ kind: 'returned' as const }),
  fc.record({ kind: fc.constant('linked' as const), to: account }),
  fc.constant({ kind: 'unlinked' as const }),
  fc.constant({ kind: 'suspended' as const }),
);
const orders = fc.array(fc.tuple(account, event), { maxLength: 30 });

function carryOut(all: readonly (readonly [AccountId, object])[]): ReadonlyMap<AccountId, PersonRecord> {
  const records = new Map<AccountId, PersonRecord>();
  for (const [at, [id, what]] of all.entries()) {
    const order = { ...what, ...stamp(at) } as PersonOrder;
    const named = { order, cause: `c${at}` };
    const after = applyPersonOrder({ account: id, record: records.get(id) ?? null }, named, chainTools);
    if (after !== null) records.set(id, after);
    const again = applyPersonOrder({ account: id, record: records.get(id) ?? null }, named, chainTools);
    expect(again).toBeNull();
  }
  return records;
}

const rosterOf = (records: ReadonlyMap<AccountId, PersonRecord>) =>
  createRoster({
    persons: [...records.values()].map(readPerson),
    places: [],
    enterprises: [],
    book: { codes: [], tries: [], causes: [] },
    admins: [],
    highest: 9,
  });

describe('whatever an account is ordered to become', () => {
  test('its chain has no break, and the same order again changes nothing', () => {
    fc.assert(
      fc.property(orders, (all) => {
        for (const { chain } of carryOut(all).values()) expect(findBreak(chain, sha256)).toBeNull();
      }),
    );
  });

  test('every account belongs to one person, and no account is lost', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const roster = rosterOf(carryOut(all));
        for (const one of ACCOUNTS) {
          const { accounts } = roster.whoIs(one);
          expect(accounts).toContain(one);
          for (const other of accounts) expect(roster.whoIs(other).accounts).toEqual(accounts);
        }
      }),
    );
  });

  test('nobody has a role that no order gave to one of their accounts', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const roster = rosterOf(carryOut(all));
        const given = new Set(all.flatMap(([id, what]) => (what.kind === 'granted' ? [id] : [])));
        for (const one of ACCOUNTS)
          for (const held of roster.whoIs(one).held) expect(given.has(held.account)).toBe(true);
      }),
    );
  });
});

describe('two accounts', () => {
  const link = (from: AccountId, to: AccountId) => [from, { kind: 'linked', to }] as const;
  const [a, b, c] = ACCOUNTS as [AccountId, AccountId, AccountId];
  const grant = { kind: 'granted', number: 1, grant: { role: 'administrator' } } as const;

  test('that are joined have the roles of both; the one joined to comes first', () => {
    const roster = rosterOf(carryOut([[b, grant], link(a, b)]));
    expect(roster.whoIs(a)).toMatchObject({ accounts: [b, a], held: [{ account: b, number: 1 }] });
  });

  test('joined to each other at one moment are one person', () => {
    expect(rosterOf(carryOut([link(a, b), link(b, a)])).whoIs(a).accounts).toEqual([a, b]);
  });

  test('joined over a third are one person', () => {
    expect(rosterOf(carryOut([link(a, b), link(c, b)])).whoIs(c).accounts).toEqual([b, a, c]);
  });

  test('are two again where one is suspended, and a new binding does not bring the other back', () => {
    const suspended = [b, { kind: 'suspended' }] as const;
    const before = [[b, grant], link(a, b), suspended] as const;
    expect(rosterOf(carryOut(before)).whoIs(a)).toMatchObject({ accounts: [a], held: [] });
    const again = [b, { kind: 'granted', number: 2, grant: { role: 'supervisor', path: [] } }] as const;
    const roster = rosterOf(carryOut([...before, again]));
    expect(roster.whoIs(a)).toMatchObject({ accounts: [a], held: [] });
    expect(roster.whoIs(b).held.map(({ number }) => number)).toEqual([2]);
  });
});

describe('a group', () => {
  const bound = {
    kind: 'bound',
    number: 1,
    binding: { kind: 'desk', unit: 'wuhan-jingxin' as DeskUnit },
  } as const;
  const apply = (record: PlaceRecord | null, order: PlaceOrder, cause: string) =>
    applyPlaceOrder({ chat: 'feishu:g', record }, { order, cause }, chainTools);

  test('keeps every binding in its chain, and counts the last', () => {
    const first = apply(null, { ...bound, ...stamp(1) }, '1') as PlaceRecord;
    expect(apply(first, { ...bound, number: 2, ...stamp(2) }, '2')).toBeNull();
    expect(apply(first, { kind: 'unbound', ...stamp(2) }, '1')).toBeNull();
    const second = apply(first, { kind: 'suspended', ...stamp(2) }, '2') as PlaceRecord;
    expect(readPlace(second)).toMatchObject({ suspended: true, number: 1 });
    expect(apply(second, { kind: 'suspended', ...stamp(3) }, '3')).toBeNull();
    const third = apply(second, { ...bound, number: 3, ...stamp(4) }, '4') as PlaceRecord;
    expect(readPlace(third)).toMatchObject({ suspended: false, number: 3 });
    const last = apply(third, { kind: 'unbound', ...stamp(5) }, '5') as PlaceRecord;
    expect([readPlace(last).binding, last.chain.length, findBreak(last.chain, sha256)]).toEqual([
      null,
      4,
      null,
    ]);
    expect(apply(last, { kind: 'unbound', ...stamp(6) }, '6')).toBeNull();
  });
});

describe('an enterprise', () => {
  const ID = enterpriseId('示例科技有限公司', sha256);
  const order = (
    event: EnterpriseOrder['event'],
    fields: Partial<EnterpriseOrder> = {},
  ): EnterpriseOrder => ({
    enterprise: '示例科技有限公司',
    district: null,
    event,
    ...stamp(1),
    ...fields,
  });
  const apply = <Kept extends ReturnType<typeof noEnterprise>>(
    record: Kept,
    what: EnterpriseOrder,
    cause: string,
  ) => applyEnterpriseOrder(record, { order: what, cause }, chainTools);

  test('is made by the first order, and what others keep in its record stays', () => {
    const asked = order({ kind: 'asked', number: 1, account: acc('wechat:x') }, { name: '老板' });
    const made = apply({ ...noEnterprise(ID), profile: '别人的' }, asked, '1');
    expect(made).toMatchObject({ profile: '别人的' });
    expect(made && readEnterprise(made)).toMatchObject({
      name: '示例科技有限公司',
      members: [{ number: 1, name: '老板', confirmedBy: null }],
    });
    expect(made && findBreak(made.chain, sha256)).toBeNull();
  });

  test('learns its district once', () => {
    const first = must(apply(noEnterprise(ID), order(null), '1'));
    expect(apply(first, order(null), '2')).toBeNull();
    const second = must(apply(first, order(null, { district: '洪山区' }), '3'));
    expect(readEnterprise(second).district).toBe('洪山区');
    expect(apply(second, order(null, { district: '江夏区' }), '4')).toBeNull();
  });

  test('of the same name with other signs is the same', () => {
    expect(enterpriseKey('示例科技（武汉）有限公司')).toBe(enterpriseKey('示例科技(武汉) 有限公司'));
    expect(enterpriseId('示例A厂', sha256)).toBe(enterpriseId('示例ａ厂', sha256));
  });

  const memberEvent = fc.oneof(
    fc.record({
      kind: fc.constant('asked' as const),
      number: fc.integer({ min: 1, max: 5 }),
      account,
    }),
    fc.record({
      kind: fc.constantFrom('confirmed' as const, 'removed' as const),
      number: fc.integer({ min: 1, max: 5 }),
    }),
  );

  test('whatever happens, nobody is in it twice and its chain has no break', () => {
    fc.assert(
      fc.property(fc.array(memberEvent, { maxLength: 20 }), (events) => {
        const record = events.reduce(
          (before, one, at) => apply(before, order(one), `c${at}`) ?? before,
          noEnterprise(ID),
        );
        const { members } = readEnterprise(record);
        expect(new Set(members.map((one) => one.account)).size).toBe(members.length);
        expect(findBreak(record.chain, sha256)).toBeNull();
      }),
    );
  });
});
