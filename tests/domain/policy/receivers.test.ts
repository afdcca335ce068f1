import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { aPolicy } from '../../support/a-policy.ts';

const HEAD = ['武汉市科学技术局关于组织申报研发费用补助的通知', '武科规〔2026〕9号'];
const notice = (...lines: readonly string[]): Policy => aPolicy('notice.txt', [...HEAD, ...lines]);
const whoGets = ({ clauses }: Policy): readonly string[] =>
  clauses.flatMap(({ benefits }) => benefits.map(({ who }) => who));

const SUM = '按研发费用的10%给予补助，最高不超过50万元。';

describe('a sum that only its section names a receiver for', () => {
  test('is for those that the section beside it names', () =>
    expect(whoGets(notice('一、支持对象', '在武汉市注册的科技型中小企业。', '二、支持标准', SUM))).toEqual([
      '在武汉市注册的科技型中小企业',
    ]));

  test('is for those that a paragraph beside it names', () =>
    expect(whoGets(notice('一、申报对象：已入库的科技型中小企业。', '二、补助标准', SUM)).at(0)).toBe(
      '已入库的科技型中小企业',
    ));

  test.for([
    ['a list of conditions', ['一、支持对象', '1. 依法注册满一年；', '2. 无失信记录。', '二、支持标准', SUM]],
    ['another part', ['一、研发补助', '（一）支持标准', SUM, '二、首贷贴息', '（一）支持对象', '首贷企业。']],
    ['a long text', ['一、支持对象', `${'在武汉市注册，'.repeat(20)}企业。`, '二、支持标准', SUM]],
  ] as const)('is for nobody in particular where there is only %s', ([, lines]) => {
    for (const who of whoGets(notice(...lines))) expect(who).toMatch(/支持标准$/);
  });

  test('a receiver that the sentence names stays', () =>
    expect(
      whoGets(notice('一、支持对象', '科技型中小企业。', '二、支持标准', '对首次入库企业奖励5万元。')),
    ).toEqual([expect.stringContaining('首次入库企业')]));
});
