import { describe, expect, test } from 'vitest';
import { ANSWERED } from '../../src/app/answering/answered-questions.ts';
import { inGroup, joins, openStage, tell } from '../support/appeal-talk.ts';
import { heardBy, type Stage } from '../support/stage.ts';

// 收录: what a specialist answered is given to whoever asks the same, with who, when, by what and until when.

const ASKED = '转人工 注册地址能不能挂靠在孵化器里';
const SAME = '请问注册地址能挂靠在孵化器里吗';
const ANSWER = '住所可以用孵化器的集群注册地址，带场地证明到窗口办理。';

/** A0001, a question of 王老板, answered by 李专员. */
async function answered(): Promise<Stage> {
  const stage = await openStage();
  await stage.says('王老板', ASKED, inGroup);
  await stage.passes('+2m');
  await stage.says('李专员', 'A0001 我来办');
  await stage.says('李专员', `A0001 答复：${ANSWER}`);
  return stage;
}

const li = (stage: Stage, text: string): Promise<string> => tell(stage, ['李专员', text]);
const asks = (stage: Stage): Promise<string> => tell(stage, ['张三', SAME]);

describe('an answer is taken up', () => {
  test('and given to whoever asks the same: as that of a specialist, with who and when', async () => {
    const stage = await answered();
    expect(await asks(stage)).toContain('抱歉');
    const told = await li(stage, 'A0001 收录');
    expect(told).toContain('A0001 已收录（第 1 条）');
    expect(told).toContain('长期有效');
    expect(await asks(stage)).toBe(
      `${ANSWER}\n——专员答复（企业服务专员李专员，2026-11-23），不是政策原文。还有疑问请回“转人工”。`,
    );
    expect(await tell(stage, ['张三', '小巨人企业奖励多少'])).not.toContain('专员答复');
  });

  test('with the unit that answered', async () => {
    const stage = await openStage();
    await stage.says('王老板', '诉求 国企拖欠我们货款80万，半年了一直推', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', '1');
    await stage.says('赵经办', '答复：可以向市经信局清欠专班投诉，电话027-82826666，联系人13812345678。');
    await li(stage, 'A0001 收录');
    const [one] = await stage.records.ids(ANSWERED);
    expect(await stage.records.read(ANSWERED, one ?? '')).toMatchObject({
      who: '市经信局',
      // A person's number is not passed on to others, an office's is.
      answer: '可以向市经信局清欠专班投诉，电话027-82826666，联系人138****5678。',
    });
  });

  test.for([
    'A0001 收录 有效至 2027-06-30',
    '收录 A0001 有效期至2027年6月30日',
    '收录 有效至 2027-06-30',
    'A0001 收录 到明年6月底',
  ])('「%s」 until a day', async (words) => {
    const stage = await answered();
    expect(await li(stage, words)).toContain('有效至 2027-06-30');
    expect(await asks(stage)).toContain('专员答复（企业服务专员李专员，2026-11-23，有效至 2027-06-30）');
  });

  test('until a day, and not a day longer', async () => {
    const stage = await answered();
    await li(stage, '收录 有效至 2026-12-04');
    await stage.passes('2026-12-04T20:00');
    expect(await asks(stage)).toContain(ANSWER);
    await stage.passes('2026-12-05T09:00');
    const late = await asks(stage);
    expect(late).not.toContain('集群注册');
    expect(late).toMatch(
      /^抱歉[^]*以前有一条专员答复（企业服务专员李专员），已在 2026-12-04 到期，不再引用。$/,
    );
  });

  test.for([
    'A0001 收录 依据 2023年中小企业工作要点任务清单 第24项',
    'A0001 收录 《武汉市2023年中小企业工作要点任务清单》第24项 长期',
    'A0001 收录 长期有效，依据武汉市2023年中小企业工作要点任务清单第24项',
  ])('「%s」 with the clause, which is said to have ended where it has', async (words) => {
    const stage = await answered();
    expect(await li(stage, words)).toContain(
      '依据《武汉市2023年中小企业工作要点任务清单》第24项，长期有效，注意该文件已失效',
    );
    expect(await asks(stage)).toBe(
      `${ANSWER}\n依据《武汉市2023年中小企业工作要点任务清单》第24项（该文件已失效）\n——专员答复（企业服务专员李专员，2026-11-23），不是政策原文。还有疑问请回“转人工”。`,
    );
  });

  test.for([
    ['A0001 收录 依据 武政〔2021〕99号 第三条', '没有找到「武政〔2021〕99号」，没有收录'],
    ['A0001 收录 依据 2020年全省促进中小企业发展工作要点 第99条', '里没有第99条，没有收录'],
    ['A0001 收录 依据 第三条', '请写明是哪份文件'],
    ['A0001 收录 有效至 2026-11-22', '2026-11-22 已经过了'],
    ['A0001 收录 有效至 政策到期', '没看懂有效期'],
  ] as const)('「%s」 is not: %s', async ([words, why]) => {
    const stage = await answered();
    expect(await li(stage, words)).toContain(why);
    expect(await asks(stage)).toContain('抱歉');
  });

  test('from what can be meant, one is picked by a digit', async () => {
    const stage = await answered();
    expect(await li(stage, '收录 依据 中小企业工作要点 第5条 有效至 2027-06-30')).toMatch(
      /^依据的是哪一份？\n1 《武汉市2023年中小企业工作要点》\n2 《/,
    );
    const told = await li(stage, '1');
    expect(told).toContain('依据《武汉市2023年中小企业工作要点》二、(二)5');
    expect(told).toContain('有效至 2027-06-30');
    expect(await li(stage, 'A0001 收录 依据 专精特新行动计划 第3条')).toContain('里是哪一条？\n1 二、(一)3');
    expect(await li(stage, '依据 2')).toContain('二、(二)3');
  });

  test('of several of today it is asked which; without any, for the number', async () => {
    const stage = await answered();
    await stage.says('孙老板', '转人工 个体户能不能转成公司', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0002 答复：可以，到窗口办理变更登记。');
    expect(await li(stage, '收录 有效期一年')).toContain('您说的是哪一件');
    expect(await li(stage, '诉求 2')).toContain('A0002 已收录（第 1 条）');
    await stage.passes('+3d');
    expect(await li(stage, '收录')).toContain('请写编号');
  });

  test('by whoever is in charge, or looks after them, and by nobody else', async () => {
    const stage = await answered();
    await joins(stage, '周专员', '邀请 专员 洪山区');
    expect(await tell(stage, ['张三', 'A0001 收录'])).toContain('不归您办理');
    expect(await tell(stage, ['周专员', 'A0001 收录'])).toContain('不归您办理');
    expect(await tell(stage, ['管理员', 'A0001 收录'])).toContain('A0001 已收录');
    expect(await tell(stage, ['张三', '收录'])).not.toContain('收录哪一件');
    expect(await li(stage, 'A0999 收录')).toContain('没有 A0999 这个编号');
  });

  test('not before there is one, nor while it is done again', async () => {
    const stage = await openStage();
    await stage.says('王老板', ASKED, inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0001 我来办');
    expect(await li(stage, 'A0001 收录')).toBe('A0001 还没有答复，不能收录。');
    await stage.says('李专员', `A0001 答复：${ANSWER}`);
    await stage.says('王老板', 'A0001 不满意 孵化器说不行');
    expect(await li(stage, 'A0001 收录')).toContain('正在重办');
  });

  test('once, however often the message comes', async () => {
    const stage = await answered();
    const id = 'console:twice';
    await stage.says('李专员', 'A0001 收录', { id });
    await stage.says('李专员', 'A0001 收录', { id });
    expect(await li(stage, '答复库')).toContain('答复库共 1 条');
    expect(await stage.records.read(ANSWERED, 'A0001')).toMatchObject({ deeds: [{ kind: 'taken-up' }] });
  });
});

describe('the answers that were taken up', () => {
  async function two(): Promise<Stage> {
    const stage = await answered();
    await stage.says('李专员', 'A0001 收录 有效至 2026-12-31');
    await stage.says('孙老板', '转人工 个体户能不能转成公司', inGroup);
    await stage.passes('+2m');
    await stage.says('李专员', 'A0002 答复：可以，到窗口办理变更登记。');
    await stage.says('李专员', 'A0002 收录');
    return stage;
  }

  test('are listed, the newest first, with what has ended and what the enterprise rated badly', async () => {
    const stage = await two();
    expect(await li(stage, '答复库')).toBe(
      [
        '答复库共 2 条：',
        '2 个体户能不能转成公司',
        '1 注册地址能不能挂靠在孵化器里（至 2026-12-31）',
        '「收录 3」看全文；「更正收录 3 …」「撤下收录 3」',
      ].join('\n'),
    );
    const heard = await stage.says('孙老板', 'A0002 不满意 窗口说不行');
    expect(heardBy(heard, '李专员')).toContain('A0002 收录的专员答复，企业评了不满意');
    await stage.passes('2027-01-04T09:00');
    const list = await li(stage, '已收录');
    expect(list).toContain('2 个体户能不能转成公司（企业不满意）');
    expect(list).toContain('1 注册地址能不能挂靠在孵化器里（2026-12-31 已到期）');
    expect(await li(stage, '收录 1')).toMatch(
      /^第 1 条 A0001（2026-12-31 已到期）\n问：注册地址[^]*答：住所可以/,
    );
  });

  test('are withdrawn and restored, by number or by the appeal’s, and keep their places', async () => {
    const stage = await two();
    expect(await li(stage, '撤下收录 1')).toContain('第 1 条已撤下，不再引用：注册地址');
    expect(await asks(stage)).not.toContain(ANSWER);
    expect(await li(stage, '撤下收录 1')).toBe('第 1 条已经撤下了。');
    expect(await li(stage, '答复库')).toContain('1 注册地址能不能挂靠在孵化器里（已撤下）');
    expect(await li(stage, '恢复收录 A0001')).toContain('第 1 条已恢复');
    expect(await li(stage, '恢复收录 1')).toContain('没有撤下');
    expect(await asks(stage)).toContain(ANSWER);
    expect(await li(stage, '撤下收录 9')).toBe('答复库里没有 9。发「答复库」看编号。');
  });

  test('are put right', async () => {
    const stage = await two();
    expect(await li(stage, '更正收录 1 有效至 2027-12-31')).toContain('有效至 2027-12-31');
    expect(await li(stage, '更正收录 A0001 答复：带场地证明到区窗口办理。')).toContain('第 1 条已更正');
    expect(await asks(stage)).toBe(
      '带场地证明到区窗口办理。\n——专员答复（企业服务专员李专员，2026-11-23，有效至 2027-12-31），不是政策原文。还有疑问请回“转人工”。',
    );
    await li(stage, '更正收录 1 问题：个体户怎么转成有限公司');
    expect(await asks(stage)).toContain('抱歉');
    expect(await li(stage, '更正收录 1 依据 专精特新行动计划 第3条')).toContain('是哪一条');
    expect(await li(stage, '1')).toContain('第 1 条已更正');
    expect(await li(stage, '更正收录 1')).toContain('请写要改什么');
    expect(await li(stage, '更正收录 1 有效至 2020-01-01')).toContain('已经过了');
  });

  test('are kept by specialists, in private', async () => {
    const stage = await two();
    await joins(stage, '周专员', '邀请 专员 洪山区');
    expect(await tell(stage, ['周专员', '撤下收录 1'])).toContain('已撤下');
    for (const person of ['张三', '赵经办', '王老板']) {
      expect(await tell(stage, [person, '恢复收录 1'])).toBe('答复库由企业服务专员维护。');
      expect(await tell(stage, [person, '答复库'])).not.toContain('注册地址');
    }
    expect(heardBy(await stage.says('李专员', '答复库', inGroup), '企业群')).toBe(
      '答复库请私聊我查看和修改。',
    );
  });

  test('are not there at first', async () => {
    expect(await li(await openStage(), '答复库')).toContain('还是空的');
  });
});
