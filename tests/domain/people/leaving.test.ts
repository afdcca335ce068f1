import { describe, expect, test } from 'vitest';
import { departure, suspendedBinding } from '../../../src/domain/people/leaving.ts';
import { acc, aTown, at, MONDAY } from '../../support/a-town.ts';

const ADMIN = 'feishu:管';
const GROUP = { group: 'feishu:群' };
const DESK = { group: 'feishu:经信群' };

async function aStaffedTown() {
  const town = await aTown();
  await town.says(ADMIN, '绑定 企业群 洪山区', GROUP);
  await town.says(ADMIN, '绑定 承办 市经信局', DESK);
  await town.says(ADMIN, '绑定 专员 @群专', { ...GROUP, mentions: [at('feishu:群专')] });
  await town.says(ADMIN, '绑定 专员 @区专 洪山区', { ...GROUP, mentions: [at('feishu:区专')] });
  await town.says(ADMIN, '绑定 专员 @别区 江夏区', { ...GROUP, mentions: [at('feishu:别区')] });
  await town.says(ADMIN, '绑定 承办 @办 市经信局', { ...GROUP, mentions: [at('feishu:办')] });
  const leaves = (person: string, chat: string) =>
    departure(town.people.roster(), { account: acc(person), chat, now: MONDAY });
  return { ...town, leaves };
}

describe('somebody who leaves a group', () => {
  test('loses what he was for this group alone', async () => {
    const { leaves } = await aStaffedTown();
    const left = leaves('feishu:群专', GROUP.group);
    expect(left?.duties).toHaveLength(1);
    const number = left?.duties[0]?.number ?? 0;
    expect(left?.orders).toEqual([
      { record: 'person', id: 'feishu:群专', order: { kind: 'revoked', number, at: MONDAY, by: null } },
    ]);
  });

  test.for([
    ['the specialist of its district', 'feishu:区专', GROUP.group],
    ['the handler of its desk', 'feishu:办', DESK.group],
  ] as const)('%s keeps his duty, and is told of', async ([, person, chat]) => {
    const { leaves } = await aStaffedTown();
    expect(leaves(person, chat)).toMatchObject({ duties: [{}], orders: [] });
  });

  test.for([
    ['an owner', 'feishu:王', GROUP.group],
    ['the specialist of another district', 'feishu:别区', GROUP.group],
    ['a handler in a group of enterprises', 'feishu:办', GROUP.group],
    ['a specialist in the group of a desk', 'feishu:区专', DESK.group],
    ['anybody with a duty in a group that is not bound', 'feishu:区专', 'feishu:别群'],
  ] as const)('%s had no duty there', async ([, person, chat]) => {
    expect((await aStaffedTown()).leaves(person, chat)).toBeNull();
  });
});

test('what a group was bound to before the bot had to leave is still known', async () => {
  const { people } = await aStaffedTown();
  const roster = people.roster();
  expect(suspendedBinding(roster, GROUP.group)).toBeNull();
  const places = roster.data.places.map((place) => ({ ...place, suspended: true }));
  const gone = { ...roster, data: { ...roster.data, places } };
  expect(suspendedBinding(gone, GROUP.group)).toMatchObject({ kind: 'enterprise-group', district: '洪山区' });
  expect(suspendedBinding(gone, 'feishu:别群')).toBeNull();
});
