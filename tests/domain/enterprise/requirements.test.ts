import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../src/domain/enterprise/matching-types.ts';
import { requirementsOf } from '../../../src/domain/enterprise/requirements.ts';
import { whoOf } from '../../../src/domain/enterprise/who.ts';
import type { Benefit } from '../../../src/domain/policy/types.ts';
import { aBenefit, aClause, aPolicy } from '../../support/an-entry.ts';

const written = (requirement: Requirement): string => {
  switch (requirement.kind) {
    case 'region':
      return '';
    case 'title':
      return `${requirement.event ? `${requirement.event} ` : ''}${requirement.anyOf.join('/')}${requirement.maybe.map((one) => `/${one}?`).join('')}`;
    case 'industry':
      return requirement.codes.join('+');
    case 'size':
      return requirement.sizes.join('/');
    case 'form':
      return requirement.form;
    case 'revenue':
      return `${requirement.firstTime ? '首次' : ''}${requirement.bound} ${requirement.yuan}`;
    case 'age':
      return `${requirement.bound} ${requirement.years}y`;
    case 'carrier':
    case 'person':
    case 'open':
      return requirement.kind;
  }
};

const of = (who: string, region = '武汉市'): string =>
  (
    requirementsOf(aBenefit({ who, snippet: who }), { policy: aPolicy({ region }), clause: aClause(who) }) ??
    []
  )
    .map(written)
    .filter((part) => part !== '')
    .join('; ');

describe('what the words of a benefit ask for', () => {
  test.for([
    ['获批国家级专精特新“小巨人”企业', 'little-giant; company'],
    ['获批省级专精特新“小巨人”企业', 'srdi-provincial; company'],
    ['首次认定的省级专精特新中小企业', 'first srdi-provincial; company'],
    ['认定的省级制造业单项冠军企业', 'provincial-champion; company'],
    ['国家级制造业单项冠军企业', 'single-champion; company'],
    ['专精特新企业', 'srdi-provincial/little-giant/srdi-municipal?; company'],
    ['小巨人企业', 'little-giant/srdi-provincial?; company'],
    ['科技小巨人企业', 'company; open'],
    ['区级专精特新企业', 'company; open'],
    ['首次进入规模以上的工业企业', 'first above-scale; B+C+D; company'],
    ['首次升规的服务业企业', 'first above-scale; F+G+H+I+J+K+L+M+N+O+P+Q+R; company'],
    [
      '首次纳入国家统计联网直报名录库的规上服务业企业',
      'first above-scale; F+G+H+I+J+K+L+M+N+O+P+Q+R; company',
    ],
    ['企业首次升规纳统市级', 'first above-scale; company'],
    ['入选国家科技型中小企业信息库的企业', 'tech-sme; company'],
    ['武汉市专精特新企业贷款', 'srdi-provincial/little-giant/srdi-municipal?; company; open'],
    ['未纳入规上的小微企业', 'small/micro; company; open'],
    ['拟申报专精特新的企业', 'company; open'],
    ['采购专精特新企业产品的大型企业', 'large; company; open'],
    ['推荐企业认定为高新技术企业的服务机构,每成功一家', 'carrier'],
    ['高新技术企业和专精特新企业', 'high-tech/srdi-provincial/little-giant/srdi-municipal?; company'],
    ['新增限上批发、零售企业', 'first above-quota; 51+52; company'],
    ['高新技术企业、科技型中小企业', 'high-tech/tech-sme; company'],
    ['重新认定的高新技术企业', 'again high-tech; company; open'],
    ['迁入本市的上市公司', 'again listed; company; open'],
    ['高新技术企业培育库入库企业', 'company; open'],
    ['年营业收入首次突破1亿元的企业', '首次from 100000000; company'],
    ['上年度营业收入2000万元以下的小微企业', 'up-to 20000000; small/micro; company'],
    ['注册登记不满3年的小微企业', 'up-to 3y; small/micro; company'],
    ['成立5年以上的企业', 'from 5y; company'],
    ['大型企业', 'large; company'],
    ['新招用高校毕业生的中小微企业', 'medium/small/micro; company; open'],
    ['个体工商户', 'sole-trader; open'],
    ['个转企的企业', 'company; open'],
    ['认定的市级小型微型企业创业创新示范基地', 'carrier'],
    ['新建实训基地', 'open'],
    ['企业研发机构', 'company; open'],
    ['对新引进的博士', 'person'],
    ['在境内主板上市的企业', 'listed; company; open'],
    ['拟上市企业', 'company; open'],
    ['认定为全球灯塔工厂的企业', 'B+C+D; company; open'],
    ['', 'open'],
  ] as const)('%s', ([who, expected]) => expect(of(who)).toBe(expected));

  test('in a municipality 市级 has the rank of a province’s', () =>
    expect(of('市级专精特新企业', '上海市')).toBe('srdi-provincial; company'));
});

describe('what stands above and before', () => {
  const clauseOf = (path: readonly string[], benefits: readonly Benefit[]) => aClause('', { path, benefits });

  test('a bare tier takes the heading above it', () => {
    const benefit = aBenefit({ who: '首次认定' });
    const clause = clauseOf(
      ['第二部分科技创新类', '事项三：高新技术企业认定奖励', '3.奖励标准：'],
      [benefit],
    );
    expect(whoOf(benefit, clause)).toContain('高新技术企业认定奖励');
  });
  test('an item takes the subject of the sentence that leads to it', () => {
    const benefit = aBenefit({ who: '成功上市的' });
    const clause = clauseOf(['第六条 对纳入后备库的企业，按下列阶段给予奖励：'], [benefit]);
    expect(whoOf(benefit, clause)).toBe('纳入后备库的企业,成功上市的');
  });
  test('a sum of sums is nobody’s', () => {
    const benefit = aBenefit({ who: '以上合计' });
    expect(requirementsOf(benefit, { policy: aPolicy(), clause: clauseOf([], [benefit]) })).toBeNull();
  });
  test.for([
    ['其中投资700万元以上的中试项目', '投资700万元以上的中试项目'],
    ['融资额超过1.5亿元的部分,按0.5%奖励', '融资额超过1.5亿元的部分'],
  ] as const)('%s keeps the subject before it', ([snippet, who]) => {
    const first = aBenefit({ who: '高新技术企业', snippet: '对高新技术企业补助200万元' });
    const second = aBenefit({ who, snippet });
    const requirements = requirementsOf(second, { policy: aPolicy(), clause: clauseOf([], [first, second]) });
    expect(requirements?.map(written).filter(Boolean).join('; ')).toBe('high-tech; company; open');
  });
  test('其中 without anything before it stands for itself', () => {
    const only = aBenefit({ who: '中试项目', snippet: '其中中试项目' });
    expect(
      requirementsOf(only, { policy: aPolicy(), clause: clauseOf([], [only]) })?.map(({ kind }) => kind),
    ).toEqual(['region', 'open']);
  });
});
