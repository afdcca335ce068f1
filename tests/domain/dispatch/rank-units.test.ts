import { describe, expect, test } from 'vitest';
import { rankUnits } from '../../../src/domain/dispatch/rank-units.ts';
import { aMatter, someDuties } from '../../support/a-matter.ts';

const clauses = someDuties({ 1: ['市地方金融局', '市财政局'], 2: ['市经信局', '各区人民政府'] });
const loan = aMatter();
const owed = aMatter({ id: 'owed', clauses: ['p#2'], leads: ['市经信局', '各区人民政府'] });
const rank = (
  chances: readonly [number, number],
  { district = null, corrections = [] }: Partial<Parameters<typeof rankUnits>[1]> = {},
) =>
  rankUnits(
    [
      { matter: loan, chance: chances[0], weight: 1 },
      { matter: owed, chance: chances[1], weight: 1 },
    ],
    { clauses, corrections, district },
  );
const names = (units: readonly { readonly name: string }[]): string[] => units.map(({ name }) => name);

describe('units', () => {
  test('come in the order of their matters, the natural lead first', () => {
    expect(names(rank([0.9, 0.1]))[0]).toBe('市地方金融局');
    expect(names(rank([0.1, 0.9]))[0]).toBe('市经信局');
  });

  test('carry the clauses that name them', () => {
    const [first] = rank([0.9, 0.1]);
    expect(first?.evidence).toEqual([
      { policy: 'p', clause: '1', text: '1.条文(责任单位:市地方金融局、市财政局)' },
    ]);
  });

  test('have scores that add up to 1', () => {
    const sum = rank([0.6, 0.4]).reduce((total, { score }) => total + score, 0);
    expect(sum).toBeCloseTo(1, 2);
  });

  test('of unlikely matters are only named where there would be no choice', () => {
    expect(names(rank([0.995, 0.005]))).toHaveLength(4);
    expect(names(rank([1, 0]).filter(({ score }) => score > 0))).toHaveLength(2);
  });

  test('「各区人民政府」 is the district of the appeal', () => {
    expect(names(rank([0.1, 0.9], { district: '东湖高新区' }))).toContain('东湖高新区');
    expect(names(rank([0.1, 0.9]))).toContain('各区人民政府');
  });
});

describe('corrections of specialists', () => {
  test('move a unit up, and are shown', () => {
    const units = rank([0.9, 0.1], { corrections: [{ matter: 'loan', to: '市财政局', times: 2 }] });
    expect(units[0]).toMatchObject({ name: '市财政局', corrections: 2 });
  });

  test('name a unit that no clause names', () => {
    const units = rank([0.9, 0.1], { corrections: [{ matter: 'loan', to: '市民政局', times: 1 }] });
    expect(units.find(({ name }) => name === '市民政局')).toMatchObject({ corrections: 1, evidence: [] });
  });

  test('of another matter say nothing', () => {
    const corrections = [
      { matter: 'other', to: '市民政局', times: 9 },
      { matter: 'loan', to: '市民政局', times: 0 },
    ];
    expect(rank([0.9, 0.1], { corrections })).toEqual(rank([0.9, 0.1]));
  });
});
