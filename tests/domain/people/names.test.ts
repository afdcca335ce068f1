import { describe, expect, test } from 'vitest';
import { createNames } from '../../../src/domain/people/names.ts';
import type { DeskUnit } from '../../../src/domain/people/types.ts';
import { units } from '../../support/a-town.ts';

const names = createNames({ units, home: '武汉市' });

describe('a station', () => {
  test.for([
    ['洪山区', ['洪山区'], ''],
    ['洪山', ['洪山区'], ''],
    ['光谷', ['东湖高新区'], ''],
    ['全市', [], ''],
    ['武汉市', [], ''],
    ['洪山区—关山街道—创意天地', ['洪山区', '关山街道', '创意天地'], ''],
    ['洪山区-关山街', ['洪山区', '关山街道'], ''],
    ['洪山区关山街道创意天地', ['洪山区', '关山街道', '创意天地'], ''],
    ['洪山区 关山街道办事处', ['洪山区', '关山街道'], ''],
    ['洪山区 关山街道办', ['洪山区', '关山街道'], ''],
    ['洪山区关山街道办', ['洪山区', '关山街道'], ''],
    ['洪山区关山街道办事处', ['洪山区', '关山街道'], ''],
    ['洪山区关山街道办事处创意天地', ['洪山区', '关山街道', '创意天地'], ''],
    ['洪山区 关山街道 创意产业园', ['洪山区', '关山街道', '创意产业园'], ''],
    ['洪山区 示例科技有限公司', ['洪山区'], '示例科技有限公司'],
    ['洪山区示例科技有限公司', ['洪山区'], '示例科技有限公司'],
    ['洪山区 关山街道 示例科技有限公司', ['洪山区', '关山街道'], '示例科技有限公司'],
  ] as const)('「%s」', ([words, path, rest]) => {
    expect(names.station(words)).toEqual({ kind: 'one', path, rest });
  });

  test('with a typo is asked about, the words behind it kept', () => {
    const reading = names.station('红山区 关山街道');
    expect(reading.kind === 'some' && reading.choices[0]).toEqual({
      label: '洪山区',
      words: '洪山区 关山街道',
    });
    expect(reading.kind === 'some' && reading.choices.length).toBeLessThanOrEqual(3);
  });

  test('that nothing is like is not guessed', () => {
    expect(names.station('火星')).toEqual({ kind: 'none' });
    expect(names.station('')).toEqual({ kind: 'none' });
  });
});

describe('a unit', () => {
  test('is known by any of its names, a district as its government', () => {
    expect(names.unit('经信委')).toMatchObject({ kind: 'one', name: '市经信局' });
    expect(names.unit('洪山区人民政府')).toMatchObject({ kind: 'one', name: '洪山区' });
  });

  test('with a typo is asked about', () => {
    const reading = names.unit('市精信局');
    expect(reading.kind === 'some' && reading.choices.map(({ label }) => label)).toContain('市经信局');
  });

  test('two at once are asked about, one by one', () => {
    const reading = names.unit('市经信局、市财政局');
    expect(reading.kind === 'some' && reading.choices.map(({ words }) => words)).toEqual([
      '市经信局',
      '市财政局',
    ]);
  });

  test('is no group of bodies', () => expect(names.unit('各区人民政府').kind).not.toBe('one'));

  test('that the directory does not know any more is called by its id', () => {
    expect(names.nameOf('wuhan-jingxin' as DeskUnit)).toBe('市经信局');
    expect(names.nameOf('gone' as DeskUnit)).toBe('gone');
  });
});
