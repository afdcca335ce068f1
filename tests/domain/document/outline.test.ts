import { describe, expect, test } from 'vitest';
import { numberAt } from '../../../src/domain/document/numbering.ts';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const clausesOf = (...lines: readonly string[]) =>
  structureDocument({ source: aSource(lines.join('\n')), segmenter: createFakeSegmenter() }).clauses;

const ids = (...lines: readonly string[]): readonly string[] => clausesOf(...lines).map(({ id }) => id);

describe('numbers at the start of a line', () => {
  test.for([
    ['一、总体要求', '一、', 1],
    ['十四、支持', '十四、', 14],
    ['（一）目标', '（一）', 1],
    ['(十二)目标', '(十二)', 12],
    ['★（四）免申即享', '（四）', 4],
    ['1.支持', '1.', 1],
    ['1．支持', '1．', 1],
    ['１．支持', '１．', 1],
    ['12、支持', '12、', 12],
    ['2 .支持', '2 .', 2],
    ['1.2023年底前完成', '1.', 1],
    ['（1）支持', '（1）', 1],
    ['１）支持', '１）', 1],
    ['③支持', '③', 3],
    ['第五条 支持', '第五条', 5],
    ['第 1 0 条 支持', '第 1 0 条', 10],
    ['第三十二条支持', '第三十二条', 32],
    ['第二章 总则', '第二章', 2],
    ['第一节 范围', '第一节', 1],
    ['第二部分 申报', '第二部分', 2],
  ] as const)('%s begins with %s', ([line, number, value]) => {
    expect(numberAt(line)).toMatchObject({ number, value });
  });

  test.for([
    '0.5亿元以上',
    '10.23会议',
    '5.12防灾日',
    '2023年3月31日',
    '一要加强领导',
    '一、二、三产业融合',
    '(2023)',
    '(责任单位:市经信局)',
    '第五条规定的情形',
    '3月31日前',
    '第一批',
    '',
  ])('%s begins with none', (line) => {
    expect(numberAt(line)).toBeNull();
  });
});

describe('the outline', () => {
  test('nests by style, whatever style is outermost', () => {
    expect(ids('一、甲', '（一）乙', '1.丙。', '（1）丁。', '①戊。', '二、己', '（一）庚。')).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.1.1',
      '1.1.1.1.1',
      '2',
      '2.1',
    ]);
    expect(ids('1、甲。', '2、乙。')).toEqual(['1', '2']);
    expect(ids('第一章 总则', '第一条 甲。', '（一）乙；', '第二章 支持', '第二条 丙。')).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '2',
      '2.2',
    ]);
  });

  test('heading, text and path of a clause are told apart', () => {
    const [, , clause] = clausesOf('二、重点任务', '(一)实施工程', '1.激发市场主体活力。大力培育市场主体。');
    expect(clause).toMatchObject({
      id: '2.1.1',
      kind: 'item',
      number: '1.',
      heading: '激发市场主体活力',
      path: ['二、重点任务', '(一)实施工程'],
      text: '1.激发市场主体活力。大力培育市场主体。',
    });
  });

  test('what is only a heading is a section, a short item in a list is none', () => {
    const kinds = clausesOf('一、材料', '1.营业执照', '2.财务报表', '二、程序', '在线申报。').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['section', 'item', 'item', 'section', 'paragraph']);
  });

  test('numbers that run on through the sections belong to the section they stand in', () => {
    expect(ids('(一)甲', '1.子。', '2.丑。', '(二)乙', '3.寅。')).toEqual(['1', '1.1', '1.2', '2', '2.3']);
    expect(clausesOf('(一)甲', '1.子。', '(二)乙', '2.寅。').at(-1)?.path).toEqual(['(二)乙']);
  });

  test('a heading that vanished takes the paths down to what is sure', () => {
    const clauses = clausesOf(
      '二、目标',
      '(一)思想',
      '第一段。',
      '第二段。',
      '(四)融资',
      '第三段。',
      '第四段。',
      '(六)环境',
    );
    expect(clauses.map(({ path }) => path.join('/'))).toEqual([
      '',
      '二、目标',
      '二、目标/(一)思想',
      '',
      '',
      '(四)融资',
      '',
      '',
    ]);
  });

  test('numbers that begin again under the same heading tell of a lost one above', () => {
    const clauses = clausesOf('二、目标', '(一)甲', '(二)乙', '1.丙', '一段。', '(一)组织', '二段。');
    expect(clauses.map(({ id, path }) => `${id} ${path.join('/')}`)).toEqual([
      '2 ',
      '2.1 二、目标',
      '2.2 二、目标',
      '2.2.1 ',
      '2.2.1.p1 1.丙',
      '2.1b ',
      '2.1b.p1 (一)组织',
    ]);
  });

  test('a heading without a number stands above the numbers that begin behind it', () => {
    const clauses = clausesOf(
      '一、申报',
      '申报条件',
      '1.注册在本市。',
      '2.信用良好。',
      '申报材料',
      '1.申请表。',
    );
    expect(clauses.map(({ path }) => path.join('/'))).toEqual([
      '',
      '一、申报',
      '一、申报/申报条件',
      '一、申报/申报条件',
      '一、申报',
      '一、申报/申报材料',
    ]);
  });

  test('two groups that each begin at 一、 keep their ids apart', () => {
    expect(ids('一、甲。', '二、乙。', '一、丙。')).toEqual(['1', '2', 's2.1']);
  });

  test('ids stay unique where a number is repeated more often than there are letters', () => {
    const found = ids('一、甲', ...Array.from({ length: 30 }, () => '(一)乙。'));
    expect(new Set(found).size).toBe(31);
  });

  test('sections within chapters are sections', () => {
    expect(clausesOf('第一章 总则', '第一节 范围', '第一条 甲。').map(({ kind }) => kind)).toEqual([
      'chapter',
      'section',
      'article',
    ]);
  });

  test('an attachment has an outline of its own', () => {
    const clauses = clausesOf('一、甲。', '二、乙。', '附件1', '申报指南', '一、丙。');
    expect(clauses.map(({ id, part }) => `${id} ${part}`)).toEqual([
      '1 body',
      '2 body',
      'b.0.1 front',
      'b.0.2 front',
      'b.1 body',
    ]);
  });

  test('a list of attachments is no list of items', () => {
    const clauses = clausesOf('一、甲。', '附件：1.申请表', '2.汇总表', '某某局', '2023年1月1日');
    expect(clauses.map(({ id, text }) => `${id} ${text}`)).toEqual([
      '1 一、甲。',
      'z.1 附件：1.申请表 2.汇总表',
      'z.2 某某局 2023年1月1日',
    ]);
  });

  test('a document in one paragraph is cut at its numbers', () => {
    const clauses = clausesOf(
      '各区: 为促进发展,现将有关事项通知如下: 一、范围 全市规模以上工业企业,注册地在本市。二、要求 1.按时申报。2.材料真实,增长2.5%以上。3.逾期不受理。',
    );
    expect(clauses.map(({ number }) => number)).toEqual([null, '一、', '二、', '1.', '2.', '3.']);
  });

  test('a document in one paragraph may have more than fifteen parts, its brackets both widths', () => {
    const numerals = [
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
      '七',
      '八',
      '九',
      '十',
      '十一',
      '十二',
      '十三',
      '十四',
      '十五',
      '十六',
    ];
    const text = numerals.map((numeral) => `${numeral}、做好工作，按时完成。`).join('');
    expect(clausesOf(`${text}（一）甲。(二)乙。（三）丙。`).map(({ number }) => number)).toEqual([
      ...numerals.map((numeral) => `${numeral}、`),
      '（一）',
      '(二)',
      '（三）',
    ]);
  });

  test('a number torn from its text and a bracket torn from its clause are joined', () => {
    expect(
      clausesOf('一、', '总体要求', '1.支持企业。', '(责任单位:市经信局)').map(({ text }) => text),
    ).toEqual(['一、总体要求', '1.支持企业。(责任单位:市经信局)']);
  });
});

describe('before and behind the body', () => {
  test('issuer and date make one clause, closing and link stand behind', () => {
    const clauses = clausesOf(
      '某市行动计划的通知',
      '各区人民政府:',
      '现印发给你们。',
      '某市人民政府',
      '2021年10月30日',
      '一、甲。',
      '本行动计划自公布之日起施行,有效期至2024年12月31日。',
      '原文链接:http://example.com/a.html',
    );
    expect(clauses.map(({ part, text }) => `${part} ${text}`)).toEqual([
      'front 某市行动计划的通知',
      'front 各区人民政府:',
      'front 现印发给你们。',
      'front 某市人民政府 2021年10月30日',
      'body 一、甲。',
      'back 本行动计划自公布之日起施行,有效期至2024年12月31日。',
      'back 原文链接:http://example.com/a.html',
    ]);
  });

  test('issuers who sign together are joined with the date', () => {
    expect(clausesOf('一、甲。', '市财政局', '市科技局', '二〇三一年五月六日').at(-1)?.text).toBe(
      '市财政局 市科技局 二〇三一年五月六日',
    );
  });

  test('a text without numbers has a front and a body', () => {
    const parts = clausesOf('关于申报的通知', '各单位:', '请于5月1日前申报。', '特此通知。').map(
      ({ part }) => part,
    );
    expect(parts).toEqual(['front', 'front', 'body', 'back']);
  });
});
