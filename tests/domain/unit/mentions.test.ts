import { describe, expect, test } from 'vitest';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { processorTime } from '../../support/processor-time.ts';
import { unitData } from '../../support/seeds.ts';

const directory = createUnitDirectory(unitData());
const named = (text: string, region: string | null = '武汉市'): string[] =>
  directory.mentions(text, region).map(({ body }) => (body.kind === 'unit' ? body.short : body.name));

describe('units named in a sentence', () => {
  test.for([
    ['除了市场监管局还有谁参与', ['市市场监管局']],
    ['武汉市市场监督管理局和市经信局谁牵头', ['市市场监管局', '市经信局']],
    ['找税务还是找人社', ['市税务局', '市人社局']],
    ['能不能请人社的同志来一趟', ['市人社局']],
    ['光谷的企业去东湖高新区还是去洪山区', ['东湖高新区', '洪山区']],
    ['各区人民政府怎么配套', ['各区人民政府']],
    ['區裡和市經信局都問過了', ['各区人民政府', '市经信局']],
    ['今天食堂吃什么', []],
    ['', []],
  ] as const)('「%s」', ([text, shorts]) => {
    expect(named(text)).toEqual([...shorts]);
  });

  test('the longest name wins', () => {
    expect(named('劳动仲裁委管不管')).toEqual(['市人社局']);
    expect(named('仲裁委管不管')).toEqual(['市仲裁委办']);
    expect(named('找工商联还是找工商局')).toEqual(['市工商联', '市市场监管局']);
  });

  test('a unit named twice is told once, with the name that came first', () => {
    expect(directory.mentions('经信局说去问市经信局', '武汉市').map(({ written }) => written)).toEqual([
      '经信局',
    ]);
  });

  test.for(['个人行为', '在人行道上摆摊', '小区里停车', '园区里没地', '对外办公时间', '商人行贿'])(
    'a short name within another word is none: 「%s」',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );

  test.for([
    ['省发改委怎么说', []],
    ['国家发改委发的', []],
    ['洪山区市场监管局让我去', ['洪山区']],
    ['东湖高新区找税务局', ['东湖高新区', '市税务局']],
  ] as const)('a department of another level is not the city’s: 「%s」', ([text, shorts]) => {
    expect(named(text)).toEqual([...shorts]);
  });

  test('the region decides which department is meant', () => {
    expect(named('财政厅和工信厅', '湖南省')).toEqual(['省财政厅', '省工业和信息化厅']);
    expect(named('湖南省财政厅', '武汉市')).toEqual(['省财政厅']);
    expect(named('市经信局', null)).toEqual([]);
  });

  test('a hundred thousand characters take no longer than a breath', () => {
    const spent = processorTime();
    named('市经信局和武汉供电公司都没有人管。'.repeat(6000));
    expect(spent()).toBeLessThan(2000);
  });
});
