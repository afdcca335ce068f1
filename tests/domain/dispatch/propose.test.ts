import { describe, expect, test } from 'vitest';
import { createFeatures } from '../../../src/domain/dispatch/features.ts';
import { createDispatcher } from '../../../src/domain/dispatch/propose.ts';
import { aMatter, anAppeal, NO_SOURCES, someDuties } from '../../support/a-matter.ts';

const land = aMatter({
  id: 'land',
  category: '用地厂房',
  clauses: ['p#2'],
  leads: ['市自然资源规划局', '各区人民政府'],
  general: ['厂房'],
  signs: [
    { weight: 4, any: ['征地', '用地指标'] },
    { weight: 3, any: ['扩产', '扩建'] },
  ],
  sayings: ['旁边的地能不能给我们', '想要三十亩地'],
});
const clauses = someDuties({
  1: ['市地方金融局', '市财政局'],
  2: ['市自然资源规划局', '各区人民政府'],
  3: ['市民政局'],
});
const dispatcher = createDispatcher(
  { matters: [aMatter(), land], untold: ['有事想问', '帮帮我们'] },
  { clauses, find: () => new Map(), features: createFeatures(NO_SOURCES) },
);
const propose = (text: string) => dispatcher.propose(anAppeal(text));

describe('a proposal', () => {
  test('names category, units and clauses', () => {
    const { category, units, askBack, matter, also } = propose('想扩建车间，用地指标一直批不下来');
    expect({ category, askBack, matter, also }).toEqual({
      category: '用地厂房',
      askBack: false,
      matter: 'land',
      also: null,
    });
    expect(units[0]).toMatchObject({ name: '市自然资源规划局', evidence: [{ clause: '2' }] });
  });

  test('names at least three units where there are as many', () => {
    expect(propose('想扩建车间，用地指标一直批不下来').units.length).toBeGreaterThanOrEqual(3);
  });
});

describe('asking back', () => {
  test('a bare plea is asked back as 其他', () => {
    expect(propose('有事想问')).toMatchObject({ askBack: true, category: '其他' });
  });

  test('a bare subject is asked back under its category', () => {
    expect(propose('厂房的事')).toMatchObject({ askBack: true, category: '用地厂房' });
  });

  test('a library without clauses has nobody to propose', () => {
    const empty = createDispatcher(
      { matters: [aMatter()], untold: ['帮帮我们'] },
      { clauses: new Map(), find: () => new Map(), features: createFeatures(NO_SOURCES) },
    );
    expect(empty.propose(anAppeal('贷款批不下来'))).toEqual({
      matter: null,
      category: '其他',
      units: [],
      askBack: true,
      also: null,
    });
  });
});

describe('two matters', () => {
  test('are both recognised, the first one first', () => {
    const { category, also } = propose('银行不给续贷，另外想扩建没有用地指标');
    expect([category, also?.category, also?.units[0]?.name]).toEqual([
      '融资',
      '用地厂房',
      '市自然资源规划局',
    ]);
  });

  test('of one category are one', () => {
    expect(propose('银行不给续贷，另外新的贷款也不批').also).toBeNull();
  });

  test('a second part that says nothing of its own is none', () => {
    expect(propose('银行不给续贷，另外老板也很着急上火').also).toBeNull();
  });
});
