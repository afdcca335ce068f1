import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedName } from '../../src/text/zh/shared-name.ts';

describe('what names have in common', () => {
  test.for<[readonly string[], string, string, readonly string[]]>([
    [['获批国家级示范企业', '获批省级示范企业'], '获批', '示范企业', ['国家级', '省级']],
    [['创新大赛获奖项目一等奖', '创新大赛获奖项目二等奖'], '创新大赛获奖项目', '', ['一等奖', '二等奖']],
    [['新认定的高新技术企业', '新认定的高成长企业'], '新认定的', '企业', ['高新技术', '高成长']],
    [['首次达到10亿元的企业', '首次达到15亿元的企业'], '首次达到', '的企业', ['10亿元', '15亿元']],
  ])('%j', ([names, head, tail, own]) => {
    expect(sharedName(names)).toEqual({ head, tail, own });
  });

  test.for<[readonly string[]]>([
    [['绿色车间奖励']],
    [['绿色车间奖励', '绿色车间奖励']],
    [['绿色车间奖励', '绿色车间奖金']],
    [['优秀企业家奖励', '优秀企业奖励']],
    [['甲级', '乙级']],
    [[]],
  ])('nothing is worth being told once of %j', ([names]) => {
    expect(sharedName(names)).toBeNull();
  });

  const WORDS = [
    '新认定的',
    '获评',
    '国家级',
    '省级',
    '综合体',
    '企业',
    '企业家',
    '奖励',
    '奖金',
    '项目',
    '首次突破',
    '商业',
    '商圈',
    '标准',
  ];
  const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });

  test('each name is told apart by whole words, and head, own and tail give it back', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 4 }), (names) => {
        const shared = sharedName(names.map((words) => words.join('')));
        if (shared === null) return;
        const { head, tail, own } = shared;
        for (const [at, words] of names.entries()) {
          const whole = words.join('');
          expect(`${head}${own[at]}${tail}`).toBe(whole);
          const ends = words.map((_, count) => words.slice(0, count).join('').length);
          expect([...ends, whole.length]).toContain(head.length);
          expect([...ends, whole.length]).toContain(whole.length - tail.length);
        }
      }),
    );
  });
});
