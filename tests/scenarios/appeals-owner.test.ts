import { describe, expect, test } from 'vitest';
import {
  answered,
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

// What owners say in their own words, played by the whole bot.

const unaddressed = { ...inGroup, addressed: false };
const THREE = 'A0001 的答复，您觉得：\n1 满意\n2 基本满意\n3 不满意';

describe('a rating in one’s own words', () => {
  test.for([
    ['很好，谢谢专员', '满意'],
    ['没啥不满意的', '满意'],
    ['👍', '满意'],
    ['蛮好的', '满意'],
    ['还行，就是慢了点', '基本满意：就是慢了点'],
    ['解决了，很满意', '满意'],
    ['A0001 还可以', '基本满意'],
  ] as const)('「%s」 closes as %s', async ([words, rating]) => {
    const stage = await openStage();
    await answered(stage);
    const heard = await stage.says('王老板', words, inGroup);
    expect(heardBy(heard, GROUP)).toBe('谢谢您的评价，A0001 已办结。');
    expect(heardBy(heard, '李专员')).toBe(`A0001 企业评价：${rating}`);
  });

  test.for(['太差了，等了半年还没到账', '没人管', '冇解决', '差评', '解决了，但是不满意'])(
    '「%s」 has it done again',
    async (words) => {
      const stage = await openStage();
      await answered(stage);
      expect(heardBy(await stage.says('王老板', words), '赵经办')).toContain('请重新办理');
    },
  );

  test.for(['一般般吧', '要得', '怎么评价', '满意，但没解决', '3'])(
    '「%s」 is asked about, and a digit says it',
    async (words) => {
      const stage = await openStage();
      await answered(stage);
      expect(await tell(stage, ['王老板', words])).toBe(THREE);
      expect(await tell(stage, ['王老板', '2'], '李专员')).toContain('A0001 企业评价：基本满意');
    },
  );

  test('what was said of it goes along with 「不满意」', async () => {
    const stage = await openStage();
    await answered(stage);
    await stage.says('王老板', '满意，但没解决');
    expect(await tell(stage, ['王老板', '3'], '赵经办')).toContain('：但没解决');
  });

  test('before there is an answer it rates nothing', async () => {
    const stage = await openStage();
    await dispatched(stage);
    for (const words of ['A0001 还行', 'A0001 一般'])
      expect(await tell(stage, ['王老板', words])).toBe('A0001 还没有答复，收到答复后再评价。');
    expect(heardBy(await stage.says('王老板', '没人管', inGroup), '赵经办')).toContain('企业在催');
  });

  test('heard in a group it is asked about where the answer has just come, and let pass later', async () => {
    const stage = await openStage();
    await answered(stage);
    expect(await stage.says('王老板', '今天天气不错', unaddressed)).toEqual([]);
    expect(await stage.says('孙老板', '不错', unaddressed)).toEqual([]);
    expect(heardBy(await stage.says('王老板', '不错', unaddressed), GROUP)).toBe(THREE);
    await stage.passes('+31m');
    expect(await stage.says('王老板', '不错', unaddressed)).toEqual([]);
    expect(heardBy(await stage.says('王老板', '好评', unaddressed), GROUP)).toContain('A0001 已办结');
  });

  test('with two answers it is asked which one', async () => {
    const stage = await openStage();
    await answered(stage);
    await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0002 答复：物业已按目录电价退还多收的电费。');
    expect(heardBy(await stage.says('王老板', '挺好的', inGroup), GROUP)).toMatch(
      /^您说的是哪一件？\n1 A0001/,
    );
    expect(heardBy(await stage.says('王老板', '2', inGroup), GROUP)).toBe('谢谢您的评价，A0002 已办结。');
  });
});

const WHY = 'A0001 为什么撤销？直接说，或回复数字，不想说就回「跳过」：\n1 已经解决\n2 不想办了\n3 写错了';

describe('withdrawing', () => {
  test.for([
    ['对方已经付款了', 'A0001 企业已撤销：对方已经付款了'],
    ['1', 'A0001 企业已撤销：已经解决'],
    ['写错了', 'A0001 企业已撤销：写错了'],
    ['已经解决了', 'A0001 企业已撤销：已经解决了'],
    ['跳过', 'A0001 企业已撤销'],
    ['好的', 'A0001 企业已撤销'],
    ['撤销', 'A0001 企业已撤销'],
    ['撤销 A0001 不想等了', 'A0001 企业已撤销：不想等了'],
  ] as const)('is asked why, once: 「%s」', async ([answer, told]) => {
    const stage = await openStage();
    await dispatched(stage);
    expect(heardBy(await stage.says('王老板', '撤销 A0001', inGroup), GROUP)).toBe(WHY);
    const heard = await stage.says('王老板', answer, inGroup);
    expect(heardBy(heard, '李专员')).toBe(told);
    expect(heardBy(heard, GROUP)).toBe('A0001 已撤销。');
    expect(heardBy(heard, '赵经办')).toContain('不用办了');
  });

  test.for(['不撤了', '继续办', '小巨人奖励多少', '催办', 'A0001', '诉求 园区物业乱收电费'])(
    '「%s」 is no reason, and withdraws nothing',
    async (answer) => {
      const stage = await openStage();
      await dispatched(stage);
      await stage.says('王老板', '撤销', inGroup);
      expect(heardBy(await stage.says('王老板', answer, inGroup), GROUP)).not.toContain('已撤销');
      expect(await tell(stage, ['王老板', 'A0001'])).toContain('已派单');
    },
  );

  test.for(['算了', '取消', '不用了', '不需要了，已经解决', '解决了'])(
    '「%s」 right after is asked about by the number, and never taken for it',
    async (words) => {
      const stage = await openStage();
      await dispatched(stage);
      const asked = heardBy(await stage.says('王老板', words, inGroup), GROUP);
      expect(asked).toMatch(/^要撤销 A0001 吗？\n1 .*[23] 不撤销，继续办$/s);
      expect(heardBy(await stage.says('王老板', '继续办', inGroup), GROUP)).toBe('好的，A0001 继续办。');
      await stage.says('王老板', words, inGroup);
      expect(heardBy(await stage.says('王老板', '1', inGroup), '李专员')).toMatch(/企业已撤销：.*解决/);
    },
  );

  test('「算了」 twice goes on, a yes withdraws', async () => {
    const stage = await openStage();
    await dispatched(stage);
    await stage.says('王老板', '算了', inGroup);
    expect(heardBy(await stage.says('王老板', '算了', inGroup), GROUP)).toBe('好的，A0001 继续办。');
    await stage.says('王老板', '算了', inGroup);
    expect(heardBy(await stage.says('王老板', '是的', inGroup), GROUP)).toBe('A0001 已撤销。');
  });

  test('「算了」 later, or of several, is not taken for one of them', async () => {
    const stage = await openStage();
    await dispatched(stage);
    await stage.passes('+31m');
    expect(await tell(stage, ['王老板', '算了'])).not.toContain('A0001');
    await stage.says('王老板', '催办', inGroup);
    await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    await stage.passes('+2m');
    expect(heardBy(await stage.says('王老板', '算了', inGroup), GROUP)).toMatch(/^您说的是哪一件？\n1 A0001/);
    expect(heardBy(await stage.says('王老板', '2', inGroup), GROUP)).toContain('要撤销 A0002 吗');
  });

  test.for(['算了', '不用了，对方付款了', '发错了', '取消', '撤销'])(
    '「%s」 drops what is only being told: nobody else hears of it',
    async (words) => {
      const stage = await openStage();
      await stage.says('王老板', OWED);
      const heard = await stage.says('王老板', words);
      expect(heardBy(heard, '王老板')).toBe('A0001 已撤销。');
      expect(chatsOf(heard)).toEqual(['王老板']);
      expect(await stage.passes('+5m')).toEqual([]);
    },
  );

  test('overheard in a group it is asked about even then', async () => {
    const stage = await openStage();
    await stage.says('王老板', OWED, inGroup);
    expect(heardBy(await stage.says('王老板', '算了', unaddressed), GROUP)).toContain('要撤销 A0001 吗');
  });

  test('「算了」 to the question what it is means neither', async () => {
    const stage = await openStage();
    await stage.says('王老板', '厂房的事');
    expect(await tell(stage, ['王老板', '算了'])).toBe('好的，不办了。');
  });
});

describe('what is added', () => {
  test('while it is being told is taken with one word, in a group for whoever speaks to the bot', async () => {
    const stage = await openStage();
    await stage.says('王老板', OWED);
    expect(await tell(stage, ['王老板', '合同是去年三月签的'])).toBe(
      '已补充到 A0001。还有就接着说，说完一分钟后转给专员。',
    );
    expect(await stage.says('王老板', '找了三次都不理我们')).toEqual([]);
    await stage.passes('+2m');
    await stage.says('孙老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    expect(await stage.says('孙老板', '已经收了半年了', unaddressed)).toEqual([]);
    expect(heardBy(await stage.says('孙老板', '一共多收两万', inGroup), GROUP)).toBe('已补充到 A0002。');
  });

  test('tells what it is about: the specialist hears it with the units that fit now', async () => {
    const stage = await openStage();
    await stage.says('王老板', '诉求 我们有件事一直没人管，帮忙解决一下', inGroup);
    expect(heardBy(await stage.passes('+12m'), '李专员')).toContain('A0001 新诉求（其他');
    const heard = await stage.says('王老板', 'A0001 是国企拖欠我们货款80万半年了', inGroup);
    expect(heardBy(heard, '李专员')).toMatch(
      /^A0001 企业补充：是国企拖欠我们货款80万半年了\n现在看是（拖欠账款 · 洪山区），建议派给：\n1 市经信局/,
    );
    expect(await tell(stage, ['李专员', '1'], '赵经办')).toContain('A0001 请办理（拖欠账款');
  });

  test('before anybody was asked changes what is proposed', async () => {
    const stage = await openStage();
    await stage.says('王老板', '诉求 我们有件事一直没人管，帮忙解决一下', inGroup);
    await stage.says('王老板', '国企拖欠我们货款80万半年了', inGroup);
    expect(heardBy(await stage.passes('+2m'), '李专员')).toContain('A0001 新诉求（拖欠账款');
  });

  test('within a day of the answer belongs to it, also once it is done again; a new trouble does not', async () => {
    const stage = await openStage();
    await answered(stage);
    expect(await tell(stage, ['王老板', '对方打了二十万过来'], '赵经办')).toBe(
      'A0001 企业补充：对方打了二十万过来',
    );
    await stage.says('王老板', '不满意 还差六十万');
    expect(await tell(stage, ['王老板', '对方又打了十万过来'], '赵经办')).toContain('又打了十万');
    expect(await tell(stage, ['王老板', '诉求 园区物业乱收电费，一度一块五'])).toContain('编号 A0002');
  });

  test('that changes nothing comes without a proposal', async () => {
    const stage = await openStage();
    await opened(stage);
    expect(heardBy(await stage.says('王老板', '补充：合同编号88', inGroup), '李专员')).toBe(
      'A0001 企业补充：合同编号88',
    );
  });
});

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
