import { describe, expect, test } from 'vitest';
import { readEnterpriseCommand } from '../../../src/domain/enterprise/commands.ts';

const offers = (more: object = {}) => ({ kind: 'offers', past: false, page: 1, lead: '', ...more });

describe('commands of an enterprise', () => {
  test.for([
    ['我的企业', { kind: 'mine' }],
    ['看看我的企业资料。', { kind: 'mine' }],
    ['删除我的资料', { kind: 'erase', isSure: false }],
    ['请帮我删除企业资料', { kind: 'erase', isSure: false }],
    ['确认删除我的资料', { kind: 'erase', isSure: true }],
    ['不删我的资料', { kind: 'keep' }],
    ['导出我的资料', { kind: 'export' }],
    ['一企一策', { kind: 'one-page' }],
    ['打印一企一策！', { kind: 'one-page' }],
    ['并入企业资料', { kind: 'adopt' }],
    ['不并入', { kind: 'apart' }],
    ['下一步', { kind: 'growth', step: null }],
    ['成長路徑', { kind: 'growth', step: null }],
    ['成长路径 2', { kind: 'growth', step: 2 }],
  ] as const)('「%s」', ([text, command]) => expect(readEnterpriseCommand(text)).toEqual(command));

  test.for([
    ['我能享受什么政策', {}],
    ['我能享受什麼政策？', {}],
    ['你好，请问我们企业可以享受哪些优惠政策啊', {}],
    ['我们公司现在能申请哪些补贴?', {}],
    ['有哪些政策适合我们公司', {}],
    ['政策体检', {}],
    ['我能享受什么政策，包括过期的', { past: true }],
    ['包括过期的', { past: true }],
    ['我们是省级小巨人，能享受什么政策', { lead: '我们是省级小巨人' }],
    ['更多政策 3', { page: 3 }],
    ['更多政策', { page: 2 }],
    ['更多政策 2 包括过期的', { page: 2, past: true }],
  ] as const)('「%s」 asks for what fits', ([text, more]) =>
    expect(readEnterpriseCommand(text)).toEqual(offers(more)),
  );

  test.for([
    ['看第3项', { kind: 'offer', past: false, number: 3 }],
    ['看第12项 包括过期的', { kind: 'offer', past: true, number: 12 }],
  ] as const)('「%s」 picks one', ([text, command]) => expect(readEnterpriseCommand(text)).toEqual(command));

  test.for([
    ['改 人数 50人', 'staff', '50人'],
    ['改人数50人', 'staff', '50人'],
    ['人数改成50人', 'staff', '50人'],
    ['更正营收：800万', 'revenueYuan', '800万'],
    ['改 名称 Example 示例科技有限公司', 'name', 'Example 示例科技有限公司'],
    ['修改我的信用代码 91420100MA00000000', 'creditCode', '91420100MA00000000'],
    ['改地区为洪山区', 'place', '洪山区'],
    ['改 行业 做软件', 'industry', '做软件'],
    ['改 成立 2015年', 'founded', '2015年'],
    ['改 类型 个体户', 'form', '个体户'],
    ['改 认定 没有', 'holdings', '没有'],
  ] as const)('「%s」 corrects', ([text, field, value]) =>
    expect(readEnterpriseCommand(text)).toEqual({ kind: 'correct', field, value }),
  );

  test.for([
    '改名称需要什么材料',
    '改名称 需要什么材料',
    '人数改成多少合适',
    '改人数',
    '人数多少',
    '我的企业被罚了怎么办',
    '小巨人能拿多少钱',
    '第一步和下一步怎么走',
    '一企一策是什么意思',
    '删除我的资料要多久',
    '',
    `我能享受什么政策${'？'.repeat(200)}`,
  ])('「%s」 is none', (text) => expect(readEnterpriseCommand(text)).toBeNull());
});
