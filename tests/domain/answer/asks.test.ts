import { describe, expect, test } from 'vitest';
import { isComparison, readAsks } from '../../../src/domain/answer/asks.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';

const SAID: Readonly<Record<AskedFact, readonly string[]>> = {
  validity: [
    '这个政策过期没有',
    '还有效吗',
    '有效期到哪天',
    '还能用不',
    '管到什么时候',
    '什么时候开始施行',
    '从哪天开始算数',
    '生效日期',
  ],
  issuer: ['哪家单位印发的', '谁发的文', '是哪个部门出台的', '发文机关是谁'],
  published: ['哪天印发的', '什么时候出台的', '发布时间是', '落款是哪天'],
  'document-number': ['文号是多少', '几号文'],
  units: [
    '归哪个局管',
    '找谁',
    '牵头部门',
    '向谁反映',
    '去哪儿办',
    '哪些群团组织一起做',
    '除了经信局还有谁',
    '谁来落实',
  ],
  amount: [
    '奖多少',
    '给几万',
    '能拿几百万',
    '多少钱',
    '奖励标准',
    '什么奖励',
    '补贴一样多吗',
    '租金优惠多少',
    '给几个钱',
    '营收最少多少',
    '注册资本要几百',
    '一家给几千',
  ],
  rate: [
    '投资要涨多少',
    '贴息贴几个百分点',
    '租金打几折',
    '几个点',
    '百分之几',
    '利率多少',
    '1比几,几比几',
    '返5%还是10%',
  ],
  benefit: ['有红包拿吗', '奖不奖', '有没有补贴', '给补贴吗', '贴不贴息'],
  fee: ['收费吗', '收不收费', '要不要钱', '是免费的吗', '要花钱吗'],
  count: ['多少家', '培育几户', '规模多大', '首批几家', '几万家企业', '几千人'],
  deadline: ['奖励审完以后多少个工作日到账', '截止时间', '哪年之前完成', '多久通报一次', '来得及吗'],
  contact: ['公示名单发我一份', '热线号码', '表格在哪下载', '周六上不上班'],
  conditions: ['这个我们能报吗', '申报要什么条件', '要够什么资格', '评上小巨人要达到多少分'],
  'how-to': [
    '资料丢了怎么补',
    '在哪报名',
    '哪里可以申请',
    '业务咋办',
    '商标驳回怎么复审',
    '怎么申请',
    '要什么材料',
    '办理流程',
  ],
  definition: ['小巨人是什么意思', '什么叫个转企', '什么是首贷户'],
  list: ['有哪些政策', '扶不扶持农业', '有什么活动'],
};

describe('what a question asks for', () => {
  test.for(Object.entries(SAID).flatMap(([fact, said]) => said.map((text) => [text, fact] as const)))(
    '「%s」 asks for %s',
    ([text, fact]) => {
      expect(readAsks(text)).toContain(fact);
    },
  );

  test.for(['中试平台', '“小进规”攻坚', '你好', ''])('「%s」 asks for nothing', (text) => {
    expect(readAsks(text)).toEqual([]);
  });

  test.for(['要什么学历、多大年纪以下', '年龄有没有限制', '多少岁以内能报'])(
    '「%s」 asks for conditions, and for no number of things',
    (text) => {
      expect(readAsks(text)).toContain('conditions');
      expect(readAsks(text)[0]).toBe('conditions');
    },
  );

  test('the most specific fact comes first', () => {
    expect(readAsks('这个文件的有效期到哪天')[0]).toBe('validity');
    expect(readAsks('是哪个部门印发的')[0]).toBe('issuer');
    expect(readAsks('文号是多少')[0]).toBe('document-number');
  });

  test.for(['专利快审给多少家', '一年补多少人', '招聘会给多少岗位'])(
    '「%s」 asks for a number of things, not for money',
    (text) => {
      expect(readAsks(text)).toContain('count');
      expect(readAsks(text)).not.toContain('amount');
    },
  );

  test('the bare 多少 within an amount is no number of things', () => {
    expect(readAsks('个转企奖励多少')).toEqual(['amount']);
    expect(readAsks('个转企要多少家')).not.toContain('amount');
  });

  test.for(['总数要到多少万户', '新增多少万人', '创业投资各要涨多少'])('「%s」 asks for no money', (text) => {
    expect(readAsks(text)).toContain('count');
    expect(readAsks(text)).not.toContain('amount');
  });

  test.for(['好多楼都空着', '好多厂子'])('「%s」: 好多 that tells asks for no number', (text) => {
    expect(readAsks(text)).not.toContain('count');
  });

  test.for(['好多家', '要好多?'])('「%s」: 好多 that asks does', (text) => {
    expect(readAsks(text)).toContain('count');
  });

  test('who does not know what to do with a trouble asks for no procedure', () => {
    expect(readAsks('钱收不回来咋整')).not.toContain('how-to');
    expect(readAsks('贷款增速有啥要求')).not.toContain('conditions');
  });

  test('哪几类 asks which, not how many', () => {
    expect(readAsks('推送给哪几类人')).not.toContain('count');
  });

  test.for(['贷款到期了还不上', '租约到期怎么续'])('「%s」: what has run out is no day asked for', (text) => {
    expect(readAsks(text)).not.toContain('deadline');
  });

  test.for(['到期日是哪天', '到期时间', '到期没'])('「%s」: the day on which it runs out is', (text) => {
    expect(readAsks(text)).toContain('deadline');
  });

  test.for(['产值增长多少', '房租要好几千', '花几万能买'])('「%s」 asks for no sum', (text) => {
    expect(readAsks(text)).not.toContain('amount');
  });

  test.for(['上规模企业', '规模以上工业', '规模化种植'])('「%s」 asks for no size', (text) => {
    expect(readAsks(text)).not.toContain('count');
  });

  test('what costs nothing is no money that somebody gets', () => {
    expect(readAsks('有没有不要钱的培训')).not.toContain('benefit');
    expect(readAsks('有没有钱拿')).toContain('benefit');
  });

  test('a number to call is wanted before any other number', () => {
    expect(readAsks('热线电话多少')[0]).toBe('contact');
  });

  test('几万家 is a number of firms and 几万块 a sum of money', () => {
    expect(readAsks('服务几万家企业')).not.toContain('amount');
    expect(readAsks('能拿几万块')).not.toContain('count');
  });
});

describe('a question about two things', () => {
  test.for([
    '小巨人和单项冠军各补多少',
    '一等奖和二等奖差多少',
    '上海和湖南哪个高',
    '省级和市级一样多吗',
    '十三五末有多少家,十四五要达到多少家',
    '两个平台有什么区别',
    '招聘会归谁管，技术经纪人又归谁管',
    '两件事的责任单位是不是同一家',
    '诉求办理跟统计监测，是一个单位牵头么',
    '采购照顾找哪家？柔性执法又找哪个部门',
  ])('「%s」 compares', (text) => {
    expect(isComparison(text)).toBe(true);
  });

  test.for(['归谁管，找哪家', '各有关部门怎么配合', '各区怎么补', '小巨人奖励多少', '哪个部门负责', ''])(
    '「%s」 does not',
    (text) => {
      expect(isComparison(text)).toBe(false);
    },
  );
});
