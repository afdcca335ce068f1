import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import { bytesOf, keepsLaw, outline, read } from './law.ts';
import { processorTime } from '../../support/processor-time.ts';
import { runs } from '../../support/runs.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

describe('blocks of a page', () => {
  test.for<readonly [string, string, readonly string[]]>([
    [
      'block tags make paragraphs',
      '<div><p>第一段</p>第二段<div>第三段</div></div>',
      ['第一段', '第二段', '第三段'],
    ],
    ['inline tags do not cut a word or a number', '<p>奖励<span>5</span><b>0万</b>元</p>', ['奖励50万元']],
    ['headings keep their level', '<h1>通知</h1><h3>一、<span>范围</span></h3>', ['# 通知', '### 一、范围']],
    ['a line break in the source between Hanzi is nothing', '<p>支持中小\n   企业</p>', ['支持中小企业']],
    ['a line break between words is a space', '<p>R&amp;D\n  center</p>', ['R&D center']],
    ['br begins a line', '<p>第一行<br>第二行<br/>第三行</p>', ['第一行', '第二行', '第三行']],
    ['pre keeps lines and tabs', '<pre>序号\t任务\n1\t新增企业</pre>', ['序号\t任务', '1\t新增企业']],
    [
      'scripts, styles, comments and hidden elements are dropped',
      '<p>正文</p><script>var a="文"</script><style>p{}</style><!-- 注 --><div style="display: none">副本</div><p hidden>副本</p>',
      ['正文'],
    ],
    [
      'navigation and footers are dropped',
      '<nav>首页</nav><p>正文在此</p><footer>版权所有</footer>',
      ['正文在此'],
    ],
    [
      'numbers of lists are written out',
      '<ol start="3"><li>甲</li><li><p>乙</p></li><li>三、丙</li></ol>',
      ['3.甲', '4.乙', '三、丙'],
    ],
    ['bullets are not', '<ul><li>甲</li><li>乙</li></ul>', ['甲', '乙']],
    ['paragraphs left open', '<p>甲<p>乙<ul><li>丙<li>丁</ul>', ['甲', '乙', '丙', '丁']],
    [
      'brackets of the text are no tags',
      '<p>各区<含开发区></p><p>A < B，5<6</p>',
      ['各区<含开发区>', 'A < B，5<6'],
    ],
    [
      'lines of plain text inside a page are lines',
      '<div>\n  一、总体要求\n  坚持企业主体。\n  二、重点任务\n  落实政策。\n</div>',
      ['一、总体要求', '坚持企业主体。', '二、重点任务', '落实政策。'],
    ],
    [
      'a page all of whose text is hidden until a script shows it',
      '<p>字</p><div style="display:none"><p>正文全部在这里面</p></div>',
      ['字', '正文全部在这里面'],
    ],
  ])('%s', async ([, body, lines]) => {
    const document = await read(page(body));
    expect(document.format).toBe('html');
    expect(outline(document)).toEqual(lines);
  });

  test('a fragment without html or body is a page too', async () => {
    expect((await read('<div class="TRS_Editor"><p>正文</p><p>第二段</p></div>')).format).toBe('html');
  });

  test('entities are repairs', async () => {
    const document = await read(page('<p>&ldquo;小巨人&rdquo;&nbsp;&#x4f01;业</p>'));
    expect(document.repairs).toEqual([
      { from: '&ldquo;', to: '“' },
      { from: '&rdquo;', to: '”' },
      { from: '&#x4f01;', to: '企' },
    ]);
    expect(outline(document)).toEqual(['“小巨人” 企业']);
  });
});

describe('the title of the page', () => {
  test('becomes a heading where the page has none', async () => {
    const document = await read(page('<p>各区人民政府：</p>', '<title>关于支持企业的通知</title>'));
    expect(outline(document)).toEqual(['# 关于支持企业的通知', '各区人民政府：']);
  });

  test('is dropped where the page repeats it', async () => {
    const document = await read(
      page('<div>关于支持企业的通知</div>', '<title>关于支持企业的通知_某市人民政府</title>'),
    );
    expect(outline(document)).toEqual(['关于支持企业的通知']);
    expect(document.dropped).toContainEqual({ reason: 'duplicate', text: '关于支持企业的通知_某市人民政府' });
  });
});

describe('tables', () => {
  test('merged cells stand in every row and column that they cover', async () => {
    const table =
      '<table><tr><th>序号</th><th>任务</th><th colspan="2">单位</th></tr><tr><td>1</td><td rowspan=2>(一)目标</td><td>甲局</td><td>乙局</td></tr><tr><td>2</td><td>丙局</td><td></td></tr></table>';
    expect(outline(await read(page(table)))).toEqual([
      '序号 | 任务 | 单位 | 单位',
      '1 | (一)目标 | 甲局 | 乙局',
      '2 | (一)目标 | 丙局 | ',
    ]);
  });

  test('a caption stands before its table', async () => {
    const table =
      '<table><caption>任务清单</caption><tr><td>1</td><td>甲</td></tr><tr><td>2</td><td>乙</td></tr></table>';
    expect(outline(await read(page(table)))).toEqual(['任务清单', '1 | 甲', '2 | 乙']);
  });

  test('a table that only places an article on the page is read as paragraphs, the one within as a table', async () => {
    const inner = '<table><tr><td>1</td><td>甲</td></tr><tr><td>2</td><td>乙</td></tr></table>';
    const outer = `<table><tr><td>栏目</td><td>日期</td></tr><tr><td><p>第一段</p>${inner}</td><td>边</td></tr></table>`;
    expect(outline(await read(page(outer)))).toEqual(['栏目', '日期', '第一段', '1 | 甲', '2 | 乙', '边']);
  });

  test('spans of a thousand million cells cost nothing', async () => {
    const table = `<table><tr><td rowspan="65000" colspan="9999">甲</td><td>乙</td></tr>${'<tr><td>丙</td><td>丁</td></tr>'.repeat(500)}</table>`;
    const spent = processorTime();
    await read(page(table));
    expect(spent()).toBeLessThan(2000);
  });
});

test('every character is kept, dropped or repaired, whatever the markup', async () => {
  const parts = fc.constantFrom(
    '企业',
    '奖励\n',
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td rowspan=2>',
    '<td colspan=3>',
    '</td>',
    '</tr>',
    '</table>',
    '<li>',
    '<ol>',
    '</ol>',
    '<h1>',
    '</h1>',
    '<br>',
    '<pre>',
    '</pre>',
    '<div style="display:none">',
    '</div>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<title>',
    '</title>',
    '&ldquo;',
    '&nbsp;',
    '&lt',
    '<',
    '<含>',
    '</',
    '<a href="',
    '">',
    '<nav>',
    '</nav>',
    '<caption>',
    '<textarea>',
  );
  const reader = createDocumentReader();
  const property = fc.asyncProperty(fc.array(parts, { maxLength: 60 }), async (pieces) => {
    const bytes = bytesOf(`<html>政府${pieces.join('')}`);
    const document = await reader.read({ name: 'x', bytes }).catch(() => null);
    return document === null || keepsLaw(document);
  });
  expect((await fc.check(property, { numRuns: runs(150) })).counterexample).toBeNull();
});
