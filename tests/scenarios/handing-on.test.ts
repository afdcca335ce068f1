import { beforeEach, describe, expect, test } from 'vitest';
import { aStage, heardBy, type Stage, withPeople } from '../support/stage.ts';

const GROUP = '企业群';
let stage: Stage;

const says = async (person: string, text: string, more: Parameters<Stage['says']>[2] = {}): Promise<string> =>
  heardBy(await stage.says(person, text, more), more.group ?? person);

/** A second specialist of the district, known by id. */
const withZhou = (): Promise<unknown> =>
  stage.says('管理员', '绑定 专员 @周专员 洪山区', {
    group: GROUP,
    mentions: [{ id: 'console:周专员', name: '周专员' }],
  });

beforeEach(async () => {
  stage = await aStage('2026-11-23T09:00');
  await withPeople(stage);
  await withZhou();
  await stage.says('王老板', '诉求 国企拖欠我们货款80万，电话13800000000', { group: GROUP });
  await stage.passes('+2m');
});

describe('one appeal is handed on', () => {
  test('by name to the only one who is called so, and he is told what it is about', async () => {
    await stage.says('李专员', 'A0001 我来办');
    const heard = await stage.says('李专员', 'A0001 移交 给 周专员');
    expect(heardBy(heard, '周专员')).toContain('货款80万');
    expect(heardBy(heard, '李专员')).toContain('A0001 已移交给周专员');
    expect(await says('周专员', '待办')).toContain('A0001');
    expect(await says('李专员', '待办')).not.toContain('A0001');
  });

  test('by mention, with the number behind the word', async () => {
    await stage.says('李专员', 'A0001 我来办');
    const mentions = [{ id: 'console:周专员', name: '周专员' }];
    const heard = await stage.says('李专员', '移交 A0001 给 @周专员', { mentions });
    expect(heardBy(heard, '周专员')).toContain('A0001');
  });

  test.for(['陈老板', '查无此人'])('not to %s, who is no specialist', async (name) => {
    await stage.says('李专员', 'A0001 我来办');
    expect(await says('李专员', `A0001 移交 给 ${name}`)).toContain('不能接手');
  });

  test('not by somebody who is not in charge', async () => {
    await stage.says('李专员', 'A0001 我来办');
    expect(await says('陈老板', 'A0001 移交 给 周专员')).toContain('不是您的诉求');
  });

  test('at a desk, to another handler of the same unit', async () => {
    const code = /一次性码：(\w+)/.exec(await says('管理员', '邀请 承办 市经信局'))?.[1] ?? '';
    await stage.says('钱经办', code);
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('赵经办', 'A0001 签收');
    const heard = await stage.says('赵经办', 'A0001 移交 给 钱经办');
    expect(heardBy(heard, '钱经办')).toContain('A0001');
    expect(await says('钱经办', 'A0001 答复：已协调付清80万元货款，今日到账。')).toContain('已发给企业');
  });

  test('a desk whose handler has lost the role goes on with a colleague', async () => {
    const code = /一次性码：(\w+)/.exec(await says('管理员', '邀请 承办 市经信局'))?.[1] ?? '';
    await stage.says('钱经办', code);
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('赵经办', 'A0001 签收');
    expect(await says('钱经办', 'A0001 答复：已付清80万元货款。')).not.toContain('已发给企业');
    const number = /(\d+) 赵经办/.exec(await says('管理员', '绑定列表'))?.[1] ?? '';
    await stage.says('管理员', `解绑 ${number}`);
    expect(await says('钱经办', 'A0001 答复：已付清80万元货款。')).toContain('已发给企业');
  });

  test('all of them, when somebody leaves', async () => {
    await stage.says('李专员', 'A0001 派 市经信局');
    await stage.says('李专员', '移交 全部 给 周专员');
    await stage.says('李专员', '确认');
    expect(await says('周专员', '待办')).toContain('A0001');
  });
});

describe('an appeal is exported', () => {
  test('to who is in charge, with all that was said, and on record', async () => {
    await stage.says('李专员', 'A0001 我来办');
    await stage.says('李专员', '追问 欠款的是哪家单位？');
    await stage.says('王老板', '示例建设集团');
    const text = await says('李专员', '导出 A0001');
    expect(text).toContain('货款80万');
    expect(text).toContain('哪家单位');
    expect(text).toContain('本次导出已记录');
  });

  test.for([
    ['王老板', {}],
    ['陈老板', {}],
    ['赵经办', {}],
  ] as const)('not to %s', async ([person, more]) => {
    await stage.says('李专员', 'A0001 我来办');
    expect(await says(person, 'A0001 导出', more)).not.toContain('货款80万');
  });

  test('not in a group, and not where there is no such number', async () => {
    await stage.says('李专员', 'A0001 我来办');
    expect(await says('李专员', 'A0001 导出', { group: GROUP })).toContain('私聊');
    expect(await says('李专员', 'A0999 导出')).not.toContain('记录');
  });
});

describe('how far it is', () => {
  test.for(['谁在办', '进度怎么样了', '有回音没', '还要多久', '办得怎么样了'])(
    '「%s」 shows the only one',
    async (words) => {
      expect(await says('王老板', words)).toContain('A0001 待受理');
    },
  );

  test('lists several, and shows nobody what is not theirs', async () => {
    await stage.says('王老板', '诉求 厂门口的路坏了没人修');
    const text = await says('王老板', '有结果了吗');
    expect(text).toContain('A0001');
    expect(text).toContain('A0002');
    expect(await says('陈老板', '谁在办')).not.toContain('A0001');
  });
});
