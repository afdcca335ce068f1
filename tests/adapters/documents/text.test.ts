import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import { gbk } from './a-pdf.ts';
import { bytesOf, keepsLaw, outline, read } from './law.ts';
import { runs } from '../../support/runs.ts';

const POLICY = '各区人民政府：\n对认定的“小巨人”企业，给予50万元奖励。\n';
const TRADITIONAL = '各區人民政府：\n對認定的企業，給予50萬元獎勵。\n';

const wide = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
};
const withMark = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.of(...mark, ...bytes);
/** 各區人民政府：對企業 in Big5, by hand: Node decodes Big5 and does not encode it. */
const BIG5 = Uint8Array.from(Buffer.from('a655b0cfa448a5c1ac46a9b2a147b9efa5f8b77e', 'hex'));

describe('the encoding is found from the bytes', () => {
  test.for([
    ['UTF-8', bytesOf(POLICY), 'utf-8', POLICY],
    ['UTF-8 with its mark', withMark([0xef, 0xbb, 0xbf], bytesOf(POLICY)), 'utf-8', POLICY],
    ['GBK', gbk(POLICY), 'gb18030', POLICY],
    ['GBK with Traditional characters', gbk(TRADITIONAL), 'gb18030', TRADITIONAL],
    ['GBK that is also valid UTF-8', gbk('联通'), 'gb18030', '联通'],
    ['Big5', BIG5, 'big5', '各區人民政府：對企業'],
    ['UTF-16 LE with its mark', withMark([0xff, 0xfe], wide(POLICY, 'le')), 'utf-16le', POLICY],
    ['UTF-16 BE with its mark', withMark([0xfe, 0xff], wide(POLICY, 'be')), 'utf-16be', POLICY],
    ['UTF-16 LE without its mark', wide(POLICY, 'le'), 'utf-16le', POLICY],
    ['UTF-16 BE without its mark', wide(POLICY, 'be'), 'utf-16be', POLICY],
    ['UTF-16 of Hanzi alone', wide('各区人民政府关于企业', 'le'), 'utf-16le', '各区人民政府关于企业'],
    ['ASCII', bytesOf('GDP growth'), 'utf-8', 'GDP growth'],
    ['UTF-8 cut within a character', bytesOf('企业奖励').slice(0, -1), 'utf-8', '企业奖'],
    [
      'GBK that calls itself UTF-8',
      gbk(`<html><meta charset="utf-8"><p>${POLICY}</p></html>`),
      'gb18030',
      POLICY,
    ],
  ] as const)('%s', async ([, bytes, encoding, text]) => {
    const document = await read(bytes);
    expect(document.encoding).toBe(encoding);
    expect(outline(document)).toEqual(text.trim().split('\n'));
  });

  test('one broken byte does not make UTF-8 another encoding', async () => {
    const bytes = bytesOf(POLICY.repeat(20));
    bytes[100] = 0xff;
    expect((await read(bytes)).encoding).toBe('utf-8');
  });
});

describe('lines of text', () => {
  test('tabs are kept inside a line and before it', async () => {
    expect(outline(await read('序号\t任务\n\t2.新增企业\t市经信局\n'))).toEqual([
      '序号\t任务',
      '\t2.新增企业\t市经信局',
    ]);
  });

  test('form feeds and all kinds of line breaks separate lines', async () => {
    expect(outline(await read('第一页\f第二页\r\n  第三行\r第四行\u2028末行'))).toEqual([
      '第一页',
      '第二页',
      '第三行',
      '第四行',
      '末行',
    ]);
  });

  test('stray tags are dropped as markup, brackets of the text stay', async () => {
    const document = await read(
      '甲\n\t<p>35.组织企业。</p>\t<p>市科技局</p>\n各区<含开发区，下同>和X<Y\n乙\n丙丁戊己\n',
    );
    expect(document.format).toBe('text');
    expect(outline(document)).toEqual([
      '甲',
      '\t35.组织企业。\t市科技局',
      '各区<含开发区，下同>和X<Y',
      '乙',
      '丙丁戊己',
    ]);
    expect(document.dropped.map((piece) => piece.text)).toEqual(['<p>', '</p><p>', '</p>']);
  });

  test('list markers between empty tags go with them', async () => {
    const text =
      '<sup id="x"></sup>\n  • <input id="x">\n  1. <rp id="x"></rp>\n正文在此，共十个字。\n1.第一条的内容\n';
    expect(outline(await read(text))).toEqual(['正文在此，共十个字。', '1.第一条的内容']);
  });

  test('entities are repairs, those of white space are markup', async () => {
    const document = await read('&ldquo;小进规&rdquo;&nbsp;企业 R&D; 投入');
    expect(document.repairs).toEqual([
      { from: '&ldquo;', to: '“' },
      { from: '&rdquo;', to: '”' },
    ]);
    expect(outline(document)).toEqual(['“小进规” 企业 R&D; 投入'.replace('” ', '”\u00a0')]);
  });

  test('the five seeds are text in UTF-8 and every character is accounted for', async () => {
    const names = [
      '000_e95d2d2d2c89878a',
      '001_5bcc126b24722924',
      '002_a0e7209d04bd7a8d',
      '003_ef3031e70cf633e3',
      '004_c0cb0cb25fa645ef',
    ];
    const documents = await Promise.all(
      names.map(async (name) => read(await readFile(`seeds/policies/${name}.txt`), `${name}.txt`)),
    );
    expect(documents.map(({ format, encoding }) => `${format} ${encoding}`)).toEqual(
      Array(5).fill('text utf-8'),
    );
    expect(documents[2]?.blocks[0]).toMatchObject({ text: expect.stringMatching(/^市人民政府关于印发/) });
    expect(
      documents[1]?.blocks.filter((block) => block.kind === 'paragraph' && block.text.includes('\t')).length,
    ).toBe(60);
  });

  test('the name is kept without folders', async () => {
    const reader = createDocumentReader();
    expect((await reader.read({ name: 'C:\\下载\\a.txt', bytes: bytesOf('企业') })).file).toBe('a.txt');
  });
});

test('every character is kept, dropped or repaired, whatever the text', async () => {
  const parts = fc.constantFrom(
    '企业',
    '<p>',
    '</p>',
    '<b id="1">',
    '<!-- x',
    '-->',
    '&ldquo;',
    '&#12288;',
    '&',
    '<',
    '>',
    ' ',
    '\n',
    '\t',
    '\f',
    '1.',
    '•',
    '<含>',
    '<br/>',
    '\u0001',
    '𠀀',
  );
  const reader = createDocumentReader();
  const property = fc.asyncProperty(fc.array(parts, { maxLength: 40 }), async (pieces) => {
    const bytes = bytesOf(`政府企业支持发展的重点工作${pieces.join('')}`);
    const document = await reader.read({ name: 'x', bytes }).catch(() => null);
    return document === null || keepsLaw(document);
  });
  expect((await fc.check(property, { numRuns: runs(80) })).counterexample).toBeNull();
});
