import { describe, expect, test } from 'vitest';
import type { IndustryData } from '../../../src/domain/enterprise/industries.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';
import { code } from '../../support/an-enterprise.ts';
import { industries } from '../../support/profile-table.ts';
import { seedJson } from '../../support/seeds.ts';

const data = seedJson<IndustryData>('industries.json');
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

test.for(fixtureCases('enterprise/industries.txt'))('$input', ({ input, expected }) => {
  const found = industries.guess(input);
  expect(found ? `${found.section} ${found.code}` : '-').toBe(expected);
});

describe('the table of industries', () => {
  test('has the sections A to T', () =>
    expect(data.sections.map((section) => section.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST'));
  test('has the 97 divisions of the standard, three of them in groups', () => {
    const divisions = new Set(data.divisions.map((division) => division.code.slice(0, 2)));
    expect(divisions.size).toBe(97);
  });
  test('puts every division into a section', () => {
    const sections = new Set(data.sections.map((section) => section.code));
    expect(data.divisions.filter((division) => !sections.has(division.section))).toEqual([]);
  });
  test('has every word once', () =>
    expect(repeated(data.divisions.flatMap(({ words, weak }) => [...words, ...weak]))).toEqual([]));
});

test('homophones count only where an owner was asked', () => {
  expect(industries.read('五斤加工')?.code).not.toBe('33');
  expect(industries.guess('做五斤加工的')?.name).toBe('金属制品业');
});

test('an unknown code is no industry', () => {
  expect(industries.industry(code('99'))).toBeNull();
  expect(industries.industry(code('65'))).toMatchObject({ section: 'I', name: '软件和信息技术服务业' });
});
