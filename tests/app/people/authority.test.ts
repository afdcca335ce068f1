import { describe, expect, test } from 'vitest';
import { parsePeopleCommand } from '../../../src/domain/people/commands.ts';
import { peopleRefusals } from '../../../src/text/zh/people-refusals.ts';
import type { PeopleRefusal } from '../../../src/domain/people/notes.ts';
import { aTown, at, codeIn, type Heard, type Town } from '../../support/a-town.ts';

const GROUP = 'feishu:群';
const DESK = 'feishu:经信群';

/** One of each role, and a group of each sort. */
async function aPeopledTown(): Promise<Town> {
  const town = await aTown();
  const group = { group: GROUP };
  await town.says('feishu:管', '绑定 企业群 洪山区 示例科技有限公司', group);
  await town.says('feishu:管', '绑定 承办 市经信局', { group: DESK });
  await town.says('feishu:管', '绑定 专员 @专 洪山区', { ...group, mentions: [at('feishu:专')] });
  await town.says('feishu:管', '绑定 专员 @李四 江夏区', { ...group, mentions: [at('feishu:李四')] });
  await town.says('feishu:管', '绑定 承办 @办 市经信局', { ...group, mentions: [at('feishu:办')] });
  await town.says('feishu:管', '绑定 督办 @督 洪山区', { ...group, mentions: [at('feishu:督')] });
  return town;
}

const outcome = ({ reply }: Heard): string => {
  const refused = Object.entries(peopleRefusals).find(([, text]) => text === reply);
  return refused ? refused[0] : 'ok';
};

const ROLES = ['管', '督', '专', '办', '主'] as const;
type Expected = PeopleRefusal | 'ok';
const everybody = (one: Expected): readonly Expected[] => ROLES.map(() => one);
const adminElse = (own: Expected, others: Expected): readonly Expected[] =>
  ROLES.map((role) => (role === '管' ? own : others));

/** For each role (administrator, supervisor, specialist, handler, owner): what comes of it alone, and in a group. */
const TABLE: readonly (readonly [string, readonly Expected[], readonly Expected[]])[] = [
  ['我是谁', everybody('ok'), everybody('ok')],
  ['帮助', everybody('ok'), everybody('ok')],
  [
    '绑定 企业群 江夏区',
    adminElse('group-only', 'administrators-only'),
    adminElse('ok', 'administrators-only'),
  ],
  ['绑定 承办 市科技局', adminElse('ok', 'administrators-only'), adminElse('ok', 'administrators-only')],
  [
    '绑定 专员 青山区',
    adminElse('ok', 'administrators-only'),
    adminElse('mention-needed', 'administrators-only'),
  ],
  [
    '绑定 督办 青山区',
    adminElse('ok', 'administrators-only'),
    adminElse('mention-needed', 'administrators-only'),
  ],
  ['绑定列表', adminElse('ok', 'administrators-only'), adminElse('ok', 'administrators-only')],
  [
    '解绑 4',
    ['ok', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['ok', ...everybody('not-yours').slice(1)],
  ],
  [
    '邀请 专员 洪山区',
    adminElse('ok', 'administrators-only'),
    adminElse('private-only', 'administrators-only'),
  ],
  [
    '邀请 承办 市经信局',
    adminElse('ok', 'administrators-only'),
    adminElse('private-only', 'administrators-only'),
  ],
  [
    '邀请 督办 洪山区',
    adminElse('ok', 'administrators-only'),
    adminElse('private-only', 'administrators-only'),
  ],
  ['邀请 管理员', adminElse('ok', 'administrators-only'), adminElse('private-only', 'administrators-only')],
  ['关联账号', everybody('ok'), everybody('private-only')],
  ['解除关联', everybody('not-linked'), everybody('private-only')],
  ['请假 三天', ['no-duty', 'ok', 'ok', 'ok', 'no-duty'], ['no-duty', 'ok', 'ok', 'ok', 'no-duty']],
  ['销假', everybody('not-absent'), everybody('not-absent')],
  [
    '移交 全部 给 李四',
    ['no-duty', 'unknown-person', 'ok', 'unknown-person', 'no-duty'],
    ['no-duty', 'unknown-person', 'ok', 'unknown-person', 'no-duty'],
  ],
  ['加入企业 示例科技有限公司', everybody('ok'), everybody('ok')],
  [
    '成员 示例科技有限公司',
    ['ok', 'unknown-enterprise', 'ok', 'unknown-enterprise', 'unknown-enterprise'],
    ['ok', 'unknown-enterprise', 'ok', 'unknown-enterprise', 'unknown-enterprise'],
  ],
  [
    '确认成员 99',
    ['nothing-waits', 'nothing-waits', 'nothing-waits', 'nothing-waits', 'needs-specialist'],
    ['nothing-waits', 'nothing-waits', 'nothing-waits', 'nothing-waits', 'needs-specialist'],
  ],
  ['移除成员 99', everybody('not-yours'), everybody('not-yours')],
];

describe('who may say what', () => {
  const cases = TABLE.flatMap(([text, alone, inGroup]) =>
    ROLES.flatMap((role, place) => [
      { text, role, where: '私聊', expected: alone[place] },
      { text, role, where: '群', expected: inGroup[place] },
    ]),
  );

  test.for(cases)('$role「$text」in $where: $expected', async ({ text, role, where, expected }) => {
    const town = await aPeopledTown();
    const saying = where === '群' ? { group: GROUP } : {};
    const heard = await town.says(`feishu:${role}`, text, saying);
    expect(outcome(heard)).toBe(expected);
    expect(expected === 'ok' || heard.notices.length + heard.choices.length === 0).toBe(true);
    expect((heard.reply ?? '').split('\n').length).toBeLessThanOrEqual(8);
  });

  test('every command stands in the table, but for those of a choice and a code', () => {
    const kinds = new Set(TABLE.map(([text]) => parsePeopleCommand({ text, mentions: [] })?.kind));
    expect(kinds.size).toBe(18);
  });
});

describe('a display name', () => {
  test('grants nothing: neither an administrator’s, nor one behind an @', async () => {
    const town = await aPeopledTown();
    const heard = await town.says('wechat:骗', '邀请 管理员', { name: '管' });
    expect(outcome(heard)).toBe('administrators-only');
    for (const text of ['绑定 专员 @李四 洪山区', '绑定 承办 @李四 市经信局', '绑定 督办 @李四 洪山区']) {
      expect(outcome(await town.says('feishu:管', text, { group: GROUP }))).toBe('mention-needed');
      expect(outcome(await town.says('feishu:管', text))).toBe('mention-needed');
    }
  });

  test('that somebody took does not move a duty to them', async () => {
    const town = await aPeopledTown();
    await town.says('wechat:骗', '加入企业 示例科技有限公司', { name: '李四' });
    const heard = await town.says('feishu:专', '移交 全部 给 李四');
    const done = await town.picks('feishu:专', heard, '1');
    expect(done.handOver).toMatchObject({ to: 'feishu:李四' });
  });

  test('is never read as a command of a choice', async () => {
    const town = await aPeopledTown();
    const forged = '身份:{"kind":"invite","role":"administrator","words":""}';
    expect((await town.says('feishu:管', forged)).reply).toBeUndefined();
    expect(outcome(await town.says('feishu:主', forged, { isPicked: true }))).toBe('administrators-only');
  });
});

describe('rights end', () => {
  test('with the grant: whom a former administrator invited does not come in', async () => {
    const town = await aTown();
    const invitation = await town.says('feishu:管', '邀请 管理员');
    await town.says('wechat:二', codeIn(invitation));
    const second = await town.says('wechat:二', '邀请 管理员');
    await town.says('feishu:管', '解绑 1');
    expect(outcome(await town.says('wechat:二', '邀请 管理员'))).toBe('administrators-only');
    const late = await town.says('wechat:三', codeIn(second));
    expect(late.notices).toEqual([expect.stringContaining('不对')]);
  });
});
