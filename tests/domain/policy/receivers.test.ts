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
    for (const who of whoGets(notice(...lines))) expect(who).toMatch(/支持标准$|^研发补助$/);
  });

  test('is called by the section where its own heading only says 标准', () =>
    expect(whoGets(notice('一、稳岗扩岗补贴', '（一）标准。每招用1人补贴900元。'))).toEqual([
      '稳岗扩岗补贴',
    ]));

  test('a receiver that the sentence names stays', () =>
    expect(
      whoGets(notice('一、支持对象', '科技型中小企业。', '二、支持标准', '对首次入库企业奖励5万元。')),
    ).toEqual([expect.stringContaining('首次入库企业')]));
});

describe('steps of a list', () => {
  const steps = (leadIn: string, ...items: readonly string[]): readonly string[] =>
    whoGets(notice('一、产值奖励', `（一）产值台阶奖。${leadIn}`, ...items));

  test('complete what the sentence above the list leaves open', () =>
    expect(
      steps(
        '对年产值首次达到下列档次的，给予奖励：',
        '1.3000万元（含）至6000万元的，奖励8万元；',
        '2.6000万元（含）以上的，奖励18万元。',
      ),
    ).toEqual(['年产值首次达到3000万元(含)至6000万元的', '年产值首次达到6000万元(含)以上的']));

  test('stand behind whom the sentence above the list names', () =>
    expect(
      steps('对新入库企业，按人数奖励：', '1.20人以上的，奖励2万元；', '2.50人以上的，奖励6万元。'),
    ).toEqual(['新入库企业,20人以上的', '新入库企业,50人以上的']));

  test.for([
    ['对新入库企业给予奖励。', '1.20人以上的，奖励2万元；', '20人以上的'],
    ['给予奖励：', '1.20人以上的，奖励2万元；', '20人以上的'],
    ['对新入库企业给予奖励：', '1.首次认定的，奖励2万元；', '首次认定的'],
  ] as const)('are left alone: 「%s」', ([leadIn, item, who]) => expect(steps(leadIn, item)).toEqual([who]));
});

describe('a table', () => {
  const HEADER = '序号\t支持事项\t费用\t支持标准\t单个企业年度上限';
  const row = (name: string, standard: string): string => `1\t${name}\t检测费\t${standard}\t9万元`;

  test('gives the sums of a row to what the row is about, and its ceiling with them', () =>
    expect(whoGets(notice('一、标准', HEADER, row('产品检测', '按40%补贴，最高2万元')))).toEqual([
      '产品检测',
      '产品检测,单个企业年度',
    ]));

  test('who stands in a cell itself stays', () =>
    expect(whoGets(notice('一、标准', HEADER, row('产品检测', '对外贸企业补贴2万元')))[0]).toBe('外贸企业'));

  test('a row of several conditions is for whom all of them fit', () =>
    expect(
      whoGets(
        notice(
          '一、入库培育',
          '类别\t年营业额\t奖励',
          '餐饮\t达到300万元\t2万元',
          '餐饮\t达到900万元\t再奖3万元',
        ),
      ),
    ).toEqual(['餐饮,达到300万元', '餐饮,达到900万元']));

  const FIGURES = ['机型\t国产\t进口', '小型\t1.2\t0.9', '大型\t3\t2.5'];
  const sums = (...lines: readonly string[]): readonly string[] =>
    notice(...lines).clauses.flatMap(({ benefits }) =>
      benefits.map(({ who, amountYuan, per, snippet }) => `${who} ${amountYuan} ${per} ${snippet}`),
    );

  test('takes the unit of its bare figures from the heading above', () =>
    expect(sums('一、补贴标准（单位：万元/台）', ...FIGURES).slice(0, 2)).toEqual([
      '小型,国产 12000 每台 小型(国产:1.2;进口:0.9)',
      '小型,进口 9000 每台 小型(国产:1.2;进口:0.9)',
    ]));

  test('takes the unit of its bare figures from their column', () =>
    expect(
      sums('一、补贴办法', '机型\t年产值\t补助标准（元/台·年）', '小型\t100\t800', '大型\t300\t1,500'),
    ).toEqual([
      expect.stringMatching(/^小型,100 800 每台每年 /),
      expect.stringMatching(/^大型,300 1500 每台每年 /),
    ]));

  test.for([
    ['the heading gives nothing', '一、投资完成情况（单位：万元）', FIGURES],
    ['no unit is written', '一、补贴标准', FIGURES],
    [
      'the column counts something else',
      '一、补贴标准（单位：万元）',
      ['机型\t年产值', '小型\t10', '大型\t20'],
    ],
    [
      'it is a list of who was paid',
      '一、拨付名单（单位：万元）',
      ['企业名称\t补贴金额', '甲公司\t10', '乙公司\t20'],
    ],
  ] as const)('grants no bare figure where %s', ([, heading, rows]) =>
    expect(sums(heading, ...rows)).toEqual([]),
  );

  test('without a column of names keeps the column', () =>
    expect(whoGets(notice('一、标准', '序号\t支持标准\t要求', '1\t最高补贴2万元\t当年实施'))).toEqual([
      '支持标准',
    ]));
});
