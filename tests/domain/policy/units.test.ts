import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../src/domain/document/types.ts';
import { unitId } from '../../../src/domain/unit/types.ts';
import { unitsNamedIn, unitsOfClause } from '../../../src/domain/policy/units.ts';

const named = (text: string): string =>
  unitsNamedIn(text)
    .map(({ name, role }) => `${role}:${name}`)
    .join(' ');

const SHAPES: readonly (readonly [string, string])[] = [
  ['做好。(责任单位:甲局、乙局)', 'responsible:甲局 responsible:乙局'],
  ['做好。（市经信局牵头负责）', 'lead:市经信局'],
  ['（甲局、乙局牵头,各有关部门按职责分工负责）', 'lead:甲局 lead:乙局 responsible:各有关部门'],
  ['(甲局、乙局、丙局分工负责)', 'responsible:甲局 responsible:乙局 responsible:丙局'],
  ['〔牵头单位：甲局；配合单位：乙局〕', 'lead:甲局 supporting:乙局'],
  ['(甲局牵头,乙局、丙局配合)', 'lead:甲局 supporting:乙局 supporting:丙局'],
  ['（省发改委、省财政厅等按职责分工负责）', 'responsible:省发改委 responsible:省财政厅'],
  [
    '做好。(责任单位:市市场\n监管局,各区人民政府〈含开发区管委会,下同〉)',
    'responsible:市市场监管局 responsible:各区人民政府',
  ],
  ['牵头单位:区农业局', 'lead:区农业局'],
  [
    '（牵头单位：市人力资源和社会保障局　配合单位：市财政局）',
    'lead:市人力资源和社会保障局 supporting:市财政局',
  ],
  ['市级责任单位：甲局', 'responsible:甲局'],
  ['〔责任单位：县经信局，各乡镇（街道、园区）〕', 'responsible:县经信局 responsible:各乡镇（街道、园区）'],
  ['（责任单位：县政府办（金融办）、县财政局）', 'responsible:县政府办（金融办） responsible:县财政局'],
  ['责任单位:某开发区,各街道', 'responsible:某开发区 responsible:各街道'],
  ['4.责任单位:\n甲局、乙局', 'responsible:甲局 responsible:乙局'],
  ['(1)一事。(责任单位:甲局)(2)二事。(责任单位:乙局)', 'responsible:甲局 responsible:乙局'],
  ['(责任单位:各县(市、区)政府、区直各部门)', 'responsible:各县(市、区)政府 responsible:区直各部门'],
  ['（市自然资源局，各县（市、区）政府）', 'responsible:市自然资源局 responsible:各县（市、区）政府'],
  ['做好。（责任单位：甲局、乙局 4.下一条。', 'responsible:甲局 responsible:乙局'],
  ['本办法由市经信局会同市财政局负责解释。', 'interpreting:市经信局 interpreting:市财政局'],
  ['受理部门：市经信局企业科', 'accepting:市经信局企业科'],
  ['咨询部门：甲局乙科（12345转接）', 'consulting:甲局乙科'],
  ['联系单位：甲局乙科、缴费咨询', 'consulting:甲局乙科'],
  [
    '(甲局牵头,市级各有关部门及各县市区政府按职责分工负责)',
    'lead:甲局 responsible:市级各有关部门 responsible:各县市区政府',
  ],
  ['(责任单位:州委编办及州直相关单位)', 'responsible:州委编办 responsible:州直相关单位'],
  ['(责任单位:拖欠账款的所有部门和单位)', 'responsible:拖欠账款的所有部门和单位'],
  ['各县市区教育局(社会事业局、文化体育局),各直属学校:', ''],
  ['责任单位:甲局牵头,乙局、丙局', 'lead:甲局 responsible:乙局 responsible:丙局'],
  ['牵头单位:甲局\n第二段内容。', 'lead:甲局'],
  ['（牵头负责）', ''],
  ['本办法的解释权另行规定。', ''],
  ['各责任单位要落实责任(含乡镇、街道)。', ''],
  ['支持企业(含个体工商户)发展', ''],
];

test.for(SHAPES)('%s', ([text, expected]) => expect(named(text)).toBe(expected));

const aClause = (clause: Partial<Clause>): Clause => ({
  id: '1' as Clause['id'],
  kind: 'item',
  part: 'body',
  path: [],
  number: null,
  heading: null,
  text: '',
  cells: null,
  ...clause,
});
const names = (clause: Clause): string =>
  unitsOfClause({ clause, region: null, resolveUnit: () => null })
    .map(({ name }) => name)
    .join(' ');

describe('a row of a table', () => {
  test('takes its units from the columns', () =>
    expect(
      names(aClause({ cells: { 重点任务: '培育企业', 牵头单位: '甲局', 配合单位: '乙局\n丙局' } })),
    ).toBe('甲局 乙局 丙局'));
  test('knows its columns by their names, and labels within a cell', () => {
    expect(names(aClause({ cells: { 任务: '一', 单位: '甲局' } }))).toBe('甲局');
    expect(names(aClause({ cells: { 任务: '一', 所在部门: '甲局' } }))).toBe('');
    expect(names(aClause({ cells: { 任务: '一', 责任单位: '牵头单位:甲局;配合单位:乙局' } }))).toBe(
      '甲局 乙局',
    );
  });
  test('parts its units at blanks, but not within a name', () =>
    expect(
      names(aClause({ cells: { 任务: '一', 牵头单位: '市经信局 市财政局', 责任单位: '市统 计局' } })),
    ).toBe('市经信局 市财政局 市统计局'));
  test('asks the office only where no column names the unit', () => {
    expect(names(aClause({ cells: { 责任单位: '甲局', 责任科室: '乙科' } }))).toBe('甲局');
    expect(names(aClause({ cells: { 任务: '一', 责任科室: '乙科' } }))).toBe('乙科');
  });
  test('that is the heading of a group has none', () =>
    expect(names(aClause({ cells: { 任务: '优化环境', 责任单位: '优化环境' } }))).toBe(''));
});

test('names under a heading 责任单位 are its units', () =>
  expect(names(aClause({ text: '甲局，各区科技部门', path: ['事项一', '4.责任单位：'] }))).toBe(
    '甲局 各区科技部门',
  ));

test('a unit is resolved in the region of its document', () => {
  const asked: (string | null)[] = [];
  const found = unitsOfClause({
    clause: aClause({ text: '做好。(责任单位:市经信局)' }),
    region: '武汉市',
    resolveUnit: (_, region) => {
      asked.push(region);
      return unitId('wuhan-jxj');
    },
  });
  expect(found).toEqual([{ name: '市经信局', role: 'responsible', unit: 'wuhan-jxj' }]);
  expect(asked).toEqual(['武汉市']);
});
