import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import type { Block } from '../../../src/domain/document/types.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const rowsOf = (content: string | readonly Block[]) =>
  structureDocument({ source: aSource(content), segmenter: createFakeSegmenter() }).clauses.filter(
    ({ kind }) => kind === 'row',
  );

const HEADER = '序号\t重点任务\t具体工作目标\t责任单位';

describe('a task table flattened to tabs', () => {
  const rows = rowsOf(
    [
      HEADER,
      '1\t(一)做 大企业\t1.新增企业10家。\t市经信局、市科技局',
      '\t\t2.新增平台5家。\t市科技局',
      '',
      '3.鼓励各区设立基金。\t各区人民政府\t',
      HEADER,
      '2\t(二)做强企业\t4.支持研发。\t市科技局，各区人民政府',
    ].join('\n'),
  );

  test('has a clause a row, with its group, its number and its units in the usual bracket', () => {
    expect(rows.map(({ id, path, number, text }) => [id, ...path, number, text])).toEqual([
      ['1.1', '(一)做大企业', '1.', '1.新增企业10家。(责任单位:市经信局、市科技局)'],
      ['1.2', '(一)做大企业', '2.', '2.新增平台5家。(责任单位:市科技局)'],
      ['1.3', '(一)做大企业', '3.', '3.鼓励各区设立基金。(责任单位:各区人民政府)'],
      ['2.4', '(二)做强企业', '4.', '4.支持研发。(责任单位:市科技局，各区人民政府)'],
    ]);
  });

  test('names its cells by their headers', () => {
    expect(rows[1]?.cells).toEqual({
      重点任务: '(一)做大企业',
      具体工作目标: '2.新增平台5家。',
      责任单位: '市科技局',
    });
  });
});

describe('other tables', () => {
  test('a table of a Word file with merged cells repeats its group', () => {
    const rows = rowsOf([
      {
        kind: 'table',
        rows: [
          ['序号', '任务', '措施', '牵头单位', '配合单位', '完成时限'],
          ['1', '扩大融资', '增加贷款规模。', '市金融局', '市财政局', '2023年6月底前'],
          ['2', '扩大融资', '设立基金。', '市金融局', '', '全年'],
        ],
      },
    ]);
    expect(rows.map(({ path, text }) => [...path, text])).toEqual([
      ['扩大融资', '增加贷款规模。(牵头单位:市金融局;配合单位:市财政局;完成时限:2023年6月底前)'],
      ['扩大融资', '设立基金。(牵头单位:市金融局;完成时限:全年)'],
    ]);
  });

  test('name and content of a row without groups belong together', () => {
    const rows = rowsOf(
      '序号\t事项\t内容\t责任科室\n1\t贷款贴息\t按2%贴息。\t融资科\n2\t担保费补贴\t按1%补贴。\t融资科',
    );
    expect(rows.map(({ id, number, text }) => [id, number, text])).toEqual([
      ['1', '1', '贷款贴息 按2%贴息。(责任科室:融资科)'],
      ['2', '2', '担保费补贴 按1%补贴。(责任科室:融资科)'],
    ]);
  });

  test('a table drawn with bars is a table; its borders and a page’s particulars are no rows', () => {
    const drawn = [
      '| 序号 | 重点任务 | 责任单位 | 完成时限 |',
      '|---|---|---|---|',
      '| 1 | 建设示范学校10所。 | 市教育局 | 2031年9月底前 |',
      '+----+----+----+----+',
      '| 2 | 改造老旧小区：一、整修管网；二、加装电梯，让居民出行更方便、更安全、更舒心，三年内完成全部任务。 | 市住建局 | 长期 |',
      '索引号: | 1101 | 成文日期: | 2031-10-08 |',
      '来源:某局 | 作者:甲',
    ];
    expect(
      rowsOf(drawn.join('\n')).map(({ id, cells }) => [id, cells?.['责任单位'], cells?.['完成时限']]),
    ).toEqual([
      ['1', '市教育局', '2031年9月底前'],
      ['2', '市住建局', '长期'],
    ]);
  });

  test('a shifted row finds its columns, a remark stays in its own', () => {
    const rows = rowsOf(
      '序号\t任务\t责任单位\t备注\n1\t建设平台。\t市经信局\t重点\n培育企业。\t市科技局\t\t\n\t\t开展培训。\t市人社局\t\t',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      { 序号: '1', 任务: '建设平台。', 责任单位: '市经信局', 备注: '重点' },
      { 任务: '培育企业。', 责任单位: '市科技局' },
      { 任务: '开展培训。', 责任单位: '市人社局' },
    ]);
  });

  test('a wide table keeps its places; a header without any text column begins none', () => {
    const wide = ['序号', '任务', '内容', '标准', '责任单位', '完成时限', '备注', '政策', '条件'];
    const [row] = rowsOf(
      [wide, wide.map((_, at) => `第${at + 1}格`)].map((cells) => cells.join('\t')).join('\n'),
    );
    expect(row?.cells?.['责任单位']).toBe('第5格');
    expect(rowsOf('责任单位\t完成时限\n市经信局\t2031年')).toEqual([]);
  });

  test('a bar in a sentence makes no table', () => {
    expect(rowsOf('工作任务见A|B两类。\n责任单位按分工落实。')).toEqual([]);
  });

  test('lines with tabs and no header are paragraphs', () => {
    expect(rowsOf('甲\t乙\n丙\t丁')).toEqual([]);
  });
});

test('a column that says the same twice right of names that differ holds no groups', () => {
  const rows = rowsOf(
    [
      '序号\t支持事项\t费用内容\t支持标准',
      '1\t产品检测\t检测费\t补贴40%',
      '2\t计量校准\t检测费\t补贴30%',
    ].join('\n'),
  );
  expect(rows.map(({ id, path, text }) => [id, path, text])).toEqual([
    ['1', [], '产品检测 检测费 补贴40%'],
    ['2', [], '计量校准 检测费 补贴30%'],
  ]);
});

describe('a table of who gets how much', () => {
  test('begins at any header above rows of bare figures, and a row says what each of them counts', () => {
    const rows = rowsOf('机型\t国产\t进口\n小型\t1.5\t1.5\n大型\t3\t2.5\n说明见附件');
    expect(rows.map(({ text, cells }) => [text, cells])).toEqual([
      ['小型(国产:1.5;进口:1.5)', { 机型: '小型', 国产: '1.5', 进口: '1.5' }],
      ['大型(国产:3;进口:2.5)', { 机型: '大型', 国产: '3', 进口: '2.5' }],
    ]);
  });

  test.for([
    ['a single row', '机型\t国产\n小型\t1.5'],
    ['figures above figures', '1\t2\n3\t4\n5\t6'],
    ['words among the figures', '机型\t国产\n小型\t1.5\n大型\t面议'],
    ['names behind the figures', '国产\t机型\n1.5\t小型\n3\t大型'],
  ])('does not begin with %s', ([, text = '']) => expect(rowsOf(text)).toEqual([]));

  test('begins at a column of whom and one of how much, and each row keeps its name', () => {
    const rows = rowsOf(
      '类别\t年营业额\t奖励\t备注\n餐饮\t达到300万元\t2万元\t\n餐饮\t达到900万元\t5万元\t一次为限',
    );
    expect(rows.map(({ path, text }) => [path, text])).toEqual([
      [[], '餐饮 达到300万元(奖励:2万元)'],
      [[], '餐饮 达到900万元(奖励:5万元;备注:一次为限)'],
    ]);
  });

  test('may be moved to the right by tabs', () => {
    const rows = rowsOf(
      '\t改造等级\t补助比例\t补助上限\t备注\n\t二级\t15%\t25万元\t限首次\n\t三级\t25%\t50万元',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      { 改造等级: '二级', 补助比例: '15%', 补助上限: '25万元', 备注: '限首次' },
      { 改造等级: '三级', 补助比例: '25%', 补助上限: '50万元' },
    ]);
  });
});
