import { describe, expect, test } from 'vitest';
import { fitOf } from '../../../src/domain/enterprise/fit.ts';
import { emptyProfile, type Profile } from '../../../src/domain/enterprise/types.ts';
import { aGrant, aSubject, code, holdings } from '../../support/an-enterprise.ts';

const of = (known: Partial<Profile>, text: string, policy: ReturnType<typeof aGrant> | null = null) =>
  fitOf({ text, policy }, aSubject(known));

describe('whether words are for an enterprise', () => {
  test.for([
    // Titles: what is held may be due for 复核, what stands above may be applied for.
    ['2027年度省级专精特新中小企业申报', { holdings: holdings('high-tech') }, 'fits'],
    ['2027年度省级专精特新中小企业申报', { holdings: null }, 'open'],
    ['2027年度省级专精特新中小企业申报', { holdings: [] }, 'excluded'],
    ['2027年度省级专精特新中小企业申报', { form: 'sole-trader', holdings: null }, 'excluded'],
    ['2027年度省级专精特新中小企业申报', { staff: 2000, revenueYuan: 9e8, holdings: null }, 'excluded'],
    ['第九批国家级小巨人企业培育', { holdings: holdings('high-tech') }, 'excluded'],
    ['第九批国家级小巨人企业培育', { holdings: holdings('srdi-provincial') }, 'fits'],
    ['省级专精特新中小企业复核', { holdings: holdings('little-giant') }, 'fits'],
    ['2027年高新技术企业认定', { holdings: [] }, 'fits'],
    ['高新技术企业、制造业单项冠军奖励', { holdings: [] }, 'fits'],
    ['规上企业奖励', { holdings: [] }, 'open'],
    ['上市公司奖励', { holdings: holdings('listed') }, 'fits'],
    // Industries.
    ['2027年旅行社纾困补贴', {}, 'excluded'],
    ['2027年旅行社纾困补贴', { industry: code('72') }, 'fits'],
    ['2027年旅行社纾困补贴', { industry: null }, 'open'],
    ['2027年旅行社纾困补贴', { industry: code('unknown') }, 'open'],
    ['制造业技改贴息', {}, 'fits'],
    // Sizes speak against somebody, and for nobody in particular.
    ['中小企业纾困贷款贴息', { staff: 30, revenueYuan: 8e6 }, 'open'],
    ['中小企业纾困贷款贴息', { staff: 2000, revenueYuan: 9e8 }, 'excluded'],
    ['中小企业纾困贷款贴息', {}, 'open'],
    // Forms.
    ['个体工商户贴息', {}, 'excluded'],
    ['个体工商户贴息', { form: 'sole-trader' }, 'fits'],
    ['个体工商户贴息', { form: null }, 'open'],
    ['个体工商户和企业稳岗补贴', {}, 'open'],
    ['个体工商户转企业奖励', {}, 'open'],
    // Nothing that sets anybody apart; who issued it is no word about whom it is for.
    ['稳岗补贴', {}, 'open'],
    ['武汉市旅行社协会关于申报稳岗补贴的通知', {}, 'open'],
  ] as const)('「%s」 to %j: %s', ([text, known, fit]) => expect(of(known, text)).toBe(fit));

  test('of whom nothing is known nobody can tell', () =>
    expect(fitOf({ text: '旅行社补贴', policy: null }, { ...aSubject(), profile: emptyProfile })).toBe(
      'open',
    ));
});

describe('whether a policy is for an enterprise', () => {
  const giants = aGrant(['对获批省级专精特新“小巨人”企业，给予20万元奖励。']);
  const everybody = aGrant(['对企业给予1万元补助。']);
  const innkeepers = aGrant(['对民宿企业给予3万元补助。', '对餐饮企业给予2万元补助。']);
  const carriers = aGrant(['对认定的小微企业创业创新示范基地，给予50万元奖励。']);

  test.for([
    ['gives what it has reached', giants, { holdings: holdings('srdi-provincial') }, 'fits'],
    ['gives to whoever does something that no profile holds', everybody, {}, 'open'],
    [
      'is one step away: no reason to be told unasked',
      giants,
      { holdings: holdings('srdi-municipal') },
      'open',
    ],
    ['asks for what is not known', giants, { holdings: null }, 'open'],
    ['asks for what is far away', giants, { holdings: [] }, 'excluded'],
    ['is for other industries alone', innkeepers, {}, 'excluded'],
    ['is for bodies of whom the profile says nothing', carriers, {}, 'open'],
    ['says nothing of who gets what', aGrant(['全市要高度重视。']), {}, 'open'],
  ] as const)('it %s', ([, policy, known, fit]) => expect(of(known, '若干措施', policy)).toBe(fit));

  test('what its title speaks against it does not give', () =>
    expect(of({}, '旅行社若干措施', everybody)).toBe('excluded'));

  test('another city’s is for nobody here', () =>
    expect(of({}, '若干措施', { ...everybody, region: '长沙市' })).not.toBe('fits'));
});
