import { describe, expect, test } from 'vitest';
import {
  GROUP,
  inGroup,
  OWED,
  openStage,
  joins,
  opened,
  dispatched,
  answered,
  chatsOf,
  tell,
} from '../support/appeal-talk.ts';
import { heardBy } from '../support/stage.ts';

// Each story is played by the whole bot, in memory, and crosses one promise made to somebody.

describe('the whole way', () => {
  test('two untidy sentences in a group become an answer in private and a rating', async () => {
    const stage = await openStage();
    const receipt = await stage.says('王老板', `${OWED}，电话13812345678`, inGroup);
    expect(heardBy(receipt, GROUP)).toBe('已收到，编号 A0001，正在转给企业服务专员。');
    expect(chatsOf(receipt)).toEqual([GROUP]);

    const offered = await stage.passes('+2m');
    expect(heardBy(offered, '李专员')).toMatch(/^A0001 新诉求（拖欠账款 · 洪山区）\n国企拖欠我们货款80万/);
    expect(heardBy(offered, '李专员')).toContain('1 市经信局：');

    const sent = await stage.says('李专员', '1');
    expect(heardBy(sent, '李专员')).toContain('A0001 已派给市经信局（一般，11月30日 17:30 前答复）');
    expect(heardBy(sent, '赵经办')).toMatch(/^A0001 请办理/);
    expect(heardBy(sent, GROUP)).toBe('A0001 已转办，11月30日 17:30 前答复。');

    expect(heardBy(await stage.says('赵经办', '1'), GROUP)).toBe('A0001 承办单位已签收。');
    expect(await tell(stage, ['赵经办', 'A0001 联系方式'])).toContain('13812345678');
    expect(await tell(stage, ['赵经办', '答复：已收到，正在处理'])).toContain('这还不是答复');

    const reply = await stage.says('赵经办', '答复：已约谈对方，货款80万元本周五前付清。');
    expect(heardBy(reply, '王老板')).toContain('A0001 答复（市经信局）：\n已约谈对方');
    expect(heardBy(reply, GROUP)).toMatch(/^A0001 已答复，已私信给您/);

    const rated = await stage.says('王老板', '很满意，谢谢', inGroup);
    expect(heardBy(rated, GROUP)).toBe('谢谢您的评价，A0001 已办结。');
    expect(heardBy(rated, '李专员')).toContain('满意');
    expect(await tell(stage, ['王老板', 'A0001'])).toMatch(
      /^A0001 已办结.*\n11月23日 09:00 提交 → .* → 11月23日 09:02 办结\n最近：已约谈对方/,
    );
  });

  test('nobody taking it, the supervisor hears of it after one working hour', async () => {
    const stage = await openStage();
    await joins(stage, '周督办', '邀请 督办 洪山区');
    await opened(stage);
    expect(chatsOf(await stage.passes('2026-11-23T09:59'))).toEqual([]);
    expect(heardBy(await stage.passes('2026-11-23T10:00'), '周督办')).toBe(
      '督办：A0001 还没有专员接手，受理时限 11月23日 11:00。',
    );
    await stage.passes('2026-11-23T11:00');
    expect(heardBy(await stage.passes('2026-11-23T17:30'), '周督办')).toContain('已超过时限');
  });

  test('what is not answered in time is 催办 for the desk, then 督办', async () => {
    const stage = await openStage();
    await joins(stage, '周督办', '邀请 督办 洪山区');
    await dispatched(stage);
    await stage.says('赵经办', '已联系企业，约周三上门');
    const before = await stage.passes('2026-11-30T17:29');
    expect(heardBy(before, '赵经办')).toBe('催办：A0001 请在 11月30日 17:30 前答复企业。');
    expect(heardBy(before, '周督办')).not.toContain('督办：');
    expect(heardBy(await stage.passes('2026-11-30T17:30'), '赵经办')).toContain('时限已到');
    expect(heardBy(await stage.passes('2026-12-01T12:00'), '周督办')).toContain(
      '督办：A0001（市经信局）答复企业已超过时限 11月30日 17:30。',
    );
  });
});

describe('whose it is', () => {
  test('another owner cannot read, add to, rate, withdraw or publish it, not even under the same name', async () => {
    const stage = await openStage();
    await answered(stage);
    const attempts = [
      'A0001',
      'A0001 满意',
      'A0001 撤销',
      'A0001 公开',
      'A0001 补充 其实付了',
      'A0001 联系方式',
    ];
    for (const text of attempts) {
      const heard = await stage.says('张三', text, { from: { id: 'console:张三', name: '王老板' } });
      expect(heardBy(heard, '张三')).toBe('A0001 不是您的诉求，或已不归您办理。');
      expect(chatsOf(heard)).toEqual(['张三']);
    }
    expect(heardBy(await stage.says('王老板', '进度', inGroup), GROUP)).toBe('A0001 已答复，待评价');
  });

  test('a desk handles its own unit’s appeals alone, and no group is shown a contact', async () => {
    const stage = await openStage();
    await joins(stage, '钱经办', '邀请 承办 市科技局');
    await dispatched(stage);
    for (const text of ['A0001', 'A0001 签收', 'A0001 答复：我们来付八十万', 'A0001 联系方式'])
      expect(await tell(stage, ['钱经办', text])).toContain('不归您办理');
    expect(heardBy(await stage.says('赵经办', 'A0001 联系方式', inGroup), GROUP)).toBe(
      '请私聊我发「A0001 联系方式」。',
    );
  });

  test('it is taken once: the others are told, and whoever took it keeps it', async () => {
    const stage = await openStage();
    await joins(stage, '陈专员', '邀请 专员 洪山区');
    await opened(stage);
    expect(heardBy(await stage.says('陈专员', 'A0001 我来办'), '李专员')).toBe(
      'A0001 已由陈专员接手，您不用管了。',
    );
    expect(await tell(stage, ['李专员', 'A0001 派 市经信局'])).toContain('不归您办理');
    expect(await tell(stage, ['陈专员', 'A0001 派 市经信局'])).toContain('已派给市经信局');
  });
});

describe('to the right desk', () => {
  test('given back, it goes to another; given back again, the supervisor decides, and the clock never stops', async () => {
    const stage = await openStage();
    await joins(stage, '钱经办', '邀请 承办 市科技局');
    await joins(stage, '周督办', '邀请 督办 洪山区');
    await dispatched(stage);
    expect(await tell(stage, ['赵经办', '退单'])).toBe('请写上原因，比如「A0001 退单 原因」。');
    const first = await stage.says('赵经办', '退单 不属于我局职责，依据三定方案');
    expect(heardBy(first, '李专员')).toMatch(
      /被市经信局退单：不属于我局职责（依据：三定方案）\n重新派给：\n1 /,
    );
    expect(heardBy(first, '李专员')).not.toContain('市经信局：');
    expect(chatsOf(first)).not.toContain('周督办');
    expect(await tell(stage, ['李专员', '派 市科技局'], '钱经办')).toContain('11月30日 17:30 前答复企业');
    expect(await tell(stage, ['钱经办', '退单 我们也不管'], '周督办')).toBe(
      '督办：A0001 已被两次退单（市科技局），请协调承办单位。',
    );
    expect(await tell(stage, ['李专员', 'A0001'])).toContain('11月30日 17:30 前答复企业');
  });

  test('a desk passes it on, and the time stays', async () => {
    const stage = await openStage();
    await joins(stage, '钱经办', '邀请 承办 市科技局');
    await dispatched(stage);
    const moved = await stage.says('赵经办', '转市科技局 属于科技项目');
    expect(heardBy(moved, '钱经办')).toMatch(/^A0001 请办理/);
    expect(heardBy(moved, GROUP)).toBe('A0001 换了承办单位，仍在 11月30日 17:30 前答复。');
    expect(await tell(stage, ['赵经办', 'A0001 答复：货款八十万已付'])).toContain('不归您办理');
    expect(await tell(stage, ['钱经办', '答复：货款八十万元已付清'], '王老板')).toContain('答复（市科技局）');
  });

  test('a name that nobody knows is asked back with names that are', async () => {
    const stage = await openStage();
    await opened(stage);
    const asked = await stage.says('李专员', 'A0001 派 市精信局');
    expect(heardBy(asked, '李专员')).toMatch(/^没有「市精信局」，您是说：\n1 市经信局/);
    expect(await tell(stage, ['李专员', '1'], '赵经办')).toContain('A0001 请办理');
  });

  test('a dispatch is called back within ten minutes, not after', async () => {
    const stage = await openStage();
    await dispatched(stage);
    await stage.passes('+9m');
    const back = await stage.says('李专员', '撤回 A0001');
    expect(heardBy(back, '赵经办')).toBe('A0001 已由专员撤回，不用办了。');
    expect(heardBy(back, '李专员')).toContain('请重新派单');
    expect(await tell(stage, ['赵经办', 'A0001 签收'])).toContain('不归您办理');
    await stage.says('李专员', '1');
    await stage.passes('+11m');
    expect(await tell(stage, ['李专员', '撤回 A0001'])).toContain('已经过了可以这样做的时间');
    expect(await tell(stage, ['赵经办', '签收'])).toContain('已签收');
  });

  test('more time is asked for in time, granted once, and refused with a reason', async () => {
    const stage = await openStage();
    await dispatched(stage);
    await stage.says('孙老板', '诉求 国企拖欠我们工程款50万', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0002 派 市经信局');
    const asked = await stage.says('赵经办', 'A0001 延期三天，需要现场核实');
    expect(heardBy(asked, '李专员')).toContain('申请延期 3 个工作日：需要现场核实');
    const granted = await stage.says('李专员', 'A0001 同意延期');
    expect(heardBy(granted, '赵经办')).toBe('A0001 同意延期，最迟 12月3日 17:30 答复。');
    expect(heardBy(granted, GROUP)).toBe('A0001 需要更多时间，最迟 12月3日 17:30 答复。');
    expect(await tell(stage, ['赵经办', 'A0001 延期 2天 还没好'])).toBe(
      'A0001 已申请过延期，不能再申请，请按时答复。',
    );
    await stage.says('赵经办', 'A0002 延期 2天 会商');
    expect(await tell(stage, ['李专员', 'A0002 不同意延期'])).toBe(
      '请写上原因，比如「A0002 不同意延期 原因」。',
    );
    expect(await tell(stage, ['李专员', 'A0002 不同意延期 企业等不起'], '赵经办')).toContain(
      '仍须在 11月30日 17:30 前答复',
    );
  });

  test('asked for less than one working day before the end, more time is not to be had', async () => {
    const stage = await openStage();
    await dispatched(stage);
    await stage.passes('2026-11-30T09:30');
    expect(await tell(stage, ['赵经办', 'A0001 延期 3天 要核实'])).toContain('延期要提前 1 个工作日申请');
  });
});
