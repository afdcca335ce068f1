import { describe, expect, test } from 'vitest';
import { dispatched, inGroup, joins, openStage, opened, tell } from '../support/appeal-talk.ts';
import { heardBy, type Stage } from '../support/stage.ts';

// What people of a desk say in their own words, as people do who have no time for commands.

async function atDesk(): Promise<Stage> {
  const stage = await openStage();
  await dispatched(stage);
  return stage;
}

async function withSecond(stage: Stage): Promise<void> {
  await stage.says('孙老板', '诉求 国企拖欠我们工程款50万，一年了', inGroup);
  await stage.passes('+2m');
  await stage.says('李专员', 'A0002 派 市经信局');
}

const order = {
  id: null,
  from: { id: null, name: '小企' },
  text: 'A0001 请办理（拖欠账款 · 洪山区）',
  at: null,
};

describe('without a number, of the only one in hand', () => {
  test('a report is asked about, and sent as what is picked', async () => {
    const stage = await atDesk();
    const asked = await stage.says('赵经办', '对方已经付了40万，剩下的月底付清');
    expect(heardBy(asked, '赵经办')).toBe(
      'A0001 这句话要怎么办？\n1 作为答复发给企业\n2 记为进展，企业也看得到\n3 退单给专员',
    );
    expect(heardBy(asked, '王老板')).toBe('');
    const heard = await stage.says('赵经办', '1');
    expect(heardBy(heard, '王老板')).toContain('A0001 答复（市经信局）：\n对方已经付了40万，剩下的月底付清');
  });

  test('a refusal is offered as giving it back, and opens nothing of its own', async () => {
    const stage = await atDesk();
    expect(await tell(stage, ['赵经办', '这个不归我们管，应该找住建局'])).toBe(
      'A0001 这句话要怎么办？\n1 退单给专员\n2 记为进展，企业也看得到',
    );
    expect(heardBy(await stage.says('赵经办', '1'), '李专员')).toContain(
      'A0001 被市经信局退单：这个不归我们管，应该找住建局',
    );
    expect(await tell(stage, ['赵经办', '我的诉求'])).toContain('您还没有诉求');
  });

  test('「办好了」 is no answer: what was done is asked for', async () => {
    const stage = await atDesk();
    const heard = await stage.says('赵经办', '办好了');
    expect(heardBy(heard, '赵经办')).toContain('「A0001 答复：办了什么、结果怎样」');
    expect(heardBy(heard, '王老板')).toBe('');
  });

  test('a question is answered from the library all the same', async () => {
    expect(await tell(await atDesk(), ['赵经办', '首贷服务站归哪个部门管？'])).toContain('责任单位');
  });

  test('whoever has nothing in hand is not asked', async () => {
    const stage = await openStage();
    expect(await tell(stage, ['赵经办', '明天上门'])).not.toContain('这句话要怎么办');
  });
});

describe('without a number, of several', () => {
  test('it is asked of which', async () => {
    const stage = await atDesk();
    await withSecond(stage);
    expect(await tell(stage, ['赵经办', '已约谈对方，月底付清'])).toMatch(
      /^这是哪一件的进展？\n1 A0001.*\n2 A0002/,
    );
    expect(heardBy(await stage.says('赵经办', '承办 2'), '孙老板')).toContain(
      'A0002 进展（市经信局）：已约谈对方',
    );
    expect(await tell(stage, ['赵经办', '这不归我们管'])).toContain('要退哪一件');
    expect(heardBy(await stage.says('赵经办', '1'), '李专员')).toContain(
      'A0001 被市经信局退单：这不归我们管',
    );
    await withSecond(stage);
    await stage.says('李专员', 'A0001 派 市经信局');
    expect(await tell(stage, ['赵经办', '都办好了'])).toContain('办好的是哪一件');
  });
});

describe('behind a number, or in answer to the order', () => {
  test.for(['好的', '收到', '收到，谢谢'])(
    '「%s」 signs it once, and never reaches the enterprise as news',
    async (words) => {
      const stage = await atDesk();
      const signed = await stage.says('赵经办', words, { quote: order });
      expect(heardBy(signed, '赵经办')).toContain('A0001 已签收');
      const again = await stage.says('赵经办', words, { quote: order });
      expect(heardBy(again, '赵经办')).toContain('好的。要告诉企业什么');
      expect(heardBy(again, '王老板')).toBe('');
    },
  );

  test('a refusal is asked about before the enterprise reads it', async () => {
    const stage = await atDesk();
    for (const more of [{ quote: order }, {}]) {
      const heard = await stage.says(
        '赵经办',
        'quote' in more ? '不属于我局职责' : 'A0001 不属于我局职责',
        more,
      );
      expect(heardBy(heard, '赵经办')).toContain('1 退单给专员');
      expect(heardBy(heard, '王老板')).toBe('');
    }
  });

  test('「办结了」 asks for the result', async () => {
    expect(await tell(await atDesk(), ['赵经办', 'A0001 办结了'])).toContain('请写明结果');
  });

  test('a long answer of several lines goes as it was written, masked nowhere in private', async () => {
    const stage = await atDesk();
    const text = '已协调付款\n1. 已约谈对方；\n2. 12月10日前付清80万元。\n联系人：张三 13800000000';
    const heard = await stage.says('赵经办', `答复：${text}`, { quote: order });
    expect(heardBy(heard, '王老板')).toContain(text);
    expect(heardBy(heard, '企业群')).not.toContain('付清');
  });
});

describe('what cannot be done says why, without a number, too', () => {
  test('to the unit in the lead', async () => {
    const stage = await atDesk();
    await stage.says('赵经办', '签收');
    expect(await tell(stage, ['赵经办', '签收了'])).toContain('A0001 已经是这样了');
    await stage.says('赵经办', '延期 3天 需要会商');
    await stage.says('李专员', '不同意延期 不能再拖');
    expect(await tell(stage, ['赵经办', '延期 2天 还要会商'])).toContain('A0001 已申请过延期');
  });

  test('to a unit that supports it', async () => {
    const stage = await openStage();
    await joins(stage, '吴经办', '邀请 承办 市科技局');
    await opened(stage);
    await stage.says('李专员', 'A0001 派 市经信局 协办 市科技局');
    for (const words of [
      '答复：已拨付到位80万元',
      'A0001 答复：已拨付到位80万元',
      '退单 不归我们',
      'A0001 签收',
    ])
      expect(await tell(stage, ['吴经办', words])).toContain('A0001 由市经信局牵头答复，您是协办');
    expect(await tell(stage, ['吴经办', '补贴资金已拨付到区财政'])).toBe(
      'A0001 这句话要怎么办？\n1 记为进展，企业也看得到',
    );
    // The one that supports reports before and after the other one signs.
    expect(heardBy(await stage.says('吴经办', '1'), '王老板')).toContain('进展（市科技局）');
    expect(await tell(stage, ['赵经办', 'A0001 答复：货款80万元已付清'])).toContain('已发给企业');
  });
});

describe('several come under one', () => {
  async function four(): Promise<Stage> {
    const stage = await openStage();
    for (const person of ['甲老板', '乙老板', '丙老板'])
      await stage.says(person, '诉求 园区停电三天了没人管', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 派 市经信局');
    return stage;
  }

  test('at once, and each hears the answer of the unit that gave it, the specialist once', async () => {
    const stage = await four();
    const gathered = await stage.says('李专员', '把 A0002、A0003 归到 A0001');
    expect(heardBy(gathered, '李专员')).toContain('A0002 已归到 A0001');
    expect(heardBy(gathered, '李专员')).toContain('A0003 已归到 A0001');
    const heard = await stage.says('赵经办', 'A0001 答复：线路已抢修，十点恢复供电。');
    for (const [person, number] of [
      ['甲老板', 'A0001'],
      ['乙老板', 'A0002'],
      ['丙老板', 'A0003'],
    ] as const)
      expect(heardBy(heard, person)).toContain(`${number} 答复（市经信局）：\n线路已抢修`);
    expect(heardBy(heard, '李专员').match(/线路已抢修/g)).toHaveLength(1);
  });

  test('what stands against one of them is said, the others come', async () => {
    const stage = await four();
    const told = await tell(stage, ['李专员', 'A0002、A0999 归到 A0001']);
    expect(told).toContain('没有 A0999 这个编号');
    expect(told).toContain('A0002 已归到 A0001');
    expect(await tell(stage, ['张三', 'A0002、A0003 归到 A0001'])).not.toContain('已归到');
  });
});

test('an answer at night is said to wait for the morning, once the enterprise sleeps', async () => {
  const stage = await atDesk();
  await stage.passes('2026-11-23T22:30');
  const heard = await stage.says('赵经办', 'A0001 答复：货款80万元已付清');
  expect(heardBy(heard, '赵经办')).toBe('A0001 的答复已收下，夜里不打扰企业，08:00 发出。');
  expect(heardBy(heard, '王老板')).toBe('');
  expect(heardBy(await stage.passes('2026-11-24T08:01'), '王老板')).toContain('已付清');
});

test('a specialist urges the desk, and the enterprise is told nothing of it', async () => {
  const stage = await atDesk();
  const heard = await stage.says('李专员', 'A0001 催办');
  expect(heardBy(heard, '赵经办')).toBe('A0001 专员在催，请尽快办理。');
  expect(heardBy(heard, '李专员')).toBe('A0001 已催承办单位。');
  expect(heardBy(heard, '王老板')).toBe('');
  expect(heardBy(heard, '企业群')).toBe('');
});
