import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { appealKeys, NO_APPEAL } from '../../../src/app/appeals/appeal.ts';
import { createAppealOrders, createAppealTick } from '../../../src/app/appeals/carry-out.ts';
import { ALL_CORRECTIONS, CORRECTIONS, openCorrections } from '../../../src/app/appeals/corrections.ts';
import { findOwn } from '../../../src/app/appeals/find.ts';
import { handOverAppeals } from '../../../src/app/appeals/hand-over.ts';
import { COUNTER, nextNumber } from '../../../src/app/appeals/numbers.ts';
import { offerNow } from '../../../src/app/appeals/offer-now.ts';
import { canonical, relationIn } from '../../../src/app/appeals/relation.ts';
import { unitName } from '../../../src/app/appeals/types.ts';
import { STRANGER } from '../../../src/domain/appeal/relation.ts';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { AccountId } from '../../../src/domain/people/account.ts';
import type { Body } from '../../../src/domain/unit/types.ts';
import { APPEAL, OFFICE_KINDS, officeDeps, OWNERS } from '../../support/an-office.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00') as Instant;
const clock = { now: () => NOW, waitUntil: async () => undefined };
const FIRST = appealNumber(1);

async function anEmptyOffice() {
  const records = await openRecords({
    folder: null,
    kinds: [...OFFICE_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  return { records, deps: officeDeps({ records, clock }) };
}

describe('what is kept', () => {
  test('numbers go on from the last that was given', async () => {
    const { records } = await anEmptyOffice();
    expect([await nextNumber(records), await nextNumber(records)]).toEqual(['A0001', 'A0002']);
    expect(COUNTER.keys({ given: 2 })).toEqual([]);
  });

  test('no older appeal is known', () => {
    expect(() => APPEAL.migrate({}, 0)).toThrow(TypeError);
  });

  test('an appeal that nothing has happened to is found by nothing and never due', () => {
    expect(APPEAL.keys(NO_APPEAL)).toEqual([]);
    expect(APPEAL.due?.(NO_APPEAL)).toBeNull();
  });

  test('a correction is counted once, however often it is told, and outlives a restart', async () => {
    const { records } = await anEmptyOffice();
    const book = await openCorrections(records);
    const order = { matter: 'arrears', to: '市财政局' };
    for (const cause of ['a>1', 'a>1', 'b>1']) await book.carryOut(ALL_CORRECTIONS, order, cause);
    expect(book.corrections()).toEqual([{ ...order, times: 2 }]);
    expect((await openCorrections(records)).corrections()).toEqual([{ ...order, times: 2 }]);
    expect(CORRECTIONS.keys({ all: [], causes: [] })).toEqual([]);
  });
});

describe('what is ordered of nothing does nothing', () => {
  test('an order to an appeal that is not there', async () => {
    const { records, deps } = await anEmptyOffice();
    const order = {
      wish: { kind: 'take' },
      by: 'test:李专员',
      at: NOW,
      chat: 'test:李专员',
      isGroup: false,
      name: null,
    };
    await createAppealOrders(deps)(FIRST, order, 'test:1#1');
    await createAppealTick(deps)(FIRST);
    expect(await records.ids(APPEAL)).toEqual([]);
  });

  test('an offer of what nobody submitted', async () => {
    const { deps } = await anEmptyOffice();
    const offered = offerNow({ ...NO_APPEAL, offerAt: NOW }, { deps, cause: 'offer:A0001:1', at: NOW });
    expect(offered).toEqual({ data: NO_APPEAL });
  });

  test('handing over by nobody', async () => {
    const { deps } = await anEmptyOffice();
    const to = 'test:陈专员' as AccountId;
    const nothing = { deliveries: [], told: '手上没有可移交的诉求。' };
    expect(await handOverAppeals(deps, { from: [], to, unit: null })).toEqual(nothing);
    expect(await handOverAppeals(deps, { from: ['test:李专员' as AccountId], to, unit: null })).toEqual(
      nothing,
    );
  });
});

describe('who is nobody known', () => {
  test('finds nothing, and is a stranger to every appeal', async () => {
    const { deps } = await anEmptyOffice();
    expect(await findOwn(deps, { by: 'nobody', chat: OWNERS, at: NOW })).toEqual([]);
    const relation = relationIn(deps.roster(), { by: 'nobody', chat: OWNERS, state: null, at: NOW });
    expect(relation).toEqual(STRANGER);
    expect(canonical(deps.roster(), 'nobody')).toBe('nobody');
  });

  test('a unit that is not in the directory is called by its id', async () => {
    const { deps } = await anEmptyOffice();
    expect(unitName(deps, 'u-none' as Body['id'])).toBe('u-none');
  });

  test('a district is called by its government, a group of bodies by its name', async () => {
    const { deps } = await anEmptyOffice();
    for (const body of deps.units.bodies.filter(({ kind }) => kind !== 'unit').slice(0, 40)) {
      expect(unitName(deps, body.id)).toBe(body.kind === 'district' ? body.government : body.name);
    }
  });

  test('keys name what they are for', () => {
    expect(appealKeys.ofEnterprise('e1')).toBe('enterprise:e1');
  });
});
