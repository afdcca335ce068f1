import { describe, expect, test } from 'vitest';
import {
  chatsOf,
  dispatched,
  GROUP,
  inGroup,
  joins,
  opened,
  openStage,
  OWED,
  tell,
} from '../support/appeal-talk.ts';
import { heardBy, type Stage } from '../support/stage.ts';

// Appeals that several people have to do with: members of one enterprise, two desks, colleagues. Played by the whole bot.

const unaddressed = { ...inGroup, addressed: false };

/** 王老板 and 孙经理 are of one enterprise. */
async function withMembers(stage: Stage): Promise<void> {
  await stage.says('王老板', '加入企业 示例科技有限公司');
  await stage.says('李专员', '确认成员 4');
  await stage.says('孙经理', '加入企业 示例科技有限公司');
  await stage.says('王老板', '确认成员 5');
}

describe('two of one enterprise', () => {
  test('tell the same: it is one appeal, and both hear of it', async () => {
    const stage = await openStage();
    await withMembers(stage);
    await opened(stage);
    const joined = await stage.says('孙经理', '诉求 国企拖欠我们货款80万，一直没给');
    expect(heardBy(joined, '孙经理')).toContain('编号 A0001');
    expect(heardBy(joined, GROUP)).toBe('A0001 同事也反映了这件事，合在一起办。');
    expect(heardBy(joined, '李专员')).toBe('A0001 企业补充：国企拖欠我们货款80万，一直没给');
    const sent = await stage.says('李专员', '1');
    expect(heardBy(sent, '孙经理')).toContain('A0001 已转给市经信局');
    const asked = await stage.says('赵经办', '追问 是哪家国企？');
    expect(heardBy(asked, '孙经理')).toContain('是哪家国企？');
    expect(await tell(stage, ['孙经理', '是示例建设集团'], '赵经办')).toBe('A0001 企业补充：是示例建设集团');
    const reply = await stage.says('赵经办', '答复：货款80万元本周五前付清。');
    for (const person of ['王老板', '孙经理']) expect(heardBy(reply, person)).toContain('本周五前付清');
    const rated = await stage.says('孙经理', '很好');
    expect(heardBy(rated, '孙经理')).toBe('谢谢您的评价，A0001 已办结。');
    expect(heardBy(rated, GROUP)).toBe('A0001 已办结。');
    expect(await tell(stage, ['孙经理', '我的诉求'])).not.toContain('A0002');
  });

  test('in the same group it is said there once', async () => {
    const stage = await openStage();
    await withMembers(stage);
    await opened(stage);
    const joined = await stage.says('孙经理', '诉求 国企拖欠我们货款80万，一直没给', inGroup);
    expect(heardBy(joined, GROUP)).toBe('同一件事已有编号 A0001，您说的已补充进去。');
    expect(heardBy(await stage.says('李专员', '1'), GROUP)).toBe('A0001 已转办，11月30日 17:30 前答复。');
    expect(heardBy(await stage.says('孙经理', '诉求 国企拖欠我们货款80万，还是没给', inGroup), GROUP)).toBe(
      '已补充到 A0001。',
    );
  });

  test('another matter is another appeal, and who has left hears nothing more', async () => {
    const stage = await openStage();
    await withMembers(stage);
    await opened(stage);
    expect(await tell(stage, ['孙经理', '诉求 厂门口修路，货车进不来'])).toContain('编号 A0002');
    await stage.says('孙经理', '诉求 国企拖欠我们货款80万，一直没给');
    await stage.says('管理员', '移除成员 5');
    expect(chatsOf(await stage.says('李专员', 'A0001 派 市经信局'))).not.toContain('孙经理');
    expect(await tell(stage, ['孙经理', 'A0001'])).toContain('不归您办理');
  });
});

test('a colleague who asked in another group is heard there, spoken to or not', async () => {
  const stage = await openStage();
  await withMembers(stage);
  await opened(stage);
  const other = { group: '园区群', addressed: false };
  await stage.says('孙经理', '诉求 国企拖欠我们货款80万，一直没给', { group: '园区群' });
  await stage.says('李专员', '1');
  await stage.says('赵经办', '追问 是哪家国企？');
  expect(heardBy(await stage.says('孙经理', '是示例建设集团欠的', other), '园区群')).toBe('已补充到 A0001。');
  await stage.says('赵经办', '答复：货款80万元本周五前付清。');
  expect(heardBy(await stage.says('孙经理', '满意', other), '园区群')).toBe('谢谢您的评价，A0001 已办结。');
});

test('the reason is heard in a group although nobody is spoken to', async () => {
  const stage = await openStage();
  await dispatched(stage);
  await stage.says('王老板', '撤销', inGroup);
  expect(heardBy(await stage.says('王老板', '对方付款了', unaddressed), GROUP)).toBe('A0001 已撤销。');
});

describe('merging', () => {
  test('the desk that loses it hears so, the one that goes on hears what was told', async () => {
    const stage = await openStage();
    await joins(stage, '钱经办', '邀请 承办 市科技局');
    await stage.says('王老板', OWED, inGroup);
    await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('李专员', 'A0002 派 市科技局 协办 市经信局');
    const heard = await stage.says('李专员', 'A0002 合并到 A0001');
    expect(heardBy(heard, '钱经办')).toBe('A0002 已并入 A0001（市经信局办理），不用办了。');
    expect(heardBy(heard, '赵经办')).toBe('A0001 并入了 A0002，一起办：园区物业乱收电费，一度一块五');
    expect(await tell(stage, ['李专员', 'A0001 导出'])).toContain('园区物业乱收电费');
    expect(await tell(stage, ['钱经办', 'A0002 答复：电费已退'])).not.toContain('已发给企业');
  });

  test('with one that lies with no unit the desk is only let off', async () => {
    const stage = await openStage();
    await stage.says('王老板', OWED, inGroup);
    await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 派 市经信局');
    expect(heardBy(await stage.says('李专员', 'A0001 合并到 A0002'), '赵经办')).toBe(
      'A0001 已并入 A0002，不用办了。',
    );
    expect(await tell(stage, ['李专员', 'A0002 派 市经信局'], '赵经办')).toContain('国企拖欠我们货款80万');
  });
});

describe('at a desk', () => {
  test('a colleague sees the appeal and who has it in hand', async () => {
    const stage = await openStage();
    await joins(stage, '孙经办', '邀请 承办 市经信局');
    await dispatched(stage);
    await stage.says('赵经办', '签收');
    expect(await tell(stage, ['孙经办', 'A0001'])).toMatch(/^A0001 已签收（.*），由赵经办办理\n/);
    expect(await tell(stage, ['赵经办', 'A0001'])).not.toContain('由赵经办办理');
  });

  test('「联系方式」 alone is that of the only appeal, and asked about where there are several', async () => {
    const stage = await openStage();
    await opened(stage, `${OWED}，电话13812345678`);
    await stage.says('李专员', '1');
    expect(await tell(stage, ['赵经办', '联系方式'])).toContain('13812345678');
    expect(heardBy(await stage.says('赵经办', '电话多少', inGroup), GROUP)).toBe(
      '请私聊我发「A0001 联系方式」。',
    );
    await stage.says('孙老板', '诉求 国企拖欠我们工程款50万', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0002 派 市经信局');
    expect(await tell(stage, ['赵经办', '联系方式'])).toMatch(/^您说的是哪一件？\n1 A0001/);
    for (const person of ['王老板', '张三'])
      expect(await tell(stage, [person, '联系方式'])).not.toContain('A000');
  });
});

test('the same words five times withdraw, join and rate once', async () => {
  const stage = await openStage();
  await withMembers(stage);
  await opened(stage);
  const again = async (person: string, text: string, id: string) => {
    const heard = [];
    for (let copy = 0; copy < 5; copy += 1) heard.push(...(await stage.says(person, text, { id })));
    return heard;
  };
  expect(await again('孙经理', '诉求 国企拖欠我们货款80万，一直没给', 'console:twice-1')).toHaveLength(3);
  await again('孙经理', '撤销 A0001', 'console:twice-2');
  expect(await again('孙经理', '已经付款了', 'console:twice-3')).toHaveLength(2);
});
