import { describe, expect, test } from 'vitest';
import {
  answered,
  chatsOf,
  dispatched,
  GROUP,
  inGroup,
  opened,
  openStage,
  OWED,
  tell,
} from '../support/appeal-talk.ts';
import { heardBy } from '../support/stage.ts';

// What owners take back and add in their own words, played by the whole bot.

const unaddressed = { ...inGroup, addressed: false };
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
