import { describe, expect, test } from 'vitest';
import { districtBehind, districtsIn } from '../../../src/domain/answer/districts.ts';
import { createGazetteer, type RegionData } from '../../../src/domain/answer/regions.ts';
import { aPolicy } from '../../support/an-entry.ts';
import { seedJson } from '../../support/seeds.ts';

describe('districts that have documents of their own', () => {
  const of = (issuingAuthority: string | null, region: string, parts = {}): readonly string[] =>
    districtsIn([{ policy: aPolicy({ level: '区', issuingAuthority, region, ...parts }), region }]).map(
      ({ word }) => word,
    );

  test.for<[string | null, string, readonly string[]]>([
    ['成都市龙泉驿区商务局', '成都市', ['龙泉驿区', '龙泉驿']],
    ['苏州市吴江区人民政府办公室', '苏州市', ['吴江区', '吴江']],
    ['广东省佛山市南海区科技局', '佛山市', ['南海区', '南海']],
    ['江州市东区人民政府', '江州市', ['东区']],
    ['江州(市东区人民政府', '江州(市', ['东区']],
    ['成都市商务局', '成都市', []],
    [null, '成都市', []],
  ])('%s of %s: %j', ([issuer, region, words]) => {
    expect(of(issuer, region)).toEqual(words);
  });

  test('are also read from the title, and never from a city’s document', () => {
    expect(of(null, '武汉市', { title: '黄陂区民宿奖补细则' })).toEqual(['黄陂区', '黄陂']);
    expect(of('武汉市黄陂区政府', '武汉市', { level: '市' })).toEqual([]);
  });
});

describe('a district behind its city', () => {
  test.for<[string, string]>([
    ['顺德区引进专利补多少', '顺德区'],
    ['市锦江区开首店', '锦江区'],
    ['的浦江县有什么补贴', '浦江县'],
  ])('「%s」: %s', ([rest, name]) => {
    expect(districtBehind(rest)).toBe(name);
  });

  test.for(['开发区有什么政策', '的小区可以办厂吗', '高新区', '市里', '', '有哪些区县', '东湖区域'])(
    'none in 「%s」',
    (rest) => {
      expect(districtBehind(rest)).toBeNull();
    },
  );

  test('is named by a question, known or not', () => {
    const gazetteer = createGazetteer(seedJson<RegionData>('regions.json'));
    expect(gazetteer.districts('佛山顺德区引进专利补多少')).toEqual(['顺德区']);
    expect(gazetteer.districts('佛山的工业园区')).toEqual([]);
  });
});
