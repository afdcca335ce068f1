import { beforeAll, describe, expect, test } from 'vitest';
import { growthOf } from '../../src/domain/enterprise/growth.ts';
import { matchPolicies } from '../../src/domain/enterprise/match-policies.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { enterpriseQuestion } from '../../src/text/zh/enterprise.ts';
import { lumped } from '../../src/text/zh/enterprise-offers.ts';
import { contradictionText } from '../../src/text/zh/enterprise-talk.ts';
import { growthChoices, growthText, stepDetail } from '../../src/text/zh/growth-list.ts';
import {
  offerChoices,
  offerCount,
  offerDetail,
  offerPage,
  type OfferPage,
} from '../../src/text/zh/offer-list.ts';
import { must } from '../support/a-town.ts';
import { aGrant, aProfile, aSubject, code, holdings } from '../support/an-enterprise.ts';
import { HOME, industries, type ProfileCase, profileCases, tableLibrary } from '../support/profile-table.ts';

const MOST_LINES = 8;
const PAGE = 4;
const lineCount = (text: string): number => text.split('\n').length;

let policies: readonly Policy[];
beforeAll(async () => {
  policies = Object.values(await tableLibrary());
});

const pageOf = ({ profile, on, past }: ProfileCase): OfferPage => {
  const all = lumped(matchPolicies(policies, { profile, on, past, home: HOME, industries }));
  const shown = all.slice(0, PAGE);
  const question = enterpriseQuestion('titles');
  return { profile, all, from: 0, shown, past, ended: 3, isBlank: false, question };
};

const growthFor = ({ profile, on }: ProfileCase) => {
  const growth = growthOf(policies, { profile, on, home: HOME, industries });
  const question = profile.holdings === null ? enterpriseQuestion('titles') : null;
  return { growth, question, text: growthText(growth, question) };
};

describe.for(['profiles-dev.txt', 'profiles-blind.txt', 'profiles-blind-2.txt'])('the rows of %s', (name) => {
  const rows = profileCases(name);

  test('every list fits a phone', () => {
    const long = rows.filter((row) => lineCount(offerPage(pageOf(row))) > MOST_LINES);
    expect(long.map(({ line }) => line)).toEqual([]);
  });

  test('each digit of a list stands at its line', () => {
    const unnamed = rows.filter((row) => {
      const page = pageOf(row);
      return offerChoices(page).some(({ key, label }) => !offerPage(page).includes(`${key} ${label}`));
    });
    expect(unnamed.map(({ line }) => line)).toEqual([]);
  });

  test('every growth path and each of its steps fits a phone', () => {
    const long = rows.filter((row) => {
      const { growth, text } = growthFor(row);
      return [text, ...growth.next.map(stepDetail)].some((one) => lineCount(one) > MOST_LINES);
    });
    expect(long.map(({ line }) => line)).toEqual([]);
  });

  test('a growth path names each of its digits', () => {
    const unnamed = rows.filter((row) => {
      const { growth, question, text } = growthFor(row);
      return question === null && growthChoices(growth).some(({ label }) => !text.includes(label));
    });
    expect(unnamed.map(({ line }) => line)).toEqual([]);
  });
});

test('a step of which the library gives nothing says so', () => {
  const growth = growthOf([], aSubject({ holdings: [] }));
  expect(stepDetail(must(growth.next[0]))).toContain('政策库里没有写奖励金额');
});

test('one line of the list says all its tiers, automatic ones are marked', () => {
  const subject = aSubject({ holdings: holdings('high-tech') });
  const grant = aGrant(['对首次认定的高新技术企业,给予20万元奖励,免申即享。']);
  const [lump] = lumped(matchPolicies([grant], subject));
  expect(offerDetail(lump ?? [], subject.profile)).toMatch(/^【免申即享】.*20万元\n/);
});

test('a group hears numbers, or that there are none', () => {
  expect(offerCount([])).toBe('按现有资料没有找到适合的奖补，详情已私信您。');
});

describe('a contradiction', () => {
  test.for([
    [{ staff: 30 }, { staff: 50 }, '之前记的人数是30人，这次说50人。是变了吗？要改请发“改 人数 50人”。'],
    [{ revenueYuan: 8_000_000 }, { revenueYuan: 9_000_000 }, '改 营收 900万元'],
    [{ founded: 2015 }, { founded: 2016 }, '改 成立 2016年'],
    [{ form: 'company' }, { form: 'sole-trader' }, '改 类型 个体工商户'],
    [{ name: '示例科技有限公司' }, { name: '样例科技有限公司' }, '改 名称 样例科技有限公司'],
    [{ business: '做模具' }, { industry: code('65'), business: '写软件' }, '改 行业 写软件'],
    [{}, { place: { district: '江夏区', city: '武汉市', province: '湖北省' } }, '改 地区 江夏区'],
    [{}, { place: { district: null, city: '黄石市', province: '湖北省' } }, '改 地区 黄石市'],
  ] as const)('%o against %o', ([known, told, part]) =>
    expect(contradictionText(aProfile(known), told)).toContain(part),
  );

  test('none is none', () => expect(contradictionText(aProfile(), {})).toBeNull());
});
