import { expect, test } from 'vitest';
import { factLine } from '../../src/text/zh/answer-facts.ts';
import { anEntry } from '../support/an-entry.ts';

test.for<[readonly (readonly [string, string])[], string]>([
  [
    [
      ['楼宇改造主体', '8万元'],
      ['楼宇改造主体', '最高20万元'],
    ],
    '楼宇改造主体：8万元，最高20万元',
  ],
  [
    [
      ['绿色车间奖励', '8万元'],
      ['绿色车间奖金', '9万元'],
    ],
    '绿色车间奖励：8万元；绿色车间奖金：9万元',
  ],
  [
    [
      ['年产值首次突破1亿元的企业', '10万元'],
      ['年产值首次突破5亿元的企业', '20万元'],
    ],
    '年产值首次突破…的企业，1亿元：10万元；5亿元：20万元',
  ],
  [
    [
      ['制定国际标准的单位', '10万元'],
      ['制定国家标准的单位', '5万元'],
      ['制定国家标准的单位', '最高9万元'],
    ],
    '制定…标准的单位：国际10万元；国家5万元，最高9万元',
  ],
  [
    [
      ['新入驻的企业,购房(自用)的', '5万元'],
      ['新入驻的企业,租房的', '3万元'],
    ],
    '新入驻的企业：购房（自用）的5万元，租房的3万元',
  ],
])('no name of a tier is cut within a word: %j', ([tiers, line]) => {
  const said = tiers.map(([who, amount]) => ({ who, amount }));
  expect(factLine({ kind: 'amounts', tiers: said }, anEntry('奖励。'))).toBe(line);
});
