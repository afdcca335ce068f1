import { expect, test } from 'vitest';
import { knownMatters } from '../../../src/domain/dispatch/known-matters.ts';
import { aMatter, someDuties } from '../../support/a-matter.ts';

test('a lead that no clause names is left out', () => {
  const [matter] = knownMatters([aMatter()], someDuties({ 1: ['市财政局'] }));
  expect(matter?.leads).toEqual(['市财政局']);
});

test('a matter whose clauses the library does not hold is left out', () => {
  expect(knownMatters([aMatter()], someDuties({}))).toEqual([]);
});

test('clauses that no matter knows become matters of their own, without groups', () => {
  const duties = someDuties({
    1: ['市地方金融局'],
    2: ['市民政局', '市有关部门'],
    3: ['各有关单位', '市促进中小企业发展工作领导小组各成员单位'],
  });
  const own = knownMatters([aMatter()], duties).slice(1);
  expect(own.map(({ id, leads }) => [id, leads])).toEqual([['p#2', ['市民政局']]]);
});
