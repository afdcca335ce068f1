import { describe, expect, test } from 'vitest';
import { createGazetteer, type RegionData } from '../../../src/domain/answer/regions.ts';
import { seedJson } from '../../support/seeds.ts';

const gazetteer = createGazetteer(seedJson<RegionData>('regions.json'), {
  others: ['江州市', '夏县', '南京市'],
  districts: [
    { word: '光谷', city: '武汉市' },
    { word: '经开区', city: '武汉市' },
    { word: '高新区', city: '武汉市' },
    { word: '国家级经开区', city: '武汉市' },
    { word: '南京', city: '武汉市' },
    { word: '月球区', city: '月球市' },
  ],
});
const named = (text: string): string[] => gazetteer.find(text).map(({ region }) => region.name);

describe('regions that a text names', () => {
  test.for([
    ['武汉有什么政策', ['武汉市']],
    ['湖北武汉', ['湖北省', '武汉市']],
    ['湖南和上海', ['湖南省', '上海市']],
    ['武汉 武汉', ['武汉市']],
    ['魔都的企业', ['上海市']],
    ['苏州', ['苏州市']],
    ['江苏', ['江苏省']],
    ['光谷的企业', ['武汉市']],
    ['新疆', ['新疆维吾尔自治区']],
    ['恩施', ['恩施州']],
    ['', []],
  ] as const)('「%s」: %j', ([text, names]) => {
    expect(named(text)).toEqual([...names]);
  });

  test('a city brings its province', () => {
    expect(gazetteer.find('在长沙')[0]).toMatchObject({
      region: { name: '长沙市', province: '湖南省' },
      start: 1,
      end: 3,
    });
  });

  test.for([
    ['沪企', '上海市'],
    ['在沪企业', '上海市'],
    ['湘产融合作', '湖南省'],
    ['在京的公司', '北京市'],
    ['沪', '上海市'],
  ] as const)('a letter that means a place: 「%s」', ([text, name]) => {
    expect(named(text)).toEqual([name]);
  });

  test.for([
    '沪深两市',
    '京沪高铁',
    '津贴',
    '苏打',
    '新政',
    '青年',
    '北京时间',
    '上海证券交易所',
    '中山装',
    '南京路',
    '长春花',
    '海口径',
  ])('no place is meant: 「%s」', (text) => {
    expect(named(text)).toEqual([]);
  });

  test('a district of many cities is that of the city beside it', () => {
    expect(named('经开区补贴')).toEqual(['武汉市']);
    expect(named('长沙经开区')).toEqual(['长沙市']);
  });

  test.for(['长沙经开区', '长沙高新区', '长沙国家级经开区'])('「%s」 brings no second city', (text) => {
    expect(named(text)).toEqual(['长沙市']);
  });

  test('a district with a name of its own counts beside a foreign city', () => {
    expect(named('长沙和光谷')).toEqual(['长沙市', '武汉市']);
    expect(named('光谷和长沙')).toEqual(['武汉市', '长沙市']);
  });

  test.for([
    ['光谷的企业', ['光谷']],
    ['光谷和经开区', ['光谷', '经开区']],
    ['长沙经开区', ['经开区']],
    ['武汉', []],
    ['南京', []],
    ['月球区', []],
    ['', []],
  ] as const)('districts of 「%s」: %j', ([text, districts]) => {
    expect(gazetteer.districts(text)).toEqual([...districts]);
  });

  test('a county whose documents are in the library is a place, by its short name too', () => {
    expect(named('江州的企业')).toEqual(['江州市']);
    expect(named('夏县')).toEqual(['夏县']);
    expect(named('夏天')).toEqual([]);
    expect(gazetteer.named('南京市')?.province).toBe('江苏省');
  });

  test('a district never takes a name from a city, and one of an unknown city is none', () => {
    expect(named('南京')).toEqual(['南京市']);
    expect(named('月球区')).toEqual([]);
  });
});

describe('names of places', () => {
  test('official, short and colloquial names are known', () => {
    expect(gazetteer.named('上海')?.name).toBe('上海市');
    expect(gazetteer.named('武汉市')?.province).toBe('湖北省');
    expect(gazetteer.isPlace('江城')).toBe(true);
    expect(gazetteer.isPlace('奖励')).toBe(false);
    expect(gazetteer.named('奖励')).toBeNull();
  });

  test('a gazetteer without places finds none', () => {
    expect(createGazetteer({ provinces: [], cityAliases: {} }).find('武汉和上海')).toEqual([]);
  });
});
