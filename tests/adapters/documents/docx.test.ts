import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../adapters/documents/docx/number-format.ts';
import { outline, read } from './law.ts';
import { aDocx, level, levelWith, list, para } from './office-files.ts';

const lines = async (parts: Parameters<typeof aDocx>[0]): Promise<readonly string[]> =>
  outline(await read(aDocx(parts)));

describe('automatic numbers are written out', () => {
  const three = list(
    1,
    level(0, 'chineseCounting', '%1、') +
      level(1, 'chineseCountingThousand', '（%2）') +
      level(2, 'decimal', '%3.'),
  );

  test('by level, each starting again after a higher one', async () => {
    const body = [
      para('总体要求', { list: [1, 0] }),
      para('重点任务', { list: [1, 0] }),
      para('成长工程', { list: [1, 1] }),
      para('激发活力。', { list: [1, 2] }),
      para('促进成长。', { list: [1, 2] }),
      para('梯度培育', { list: [1, 1] }),
      para('建立培育库。', { list: [1, 2] }),
    ].join('');
    expect(await lines({ body, numbering: three })).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）成长工程',
      '1.激发活力。',
      '2.促进成长。',
      '（二）梯度培育',
      '1.建立培育库。',
    ]);
  });

  test('they are repairs from nothing', async () => {
    const document = await read(aDocx({ body: para('总体要求', { list: [1, 0] }), numbering: three }));
    expect(document.repairs).toEqual([{ from: '', to: '一、' }]);
    expect(document.characters).toBe(4);
  });

  test.for([
    ['articles', level(0, 'chineseCountingThousand', '第%1条'), [0, 0], ['第一条 甲', '第二条 乙']],
    [
      'numbers of several levels',
      level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2'),
      [0, 1],
      ['1 甲', '1.1 乙'],
    ],
    [
      'legal numbering',
      level(0, 'chineseCounting', '%1、') + levelWith('<w:isLgl/>', level(1, 'decimal', '%1.%2')),
      [0, 1],
      ['一、甲', '1.1 乙'],
    ],
    ['bullets are left out', level(0, 'bullet', '\uf06c'), [0, 0], ['甲', '乙']],
    ['circles', level(0, 'decimalEnclosedCircle', '%1'), [0, 0], ['① 甲', '② 乙']],
  ] as const)('%s', async ([, levels, [a, b], expected]) => {
    const body = para('甲', { list: [1, a] }) + para('乙', { list: [1, b] });
    expect(await lines({ body, numbering: list(1, levels) })).toEqual(expected);
  });

  test('two lists of one definition count on, an override starts again', async () => {
    const second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
    const again =
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [1, 2, 3, 3].map((id) => para('项', { list: [id, 0] })).join('');
    const numbering = list(1, level(0, 'decimal', '%1.')) + second + again;
    expect(await lines({ body, numbering })).toEqual(['1.项', '2.项', '1.项', '2.项']);
  });

  test('a list linked to styles gives each style its level; a paragraph can take its number away', async () => {
    const numbering = list(
      5,
      levelWith('<w:pStyle w:val="Chapter"/>', level(0, 'chineseCounting', '第%1章')) +
        levelWith('<w:pStyle w:val="Article"/>', level(1, 'decimal', '第%2条')),
    );
    const styles = ['Chapter', 'Article']
      .map(
        (id) => `<w:style w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`,
      )
      .join('');
    const body =
      para('总则', { style: 'Chapter' }) +
      para('为了发展', { style: 'Article' }) +
      para('无号', { style: 'Article', list: [0, 0] });
    expect(await lines({ body, numbering, styles })).toEqual(['第一章 总则', '第1条 为了发展', '无号']);
  });

  test('an empty numbered paragraph counts and is not shown', async () => {
    const body = [
      para('甲', { list: [1, 2] }),
      para('', { list: [1, 2] }),
      para('乙', { list: [1, 2] }),
    ].join('');
    expect(await lines({ body, numbering: three })).toEqual(['1.甲', '3.乙']);
  });

  test.for([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 105, '一百五'],
    ['ideographDigital', 12, '一二'],
    ['lowerLetter', 27, 'aa'],
    ['upperRoman', 14, 'XIV'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalFullWidth', 12, '１２'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['unheardOf', 3, '3'],
  ] as const)('%s %d is %s', ([format, value, text]) => {
    expect(formatNumber(format, value)).toBe(text);
  });
});

describe('what a paragraph holds', () => {
  test('tracked deletions and hidden text are dropped, insertions kept', async () => {
    const body =
      '<w:p><w:r><w:t>奖励</w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins><w:r><w:t>50</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>';
    const document = await read(aDocx({ body }));
    expect(outline(document)).toEqual(['奖励50万元']);
    expect(document.dropped).toEqual([{ reason: 'markup', text: '30草稿' }]);
  });

  test('heading styles make headings, a whole paragraph in such a style does not', async () => {
    const styles =
      '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="A"><w:basedOn w:val="1"/></w:style>';
    const body = para('总体要求', { style: 'A' }) + para('支持企业。'.repeat(40), { style: '1' });
    const [first, second] = await lines({ body, styles });
    expect(first).toBe('# 总体要求');
    expect(second).toMatch(/^支持企业/);
  });

  test('a text box written twice is read once, behind its paragraph', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>';
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>`;
    expect(await lines({ body })).toEqual(['正文', '框内']);
  });

  test('footnotes stand behind their paragraph, page headers are furniture', async () => {
    const body =
      '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>下文</w:t></w:r></w:p>';
    const footnotes =
      '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>注释</w:t></w:r></w:p></w:footnote>';
    const document = await read(aDocx({ body, footnotes, header: '<w:p><w:r><w:t>页眉</w:t></w:r></w:p>' }));
    expect(outline(document)).toEqual(['正文', '注释', '下文']);
    expect(document.dropped).toEqual([{ reason: 'furniture', text: '页眉' }]);
  });

  test('pronunciations are glosses', async () => {
    const body =
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>qū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>区</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>';
    const document = await read(aDocx({ body }));
    expect(outline(document)).toEqual(['区']);
    expect(document.dropped).toEqual([{ reason: 'gloss', text: 'qū' }]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${para(text)}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

  test('merged cells stand in every row and column that they cover', async () => {
    const body = `<w:tbl>${row(cell('任务'), cell('单位', '<w:gridSpan w:val="2"/>'))}${row(cell('(一)目标', '<w:vMerge w:val="restart"/>'), cell('甲局'), cell('乙局'))}${row(cell('', '<w:vMerge/>'), cell('丙局'), cell('丁局'))}</w:tbl>`;
    expect(await lines({ body })).toEqual([
      '任务 | 单位 | 单位',
      '(一)目标 | 甲局 | 乙局',
      '(一)目标 | 丙局 | 丁局',
    ]);
  });

  test('a title across the table stands before it, numbers of its rows are written out', async () => {
    const numbering = list(1, level(0, 'decimal', '%1'));
    const numbered = `<w:tc>${para('甲', { list: [1, 0] })}</w:tc>`;
    const body = `<w:tbl>${row(cell('任务清单', '<w:gridSpan w:val="2"/>'))}${row(numbered, cell('甲局'))}${row(numbered, cell('乙局'))}</w:tbl>`;
    expect(await lines({ body, numbering })).toEqual(['任务清单', '1 甲 | 甲局', '2 甲 | 乙局']);
  });

  test('a frame of one cell round prose is prose', async () => {
    const body = `<w:tbl>${row(`<w:tc>${para('第一段')}${para('第二段')}</w:tc>`)}</w:tbl>`;
    expect(await lines({ body })).toEqual(['第一段', '第二段']);
  });
});
