import { describe, expect, test } from 'vitest';
import { inGroup, joins, openStage, opened, OWED, tell } from '../support/appeal-talk.ts';
import { heardBy, type Stage } from '../support/stage.ts';

// Who is in charge of a desk, and how it, and the specialist's part, goes over to others.

const joined = async (invites: readonly (readonly [string, string])[]): Promise<Stage> => {
  const stage = await openStage();
  for (const [person, invite] of invites) await joins(stage, person, invite);
  return stage;
};
const DESK = '邀请 承办 市经信局';
const STATION = '邀请 专员 洪山区';

describe('whoever of a desk answers first is in charge', () => {
  test.for([
    ['A0001 签收', '已签收'],
    ['A0001 已联系', 'A0001'],
    ['A0001 答复：货款八十万元周五前付清', '已发给企业'],
  ] as const)('by 「%s」, also where nobody has signed', async ([words, heard]) => {
    const stage = await joined([['钱经办', DESK]]);
    await opened(stage);
    await stage.says('李专员', '1');
    expect(await tell(stage, ['钱经办', words])).toContain(heard);
    expect(await tell(stage, ['赵经办', 'A0001 退单 不归我们管'], '李专员')).not.toContain('退单');
  });

  test.for(['A0001 答复：八十万元已付', '答复：八十万元已付', 'A0001 签收', '签收', 'A0001 已联系企业'])(
    'a colleague who says 「%s」 is told who is, and nothing reaches the enterprise',
    async (words) => {
      const stage = await joined([['钱经办', DESK]]);
      await opened(stage);
      await stage.says('李专员', '1');
      await stage.says('赵经办', 'A0001 签收');
      const heard = await stage.says('钱经办', words);
      expect(heardBy(heard, '钱经办')).toBe(
        'A0001 由赵经办办理，您发的没有转给企业。要换您办，请赵经办发「A0001 转 您的名字」。',
      );
      expect(heardBy(heard, '王老板')).toBe('');
    },
  );

  test.for(['A0001 转 钱经办', '转给钱经办', '转 @钱经办办理'])('until he says 「%s」', async (words) => {
    const stage = await joined([['钱经办', DESK]]);
    await opened(stage);
    await stage.says('李专员', '1');
    await stage.says('赵经办', 'A0001 签收');
    const heard = await stage.says('赵经办', words);
    expect(heardBy(heard, '钱经办')).toMatch(/^A0001 移交给您承办：国企拖欠/);
    expect(heardBy(heard, '赵经办')).toBe('A0001 已移交给钱经办。');
    expect(await tell(stage, ['钱经办', '答复：货款八十万元已付清'])).toContain('已发给企业');
    expect(await tell(stage, ['李专员', 'A0001'])).toContain('已答复');
  });

  test('to a colleague who is of another unit it does not go, nor by somebody who is not in charge', async () => {
    const stage = await joined([
      ['钱经办', DESK],
      ['吴经办', '邀请 承办 市科技局'],
    ]);
    await opened(stage);
    await stage.says('李专员', '1');
    await stage.says('赵经办', 'A0001 签收');
    expect(heardBy(await stage.says('赵经办', 'A0001 转 吴经办'), '吴经办')).toBe('');
    expect(heardBy(await stage.says('钱经办', 'A0001 转 钱经办'), '钱经办')).not.toContain('移交给您');
    expect(await tell(stage, ['赵经办', '答复：货款八十万元已付清'])).toContain('已发给企业');
  });

  test('of several it is asked which', async () => {
    const stage = await joined([['钱经办', DESK]]);
    await opened(stage);
    await stage.says('孙老板', '诉求 国企拖欠我们工程款50万', inGroup);
    await stage.passes('+2m');
    for (const number of ['A0001', 'A0002']) {
      await stage.says('李专员', `${number} 派 市经信局`);
      await stage.says('赵经办', `${number} 签收`);
    }
    expect(await tell(stage, ['赵经办', '转 钱经办'])).toContain('您说的是哪一件');
    expect(heardBy(await stage.says('赵经办', '诉求 2'), '钱经办')).toContain('A0002 移交给您承办');
  });

  test('in the group of a desk, to whoever is mentioned there', async () => {
    const stage = await joined([]);
    const desk = { group: '经信群' };
    await stage.says('管理员', '绑定 承办 市经信局', desk);
    await opened(stage);
    await stage.says('李专员', '1');
    await stage.says('孙经办', '签收', desk);
    const mentions = [{ id: 'console:周经办', name: '周经办' }];
    await stage.says('孙经办', 'A0001 转 @周经办', { ...desk, mentions });
    expect(heardBy(await stage.says('孙经办', 'A0001 答复：已付清八十万', desk), '王老板')).toBe('');
    expect(heardBy(await stage.says('周经办', 'A0001 答复：已付清八十万', desk), '王老板')).toContain(
      '已付清',
    );
  });
});

test('a specialist who would take what is taken is told by whom', async () => {
  const stage = await joined([['周专员', STATION]]);
  await opened(stage);
  await stage.says('李专员', 'A0001 我来办');
  expect(await tell(stage, ['周专员', 'A0001 我来办'])).toContain('A0001 已由李专员负责');
});

/** 李专员 is also a handler of the desk, and signed A0001 that he dispatched himself; A0002 is with him as specialist alone. */
async function withBoth(others: readonly (readonly [string, string])[]): Promise<Stage> {
  const stage = await joined([['李专员', DESK], ...others]);
  await stage.says('王老板', OWED, inGroup);
  await stage.says('孙老板', '诉求 招工难，车间缺三十个人', inGroup);
  await stage.passes('+2m');
  await stage.says('李专员', 'A0001 派 市经信局');
  await stage.says('李专员', 'A0001 签收');
  await stage.says('李专员', 'A0002 我来办');
  return stage;
}

describe('who is specialist and handler at once', () => {
  test('hands over both parts with 「移交 全部」, and is told so', async () => {
    const stage = await withBoth([
      ['周专员', STATION],
      ['周专员', DESK],
    ]);
    await stage.says('李专员', '移交 全部 给 周专员');
    const heard = await stage.says('李专员', '身份 1');
    expect(heardBy(heard, '李专员')).toBe(
      '已全部移交给周专员。\n一并移交：作为专员负责的 2 件，承办的 1 件。',
    );
    expect(heardBy(heard, '周专员').match(/A0001/g)).toHaveLength(1);
    expect(heardBy(heard, '周专员')).toContain('A0001 移交给您了，专员和承办都由您负责');
    expect(heardBy(heard, '周专员')).toContain('A0002 移交给您了：');
    const answered = await stage.says('周专员', 'A0001 答复：货款八十万元已付清');
    expect(heardBy(answered, '王老板')).toContain('答复（市经信局）');
    expect(await tell(stage, ['李专员', '待办'])).not.toContain('A000');
  });

  test('keeps what the other one may not take, and is told of it by number', async () => {
    const stage = await withBoth([
      ['钱经办', DESK],
      ['钱经办', '邀请 督办 洪山区'],
    ]);
    await stage.says('李专员', '移交 全部 给 钱经办');
    const told = heardBy(await stage.says('李专员', '身份 1'), '李专员');
    expect(told).toContain('一并移交：承办的 1 件。');
    expect(told).toContain('A0002 没有移交');
  });

  test('hands one over whole, or the part that the other one may take', async () => {
    const stage = await withBoth([
      ['周专员', STATION],
      ['周专员', DESK],
      ['钱经办', DESK],
    ]);
    const part = await stage.says('李专员', 'A0001 移交 给 钱经办');
    expect(heardBy(part, '李专员')).toBe('A0001 已移交给钱经办（承办这头），专员还是您。');
    expect(heardBy(part, '钱经办')).toContain('A0001 移交给您承办');
    await stage.says('钱经办', 'A0001 转 李专员');
    const whole = await stage.says('李专员', 'A0001 移交 给 周专员');
    expect(heardBy(whole, '李专员')).toBe('A0001 已移交给周专员。');
    expect(heardBy(whole, '周专员')).toContain('专员和承办都由您负责');
  });

  test('gives a specialist who is no handler his part as such', async () => {
    const stage = await withBoth([['周专员', STATION]]);
    const told = await tell(stage, ['李专员', 'A0001 移交 给 周专员']);
    expect(told).toBe('A0001 已移交给周专员（专员这头），承办还在您手里。');
  });

  test('hands nobody what he only stands in for', async () => {
    const stage = await withBoth([
      ['周专员', STATION],
      ['陈专员', STATION],
    ]);
    await stage.says('周专员', '请假 到周五 由 李专员 代');
    await stage.says('周专员', '身份 1');
    await stage.says('李专员', '移交 全部 给 陈专员');
    expect(heardBy(await stage.says('李专员', '身份 1'), '李专员')).toContain('作为专员负责的 2 件');
  });
});

test('in the group of a desk, everything of that desk goes to whoever is mentioned there', async () => {
  const stage = await joined([]);
  const desk = { group: '经信群' };
  await stage.says('管理员', '绑定 承办 市经信局', desk);
  await opened(stage);
  await stage.says('李专员', '1');
  await stage.says('孙经办', '签收', desk);
  const mentions = [{ id: 'console:周经办', name: '周经办' }];
  await stage.says('孙经办', '移交 全部 给 @周经办', { ...desk, mentions });
  const heard = await stage.says('孙经办', '确认', desk);
  expect(heardBy(heard, '经信群')).toContain('一并移交：承办的 1 件。');
  expect(heardBy(await stage.says('周经办', 'A0001 答复：已付清八十万', desk), '王老板')).toContain('已付清');
});
