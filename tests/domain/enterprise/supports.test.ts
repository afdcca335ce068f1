import { describe, expect, test } from 'vitest';
import { matchPolicies } from '../../../src/domain/enterprise/match-policies.ts';
import type { Offer } from '../../../src/domain/enterprise/matching-types.ts';
import { supportsIn } from '../../../src/domain/enterprise/supports.ts';
import type { Profile } from '../../../src/domain/enterprise/types.ts';
import type { PolicyClause } from '../../../src/domain/policy/types.ts';
import { offersReply } from '../../../src/text/zh/enterprise-offers.ts';
import { aGrant, aProfile, aSubject, code, holdings } from '../../support/an-enterprise.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';
import { tableLibrary } from '../../support/profile-table.ts';

const library = await tableLibrary();

const supportOf = (text: string): string => {
  const policy = aGrant([text]);
  const found = supportsIn(policy.clauses[0] as PolicyClause, policy);
  return found.map(({ benefit }) => `${benefit.who} · ${benefit.support}`).join(' / ') || '无';
};

test.for(fixtureCases('enterprise/supports.txt'))('「$input」 => $expected', ({ input, expected }) =>
  expect(supportOf(input)).toBe(expected),
);

/** Clauses of 武汉's plan and of its tasks of 2023 that give an enterprise something without a figure, by verdict. */
function given(known: Partial<Profile>): Readonly<Record<string, readonly string[]>> {
  const offers = matchPolicies(Object.values(library), aSubject(known));
  const isOfWuhan = ({ policy, benefits }: Offer): boolean =>
    policy.region === '武汉市' && benefits.some(({ support }) => support !== undefined);
  const clauses = (verdict: Offer['verdict']): readonly string[] =>
    offers
      .filter((offer) => isOfWuhan(offer) && offer.verdict === verdict)
      .map(({ clause }) => clause.id)
      .toSorted();
  return { fits: clauses('fits'), check: clauses('check'), near: clauses('one-step') };
}

describe('what the library gives without a figure, to whom', () => {
  // Written by reading the clauses: 2.5.1, 2.5.3 and 3.2 are for 专精特新, 2.5.2 for little giants, 2.2.6 and 2.3.13 of
  // the year's tasks for small and medium-sized enterprises of some kind.
  const small = { staff: 50, revenueYuan: 12_000_000 };
  const large = { staff: 2000, revenueYuan: 900_000_000 };
  test.for([
    [
      'a provincial one',
      { ...small, holdings: holdings('srdi-provincial') },
      ['2.5.1', '2.5.3', '3.2'],
      ['2.2.6', '2.3.13', '2.3.13', '2.5.2'],
      [],
    ],
    [
      'a national little giant',
      { ...small, holdings: holdings('little-giant') },
      ['2.5.1', '2.5.2', '2.5.3', '3.2'],
      ['2.2.6', '2.3.13', '2.3.13'],
      [],
    ],
    [
      'a municipal one',
      { ...small, holdings: holdings('srdi-municipal') },
      [],
      ['2.2.6', '2.3.13', '2.3.13', '2.5.1', '2.5.3', '3.2'],
      ['2.5.2'],
    ],
    ['one without titles', { ...small, holdings: [] }, [], ['2.2.6', '2.3.13'], []],
    [
      'one of which titles are not known',
      { ...small, holdings: null },
      [],
      ['2.2.6', '2.3.13', '2.3.13', '2.5.1', '2.5.2', '2.5.3', '3.2'],
      [],
    ],
    ['a large one', { ...large, holdings: holdings('high-tech') }, [], [], []],
    ['a large champion', { ...large, holdings: holdings('single-champion') }, [], [], []],
    ['a sole trader', { form: 'sole-trader', holdings: [] }, [], [], []],
    ['an inn', { ...small, industry: code('61'), holdings: [] }, [], ['2.2.6', '2.3.13'], []],
  ] as const)('%s', ([, known, fits, check, near]) => expect(given(known)).toEqual({ fits, check, near }));

  test('elsewhere nothing of it', () => {
    const place = { district: null, city: '长沙市', province: '湖南省' };
    expect(given({ ...small, place, holdings: holdings('little-giant') })).toEqual({
      fits: [],
      check: [],
      near: [],
    });
  });
});

test('is told with its words and its reason, behind what has a sum', () => {
  const grant = aGrant(['建立“专精特新”企业人才引进绿色通道。', '对省级专精特新企业，奖励20万元。']);
  const known = { holdings: holdings('srdi-provincial') };
  const text = offersReply(matchPolicies([grant], aSubject(known)), aProfile(known));
  expect(text).toMatch(
    /1\. 省级专精特新企业：20万元.*\n2\. 专精特新企业：人才引进绿色通道（因为：省级专精特新（小巨人），武汉市）/,
  );
});
