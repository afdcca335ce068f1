import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROFILE } from '../../src/app/enterprise/kinds.ts';
import { readProfile } from '../../src/domain/enterprise/profile-record.ts';
import { findBreak } from '../../src/domain/chain.ts';
import { sha256 } from '../support/a-town.ts';
import { ASK, OWN, ownersOn } from '../support/an-owner.ts';
import { aStage, type Heard, heardBy, type Stage, withPeople } from '../support/stage.ts';

const MIXED = { group: '企业群' };

let stage: Stage;
let owners: ReturnType<typeof ownersOn>;
beforeEach(async () => {
  stage = await aStage('2023-06-01T09:00');
  owners = ownersOn(stage);
});
afterEach(async () => stage.end());

const alone = (text: string, person?: string): Promise<string> => owners.alone(text, person);

describe('in groups', () => {
  const inGroup = (heard: readonly Heard[], group: string): string => heardBy(heard, group);

  test('of many enterprises numbers alone are said, the rest is said alone', async () => {
    await withPeople(stage);
    await alone('我们是省级小巨人，能享受什么政策');
    const heard = await stage.says('张三', ASK, MIXED);
    expect(inGroup(heard, '企业群')).toMatch(/^找到符合\d项.*详情已私信您。$/);
    expect(heardBy(heard, '张三')).toContain('省级专精特新');
    expect(await alone('1')).toContain('依据：');
    const profile = await stage.says('张三', '我的企业', MIXED);
    expect(inGroup(profile, '企业群')).toBe('企业资料只在私聊里说，已私信您。');
    expect(heardBy(profile, '张三')).toContain('认定：');
    await alone('洪山区');
    expect(readProfile(await owners.recordOf('张三')).place?.district).toBe('洪山区');
    expect(inGroup(await stage.says('王五', ASK, MIXED), '企业群')).toContain('已私信您');
  });

  test('of one enterprise its members hear all, a visitor nothing', async () => {
    await owners.joins('张三');
    expect(inGroup(await stage.says('张三', '我们是省级小巨人，能享受什么政策', OWN), '示例群')).toContain(
      '20万元',
    );
    const shown = inGroup(await stage.says('张三', '我的企业', OWN), '示例群');
    expect(shown).toContain('认定：');
    expect(shown).toContain('群里请@我回答');
    const visitor = await stage.says('王五', '我的企业', OWN);
    expect(inGroup(visitor, '示例群')).toContain('已私信您');
    expect(heardBy(visitor, '王五')).not.toContain('省级');
    const asked = await stage.says('张三', '我们公司有30个人，小巨人奖励多少钱', OWN);
    expect(asked).toHaveLength(1);
    const against = await stage.says('张三', '我们公司有60个人，小巨人奖励多少钱', OWN);
    expect(against[1]?.message).toMatchObject({ mention: 'console:张三' });
    await stage.says('王五', '我们公司有30个人，小巨人奖励多少钱', OWN);
    expect(await stage.records.read(PROFILE, 'console:王五')).not.toMatchObject({ chain: [{}] });
  });
});

describe('whose profile it is', () => {
  test('members share one, and only the person who was asked answers', async () => {
    await owners.joins('张三');
    await owners.joins('李四');
    await stage.says('张三', '我的企业');
    await alone('洪山区', '李四');
    expect((await owners.sharedRecord()).chain).toEqual([]);
    await alone('洪山区');
    expect(await alone('我的企业', '李四')).toContain('地区：武汉市洪山区');
  });

  test('what a person told before joining is offered to the enterprise', async () => {
    await alone('我们是省级小巨人，洪山区的，能享受什么政策');
    await owners.joins('张三');
    expect(await alone(ASK)).toContain('发“并入企业资料”就能用上');
    expect(await alone('下一步')).toContain('发“并入企业资料”就能用上');
    expect(await alone('我的企业')).toMatch(/^您以前自己填过资料，要并进示例科技有限公司的企业资料吗/);
    expect(await alone('1')).toContain('已并进');
    expect(readProfile(await owners.sharedRecord())).toMatchObject({ place: { district: '洪山区' } });
    const own = await owners.recordOf('张三');
    expect(JSON.stringify(own)).not.toContain('洪山区');
    expect(findBreak(own.chain, sha256)).toBeNull();
    expect(await alone('我的企业')).not.toContain('以前自己填过');
    expect(await alone('并入企业资料')).toContain('没有需要并入');
  });

  test('what colleagues have told already stays, and who says no is not asked again', async () => {
    await owners.joins('李四');
    await alone('改 人数 50人', '李四');
    await alone('改 人数 30人');
    await alone('改 成立 2015年');
    await owners.joins('张三');
    const shown = await alone('我的企业');
    expect(shown).toContain('人数：50人');
    expect(shown).toContain('回复 1 并入 | 2 不并入');
    expect(await alone('2')).toContain('不并入');
    expect(await alone('我的企业')).not.toContain('并入');
    expect(await alone('不并入')).toContain('没有需要并入');
    expect(readProfile(await owners.recordOf('张三')).staff).toBe(30);
  });

  test('taking over fills only what is missing', async () => {
    await owners.joins('李四');
    await alone('改 人数 50人', '李四');
    await alone('改 人数 30人');
    await alone('改 成立 2015年');
    await owners.joins('张三');
    await alone('并入企业资料');
    expect(readProfile(await owners.sharedRecord())).toMatchObject({ staff: 50, founded: 2015 });
  });
});
