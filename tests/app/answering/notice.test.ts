import { beforeAll, describe, expect, test } from 'vitest';
import type { Ask, AskMemory } from '../../../src/app/answering/types.ts';
import { anAskOver } from '../../support/an-ask.ts';

// A notice says in one section what there is, in others for whom, by when and how to apply.

const NOTICE = `武汉市科学技术局关于组织申报科技型中小企业研发费用补助的通知
武科规〔2026〕9号
一、支持对象
在武汉市注册的科技型中小企业。
二、支持标准
按上年度研发费用的10%给予研发费用补助，最高不超过50万元。
三、申报时间
网上申报时间为2027年1月11日至2027年2月26日17:00。
四、申报方式
登录市科技计划项目管理平台在线填报。
五、申报材料
1. 营业执照复印件；
2. 研发费用专项审计报告。
联系人：高新科；联系电话：027-00000000
武汉市科学技术局
2026年12月18日
`;

let ask: Ask;
beforeAll(async () => {
  ask = await anAskOver({ 'notice.txt': NOTICE });
});

describe('a question about what a notice offers', () => {
  test.for([
    ['研发费用补助最多多少', /：最高50万元\n[^]*二、支持标准/],
    ['研发费用补助怎么申报', /在线填报[^]*四、申报方式/],
    ['研发费用补助什么时候截止', /截止：2027年2月26日[^]*三、申报时间/],
    ['研发费用补助要什么材料', /原文：1\.营业执照复印件；2\.研发费用专项审计报告。\n——《.*》五、申报材料$/m],
  ] as const)('「%s」 is answered from the section that says it', ([text, words]) =>
    expect(ask({ text }).text).toMatch(words),
  );

  test('what is asked next is looked for in the whole notice', () => {
    const said: string[] = [];
    let memory: AskMemory | undefined;
    for (const text of ['研发费用补助最多多少', '最晚啥时候交', '怎么申请', '电话多少']) {
      const reply = ask({ text, ...(memory ? { memory } : {}) });
      memory = reply.memory;
      said.push(reply.text);
    }
    expect(said[1]).toMatch(/2027年2月26日/);
    expect(said[2]).toMatch(/在线填报/);
    expect(said[3]).toMatch(/联系电话/);
  });
});
