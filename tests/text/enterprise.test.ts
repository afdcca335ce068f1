import { describe, expect, test } from 'vitest';
import { growthOf } from '../../src/domain/enterprise/growth.ts';
import { matchPolicies } from '../../src/domain/enterprise/match-policies.ts';
import { type AnswerRefusal, QUESTIONS } from '../../src/domain/enterprise/questions.ts';
import { sizeOf } from '../../src/domain/enterprise/size.ts';
import { emptyProfile, type Profile } from '../../src/domain/enterprise/types.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { offersReply } from '../../src/text/zh/enterprise-offers.ts';
import { aboutYuan, amountText, checkText, stepText, yuanText } from '../../src/text/zh/enterprise-words.ts';
import { enterpriseQuestion, enterpriseRefusal, profileReply } from '../../src/text/zh/enterprise.ts';
import { growthReply } from '../../src/text/zh/ladder.ts';
import { renderOnePage } from '../../src/text/zh/one-page.ts';
import { aGrant, aProfile, aSubject, code, holdings } from '../support/an-enterprise.ts';
import { aBenefit, day } from '../support/an-entry.ts';
import { industries } from '../support/profile-table.ts';

const TIERS = '对国家级、省级专精特新企业，分别给予50万元、20万元奖励。';
const replyTo = (
  texts: readonly string[],
  known: Partial<Profile>,
  policy: Parameters<typeof aGrant>[1] = {},
): string => {
  const subject = aSubject(known);
  return offersReply(matchPolicies([aGrant(texts, policy)], subject), subject.profile);
};
const viewOf = (profile: Profile) => ({
  profile,
  industry: profile.industry && industries.industry(profile.industry),
  sizing: sizeOf(profile),
});

describe('the dialogue', () => {
  test.for(QUESTIONS)('%s is one short question with the way past it', (question) => {
    expect(enterpriseQuestion(question)).toMatch(/？.*跳过”）$/u);
    expect(enterpriseQuestion(question).length).toBeLessThan(70);
  });
  test.for([
    'empty',
    'no-place',
    'no-industry',
    'no-number',
    'no-title',
    'which-level',
    'no-form',
    'no-name',
    'credit-code-length',
    'credit-code-check',
  ] as const satisfies readonly AnswerRefusal[])('%s is said in one friendly sentence', (refusal) => {
    expect(enterpriseRefusal(refusal)).toMatch(/请/u);
    expect(enterpriseRefusal(refusal).length).toBeLessThan(60);
  });
});

describe('the profile', () => {
  test('is what is known, one fact a line', () => {
    const profile = aProfile({
      name: '示例科技有限公司',
      staff: 30,
      revenueYuan: 19_999_999,
      founded: 2015,
      holdings: holdings(['high-tech', 2022], 'above-scale'),
    });
    expect(profileReply(viewOf(profile))).toBe(
      [
        '名称：示例科技有限公司',
        '地区：武汉市洪山区',
        '类型：企业',
        '行业：通用设备制造业（C 制造业）',
        '人数：30人',
        '年营收：不到2000万元',
        '规模：小型企业',
        '成立：2015年',
        '认定：高新技术企业（2022年）、规上企业',
      ].join('\n'),
    );
  });
  test('without facts says so', () => {
    expect(profileReply(viewOf(emptyProfile))).toBe('还没有企业资料。');
    const place = { district: null, city: null, province: '湖北省' };
    expect(profileReply(viewOf({ ...emptyProfile, place, holdings: [] }))).toBe('地区：湖北省\n认定：无');
  });
});

describe('words', () => {
  test.for([
    [200_000, '20万元'],
    [120_000_000, '1.2亿元'],
    [123_456_789, '123456789元'],
    [1500, '1500元'],
    [12_000, '1.2万元'],
    [1856.5, '1856.5元'],
  ] as const)('%i is %s', ([yuan, text]) => expect(yuanText(yuan)).toBe(text));
  test('a sum below a round one is said so', () => {
    expect(aboutYuan(19_999_999)).toBe('不到2000万元');
    expect(aboutYuan(8_000_000)).toBe('800万元');
  });
  test.for([
    [{ amountYuan: 200_000 }, '20万元'],
    [{ amountYuan: 300_000, atMost: true, rate: 0.5 }, '50%，最高30万元'],
    [{ amountYuan: 1500, per: '每人' }, '每人1500元'],
    [{ rate: 1 }, '1:1配套'],
    [{ rate: 0.005 }, '0.5%'],
    [{}, '按文件规定'],
  ] as const)('%o is %s', ([benefit, text]) => expect(amountText(aBenefit(benefit))).toBe(text));
  test.for([
    ['company', '先由个体工商户转为企业'],
    ['above-scale', '先进规（纳入规上统计）'],
    ['above-quota', '先进限（纳入限上统计）'],
    ['listed', '先上市'],
    ['high-tech', '先认定高新技术企业'],
  ] as const)('%s: %s', ([step, text]) => expect(stepText(step)).toBe(text));
  test('a first time, an open level and an open region are told as what to look at', () => {
    const title = {
      kind: 'title',
      anyOf: ['high-tech'],
      maybe: [],
      event: 'first',
      words: '高新技术企业',
    } as const;
    const profile = aProfile({ holdings: holdings('high-tech') });
    expect(checkText(title, profile)).toBe('高新技术企业是不是首次、哪年认定');
    expect(checkText(title, aProfile({ holdings: null }))).toBe('是否高新技术企业');
    expect(checkText({ ...title, event: null }, profile)).toBe('高新技术企业算不算“高新技术企业”');
    expect(checkText({ kind: 'region', name: null }, profile)).toBe('文件没有写明适用地区');
    const bound = {
      kind: 'revenue',
      bound: 'from',
      yuan: 1e8,
      firstTime: true,
      words: '首次突破1亿元',
    } as const;
    expect(checkText(bound, profile)).toBe('是不是首次：首次突破1亿元');
    expect(checkText({ ...bound, firstTime: false }, profile)).toBe('首次突破1亿元');
  });
});

describe('what an enterprise can get', () => {
  test('says the own tier with its reason, and what is one step away', () =>
    expect(replyTo([TIERS], { holdings: holdings('srdi-provincial') })).toBe(
      [
        '符合（1项）',
        '1. 省级专精特新企业：20万元（因为：省级专精特新（小巨人），武汉市）①第1项',
        '差一步（1项）',
        '1. 国家级专精特新企业：50万元（差一步：先认定国家级专精特新“小巨人”）①第1项',
        '①《示例措施》',
      ].join('\n'),
    ));
  test('marks what needs no application', () =>
    expect(replyTo(['对高新技术企业奖励5万元，免申即享。'], { holdings: holdings('high-tech') })).toContain(
      '1. 【免申即享】高新技术企业：5万元',
    ));
  test('tiers of one sentence that are all to be checked are one line', () => {
    const text = '对认定为甲类、乙类示范项目的企业，分别给予50万元、20万元奖励。';
    expect(replyTo([text], {})).toContain('50万元等2档（需核对：是否属于这种情况）');
  });
  test('long lists are cut and counted', () => {
    const texts = ['甲', '乙', '丙', '丁', '戊'].map((name) => `对通过${name}类验收的企业，奖励5万元。`);
    expect(replyTo(texts, {})).toContain('可能符合，需核对（5项）');
    expect(replyTo(texts, {})).toContain('还有2项未列。');
  });
  test('says what must be known of a document', () =>
    expect(
      replyTo(['对高新技术企业奖励5万元。'], { holdings: holdings('high-tech') }, { effectiveOn: null }),
    ).toContain('未载明有效期'));
  test('a long subject is shortened', () => {
    const text = `对通过${'多部门联合组织的'.repeat(6)}验收的企业，奖励5万元。`;
    expect(replyTo([text], {})).toContain('…：5万元');
  });
  test('nothing found is said plainly', () => expect(replyTo([], {})).toContain('没有找到适合的奖补'));
});

describe('the growth ladder', () => {
  const grant = aGrant(['对首次升规的工业企业，奖励20万元。', TIERS]);
  const reply = (known: Partial<Profile>, policies: readonly Policy[] = [grant]): string =>
    growthReply(growthOf(policies, aSubject(known)));

  test('says where it stands, the next step and what that brings', () =>
    expect(reply({ holdings: holdings('srdi-municipal', 'above-scale') })).toBe(
      [
        '现在是市级专精特新培育企业。',
        '下一步 规做精：先认定省级专精特新（小巨人）',
        '可得：省级专精特新企业：20万元——《示例措施》第2项',
      ].join('\n'),
    ));
  test('says from which revenue the statistics count it', () =>
    expect(reply({})).toContain('小进规：先进规（纳入规上统计），统计口径为年营收2000万元起'));
  test('never makes up a sum', () =>
    expect(reply({ form: 'sole-trader' })).toBe(
      '还没有梯度培育的认定。\n下一步 个转企：先由个体工商户转为企业\n可得：政策库里没有写奖励金额',
    ));
  test('at the top says so', () =>
    expect(reply({ holdings: holdings('single-champion', 'above-scale', 'listed') })).toBe(
      '现在是单项冠军，已到梯度的最高一级。',
    ));
});

describe('一企一策 on one page', () => {
  const pageOf = (known: Partial<Profile>, texts: readonly string[] = [TIERS]): string => {
    const subject = aSubject(known);
    const policies = [aGrant(texts)];
    return renderOnePage({
      ...viewOf(subject.profile),
      offers: matchPolicies(policies, subject),
      growth: growthOf(policies, subject),
      on: day('2023-06-01'),
    });
  };

  test('holds facts, offers and steps', () => {
    const page = pageOf({ name: '示例科技有限公司', holdings: holdings('srdi-provincial') });
    for (const words of [
      '示例科技有限公司一企一策',
      '现在可以享受',
      '20万元',
      '差一步',
      '成长路径',
      '2023-06-01',
    ])
      expect(page).toContain(words);
    expect(page).toContain('<li class="held">省级专精特新（小巨人）</li>');
  });
  test('every text is escaped', () => {
    const evil = `<script>alert("1")</script>&'`;
    const page = pageOf({ name: evil, holdings: holdings('srdi-provincial') }, [
      '对省级专精特新企业<img src=x onerror=1>，奖励20万元。',
    ]);
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });
  test('loads nothing from outside and prints on A4', () => {
    const page = pageOf({});
    expect(page).not.toMatch(/https?:|url\(|src=|<link|@import/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('@page{size:A4');
  });
  test('an empty library and an unknown enterprise make a page too', () => {
    const page = renderOnePage({
      ...viewOf(emptyProfile),
      offers: [],
      growth: { held: [], standsOn: null, next: [] },
      on: day('2023-06-01'),
    });
    for (const words of ['企业一企一策', '还没有企业资料', '没有找到适合的奖补', '已到梯度的最高一级'])
      expect(page).toContain(words);
  });
  test('long tables are cut to the page', () => {
    const texts = Array.from({ length: 9 }, (_, at) => `对通过第${at + 1}类验收的企业，奖励5万元。`);
    expect(pageOf({ industry: code('65') }, texts)).toContain('另有3项未列。');
  });
});
