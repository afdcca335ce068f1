import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { appealKeys } from '../../../src/app/appeals/appeal.ts';
import { type AppealDeps, createAppealOrders, createAppealTick } from '../../../src/app/appeals/carry-out.ts';
import { takersOf } from '../../../src/app/appeals/takers.ts';
import type { AppealOrder } from '../../../src/app/appeals/types.ts';
import { createOfferUnserved, servingAfter } from '../../../src/app/appeals/unserved.ts';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import type { AccountId } from '../../../src/domain/people/account.ts';
import { NO_CODES } from '../../../src/domain/people/codes.ts';
import { createRoster } from '../../../src/domain/people/roster.ts';
import type { Area, Place } from '../../../src/domain/people/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { WISHES } from '../../support/an-appeal.ts';
import { APPEAL, OFFICE_KINDS, officeDeps } from '../../support/an-office.ts';

const NUMBER = appealNumber(1);
const OWNER = 'test:王老板';
const LI = 'test:李专员' as AccountId;
const GROUP = 'test:group/企业群';
const at = (time: string): Instant => Date.parse(`2026-11-${time}:00+08:00`) as Instant;

const PLACE: Place = {
  chat: GROUP,
  binding: { kind: 'enterprise-group', district: '洪山区', station: ['关山街'], enterprise: null },
  number: 2,
  suspended: false,
};

/** A house in which nobody has a duty but for a specialist of these areas. */
const rosterOf = (areas: readonly Area[], admins: readonly AccountId[] = []) =>
  createRoster({
    persons: [
      {
        account: LI,
        name: '李专员',
        grants: areas.map((area, number) => ({ number, grant: { role: 'specialist', area } })),
        absence: null,
        link: null,
        suspended: false,
        boundAgainAt: null,
      },
    ],
    places: [PLACE],
    enterprises: [],
    book: NO_CODES,
    admins,
    highest: 6,
  });

/** A house at which nobody serves yet, on a Monday at nine, with A0001 submitted there. */
async function anEmptyHouse(chat = OWNER) {
  const records = await openRecords({
    folder: null,
    kinds: [...OFFICE_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  let now = at('23T09:00');
  let roster = rosterOf([]);
  const clock = { now: () => now, waitUntil: async () => undefined };
  const deps: AppealDeps = { ...officeDeps({ records, clock }), roster: () => roster };
  const orders = createAppealOrders(deps);
  const order = (wish: Wish, cause: string): Promise<void> => {
    const told: AppealOrder = { wish, by: OWNER, at: now, chat, isGroup: chat !== OWNER, name: null };
    return orders(NUMBER, told, cause);
  };
  await order(
    { ...WISHES.submit, number: NUMBER, appellant: OWNER, chat, enterprise: null, district: '洪山区' },
    'test:1#1',
  );
  return {
    records,
    deps,
    order,
    tick: createAppealTick(deps),
    serve: createOfferUnserved(deps),
    passesTo: (time: string) => {
      now = at(time);
    },
    binds: (next: ReturnType<typeof rosterOf>) => {
      roster = next;
    },
    heard: async (): Promise<readonly string[]> =>
      (await records.outbox(APPEAL, NUMBER)).flatMap(({ to, content }) =>
        'text' in content ? [`${to} ${content.text.split('\n')[0]}`] : [],
      ),
    unserved: () => records.find(APPEAL, appealKeys.unserved),
  };
}

const CITY: Area = { kind: 'station', path: [] };

describe('an appeal for which nobody is there', () => {
  test('is kept, and looked at again on the morning of the next working day', async () => {
    const house = await anEmptyHouse();
    house.passesTo('23T09:01');
    await house.tick(NUMBER);
    expect(await house.heard()).toEqual([
      `${OWNER} 已登记，编号 A0001。这里还没有企业服务专员，急事请拨打 12345。`,
    ]);
    expect(await house.unserved()).toEqual([NUMBER]);
    expect(await house.records.nextDue(APPEAL)).toBeLessThanOrEqual(at('24T09:00'));
    expect(await house.records.due(APPEAL, at('23T09:01'))).toEqual([]);
    house.passesTo('24T09:00');
    house.binds(rosterOf([CITY]));
    await house.tick(NUMBER);
    expect(await house.heard()).toContain(`${LI} A0001 新诉求（融资 · 洪山区）`);
    expect(await house.heard()).toContain(`${OWNER} A0001 已转给企业服务专员。`);
    expect(await house.unserved()).toEqual([]);
  });

  test('is put to whoever is bound, once, however often it is asked', async () => {
    const house = await anEmptyHouse();
    house.passesTo('23T09:01');
    await house.tick(NUMBER);
    await house.serve();
    expect(await house.heard()).toHaveLength(1);
    house.binds(rosterOf([CITY]));
    for (let copy = 0; copy < 3; copy += 1) await house.serve();
    expect((await house.heard()).filter((said) => said.startsWith(LI))).toHaveLength(1);
  });

  test('is put to the first administrator, too', async () => {
    const house = await anEmptyHouse();
    house.passesTo('23T09:01');
    await house.tick(NUMBER);
    const admin = 'test:管理员' as AccountId;
    house.binds(rosterOf([], [admin]));
    const bound: string[] = [];
    const { person } = servingAfter({ person: async (id) => void bound.push(id) }, house.serve);
    await person(admin, {}, 'test:2#1');
    expect(bound).toEqual([admin]);
    expect(await house.heard()).toContain(`${admin} A0001 新诉求（融资 · 洪山区）`);
  });

  test('takes what is added in the meantime, and can be withdrawn', async () => {
    const house = await anEmptyHouse();
    house.passesTo('23T09:01');
    await house.tick(NUMBER);
    await house.order({ ...WISHES.supplement, text: '贷款三百万' }, 'test:2#1');
    expect(await house.heard()).toContain(`${OWNER} 已补充到 A0001。`);
    await house.order({ kind: 'withdraw', reason: null }, 'test:3#1');
    expect(await house.unserved()).toEqual([]);
    house.binds(rosterOf([CITY]));
    await house.serve();
    expect((await house.heard()).some((said) => said.startsWith(LI))).toBe(false);
    expect(await house.records.nextDue(APPEAL)).toBeNull();
  });

  test('asked in a group, its owner is called there when somebody has come', async () => {
    const house = await anEmptyHouse(GROUP);
    house.passesTo('23T09:01');
    await house.tick(NUMBER);
    house.binds(rosterOf([CITY]));
    await house.serve();
    const told = (await house.records.outbox(APPEAL, NUMBER)).at(-1);
    expect(told).toMatchObject({ to: GROUP, content: { mention: OWNER } });
  });
});

describe('who takes an appeal of a group', () => {
  const state = { chat: GROUP, district: '洪山区' };
  const takers = (areas: readonly Area[], of = state) =>
    takersOf({ roster: () => rosterOf(areas) }, of, at('23T09:00'));

  test.for([
    ['the group', [{ kind: 'group', chat: GROUP }]],
    ['its street', [{ kind: 'station', path: ['洪山区', '关山街'] }]],
    ['its district', [{ kind: 'station', path: ['洪山区'] }]],
    ['the city', [{ kind: 'station', path: [] }]],
  ] as const)('the specialist of %s', ([, areas]) => {
    expect(takers(areas)).toEqual([LI]);
  });

  test('not one of another street, nor of its street where it is told of another district', () => {
    expect(takers([{ kind: 'station', path: ['洪山区', '珞南街'] }])).toEqual([]);
    expect(
      takers([{ kind: 'station', path: ['洪山区', '关山街'] }], { chat: GROUP, district: '江夏区' }),
    ).toEqual([]);
    expect(
      takers([{ kind: 'station', path: ['洪山区', '关山街'] }], { chat: OWNER, district: '洪山区' }),
    ).toEqual([]);
  });
});
