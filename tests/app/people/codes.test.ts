import { describe, expect, test } from 'vitest';
import { CODE } from '../../../src/app/people/kinds.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { firstCodeText } from '../../../src/text/zh/people.ts';
import { acc, aTown, codeIn, MONDAY, must } from '../../support/a-town.ts';

const ADMIN = 'feishu:管';

describe('an invitation', () => {
  test.for([
    ['邀请 专员 洪山区 关山街道', '洪山区—关山街道的专员'],
    ['邀请 专员 洪山区 创意天地', '洪山区—创意天地的专员'],
    ['邀请 承办 市经信局', '市经信局的承办人'],
    ['邀请 督办 洪山区', '洪山区的督办员'],
    ['邀请 管理员', '管理员'],
  ] as const)('「%s」 makes whoever sends the code %s', async ([text, role]) => {
    const { says, records } = await aTown();
    const code = codeIn(await says(ADMIN, text));
    expect(JSON.stringify(await records.read(CODE, 'book'))).not.toContain(code);
    const heard = await says('wechat:李四', code.toLowerCase());
    expect(heard.reply).toBeNull();
    expect(heard.notices).toEqual([
      `wechat:李四: 您现在是${role}（编号 1）。发「帮助」看能做什么。`,
      `${ADMIN}: 您发出的码已由李四使用：${role}（编号 1）。不对就发「解绑 1」。`,
    ]);
    expect((await says('wechat:李四', '我是谁')).reply).toContain(role);
  });

  test('outlives a restart, but not ten minutes', async () => {
    const first = await aTown();
    const code = codeIn(await first.says(ADMIN, '邀请 管理员'));
    const late = codeIn(await first.says(ADMIN, '邀请 专员 洪山区'));
    const second = await aTown({ records: first.records });
    expect((await second.says('wechat:李四', code)).notices[0]).toContain('您现在是管理员');
    second.time.now = (MONDAY + 600_000) as Instant;
    expect((await second.says('wechat:王五', late)).notices[0]).toContain('过期');
  });

  test('is not spent on who has the role, and needs its place', async () => {
    const { says } = await aTown();
    await says(ADMIN, '绑定 专员 洪山区');
    const code = codeIn(await says(ADMIN, '邀请 专员 洪山区'));
    expect((await says(ADMIN, code)).reply).toContain('已经是');
    expect((await says('wechat:李四', code)).notices).toHaveLength(2);
    for (const [text, missing] of [
      ['邀请 专员', '请带上区'],
      ['邀请 承办', '请带上单位'],
      ['邀请 督办 火星', '没认出'],
      ['邀请 承办 火星探测局办公室', '单位'],
      ['邀请 管理员 李四', '名称'],
    ] as const)
      expect((await says(ADMIN, text)).reply).toContain(missing);
    const asked = await says(ADMIN, '邀请 承办 市精信局');
    expect(asked.choices.map(({ label }) => label)).toContain('市经信局');
  });
});

describe('a code in a group', () => {
  const group = { group: 'wechat:经信群' };

  test('of a desk binds the group, whoever sends it', async () => {
    const { says, people } = await aTown();
    const code = codeIn(await says(ADMIN, '邀请 承办 市经信局'));
    const heard = await says('wechat:办', code, group);
    expect(heard.notices[0]).toBe('wechat:经信群: 好了，本群现在是市经信局的承办群（编号 1）。');
    expect(heard.notices[1]).toContain('在群里');
    expect(people.roster().placeOf(group.group)?.binding).toMatchObject({ kind: 'desk' });
    const again = codeIn(await says(ADMIN, '邀请 承办 市科技局'));
    expect((await says('wechat:办', again, group)).reply).toContain('已经绑定过了');
  });

  test('of a role is void, for others have read it', async () => {
    const { says } = await aTown();
    const code = codeIn(await says(ADMIN, '邀请 管理员'));
    const heard = await says('wechat:甲', code, group);
    expect(heard.reply).toContain('作废');
    expect(heard.notices).toEqual([
      `${ADMIN}: 甲把您给的码（管理员）发到了群里，已作废。请重新邀请，让本人私聊发给我。`,
    ]);
    expect((await says('wechat:乙', code)).notices[0]).toContain('不对');
  });

  test('is told to whoever made it, unless he showed it himself', async () => {
    const { says } = await aTown();
    const linking = codeIn(await says('feishu:主', '关联账号'));
    expect((await says('wechat:甲', linking, group)).notices).toEqual([
      'feishu:主: 甲把您的关联码发到了群里，已作废。请重新发「关联账号」。',
    ]);
    const own = codeIn(await says(ADMIN, '邀请 专员 洪山区'));
    expect(await says(ADMIN, own, group)).toMatchObject({
      reply: expect.stringContaining('作废'),
      notices: [],
    });
  });

  test('of the terminal has nobody to be told', async () => {
    const { says, firstCode } = await aTown({ admins: [] });
    expect((await says('wechat:甲', must(await firstCode()), group)).notices).toEqual([]);
  });

  test('that is none is left alone', async () => {
    const { says } = await aTown();
    expect(await says('wechat:甲', 'AB23CD45', group)).toMatchObject({ reply: null, notices: [] });
  });
});

describe('wrong codes', () => {
  test('five lock the account for ten minutes', async () => {
    const { says, time } = await aTown();
    const code = codeIn(await says(ADMIN, '邀请 管理员'));
    const tries = ['AAAA2222', 'AAAA3333', 'AAAA4444', 'AAAA5555', 'AAAA6666'];
    const heard: string[] = [];
    for (const wrong of tries) heard.push(...(await says('wechat:贼', wrong)).notices);
    expect(heard[3]).toContain('还可以试 1 次');
    expect(heard[4]).toContain('10 分钟后');
    expect((await says('wechat:贼', code)).notices).toEqual([expect.stringContaining('次数太多')]);
    time.now = (MONDAY + 600_000) as Instant;
    expect((await says('wechat:贼', 'AAAA7777')).notices[0]).toContain('还可以试 4 次');
  });
});

describe('two accounts of one person', () => {
  test('are joined by a code from one that is sent from the other, and parted again', async () => {
    const { says, people } = await aTown();
    const offered = await says(ADMIN, '关联账号');
    const code = codeIn(offered);
    expect((await says(ADMIN, code)).reply).toContain('另一个账号');
    const joined = await says('wechat:管', code);
    expect(joined.notices.map((one) => one.slice(0, 9))).toEqual(['wechat:管:', 'feishu:管:']);
    expect((await says('wechat:管', '我是谁')).reply).toContain('已关联飞书');
    expect((await says('wechat:管', '邀请 管理员')).reply).toContain('一次性码');
    expect((await says(ADMIN, '解除关联')).reply).toContain('已解除');
    expect(people.roster().whoIs(acc('wechat:管')).accounts).toEqual(['wechat:管']);
    expect((await says('wechat:管', '解除关联')).reply).toContain('没有关联');
  });
});

describe('the first administrator', () => {
  test('comes in by the code of the terminal, in private, and there is none after that', async () => {
    const { says, firstCode, people } = await aTown({ admins: [] });
    const old = must(await firstCode());
    const code = must(await firstCode());
    expect(firstCodeText(code)).toContain(code);
    expect((await says('wechat:乙', old)).notices[0]).toContain('不对');
    expect((await says('wechat:甲', code)).notices).toEqual([expect.stringContaining('您现在是管理员')]);
    expect(people.roster().administrators()).toEqual(['wechat:甲']);
    expect(await firstCode()).toBeNull();
    expect((await says('wechat:甲', '解绑 2')).reply).toContain('最后一位管理员');
  });

  test('is not asked for where the settings name one', async () => {
    expect(await (await aTown()).firstCode()).toBeNull();
  });
});
