import { describe, expect, test } from 'vitest';
import { matchPolicies } from '../../../src/domain/enterprise/match-policies.ts';
import type { Offer } from '../../../src/domain/enterprise/matching-types.ts';
import type { Profile } from '../../../src/domain/enterprise/types.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { aGrant, aSubject, code, holdings } from '../../support/an-enterprise.ts';
import { aClause, day } from '../../support/an-entry.ts';
import { parsedDocument } from '../../support/profile-table.ts';

const offers = (
  texts: string | readonly string[],
  {
    profile = {},
    policy = {},
    on,
  }: { profile?: Partial<Profile>; policy?: Parameters<typeof aGrant>[1]; on?: string } = {},
): readonly Offer[] => matchPolicies([aGrant([texts].flat(), policy)], aSubject(profile, on));

/** `fits 200000` for each offer. */
const said = (found: readonly Offer[]): readonly string[] =>
  found.map(
    ({ verdict, benefits }) =>
      `${verdict} ${benefits.map(({ amountYuan, rate }) => amountYuan ?? `x${rate}`).join('+')}`,
  );

const TIERS = '对国家级、省级、市级专精特新企业，分别给予100万元、50万元、30万元奖励。';

describe('the amount is that of the own tier', () => {
  test.for([
    ['little-giant', ['fits 1000000']],
    ['srdi-provincial', ['fits 500000', 'one-step 1000000']],
    ['srdi-municipal', ['fits 300000', 'one-step 500000']],
    ['high-tech', ['one-step 300000']],
    ['tech-sme', []],
  ] as const)('%s', ([qualification, expected]) =>
    expect(said(offers(TIERS, { profile: { holdings: holdings(qualification) } }))).toEqual(expected),
  );
  test('who has two tiers gets the higher', () =>
    expect(
      said(offers(TIERS, { profile: { holdings: holdings('srdi-provincial', 'little-giant') } })),
    ).toEqual(['fits 1000000']));
  test('of revenue tiers the highest that is reached', () => {
    const text =
      '对年营业收入达到1亿元以上、5亿元以上、10亿元以上的企业，分别给予20万元、50万元、100万元奖励。';
    expect(said(offers(text, { profile: { revenueYuan: 600_000_000 } }))).toEqual(['fits 500000']);
    const first = '对年营业收入首次突破1亿元、5亿元、10亿元的企业，分别给予20万元、50万元、100万元奖励。';
    expect(said(offers(first, { profile: { revenueYuan: 600_000_000 } }))).toEqual(['check 500000']);
    expect(said(offers(first, { profile: { revenueYuan: 99_999_999 } }))).toEqual([]);
    expect(said(offers(first))).toEqual(['check 1000000', 'check 500000', 'check 200000']);
  });
  test.for([
    '对年营业收入1亿元、5亿元、10亿元以上的企业，分别给予20万元、50万元、100万元奖励。',
    '对营业收入1亿元以上的企业奖励20万元，5亿元以上的奖励50万元。',
  ])('%s: where a bound of revenue is not read for each sum, none is sure', (text) => {
    const found = offers(text, { profile: { revenueYuan: 600_000_000 } });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ verdict }) => verdict === 'fits')).toEqual([]);
    expect(found.flatMap(({ benefits }) => benefits.map(({ amountYuan }) => amountYuan))).not.toContain(
      500_000_000,
    );
  });
  test('sums that the words give to one kind of enterprise alone are not sure', () => {
    const text = '对新增限额以上批发企业奖励8万元、零售企业奖励6万元、住宿餐饮企业奖励5万元。';
    const known = { industry: code('51'), holdings: holdings(['above-quota', 2023]) };
    expect(offers(text, { profile: known }).map(({ verdict }) => verdict)).toEqual(['check']);
  });
  test('a grade that nobody told is not taken for granted', () => {
    const text = '对新评定的甲级、乙级民宿，分别奖励20万元、10万元。';
    expect(said(offers(text, { profile: { industry: code('61') } }))).toEqual([
      'check 200000',
      'check 100000',
    ]);
  });
  test.for([
    ['对规上服务业企业，奖励5万元。', '65', ['fits 50000']],
    ['对规上服务业企业，奖励5万元。', '34', []],
    ['对规上工业企业，奖励5万元。', '65', []],
  ] as const)('%s of industry %s', ([text, industry, expected]) =>
    expect(
      said(offers(text, { profile: { industry: code(industry), holdings: holdings('above-scale') } })),
    ).toEqual(expected),
  );
  test('a rank without its title is not taken for the title before it', () => {
    const text = '对小巨人企业奖励50万元，其中省级奖励20万元。';
    expect(said(offers(text, { profile: { holdings: holdings('little-giant') } }))).not.toContain(
      'fits 200000',
    );
  });
  test('tiers that cannot be told apart are for a person to check', () => {
    const text = '对甲类、乙类、丙类高新技术企业，分别给予20万元、10万元奖励。';
    expect(said(offers(text, { profile: { holdings: holdings('high-tech') } }))).toEqual([
      'check 200000+100000',
    ]);
  });
  test('a provincial benefit by itself is also for national ones', () =>
    expect(
      said(offers('对省级专精特新企业给予5万元补助。', { profile: { holdings: holdings('little-giant') } })),
    ).toEqual(['fits 50000']));
});

describe('首次认定', () => {
  const text = '对首次认定的高新技术企业，一次性奖励20万元。';
  const verdict = (since: number | null, policy: Partial<Policy> = {}): string | undefined =>
    matchPolicies(
      [{ ...aGrant([text]), ...policy }],
      aSubject({ holdings: [{ qualification: 'high-tech', since }] }, '2024-06-01'),
    )[0]?.verdict;

  test('within the policy’s time it fits', () => expect(verdict(2023)).toBe('fits'));
  test('before the policy it is too early', () => expect(verdict(2020)).toBeUndefined());
  test('of an unknown year it is to be checked', () => expect(verdict(null)).toBe('check'));
  test('a year that lies ahead is to be checked', () => expect(verdict(2025)).toBe('check'));
  test('in the year in which the policy began nobody can tell', () =>
    expect(verdict(2023, { effectiveOn: day('2023-03-01') })).toBe('check'));
  test('without a start nobody can tell', () => expect(verdict(2023, { effectiveOn: null })).toBe('check'));
  test('after the policy’s end it is to be checked where the end is asked for', () =>
    expect(
      matchPolicies([{ ...aGrant([text]), validUntil: day('2023-12-31') }], {
        ...aSubject({ holdings: holdings(['high-tech', 2024]) }, '2024-06-01'),
        past: true,
      })[0]?.verdict,
    ).toBe('check'));
  test('a plan’s years count as whole years', () =>
    expect(verdict(2024, { effectiveOn: null, planYears: { from: 2024, to: 2024 } })).toBe('fits'));
});

describe('where a policy holds', () => {
  const text = '对高新技术企业，奖励20万元。';
  const profile = { holdings: holdings('high-tech') };
  const count = (policy: Parameters<typeof aGrant>[1], known: Partial<Profile> = {}): string | undefined =>
    offers(text, { policy, profile: { ...profile, ...known } })[0]?.verdict;

  test.for([
    ['全国', 'fits'],
    ['湖北省', 'fits'],
    ['武汉市', 'fits'],
    ['洪山区', 'fits'],
    ['湖南省', undefined],
    ['黄石市', undefined],
    [null, 'check'],
  ] as const)('%s', ([region, expected]) => expect(count({ region })).toBe(expected));
  test('a district’s policy is for that district', () => {
    expect(count({ level: '区', issuingAuthority: '洪山区人民政府' })).toBe('fits');
    expect(count({ level: '区', issuingAuthority: '青山区人民政府' })).toBeUndefined();
    expect(count({ level: '区', issuingAuthority: '洪山区人民政府' }, { place: null })).toBe('check');
  });
  test('who does not say where it is, is taken to be here', () => {
    expect(count({}, { place: null })).toBe('fits');
    expect(count({ region: '黄石市' }, { place: null })).toBeUndefined();
  });
});

describe('when a policy holds', () => {
  const texts = '对高新技术企业，奖励20万元。';
  const profile = { holdings: holdings('high-tech') };
  test('a draft, and what is not in force yet, is left out', () => {
    expect(offers(texts, { profile, policy: { draft: true } })).toEqual([]);
    expect(offers(texts, { profile, policy: { effectiveOn: day('2024-01-01') } })).toEqual([]);
  });
  test('what has ended is left out unless it is asked for', () => {
    const policy = aGrant([texts], { validUntil: day('2023-05-31') });
    expect(matchPolicies([policy], aSubject(profile))).toEqual([]);
    expect(matchPolicies([policy], { ...aSubject(profile), past: true })).toMatchObject([
      { status: 'expired' },
    ]);
  });
});

describe('other conditions', () => {
  test.for([
    ['对成立不满3年的企业，补助5万元。', { founded: 2022 }, ['fits 50000']],
    ['对成立不满3年的企业，补助5万元。', { founded: 2020 }, ['check 50000']],
    ['对成立不满3年的企业，补助5万元。', { founded: 2010 }, []],
    ['对成立不满3年的企业，补助5万元。', {}, ['check 50000']],
    ['对注册满5年以上的企业，补助5万元。', { founded: 2010 }, ['fits 50000']],
    ['对小微企业，补助5万元。', { staff: 30, revenueYuan: 8_000_000 }, ['fits 50000']],
    ['对小微企业，补助5万元。', { staff: 500, revenueYuan: 80_000_000 }, []],
    ['对小微企业，补助5万元。', {}, ['check 50000']],
    ['对软件企业，补助5万元。', { industry: code('65') }, ['fits 50000']],
    ['对软件企业，补助5万元。', {}, []],
    ['对软件企业，补助5万元。', { industry: null }, ['check 50000']],
    ['对上年度营业收入2000万元以下的企业，补助5万元。', { revenueYuan: 8_000_000 }, ['fits 50000']],
    ['对个体工商户，补助1万元。', { form: 'sole-trader' }, ['check 10000']],
    ['对个体工商户，补助1万元。', {}, []],
    ['对高新技术企业，补助1万元。', { form: 'sole-trader' }, []],
    [
      '对小微企业，补助5万元。',
      { form: 'sole-trader', staff: 12, revenueYuan: 4_000_000 },
      ['one-step 50000'],
    ],
    ['对新引进的博士，奖励5万元。', {}, []],
    ['对认定的众创空间，奖励5万元。', {}, []],
    ['对认定的众创空间，奖励5万元。', { business: '运营众创空间' }, ['check 50000']],
    ['对首次升规的工业企业，奖励5万元。', { revenueYuan: 12_000_000 }, ['one-step 50000']],
    ['对首次升规的工业企业，奖励5万元。', { revenueYuan: 9_000_000 }, []],
    ['对首次升规的工业企业，奖励5万元。', { industry: code('65') }, []],
    ['对首次进限的企业，奖励5万元。', { industry: code('62') }, ['one-step 50000']],
    ['对首次进限的企业，奖励5万元。', {}, []],
    ['对上市公司，奖励500万元。', { holdings: holdings('srdi-provincial') }, ['one-step 5000000']],
    ['对上市公司，奖励500万元。', {}, []],
    ['对专精特新企业，奖励5万元。', { holdings: null }, ['check 50000']],
    ['对专精特新企业，奖励5万元。', { holdings: holdings('srdi-municipal') }, ['check 50000']],
    [
      '对专精特新企业，奖励5万元。',
      { holdings: holdings('high-tech'), staff: 2000, revenueYuan: 900_000_000 },
      [],
    ],
  ] as const satisfies readonly (readonly [string, Partial<Profile>, readonly string[]])[])(
    '%s %o',
    ([text, profile, expected]) => expect(said(offers(text, { profile }))).toEqual(expected),
  );
});

describe('an offer', () => {
  const profile = { holdings: holdings('srdi-provincial') };
  test('says why, what is to be checked, and what comes first', () => {
    const [fits, near] = offers(TIERS, { profile });
    expect(fits?.because.map(({ kind }) => kind)).toEqual(['region', 'title']);
    expect(near).toMatchObject({ step: 'little-giant', checks: [] });
  });
  test('is automatic where its clause says so, or another clause of the document', () => {
    expect(offers('对省级专精特新企业奖励5万元，免申即享。', { profile })).toMatchObject([
      { automatic: true },
    ]);
    const texts = [
      '对省级专精特新企业奖励5万元。',
      '对省级专精特新企业补助8万元。',
      '对第1条奖励，通过数据比对直接兑现，免申即享。',
    ];
    expect(
      offers(texts, { profile }).map(({ automatic, benefits }) => [benefits[0]?.amountYuan, automatic]),
    ).toEqual([
      [80_000, false],
      [50_000, true],
    ]);
  });
  test('a reference to an article whose number stands twice marks nothing', () => {
    const policy = aGrant(['对省级专精特新企业奖励5万元。', '对第1条奖励，免申即享。']);
    const again = aClause('其他。', { id: '9', number: '1.' });
    const twice = { ...policy, clauses: [...policy.clauses, again] };
    expect(matchPolicies([twice], aSubject(profile))).toMatchObject([{ automatic: false }]);
  });
  test('of a real document the articles that it names are automatic', async () => {
    const document = await parsedDocument('tests/fixtures/notices/06-ruogan-zhengce.txt');
    const place = { district: null, city: '江州市', province: null };
    const found = matchPolicies([document], aSubject({ place, revenueYuan: 600_000_000 }, '2031-06-01'));
    const automatic = found.filter((offer) => offer.automatic).map(({ clause }) => clause.id);
    expect([...new Set(automatic)].toSorted()).toEqual(['1.1', '1.2', '2.5']);
  });
  test('a plan and its task list that say the same count once', () => {
    const twins = [aGrant([TIERS], { id: 'plan' }), aGrant([TIERS], { id: 'list' })];
    expect(matchPolicies(twins, aSubject(profile)).map(({ policy }) => policy.id)).toEqual(['plan', 'plan']);
  });
  test('a clause without benefits gives none', () =>
    expect(matchPolicies([aGrant([], { clauses: [aClause('支持企业发展。')] })], aSubject(profile))).toEqual(
      [],
    ));
});
