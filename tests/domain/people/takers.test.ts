import { describe, expect, test } from 'vitest';
import { createRoster, type Roster } from '../../../src/domain/people/roster.ts';
import type { DeskUnit, Grant, Person, Place } from '../../../src/domain/people/types.ts';
import { isHandlerOf } from '../../../src/domain/people/who.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { acc, MONDAY } from '../../support/a-town.ts';

const UNIT = 'wuhan-jingxin' as DeskUnit;

let numbers = 0;
const aPerson = (id: string, grants: readonly Grant[], fields: Partial<Person> = {}): Person => ({
  account: acc(id),
  name: id,
  grants: grants.map((grant) => ({ number: (numbers += 1), grant })),
  absence: null,
  link: null,
  suspended: false,
  boundAgainAt: null,
  ...fields,
});
const station = (...path: string[]): Grant => ({ role: 'specialist', area: { kind: 'station', path } });
const away = (substitute: string | null): Pick<Person, 'absence'> => ({
  absence: { until: (MONDAY + 1) as Instant, substitute: substitute === null ? null : acc(substitute) },
});
const aRoster = (persons: readonly Person[], places: readonly Place[] = []): Roster =>
  createRoster({
    persons,
    places,
    enterprises: [],
    book: { codes: [], tries: [], causes: [] },
    admins: [acc('feishu:管')],
    highest: 0,
  });

const origin = { chat: 'feishu:g', district: '洪山区', station: ['关山街道', '创意天地'] };
const all = [
  aPerson('feishu:群', [{ role: 'specialist', area: { kind: 'group', chat: 'feishu:g' } }]),
  aPerson('feishu:站', [station('洪山区', '关山街道', '创意天地')]),
  aPerson('feishu:街', [station('洪山区', '关山街道')]),
  aPerson('feishu:区', [station('洪山区')]),
  aPerson('feishu:别区', [station('江夏区')]),
  aPerson('feishu:市', [station()]),
];
const without = (...ids: string[]) => all.filter(({ account }) => !ids.includes(account.slice(7)));

describe('an appeal is offered to', () => {
  test.for([
    ['those bound to its group', all, ['feishu:群']],
    ['else those of its station', without('群'), ['feishu:站']],
    ['else of its street', without('群', '站'), ['feishu:街']],
    ['else of its district', without('群', '站', '街'), ['feishu:区']],
    ['else of the city', without('群', '站', '街', '区'), ['feishu:市']],
    ['else the administrators', without('群', '站', '街', '区', '市'), ['feishu:管']],
  ] as const)('%s', ([, persons, takers]) => {
    expect(aRoster(persons).specialistsFor(origin, MONDAY)).toEqual(takers);
  });

  test('those of the city where no district is known', () => {
    expect(aRoster(all).specialistsFor({ chat: 'x:y', district: null, station: [] }, MONDAY)).toEqual([
      'feishu:市',
    ]);
  });

  test('a person with two accounts once', () => {
    const link = { to: acc('feishu:一'), at: MONDAY };
    const persons = [
      aPerson('feishu:一', [station('洪山区')]),
      aPerson('wechat:一', [station('洪山区')], { link }),
    ];
    expect(aRoster(persons).specialistsFor(origin, MONDAY)).toEqual(['feishu:一']);
  });

  test('nobody whose channel has got new ids', () => {
    expect(
      aRoster([aPerson('wechat:区', [station('洪山区')], { suspended: true })]).specialistsFor(
        origin,
        MONDAY,
      ),
    ).toEqual(['feishu:管']);
  });
});

describe('who is away', () => {
  const city = aPerson('feishu:市', [station()]);
  const takers = (persons: readonly Person[], now = MONDAY) => aRoster(persons).specialistsFor(origin, now);

  test('is replaced by who stands in, and is back at midnight', () => {
    const persons = [aPerson('feishu:一', [station('洪山区')], away('feishu:市')), city];
    expect(takers(persons)).toEqual(['feishu:市']);
    expect(takers(persons, (MONDAY + 1) as Instant)).toEqual(['feishu:一']);
  });

  test('is replaced over two who are away', () => {
    const persons = [
      aPerson('feishu:一', [station('洪山区')], away('feishu:二')),
      aPerson('feishu:二', [station('江夏区')], away('feishu:市')),
      city,
    ];
    expect(takers(persons)).toEqual(['feishu:市']);
    expect(aRoster(persons).standInOf(acc('feishu:一'), MONDAY)).toBe('feishu:市');
  });

  test('is replaced by nobody where two stand in for each other, nobody was named, or a role was lost', () => {
    const one = (substitute: string | null) => aPerson('feishu:一', [station('洪山区')], away(substitute));
    expect(
      takers([one('feishu:二'), aPerson('feishu:二', [station('洪山区')], away('feishu:一')), city]),
    ).toEqual(['feishu:市']);
    expect(takers([one(null), city])).toEqual(['feishu:市']);
    expect(takers([one('feishu:无'), city])).toEqual(['feishu:市']);
    expect(aRoster([one(null)]).standInOf(acc('feishu:一'), MONDAY)).toBeNull();
  });
});

describe('desks and supervisors', () => {
  const desk = (chat: string, fields: Partial<Place> = {}): Place => ({
    chat,
    number: (numbers += 1),
    binding: { kind: 'desk', unit: UNIT },
    suspended: false,
    ...fields,
  });
  const handler: Grant = { role: 'handler', unit: UNIT };

  test('a unit’s work goes to its groups and to its handlers in private', () => {
    const roster = aRoster(
      [aPerson('feishu:甲', [handler], away('feishu:乙')), aPerson('feishu:乙', [handler])],
      [desk('feishu:g'), desk('feishu:old', { binding: null }), desk('wechat:s', { suspended: true })],
    );
    expect(roster.desksOf(UNIT, MONDAY)).toEqual(['feishu:g', 'feishu:乙']);
    expect(roster.desksOf('other' as DeskUnit, MONDAY)).toEqual([]);
    expect(roster.placeOf('wechat:s')).toBeNull();
  });

  test('a handler is one by grant, or by speaking in the group of the desk', () => {
    const roster = aRoster([aPerson('feishu:甲', [handler])], [desk('feishu:g')]);
    const stranger = roster.whoIs(acc('feishu:x'));
    expect(isHandlerOf(roster.whoIs(acc('feishu:甲')), null, UNIT)).toBe(true);
    expect(isHandlerOf(stranger, roster.placeOf('feishu:g'), UNIT)).toBe(true);
    expect(isHandlerOf(stranger, null, UNIT)).toBe(false);
    expect(isHandlerOf(stranger, roster.placeOf('feishu:g'), 'other' as DeskUnit)).toBe(false);
  });

  test('supervisors are those of the district, else of the city', () => {
    const city = aPerson('feishu:市', [{ role: 'supervisor', path: [] }]);
    const roster = aRoster([city, aPerson('feishu:区', [{ role: 'supervisor', path: ['洪山区'] }])]);
    expect(roster.supervisorsFor('洪山区', MONDAY)).toEqual(['feishu:区']);
    expect(roster.supervisorsFor('江夏区', MONDAY)).toEqual(['feishu:市']);
    expect(roster.supervisorsFor(null, MONDAY)).toEqual(['feishu:市']);
  });
});
