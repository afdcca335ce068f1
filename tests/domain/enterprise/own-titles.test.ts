import { describe, expect, test } from 'vitest';
import { ownTitles } from '../../../src/domain/enterprise/own-titles.ts';

const told = (text: string, municipality = false): string => {
  const { holdings, unclear } = ownTitles(text, { year: 2026, municipality });
  const names = holdings.map(
    ({ qualification, since }) => `${qualification}${since === null ? '' : `@${since}`}`,
  );
  return [...names, ...(unclear ? ['?'] : [])].join(' ') || '-';
};

describe('qualifications in owners’ words', () => {
  test.for([
    ['省级小巨人', 'srdi-provincial'],
    ['省专精特新', 'srdi-provincial'],
    ['国家级专精特新“小巨人”', 'little-giant'],
    ['国家级专精特新', 'little-giant'],
    ['市级专精特新培育', 'srdi-municipal'],
    ['高企', 'high-tech'],
    ['国高和科小', 'high-tech tech-sme'],
    ['国家高新技术企业', 'high-tech'],
    ['科技型中小企业', 'tech-sme'],
    ['创新型中小企业', 'innovative-sme'],
    ['制造业单项冠军', 'single-champion'],
    ['省级单项冠军', 'provincial-champion'],
    ['规上企业', 'above-scale'],
    ['我们已经进规了', 'above-scale'],
    ['限上', 'above-quota'],
    ['在创业板上市了,是上市公司', 'listed'],
  ] as const)('%s', ([text, expected]) => expect(told(text.replace(/[“”]/g, ''))).toBe(expected));

  test.for([
    ['国家级专精特心小具人', 'little-giant'],
    ['省级专特精新', 'srdi-provincial'],
    ['高薪技术企业', 'high-tech'],
    ['单向冠军', 'single-champion'],
  ] as const)('%s is read in spite of the slip', ([text, expected]) => expect(told(text)).toBe(expected));

  test.for(['小巨人', '专精特新', '专特精新企业', '四上企业'])('%s leaves the level open', (text) =>
    expect(told(text)).toBe('?'),
  );

  test('a level beside it settles an open title', () =>
    expect(told('专精特新,省级专精特新')).toBe('srdi-provincial'));

  test.for([
    '不是规上',
    '还没评上小巨人',
    '正在申报国家级小巨人',
    '想申请高企',
    '高企过期了',
    '科技小巨人',
    '产品上市',
    '准备上市',
    '高新技术企业培育库',
    '区级专精特新',
    '你好',
  ])('%s is none', (text) => expect(told(text)).toBe('-'));
});

describe('the year', () => {
  test.for([
    ['2022年认定的高企', 'high-tech@2022'],
    ['高新技术企业,2022年认定的', 'high-tech@2022'],
    ['国家级小巨人去年评上的', 'little-giant@2025'],
    ['高企,去年营收八百万', 'high-tech'],
    ['高企,2022年认定的高企', 'high-tech@2022'],
  ] as const)('%s', ([text, expected]) => expect(told(text)).toBe(expected));
});

test('what 上海 calls 市级 has a province’s rank', () =>
  expect(told('市级专精特新', true)).toBe('srdi-provincial'));
