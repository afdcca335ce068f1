import { describe, expect, test } from 'vitest';
import { GROUNDS } from '../../src/domain/appeal/types.ts';
import { groundWords } from '../../src/text/zh/appeals/words.ts';
import {
  GROUP,
  inGroup,
  OWED,
  openStage,
  opened,
  dispatched,
  chatsOf,
  tell,
} from '../support/appeal-talk.ts';
import { heardBy } from '../support/stage.ts';

// Each story is played by the whole bot, in memory, and crosses one promise made to somebody.

describe('what is not dealt with', () => {
  test('an owner withdraws, once, and everybody hears it', async () => {
    const stage = await openStage();
    await dispatched(stage);
    const heard = await stage.says('王老板', '撤销 对方付款了', inGroup);
    expect(heardBy(heard, GROUP)).toBe('A0001 已撤销。');
    expect(heardBy(heard, '李专员')).toBe('A0001 企业已撤销：对方付款了');
    expect(heardBy(heard, '赵经办')).toContain('不用办了');
    expect(heardBy(await stage.says('王老板', '撤销', inGroup), GROUP)).toContain('没有可以「撤销」的诉求');
    expect(await tell(stage, ['赵经办', '答复：货款已付'])).toContain('没有可以「答复」的诉求');
  });

  test.for(GROUNDS.map((ground, at) => [ground, at + 1] as const))(
    'not accepted as %s: the enterprise is told why and where to turn',
    async ([ground, digit]) => {
      const stage = await openStage();
      await opened(stage);
      expect(await tell(stage, ['李专员', 'A0001 不予受理'])).toContain(
        `${digit} ${groundWords[ground].why}`,
      );
      const reason = ground === 'other-law' ? ' 依《仲裁法》' : '';
      const heard = await stage.says('李专员', `A0001 不予受理 ${digit}${reason}`);
      expect(heardBy(heard, '王老板')).toContain(`A0001 不能受理：${groundWords[ground].why}`);
      expect(heardBy(heard, '王老板')).toContain(groundWords[ground].instead);
      expect(heardBy(heard, GROUP)).toBe('A0001 不能受理，原因已私信给您。');
    },
  );
});

describe('what is missing', () => {
  test('a question stops the clock until it is answered', async () => {
    const stage = await openStage();
    await dispatched(stage);
    const asked = await stage.says('赵经办', '追问 是哪家国企？');
    expect(heardBy(asked, '王老板')).toContain('还需要您补充：是哪家国企？');
    expect(heardBy(asked, GROUP)).toBe('A0001 需要您补充情况，已私信给您。');
    expect(await tell(stage, ['王老板', 'A0001'])).toContain('等企业补充，暂停计时');
    await stage.passes('2026-11-25T09:02');
    const informed = await stage.says('王老板', '是示例建设集团，合同在2025年签的');
    expect(heardBy(informed, '赵经办')).toBe('A0001 企业补充：是示例建设集团，合同在2025年签的');
    // Two working days later than it would have been.
    expect(await tell(stage, ['赵经办', 'A0001'])).toContain('12月2日 17:30 前答复企业');
  });

  test.for(['在关山街', '2025年3月签的合同', '张三', '专精特新企业'])(
    '「%s」 answers what was asked, whatever the library has under such words',
    async (words) => {
      const stage = await openStage();
      await opened(stage);
      await stage.says('李专员', 'A0001 追问 请补充情况');
      expect(await tell(stage, ['王老板', words], '李专员')).toBe(`A0001 企业补充：${words}`);
    },
  );

  test('a question to the library is no answer, and is answered', async () => {
    const stage = await openStage();
    await opened(stage);
    await stage.says('李专员', 'A0001 追问 请补充情况');
    expect(await tell(stage, ['王老板', '小巨人奖励多少'])).toContain('50万元');
    expect(await tell(stage, ['王老板', 'A0001'])).toContain('暂停计时');
  });

  test('thanks are no answer to a question', async () => {
    const stage = await openStage();
    await opened(stage);
    await stage.says('李专员', 'A0001 追问 是哪家国企？');
    await stage.says('王老板', '好的谢谢');
    expect(await tell(stage, ['王老板', 'A0001'])).toContain('暂停计时');
  });

  test('unanswered, it is asked for once more and then withdrawn', async () => {
    const stage = await openStage();
    await opened(stage);
    await stage.says('李专员', 'A0001 追问 是哪家国企？');
    expect(heardBy(await stage.passes('2026-11-30T17:30'), '王老板')).toContain('还在等您补充：是哪家国企？');
    const end = await stage.passes('2026-12-15T09:00');
    expect(heardBy(end, GROUP)).toContain('已按撤销处理');
    expect(heardBy(end, '李专员')).toContain('企业没有补充');
  });

  test('a vague appeal is asked back before anybody is troubled with it', async () => {
    const stage = await openStage();
    const heard = await stage.says('王老板', '诉求 贷款下不来', inGroup);
    expect(heardBy(heard, GROUP)).toMatch(/^已收到，编号 A0001。请问.*[？?]/);
    expect(chatsOf(await stage.passes('+5m'))).toEqual([]);
    await stage.says('王老板', '招商银行续贷，卡在抵押评估', inGroup);
    expect(heardBy(await stage.passes('+1m'), '李专员')).toContain('贷款下不来 招商银行续贷，卡在抵押评估');
  });

  test('what is told in several messages within a minute is one appeal', async () => {
    const stage = await openStage();
    for (const [text, until] of [
      ['诉求 国企拖欠我们货款', '2026-11-23T09:00:59'],
      ['一共八十万，半年了', '2026-11-23T09:01:58'],
      ['找了三次都不理我们', '2026-11-23T09:02:57'],
    ] as const) {
      await stage.says('王老板', text, inGroup);
      expect(await stage.passes(until)).toEqual([]);
    }
    const offered = await stage.passes('+2m');
    expect(heardBy(offered, '李专员')).toContain('国企拖欠我们货款 一共八十万，半年了 找了三次都不理我们');
    expect(heardBy(await stage.says('王老板', '我的诉求', inGroup), GROUP)).not.toContain('A0002');
  });
});

describe('what belongs together', () => {
  test('two matters in one message become two appeals that know of each other', async () => {
    const stage = await openStage();
    const text = '诉求 贷款被银行抽贷了，另外厂房租金涨了一倍房东要赶我们走';
    const asked = heardBy(await stage.says('王老板', text, inGroup), GROUP);
    expect(asked).toContain('1 分开办');
    expect(asked).toContain('编号 A0001');
    const heard = await stage.says('王老板', '1', inGroup);
    expect(heardBy(heard, GROUP)).toContain('编号 A0002');
    expect(heardBy(heard, GROUP)).toContain('A0001 和 A0002');
    const offered = heardBy(await stage.passes('+2m'), '李专员');
    expect(offered).toMatch(/A0001 新诉求（融资/);
    expect(offered).toMatch(/A0002 新诉求（用地厂房.*\n厂房租金涨了一倍房东要赶我们走\n/);
  });

  test('a specialist forwards it by quoting: it stays the enterprise’s, in its own words', async () => {
    const stage = await openStage();
    const quote = {
      id: null,
      from: { id: 'console:张总', name: '张总' },
      text: '我们公司招不到人，找了几次没人管',
      at: null,
    };
    await stage.says('李专员', '诉求 请帮忙看看', { ...inGroup, quote });
    const offered = heardBy(await stage.passes('+2m'), '李专员');
    expect(offered).toContain('我们公司招不到人，找了几次没人管 （专员补充）请帮忙看看');
    expect(await tell(stage, ['张总', 'A0001'])).toContain('A0001 待受理');
    expect(await tell(stage, ['王老板', 'A0001'])).toContain('不归您办理');
    await stage.says('李专员', 'A0001 答复：下周三专场招聘会给您留了展位。');
    expect(await tell(stage, ['张总', '满意'])).toContain('A0001 已办结');
  });

  test('a forwarded bundle, too', async () => {
    const stage = await openStage();
    const said = (text: string) => ({ id: null, from: { id: 'console:周总', name: '周总' }, text, at: null });
    const heard = await stage.says('李专员', '诉求', {
      forwarded: [said('厂里停电三天了'), said('供电局不管')],
    });
    expect(heardBy(heard, '周总')).toContain('已收到，编号 A0001');
    expect(heardBy(heard, '李专员')).toContain('已收到，编号 A0001');
    expect(await tell(stage, ['周总', 'A0001'])).toContain('A0001 待受理');
  });

  test('what an owner quotes of somebody else is the owner’s own appeal', async () => {
    const stage = await openStage();
    const quote = {
      id: null,
      from: { id: 'console:张总', name: '张总' },
      text: '我们园区停电三天了没人管',
      at: null,
    };
    expect(heardBy(await stage.says('王老板', '诉求 我们也是', { ...inGroup, quote }), GROUP)).toContain(
      'A0001',
    );
    expect(await tell(stage, ['王老板', 'A0001'])).toContain('A0001 待受理');
    expect(await tell(stage, ['张总', 'A0001'])).toContain('不归您办理');
  });

  test('the same matter of many is gathered, and the answer goes to all, late ones included', async () => {
    const stage = await openStage();
    const owners = ['张老板', '陈老板', '孙老板', '周老板'] as const;
    for (const owner of owners.slice(0, 3)) await stage.says(owner, '诉求 招工难，车间缺三十个人', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 我来办');
    for (const child of ['A0002', 'A0003'])
      expect(heardBy(await stage.says('李专员', `${child} 归到 A0001`), GROUP)).toContain('一并办理');
    const heard = await stage.says('李专员', 'A0001 答复：下周三专场招聘会三家都有展位。');
    for (const owner of owners.slice(0, 3)) expect(heardBy(heard, owner)).toContain('三家都有展位');
    expect(heard.filter(({ chat }) => chat === 'console:陈老板')).toHaveLength(1);
    await stage.says('周老板', '诉求 招工难，缺焊工', inGroup);
    await stage.passes('+2m');
    expect(await tell(stage, ['李专员', 'A0004 归到 A0001'], '周老板')).toContain('三家都有展位');
    expect(heardBy(await stage.says('陈老板', '满意', inGroup), GROUP)).toContain('A0002 已办结');
    expect(await tell(stage, ['陈老板', 'A0001'])).toContain('不归您办理');
  });

  test('merging needs another open appeal of the same enterprise', async () => {
    const stage = await openStage();
    await stage.says('王老板', OWED, inGroup);
    await stage.says('王老板', '诉求 园区物业乱收电费，一度一块五', inGroup);
    await stage.says('孙老板', '诉求 厂门口修路，货车进不来', inGroup);
    await stage.passes('+2m');
    expect(await tell(stage, ['李专员', 'A0002 合并到 A9999'])).toContain('没有 A9999 这个编号');
    expect(await tell(stage, ['李专员', 'A0003 合并到 A0001'])).toContain('「A0003 归到 A0001」');
    expect(await tell(stage, ['李专员', 'A0001 合并到 A0001'])).toContain('不能和自己合并');
    expect(heardBy(await stage.says('李专员', 'A0002 合并到 A0001'), GROUP)).toContain('以 A0001 为准');
    expect(await tell(stage, ['李专员', 'A0001 合并到 A0002'])).toContain('A0002 已经结束了');
    await stage.says('李专员', 'A0001 我来办');
    await stage.says('王老板', 'A0001 撤销 写错了', inGroup);
    expect(await tell(stage, ['李专员', 'A0003 归到 A0001'])).toContain('A0001 已经结束了');
  });
});
