import { describe, expect, test } from 'vitest';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { createUnitMatcher } from '../../../src/domain/unit/match.ts';
import { unitData } from '../../support/seeds.ts';

const matcher = createUnitMatcher(createUnitDirectory(unitData()).bodies);
const meant = (written: string, region: string | null = '武汉市'): string[] =>
  matcher
    .suggest(written, { region, limit: 3 })
    .map(({ body }) => (body.kind === 'unit' ? body.short : body.name));

describe('did you mean', () => {
  test.for([
    ['精信局', '市经信局'],
    ['仁社局', '市人社局'],
    ['武汉市精信局', '市经信局'],
    ['税物局', '市税务局'],
    ['发该委', '市发改委'],
    ['市场监督局局', '市市场监管局'],
    ['经济信息局', '市经信局'],
    ['自然资源', '市自然资源规划局'],
    ['大数据', '市政务服务大数据局'],
    ['住房公积金', '武汉公积金中心'],
    ['供店公司', '武汉供电公司'],
    ['贸处会', '市贸促会'],
    ['桥口区', '硚口区'],
    ['東湖高薪区', '东湖高新区'],
    ['jingxinju', '市经信局'],
    ['caizheng ju', '市财政局'],
    ['renseju', '市人社局'],
    ['关山街道办', '东湖高新区'],
    ['关山街道办事处', '东湖高新区'],
  ] as const)('「%s」 → 「%s」', ([written, short]) => {
    expect(meant(written)[0]).toBe(short);
  });

  test.for(['市经信局、市财政局', '经信局,财政局', '武汉市经信局和财政局'])(
    'two names in one are both proposed: 「%s」',
    (written) => {
      const both = matcher.suggest(written, { region: '武汉市', limit: 3 });
      expect(both.map(({ form, score }) => [form, score])).toEqual([
        ['经信局', 1],
        ['财政局', 1],
      ]);
    },
  );

  test('「和」 within a name parts nothing, and a wrong part spoils the whole', () => {
    expect(meant('经济和信息化局')).toEqual(['市经信局']);
    expect(meant('市经信局和火星探测中心')).not.toContain('市财政局');
  });

  test('a name that sounds the same is surer than one that looks alike', () => {
    const [first, second] = matcher.suggest('科计局', { region: '武汉市', limit: 3 });
    expect(first).toMatchObject({ form: '科技局', score: 1 });
    expect(second?.score).toBeLessThan(1);
  });

  test('only departments of the region are proposed, its province’s included', () => {
    expect(meant('财振厅', '湖南省')).toEqual(['省财政厅']);
    expect(meant('财振厅', '武汉市')).not.toContain('省财政厅');
    expect(meant('证间局', '武汉市')).toContain('湖北证监局');
    expect(meant('经信', null)).toEqual(expect.arrayContaining(['市经信局', '市经信委']));
  });

  test.for(['', '局', '不存在的单位', '今天天气怎么样', 'abcdefg', '？？？'])(
    'nothing is proposed for what is like no name: %s',
    (written) => {
      expect(meant(written)).toEqual([]);
    },
  );

  test('a text of any length is looked at only in its beginning', () => {
    expect(meant('经'.repeat(100_000))).toEqual([]);
  });

  test('at most as many as wanted, each once', () => {
    const all = matcher.suggest('局', { region: '武汉市', limit: 2 });
    expect(all.length).toBeLessThanOrEqual(2);
    const ids = matcher.suggest('市场监', { region: '武汉市', limit: 9 }).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
