import { describe, expect, test } from 'vitest';
import { findBenefits } from '../../../src/domain/policy/benefits/find-benefits.ts';
import type { Benefit } from '../../../src/domain/policy/types.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

const written = (benefit: Benefit): string =>
  [
    benefit.amountYuan === null ? '' : String(benefit.amountYuan),
    benefit.atMost ? '最高' : '',
    benefit.rate === null ? '' : `×${benefit.rate}`,
    benefit.per ?? '',
    benefit.who === '' ? '' : `〔${benefit.who}〕`,
  ]
    .filter((part) => part !== '')
    .join(' ');

const find = (text: string, heading = ''): readonly Benefit[] => findBenefits({ text, heading });

test.for(fixtureCases('benefits.txt'))('$input', ({ input, expected }) => {
  const [text = '', heading = ''] = input.split('@');
  expect(find(text, heading).map(written).join('; ') || '-').toBe(expected);
});

describe('who gets it', () => {
  test('tiers are matched to sums in order, and what they share is kept', () =>
    expect(
      find('对认定的国家、省、市级创业基地,分别给予100万元、50万元、30万元奖励').map((one) => one.who),
    ).toEqual(['认定的国家级创业基地', '认定的省级创业基地', '认定的市级创业基地']));
  test('is completed by the topic where it only says 符合条件', () =>
    expect(find('支持企业开展专利组合培育,对符合条件的项目,一次性给予50万元支持')[0]?.who).toBe(
      '企业开展专利组合培育,符合条件的项目',
    ));
  test('is the heading where the sentence names nobody', () =>
    expect(find('给予10万元奖励', '（三）首次上规企业')[0]?.who).toBe('（三）首次上规企业'));
  test('a tier of its own stands behind the subject', () =>
    expect(find('对上市企业,境内上市奖励500万元,境外上市奖励300万元').map((one) => one.who)).toEqual([
      '上市企业,境内上市',
      '上市企业,境外上市',
    ]));
});

test('a sum torn by a line break is one sum', () =>
  expect(find('奖励60 万\n元')[0]?.amountYuan).toBe(600_000));

test('matching by the districts is a rate of one', () =>
  expect(find('对上规企业,市级财政给予20万元奖励,各区给予不低于1∶1的配套支持')).toMatchObject([
    { amountYuan: 200_000, rate: null },
    { amountYuan: null, rate: 1, who: '上规企业' },
  ]));
