import { describe, expect, test } from 'vitest';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { withoutRemarks } from '../../../src/domain/unit/names.ts';
import { POLICIES, policyText, unitData } from '../../support/seeds.ts';

const directory = createUnitDirectory(unitData());

/** 「(责任单位:市经信局、市财政局,各区人民政府)」, 「牵头单位:甲局,责任单位:乙局」. */
const MARK = /\((?:责任|牵头)单位:([^()]*)\)/gu;

const namesIn = (mark: string): string[] =>
  withoutRemarks(mark)
    .replace(/[责任牵头]{2}单位:/gu, '')
    .split(/[、,;]/u)
    .filter((name) => name !== '');

const marksOf = (stem: string): string[] =>
  [...policyText(stem).matchAll(MARK)].map((hit) => hit[1] as string);

/** The task list names the units in the last filled cell of a row; headings and goals begin otherwise. */
const lastCells = (stem: string): string[] =>
  policyText(stem)
    .split('\n')
    .map((line) => line.split('\t').filter(Boolean).at(-1) ?? '')
    .filter((cell) => /^(?:市|人行|各区|武汉(?!市))/u.test(cell));

const SOURCES = [
  { region: '武汉市', stem: POLICIES.tasks, marks: lastCells(POLICIES.tasks), most: 59, names: 54 },
  { region: '武汉市', stem: POLICIES.programme, marks: marksOf(POLICIES.programme), most: 20, names: 21 },
  { region: '湖南省', stem: POLICIES.hunan, marks: marksOf(POLICIES.hunan), most: 23, names: 24 },
];

describe('every unit that the seed documents hold responsible is known', () => {
  test.for(SOURCES)('$stem', ({ region, marks, most, names }) => {
    const written = [...new Set(marks.flatMap(namesIn))];
    expect(marks).toHaveLength(most);
    expect(written).toHaveLength(names);
    expect(written.filter((name) => directory.resolve(name, region) === null)).toEqual([]);
  });

  test.for(SOURCES)(
    '$stem: two names never mean one unit, so none is resolved by chance',
    ({ region, marks }) => {
      const written = [...new Set(marks.flatMap(namesIn))];
      const bodies = written.map((name) => directory.resolve(name, region)?.id);
      const doubled = written.filter((_, at) => bodies.indexOf(bodies[at]) !== at);
      expect(doubled.every((name) => /各|相关|领导小组/u.test(name))).toBe(true);
    },
  );
});
