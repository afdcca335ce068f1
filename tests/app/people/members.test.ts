import { describe, expect, test } from 'vitest';
import { ENTERPRISE } from '../../../src/app/people/kinds.ts';
import { findBreak } from '../../../src/domain/chain.ts';
import { acc, aTown, at, sha256, type Town, must } from '../../support/a-town.ts';

const ADMIN = 'feishu:管';
const GROUP = { group: 'wechat:企业群' };
const NAME = '示例科技有限公司';

/** An enterprise group of 洪山区, its specialist, and one of another district. */
async function aServedTown(): Promise<Town> {
  const town = await aTown();
  await town.says(ADMIN, `绑定 企业群 洪山区 ${NAME}`, GROUP);
  await town.says(ADMIN, '绑定 专员 @专 洪山区', { ...GROUP, mentions: [at('wechat:专')] });
  await town.says(ADMIN, '绑定 专员 @别 江夏区', { ...GROUP, mentions: [at('wechat:别')] });
  return town;
}

describe('the first member', () => {
  test('asks, is confirmed by a specialist, and is told', async () => {
    const { says, people, records } = await aServedTown();
    const asked = await says('wechat:老板', '加入企业', GROUP);
    expect(asked.reply).toBe(`已登记您要加入${NAME}，等专员确认，结果会告诉您。`);
    expect(asked.notices).toEqual([
      `wechat:专: 老板要加入${NAME}（第一位成员）。是企业的人就发「确认成员 4」，不是就发「移除成员 4」。`,
    ]);
    expect((await says('wechat:老板', `加入企业 ${NAME}`)).reply).toContain('已经登记过');
    expect((await says('wechat:老板', '确认成员 4')).reply).toContain('专员');
    expect((await says('wechat:别', '确认成员 4')).reply).toContain('没有等着确认');
    const confirmed = await says('wechat:专', '确认成员 4');
    expect(confirmed.reply).toBe(`好了，老板现在是${NAME}的成员。`);
    expect(confirmed.notices[0]).toContain(`wechat:老板: 您现在是${NAME}的成员`);
    expect((await says('wechat:专', '确认成员 4')).reply).toContain('没有等着确认');
    const roster = people.roster();
    expect(roster.enterpriseOf(acc('wechat:老板'), 'wechat:老板')).toMatchObject({ isMember: true });
    expect(roster.enterpriseOf(acc('wechat:路人'), GROUP.group)).toMatchObject({ isMember: false });
    expect(roster.enterpriseOf(acc('wechat:路人'), 'wechat:路人')).toBeNull();
    expect((await says('wechat:老板', '我是谁')).reply).toContain(`所属企业：${NAME}`);
    expect((await says('wechat:老板', '加入企业', GROUP)).reply).toContain('已经是这家企业');
    const [id = ''] = await records.find(ENTERPRISE, 'all');
    const record = must(await records.read(ENTERPRISE, id));
    expect(record.chain.map(({ fact }) => fact.kind)).toEqual(['founded', 'asked', 'confirmed']);
    expect(findBreak(record.chain, sha256)).toBeNull();
    expect(roster.membersOf(record.id)).toEqual(['wechat:老板']);
  });

  test('of an enterprise that nobody knows yet makes it, by whatever signs its name is written', async () => {
    const { says, people } = await aServedTown();
    await says('wechat:甲', '加入企业 样例（武汉）有限公司');
    await says('wechat:乙', '加入企业 样例(武汉)有限公司');
    expect(people.roster().enterpriseNamed('样例(武汉) 有限公司')?.members).toHaveLength(2);
    expect((await says('wechat:丙', '加入企业')).reply).toContain('请带上企业名称');
    expect((await says('wechat:丙', '加入企业 厂')).reply).toContain('名称');
  });
});

describe('later members', () => {
  const joined = async (): Promise<Town> => {
    const town = await aServedTown();
    await town.says('wechat:老板', '加入企业', GROUP);
    await town.says('wechat:专', '确认成员 4');
    await town.says('wechat:会计', `加入企业 ${NAME}`);
    return town;
  };

  test('are confirmed by a member', async () => {
    const { says } = await joined();
    expect((await says('wechat:老板', '确认成员 5')).reply).toContain('会计现在是');
    expect((await says('wechat:会计', '帮助')).reply).toContain('成员：');
  });

  test('are asked about of members and specialists', async () => {
    const { says } = await joined();
    const { notices } = await says('wechat:出纳', `加入企业 ${NAME}`);
    expect(notices.map((one) => one.split(': ')[0])).toEqual(['wechat:老板', 'wechat:专']);
  });

  test('are declined by a member, removed by a specialist, and leave by themselves', async () => {
    const { says } = await joined();
    expect((await says('wechat:路人', '移除成员 5')).reply).toContain('不归您管');
    const declined = await says('wechat:老板', '移除成员 5');
    expect(declined.notices).toEqual([expect.stringContaining('wechat:会计: 您已不在')]);
    await says('wechat:会计', `加入企业 ${NAME}`);
    await says('wechat:专', '确认成员 6');
    expect((await says('wechat:会计', '移除成员 4')).reply).toContain('不归您管');
    expect((await says('wechat:会计', '移除成员 6')).notices).toEqual([]);
    expect((await says('wechat:专', '移除成员 4')).reply).toContain('老板不再是');
  });

  test('are listed for members and specialists, in a group to the person alone', async () => {
    const { says } = await joined();
    expect((await says('wechat:老板', '成员')).reply?.split('\n')).toEqual([
      `${NAME}：成员 1 人，待确认 1 人`,
      '5 会计（待确认）',
      '4 老板',
      '发「确认成员 编号」通过，「移除成员 编号」拒绝。',
    ]);
    const heard = await says('wechat:专', '成员', GROUP);
    expect([heard.reply, heard.notices.length]).toEqual(['已私信发给您。', 1]);
    expect((await says('wechat:别', `成员 ${NAME}`)).reply).toContain('没有找到');
    expect((await says('wechat:路人', '成员')).reply).toContain('没有找到');
    for (let n = 0; n < 7; n += 1) await says(`wechat:员工${n}`, `加入企业 ${NAME}`);
    expect((await says('wechat:老板', '成员')).reply?.split('\n')).toHaveLength(8);
  });

  test('of two enterprises are asked which', async () => {
    const { says, picks, people } = await joined();
    await says('wechat:老板', '加入企业 样例有限公司');
    await says('wechat:专', '确认成员 6');
    expect(people.roster().enterpriseOf(acc('wechat:老板'), 'wechat:老板')).toBeNull();
    const heard = await says('wechat:老板', '成员');
    expect(heard.choices.map(({ label }) => label)).toEqual([NAME, '样例有限公司']);
    expect((await picks('wechat:老板', heard, '2')).reply).toContain('样例有限公司：成员 1 人');
  });

  test('a specialist bound to the enterprise’s group confirms as well', async () => {
    const { says } = await joined();
    await says(ADMIN, '绑定 专员 @群专', { ...GROUP, mentions: [at('wechat:群专')] });
    expect((await says('wechat:群专', '确认成员 5')).reply).toContain('会计现在是');
  });
});
