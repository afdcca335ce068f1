import { describe, expect, test } from 'vitest';
import { type Growth, growthOf, type NextStep } from '../../../src/domain/enterprise/growth.ts';
import type { Profile } from '../../../src/domain/enterprise/types.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { aGrant, aSubject, code, holdings } from '../../support/an-enterprise.ts';
import { aClause, aUnit, day } from '../../support/an-entry.ts';
import { tableLibrary } from '../../support/profile-table.ts';

const library = await tableLibrary();
const seeds = ['W', 'P', 'T', 'G', 'N'].map((letter) => library[letter] as Policy);

const growth = (known: Partial<Profile>, on = '2023-06-01'): Growth => growthOf(seeds, aSubject(known, on));
const paths = ({ next }: Growth): readonly string[] => next.map(({ path, to }) => `${path} ${to}`);
const amounts = (step: NextStep | undefined): readonly (number | null)[] =>
  step?.gains.flatMap(({ benefits }) => benefits.map(({ amountYuan }) => amountYuan)) ?? [];
const unitsOf = (step: NextStep | undefined): readonly string[] =>
  step?.clauses.flatMap(({ clause }) => clause.units.map(({ name }) => name)) ?? [];

describe('where an enterprise stands and what comes next', () => {
  test.for([
    [{}, null, ['rung tech-sme', 'scale above-scale']],
    [{ holdings: null }, null, ['rung tech-sme', 'scale above-scale']],
    [{ holdings: holdings('tech-sme') }, 'tech-sme', ['rung high-tech', 'scale above-scale']],
    [{ holdings: holdings('high-tech', 'above-scale') }, 'high-tech', ['refine srdi-municipal']],
    [{ holdings: holdings('tech-sme', 'above-scale') }, 'tech-sme', ['rung high-tech']],
    [{ holdings: holdings('srdi-municipal', 'above-scale') }, 'srdi-municipal', ['refine srdi-provincial']],
    [
      { holdings: holdings('srdi-provincial', 'above-scale') },
      'srdi-provincial',
      ['refine little-giant', 'list listed'],
    ],
    [
      { holdings: holdings('little-giant', 'listed', 'above-scale') },
      'little-giant',
      ['refine single-champion'],
    ],
    [{ holdings: holdings('single-champion', 'listed', 'above-scale') }, 'single-champion', []],
    [
      { industry: code('65'), holdings: holdings('little-giant') },
      'little-giant',
      ['scale above-scale', 'list listed'],
    ],
    [{ industry: code('62') }, null, ['rung tech-sme', 'quota above-quota']],
    [{ industry: code('01') }, null, ['rung tech-sme']],
    [{ industry: null }, null, ['rung tech-sme']],
    [{ form: 'sole-trader' }, null, ['convert company']],
    [{ staff: 2000, revenueYuan: 900_000_000, holdings: holdings('above-scale') }, null, ['rung high-tech']],
  ] as const satisfies readonly (readonly [Partial<Profile>, string | null, readonly string[]])[])(
    '%o',
    ([known, standsOn, next]) => {
      const found = growth(known);
      expect(found.standsOn).toBe(standsOn);
      expect(paths(found)).toEqual(next);
    },
  );

  test('the rungs that are held stand in the ladder’s order', () =>
    expect(growth({ holdings: holdings('little-giant', 'tech-sme', 'listed') }).held).toEqual([
      'tech-sme',
      'little-giant',
    ]));
});

describe('what a step brings stands in the library', () => {
  test('the benefit and the departments of the next rung', () => {
    const [step] = growth({ holdings: holdings('srdi-municipal', 'above-scale') }).next;
    // And a place among those that are to go public, which has no sum.
    expect(amounts(step)).toEqual([200_000, null]);
    expect(unitsOf(step)).toEqual(expect.arrayContaining(['市经信局', '市科技局', '市财政局']));
  });
  test('小进规 brings 20万 and the districts’ match', () => {
    const step = growth({ revenueYuan: 12_000_000 }).next.find(({ path }) => path === 'scale');
    expect(amounts(step)).toEqual([200_000, null]);
    expect(step?.fromYuan).toBe(20_000_000);
    expect(unitsOf(step)).toContain('市税务局');
  });
  test('个转企 has its departments and no sum, for none is written', () => {
    const [step] = growth({ form: 'sole-trader', industry: code('62') }).next;
    expect(amounts(step)).toEqual([]);
    expect(unitsOf(step)).toContain('市市场监管局');
  });
  test('小进限 and 精上市 find the departments of the task list', () => {
    expect(unitsOf(growth({ industry: code('62') }).next[1])).toContain('市商务局');
    expect(unitsOf(growth({ holdings: holdings('srdi-provincial') }).next.at(-1))).toContain('市地方金融局');
  });
  test('of what has ended only where nothing in force says anything, and it shows', () => {
    const [step] = growth({ holdings: holdings('srdi-municipal') }, '2026-11-22').next;
    expect(step?.gains.map(({ status }) => status)).toEqual(['expired', 'expired']);
    const newer = aGrant(['对省级专精特新企业，奖励30万元。'], { effectiveOn: day('2025-01-01') });
    const now = growthOf([...seeds, newer], aSubject({ holdings: holdings('srdi-municipal') }, '2026-11-22'));
    expect(amounts(now.next[0])).toEqual([300_000]);
  });
  test('nothing of another city', () => {
    const place = { district: null, city: '长沙市', province: '湖南省' };
    const found = growth({ place, holdings: holdings('srdi-municipal') });
    expect(found.next.flatMap(({ gains }) => gains)).toEqual([]);
    expect(
      found.next.flatMap(({ clauses }) => clauses).filter(({ policy }) => policy.region !== '湖南省'),
    ).toEqual([]);
  });
  test('a benefit for 个转企 is the gain of becoming a company', () => {
    const grant = aGrant(['对个转企的企业，奖励2万元。']);
    const [step] = growthOf([grant], aSubject({ form: 'sole-trader' })).next;
    expect(amounts(step)).toEqual([20_000]);
  });
  test('what fits already is no gain', () => {
    const grant = aGrant(['对高新技术企业、科技型中小企业，奖励2万元。']);
    const subject = aSubject({ holdings: holdings('tech-sme') });
    expect(growthOf([grant], subject).next.flatMap(({ gains }) => gains)).toEqual([]);
  });
  test('a heading that names the step comes before a text that does', () => {
    const policy = aGrant([], {
      clauses: [
        aClause('支持小进规。', { id: '1', units: [aUnit('市统计局')] }),
        aClause('推动成长。', { id: '2', heading: '推动“小进规”', units: [aUnit('市经信局')] }),
        aClause('小进规。', { id: '3' }),
      ],
    });
    const step = growthOf([policy], aSubject()).next.find(({ path }) => path === 'scale');
    expect(step?.clauses.map(({ clause }) => clause.id)).toEqual(['2', '1']);
  });
});
