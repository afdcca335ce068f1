import { expect, test } from 'vitest';
import { outline, read, refusal } from './law.ts';
import { aXlsx } from './office-files.ts';

const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

test('a sheet is its name and its cells as they are shown', async () => {
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>45016</v></c><c r="B2" s="2"><v>0.125</v></c></row><row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" t="b"><v>1</v></c></row>`;
  const document = await read(aXlsx([{ name: '任务清单', rows }], ['截止', '比例']));
  expect(document.format).toBe('xlsx');
  expect(outline(document)).toEqual(['# 任务清单', '截止 | 比例', '2023-03-31 | 12.5%', '0.3 | TRUE']);
});

test('merged cells stand everywhere they cover, empty rows and columns are left out', async () => {
  const rows = `<row r="3">${text('C3', '任务')}${text('E3', '单位')}</row><row r="9">${text('C9', '甲')}${text('E9', '甲局')}</row><row r="10">${text('E10', '乙局')}</row>`;
  const document = await read(aXlsx([{ name: 'Sheet1', rows, merges: ['C9:C10', 'C3:D3'] }]));
  expect(outline(document)).toEqual(['任务 | 单位', '甲 | 甲局', '甲 | 乙局']);
});

test('a title above the table is a paragraph, merged or not', async () => {
  const row = (number: number): string =>
    `<row r="${number}">${['A', 'B', 'C'].map((column) => text(`${column}${number}`, column)).join('')}</row>`;
  for (const merges of [['A1:C1'], []]) {
    const document = await read(
      aXlsx([{ name: '表1', rows: `<row r="1">${text('A1', '申报汇总')}</row>${row(2)}${row(3)}`, merges }]),
    );
    expect(outline(document)).toEqual(['申报汇总', 'A | B | C', 'A | B | C']);
  }
});

test('hidden sheets are furniture', async () => {
  const rows = `<row r="1">${text('A1', '甲')}${text('B1', '乙')}</row>`;
  const document = await read(
    aXlsx([
      { name: '名单', rows },
      { name: '字典', rows, hidden: true },
    ]),
  );
  expect(outline(document)).toEqual(['# 名单', '甲 | 乙']);
  expect(document.dropped).toEqual([{ reason: 'furniture', text: '甲乙' }]);
});

test('a workbook without a word has no text', async () => {
  expect(await refusal(aXlsx([{ name: '空', rows: '' }]))).toBe('no-text');
});
