import { describe, expect, test } from 'vitest';
import { GROUP, inGroup, joins, openStage, tell } from '../support/appeal-talk.ts';
import { aStage, heardBy, type Stage } from '../support/stage.ts';

// A working day of specialists, desks and supervisors with several appeals at once.

const DESK = { group: '经信群' };

/** A0001 of 王老板, A0002 of 孙老板, A0003 of 周老板, put to the specialist. */
async function three(stage: Stage): Promise<void> {
  await stage.says('王老板', '诉求 国企拖欠我们货款80万', inGroup);
  await stage.says('孙老板', '诉求 国企拖欠我们工程款50万', inGroup);
  await stage.says('周老板', '诉求 招工难，车间缺三十个人', inGroup);
  await stage.passes('+2m');
}

describe('lists', () => {
  test('「待办」 has the most urgent first, for each what is theirs', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0002 派 市经信局');
    await stage.says('李专员', 'A0001 派 市经信局');
    const lines = (await tell(stage, ['李专员', '待办'])).split('\n');
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['A0003', 'A0001', 'A0002']);
    expect(await tell(stage, ['赵经办', '待办'])).toMatch(/^A0001 .*\nA0002 /);
    expect(heardBy(await stage.says('李专员', '待办', inGroup), GROUP)).not.toContain('国企');
    expect(await tell(stage, ['张三', '待办'])).not.toContain('A000');
  });

  test('「今日」 tells what is due, what waits longest, what bounces, and supervisors what nobody took', async () => {
    const stage = await openStage();
    await joins(stage, '周督办', '邀请 督办 洪山区');
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('赵经办', '退单 不属于我局职责');
    const today = await tell(stage, ['李专员', '今日']);
    expect(today).toContain('在办 3 件');
    expect(today).toMatch(/等得最久：A000\d/);
    expect(today).toContain('被退过单：A0001');
    expect(await tell(stage, ['周督办', '今日'])).toContain('A0002');
    expect(heardBy(await stage.says('李专员', '今日', inGroup), GROUP)).not.toContain('国企');
  });

  test('an owner sees the own ones alone, in a group without their matter', async () => {
    const stage = await openStage();
    await three(stage);
    expect(await tell(stage, ['王老板', '我的诉求'])).toMatch(/^A0001 待受理.*国企拖欠我们货款80万$/);
    expect(heardBy(await stage.says('王老板', '我的诉求', inGroup), GROUP)).toBe(
      'A0001 待受理　11月23日 11:00前受理',
    );
    expect(await tell(stage, ['张三', '我的诉求'])).toContain('您还没有诉求');
  });
});

describe('several at once', () => {
  test('an act without a number asks which one, and a digit says it', async () => {
    const stage = await openStage();
    await three(stage);
    for (const number of ['A0001', 'A0002']) await stage.says('李专员', `${number} 派 市经信局`);
    const asked = await tell(stage, ['赵经办', '签收']);
    expect(asked).toMatch(/^您说的是哪一件？\n1 A0001 拖欠账款\n2 A0002 拖欠账款/);
    expect(await tell(stage, ['赵经办', '诉求 2'])).toContain('A0002 已签收');
    expect(await tell(stage, ['赵经办', '签收'])).toContain('A0001 已签收');
    expect(await tell(stage, ['赵经办', '答复：已约谈，货款本周付清'])).toContain('您说的是哪一件？');
  });

  test('a quote of what the bot said says which one', async () => {
    const stage = await openStage();
    await three(stage);
    for (const number of ['A0001', 'A0002']) await stage.says('李专员', `${number} 派 市经信局`);
    const quote = { id: null, from: { id: null, name: '小企' }, text: 'A0002 请办理（拖欠账款）', at: null };
    expect(heardBy(await stage.says('赵经办', '签收', { quote }), '赵经办')).toContain('A0002 已签收');
    const strange = { ...quote, text: '设备 X9999 坏了' };
    expect(heardBy(await stage.says('赵经办', '小巨人奖励多少', { quote: strange }), '赵经办')).not.toContain(
      'X9999',
    );
  });

  test('a number that was never given is said not to be', async () => {
    const stage = await openStage();
    expect(await tell(stage, ['王老板', 'A9999'])).toBe('没有 A9999 这个编号，请核对一下。');
  });
});

describe('a desk', () => {
  test('in a group of its own is shown no telephone number, and whoever is there answers for the unit', async () => {
    const stage = await openStage();
    await stage.says('管理员', '绑定 承办 市经信局', DESK);
    await stage.says('王老板', '诉求 国企拖欠我们货款80万，电话13812345678', inGroup);
    await stage.passes('+2m');
    const sent = heardBy(await stage.says('李专员', '1'), DESK.group);
    expect(sent).toContain('A0001 请办理');
    expect(sent).not.toContain('13812345678');
    expect(heardBy(await stage.says('孙经办', '签收', DESK), DESK.group)).toContain('A0001 已签收');
    expect(heardBy(await stage.says('赵经办', 'A0001 答复：货款八十万元已付', {}), '赵经办')).toContain(
      '由同事办理',
    );
    expect(heardBy(await stage.says('孙经办', '答复：货款八十万元已付', DESK), '王老板')).toContain('已付');
  });

  test('that only supports notes what it did, and hears when it is over', async () => {
    const stage = await openStage();
    await joins(stage, '钱经办', '邀请 承办 市科技局');
    await three(stage);
    const sent = await stage.says('李专员', 'A0001 派 市经信局 协办 市科技局');
    expect(heardBy(sent, '钱经办')).toContain('A0001 请协办，牵头：市经信局');
    const noted = await stage.says('钱经办', 'A0001 已核实合同，确有欠款');
    expect(heardBy(noted, '王老板')).toContain('A0001 进展（市科技局）：已核实合同');
    expect(heardBy(noted, GROUP)).toBe('A0001 有新进展，已私信给您。');
    expect(await tell(stage, ['钱经办', 'A0001 签收'])).toContain('您是协办');
    expect(heardBy(await stage.says('李专员', '撤回 A0001'), '钱经办')).toContain('A0001 已由专员撤回');
    await stage.says('李专员', 'A0001 派 市经信局 协办 市科技局');
    expect(heardBy(await stage.says('王老板', 'A0001 撤销 写错了', inGroup), '钱经办')).toContain('不用办了');
  });

  test('whose unit has nobody bound is told of to the specialist', async () => {
    const stage = await openStage();
    await three(stage);
    expect(await tell(stage, ['李专员', 'A0003 派 市人社局'])).toContain('还没有绑定承办人');
  });

  test('says that the enterprise was reached, without more words', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    const heard = await stage.says('赵经办', 'A0001 已联系');
    expect(heardBy(heard, '李专员')).toContain('A0001 进展（市经信局）');
    expect(await tell(stage, ['赵经办', '延期'])).not.toContain('已交专员');
    expect(await tell(stage, ['赵经办', 'A0001 延期'])).toContain('「A0001 延期 3天 原因」');
  });
});

describe('a specialist', () => {
  test('is told how to type what lacks something', async () => {
    const stage = await openStage();
    await three(stage);
    expect(await tell(stage, ['李专员', 'A0001 派'])).toContain('「A0001 派 市经信局」');
    expect(await tell(stage, ['李专员', 'A0001 派 苹果香蕉'])).toContain('没有认出「苹果香蕉」');
    expect(await tell(stage, ['李专员', 'A0001 派 市经信局 复杂'])).toContain('「A0001 派 单位 复杂 原因」');
    expect(await tell(stage, ['李专员', 'A0001 合并到'])).toContain('「A0001 合并到');
  });

  test('sends a matter elsewhere than proposed, and the next proposal knows', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市财政局');
    await stage.says('郑老板', '诉求 国企拖欠我们货款60万', inGroup);
    expect(heardBy(await stage.passes('+2m'), '李专员')).toContain('（专员改派过 1 次）');
  });

  test('takes up an answer for whoever asks the same, once it is there', async () => {
    const stage = await openStage();
    await stage.says('王老板', '转人工 注册地址能不能挂靠', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 我来办');
    expect(await tell(stage, ['李专员', 'A0001 收录'])).not.toContain('已收录');
    await stage.says('李专员', 'A0001 答复：住所可以用集群注册地址，到窗口办理。');
    expect(await tell(stage, ['张三', 'A0001 收录'])).toContain('不归您办理');
    expect(await tell(stage, ['李专员', 'A0001 收录'])).toContain('收录');
  });

  test('with nobody bound anywhere an appeal is kept, and its owner told whom to call', async () => {
    const stage = await aStage('2026-11-23T09:00');
    const heard = await stage.says('王老板', '诉求 国企拖欠我们货款80万');
    expect(heardBy(heard, '王老板')).toContain('A0001');
    expect(heardBy(await stage.passes('+2m'), '管理员')).toContain('A0001 新诉求');
  });
});

describe('politeness', () => {
  test('「收到」 and 「好的」 of the staff are no news for the enterprise', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    for (const [person, text] of [
      ['赵经办', '收到'],
      ['赵经办', '好的，谢谢'],
      ['李专员', '收到'],
    ] as const)
      expect(heardBy(await stage.says(person, text), '王老板')).toBe('');
    expect(await tell(stage, ['赵经办', '已收到，正在处理'], '王老板')).toContain('正在处理');
  });
});

describe('an owner', () => {
  test('who scolds that nobody calls is heard as urging', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    expect(heardBy(await stage.says('王老板', '怎么还没人联系我', inGroup), '赵经办')).toContain('企业在催');
  });

  test('urges, adds, and answers where the talk is', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    expect(heardBy(await stage.says('王老板', '催办', inGroup), '赵经办')).toContain('A0001 企业在催');
    const added = await stage.says('王老板', 'A0001 补充 合同编号88', inGroup);
    expect(heardBy(added, '赵经办')).toBe('A0001 企业补充：合同编号88');
    expect(heardBy(added, GROUP)).toBe('已补充到 A0001。');
  });

  test('says that it is solved before rating it, and may still rate', async () => {
    const stage = await openStage();
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('赵经办', '答复：货款八十万元已付清');
    expect(heardBy(await stage.says('王老板', '已经解决了，谢谢', inGroup), GROUP)).toContain(
      'A0001 记为已解决',
    );
    expect(heardBy(await stage.says('王老板', '5分', inGroup), GROUP)).toContain('A0001 已办结');
    expect(await tell(stage, ['王老板', 'A0001 10分'])).toMatch(/「A0001 \d分」/);
  });
});

describe('opening', () => {
  test('two matters may stay one appeal', async () => {
    const stage = await openStage();
    await stage.says('王老板', '诉求 贷款被银行抽贷了，另外厂房租金涨了一倍房东要赶我们走', inGroup);
    expect(heardBy(await stage.says('王老板', '2', inGroup), GROUP)).toContain('A0001');
    await stage.passes('+2m');
    expect(heardBy(await stage.says('王老板', '我的诉求', inGroup), GROUP)).not.toContain('A0002');
  });

  test('nothing but the word asks for the rest', async () => {
    const stage = await openStage();
    expect(await tell(stage, ['王老板', '诉求'])).toContain('请接着说');
    expect(await tell(stage, ['王老板', '转人工'])).toContain('转人工 您的问题');
    expect(await tell(stage, ['王老板', '答错了'])).not.toContain('A0001');
  });

  test('a bundle of several people is an appeal for each of them', async () => {
    const stage = await openStage();
    const said = (name: string, text: string) => ({
      id: null,
      from: { id: `console:${name}`, name },
      text,
      at: null,
    });
    await stage.says('李专员', '诉求', {
      forwarded: [said('周总', '厂里停电三天了没人管'), said('吴总', '我们招不到工人')],
    });
    expect(await tell(stage, ['周总', '我的诉求'])).toContain('厂里停电三天了');
    expect(await tell(stage, ['吴总', '我的诉求'])).toContain('我们招不到工人');
    expect(await tell(stage, ['吴总', '我的诉求'])).not.toContain('停电');
  });

  test('what is neither clearly a question nor an appeal is asked about once', async () => {
    const stage = await openStage();
    expect(await tell(stage, ['王老板', '厂房的事'])).toBe('您是想：\n1 问政策\n2 反映问题，请人来办');
    expect(await tell(stage, ['王老板', '2'])).toContain('已收到，编号 A0001');
  });

  test('the same matter told again within a week joins the one that is open', async () => {
    const stage = await openStage();
    await three(stage);
    const again = '诉求 国企拖欠我们货款80万，还是没给';
    expect(heardBy(await stage.says('王老板', again, inGroup), GROUP)).toBe('已补充到 A0001。');
  });
});

describe('handing over', () => {
  test('of a desk: what the handler has in hand goes to a colleague, the specialist keeps the appeal', async () => {
    const stage = await openStage();
    await joins(stage, '孙经办', '邀请 承办 市经信局');
    await three(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('赵经办', 'A0001 签收');
    expect(await tell(stage, ['孙经办', 'A0001 答复：货款八十万已付'])).toContain('由赵经办办理');
    await stage.says('赵经办', '移交 全部 给 孙经办');
    expect(heardBy(await stage.says('赵经办', '身份 1'), '孙经办')).toContain('A0001 移交给您承办');
    expect(await tell(stage, ['孙经办', 'A0001 答复：货款八十万已付清'], '李专员')).toContain('已答复企业');
  });
});

test('「办得怎么样了」 shows the one that is open, or all of them', async () => {
  const stage = await openStage();
  await three(stage);
  expect(await tell(stage, ['王老板', '办得怎么样了'])).toMatch(/^A0001 待受理/);
  await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
  expect(await tell(stage, ['王老板', '办得怎么样了'])).toMatch(/A0004 [^]*A0001 /);
  expect(await tell(stage, ['张三', '办得怎么样了'])).not.toContain('A000');
});
