import { describe, expect, test } from 'vitest';
import { answered, dispatched, GROUP, inGroup, openStage, tell } from '../support/appeal-talk.ts';
import { heardBy } from '../support/stage.ts';

// What owners say of an answer in their own words, played by the whole bot.

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
