import { describe, expect, test } from 'vitest';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { isGroupName } from '../../../src/domain/unit/names.ts';
import { type Body, type UnitData, unitId } from '../../../src/domain/unit/types.ts';
import { unitData } from '../../support/seeds.ts';

const directory = createUnitDirectory(unitData());
const nameOf = (body: Body | null): string | null =>
  body?.kind === 'unit' ? body.short : (body?.name ?? null);
const resolved = (written: string, region: string | null): string | null =>
  nameOf(directory.resolve(written, region));

describe('a written name', () => {
  test.for([
    ['市经信局', '市经信局'],
    ['武汉市经济和信息化局', '市经信局'],
    ['武汉市经信局', '市经信局'],
    ['经信局', '市经信局'],
    ['经信委', '市经信局'],
    ['市经济和信息化局', '市经信局'],
    ['市市场监管局', '市市场监管局'],
    ['市场监督管理局', '市市场监管局'],
    ['武汉市市场监督管理局', '市市场监管局'],
    ['工商局', '市市场监管局'],
    ['市工商局', '市市场监管局'],
    ['市委宣传部', '市委宣传部'],
    ['中共武汉市委宣传部', '市委宣传部'],
    ['武汉市委宣传部', '市委宣传部'],
    ['宣传部', '市委宣传部'],
    ['人行', '人行武汉分行营管部'],
    ['央行', '人行武汉分行营管部'],
    ['供电局', '武汉供电公司'],
    ['国家税务总局武汉市税务局', '市税务局'],
    ['中国(武汉)知识产权保护中心', '武汉知识产权保护中心'],
    ['武汉(汽车及零部件)知识产权快速维权中心', '武汉(汽车及零部件)知识产权快速维权中心'],
    ['光谷', '东湖高新区'],
    ['东湖高新区管委会', '东湖高新区'],
    ['汉南区', '经开区'],
    ['东西湖区人民政府', '临空港开发区'],
    ['工信部', '工信部'],
  ] as const)('in Wuhan 「%s」 is 「%s」', ([written, short]) => {
    expect(resolved(written, '武汉市')).toBe(short);
  });

  test('is the same in Traditional characters, in full width and with spaces', () => {
    expect(resolved('市場監督管理局', '武汉市')).toBe('市市场监管局');
    expect(resolved('武漢市 經濟和信息化局', '武汉市')).toBe('市经信局');
    expect(resolved('武汉（汽车及零部件）知识产权快速维权中心', '武汉市')).toBe(
      '武汉(汽车及零部件)知识产权快速维权中心',
    );
  });

  test('means the department of the region that the text is about', () => {
    expect(resolved('工商局', '湖南省')).toBe('省市场监管局');
    expect(resolved('经信委', '上海市')).toBe('市经信委');
    expect(resolved('海关', '武汉市')).toBe('武汉海关');
    expect(resolved('海关', '湖南省')).toBe('长沙海关');
  });

  test('of a city finds the province’s body where the city has none', () => {
    expect(resolved('证监局', '武汉市')).toBe('湖北证监局');
    expect(resolved('证监局', '湖北省')).toBe('湖北证监局');
  });

  test('that carries its place means one body in any text', () => {
    for (const region of ['武汉市', '湖南省', '北京市', null]) {
      expect(resolved('湖南省财政厅', region)).toBe('省财政厅');
      expect(resolved('长沙海关', region)).toBe('长沙海关');
    }
  });

  test('without its place means nothing in a text of another or of no known region', () => {
    expect(resolved('市经信局', '北京市')).toBeNull();
    expect(resolved('市经信局', null)).toBeNull();
    expect(resolved('省财政厅', '武汉市')).toBeNull();
    expect(resolved('市经信局', '湖北省')).toBeNull();
  });

  test('of a region may be given short', () => {
    expect(resolved('经信局', '武汉')).toBe('市经信局');
    expect(resolved('工信厅', '湖南')).toBe('省工业和信息化厅');
  });

  test('that nobody knows is null', () => {
    for (const written of ['', ' ', '局', '开发区', '火星事务局'])
      expect(resolved(written, '武汉市')).toBeNull();
  });
});

describe('groups', () => {
  test('stay groups', () => {
    expect(directory.resolve('各区人民政府', '武汉市')).toMatchObject({
      kind: 'group',
      id: 'wuhan-districts',
    });
    expect(directory.resolve('市有关部门', '武汉市')?.kind).toBe('group');
    expect(directory.resolve('各成员单位', '湖南省')?.kind).toBe('group');
  });

  test('are found behind remarks in brackets, broken ones too', () => {
    for (const remark of [
      '〈含开发区管委会,下同〉',
      '(含开发区、风景区、长江新区管委会，下同)',
      '<含开发区管委会',
    ]) {
      expect(directory.resolve(`各区人民政府${remark}`, '武汉市')?.id).toBe('wuhan-districts');
    }
  });

  test('of no place hold everywhere, a group of the city before them', () => {
    expect(resolved('各县（市、区）政府', '浙江省')).toBe('各县(市、区)人民政府');
    expect(resolved('各有关部门', null)).toBe('各有关部门');
    expect(resolved('各有关部门', '武汉市')).toBe('各有关部门');
  });

  test.for([
    '各县（市、区）政府',
    '区直各部门',
    '各有关单位',
    '有关部门',
    '市直有关单位',
    '某工作领导小组成员单位',
  ])('「%s」 is known by its form', (written) => {
    expect(isGroupName(written)).toBe(true);
  });

  test.for(['市经信局', '武汉供电公司', '市有线电视台'])('「%s」 is none', (written) => {
    expect(isGroupName(written)).toBe(false);
  });
});

describe('a directory', () => {
  const unit = (id: string, aliases: readonly string[]): UnitData['units'][number] => ({
    id,
    name: `示例市${id}局`,
    short: `市${id}局`,
    aliases,
    level: '市',
    province: '示例省',
    city: '示例市',
    duties: [],
  });

  test('answers null for a name that two units of one city share', () => {
    const both = createUnitDirectory({
      units: [unit('甲', ['老局']), unit('乙', ['老局'])],
      groups: [],
      districts: [],
    });
    expect(both.resolve('老局', '示例市')).toBeNull();
    expect(both.resolve('甲局', '示例市')?.id).toBe('甲');
  });

  test('finds every unit by its id', () => {
    const known = directory.bodies.filter((body) => body.kind === 'unit');
    expect(known.map(({ id }) => directory.unit(id))).toEqual(known);
    expect(directory.unit(unitId('nowhere'))).toBeNull();
  });

  test('may be empty', () => {
    const empty = createUnitDirectory({ units: [], groups: [], districts: [] });
    expect(empty.resolve('市经信局', '武汉市')).toBeNull();
    expect(empty.mentions('找市经信局', '武汉市')).toEqual([]);
  });
});
