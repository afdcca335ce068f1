import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { aPdf, type PdfText } from './a-pdf.ts';
import { outline, read, refusal } from './law.ts';

const FULL = '为深入贯彻党中央国务院决策部署，支持中小企业'; // 22 letters of 18 points reach the margin
const body = (texts: readonly string[]): readonly PdfText[] =>
  texts.map((text, index) => ({ text, x: text.startsWith('　') ? 136 : 100, y: 740 - 28 * index, size: 18 }));
const page = (...texts: readonly string[]): readonly PdfText[] => body(texts);

describe('a font that is not embedded', () => {
  test.for(['UniGB-UCS2-H', 'GBK-EUC-H'] as const)('%s', async (map) => {
    const document = await read(aPdf({ map, pages: [[{ text: '武汉市支持“小巨人”企业', y: 700 }]] }));
    expect(document.format).toBe('pdf');
    expect(outline(document)).toEqual(['武汉市支持“小巨人”企业']);
  });
});

test('a Buffer is read, and is whole afterwards', async () => {
  const file = Buffer.from(aPdf({ pages: [[{ text: '支持企业', y: 700 }]] }));
  const length = file.length;
  expect(outline(await read(file))).toEqual(['支持企业']);
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect(file.length).toBe(length);
});

test('after a PDF the language itself is as it was, and as fast', async () => {
  await read(aPdf({ pages: [[{ text: '支持企业', y: 700 }]] }));
  const sourceOf = runInNewContext('(made) => Function.prototype.toString.call(made)') as (
    made: unknown,
  ) => string;
  const sources = [JSON.parse, JSON.stringify, [].push, Reflect.get(Function.prototype, 'toString')].map(
    sourceOf,
  );
  expect(sources.filter((source) => !source.includes('[native code]'))).toEqual([]);
});

describe('lines become paragraphs', () => {
  test('a full line goes on in the next, an indented one begins a paragraph', async () => {
    const texts = [FULL, FULL, '高质量发展，制定本办法。', '　　二是落实政策。'];
    const document = await read(aPdf({ pages: [page(...texts)] }));
    expect(outline(document)).toEqual([`${FULL}${FULL}高质量发展，制定本办法。`, '二是落实政策。']);
  });

  test('across pages, without page numbers and headers', async () => {
    const edge = (number: number): readonly PdfText[] => [
      { text: '某市人民政府公报', x: 200, y: 800, size: 10 },
      { text: `— ${number} —`, x: 280, y: 40, size: 10 },
    ];
    const pages = [
      [...page(FULL, FULL), ...edge(1)],
      [...page('发展。', FULL, '结束。'), ...edge(2)],
      [...page('后记。', FULL, '附则。'), ...edge(3)],
    ];
    const document = await read(aPdf({ pages }));
    expect(outline(document)).toEqual([`${FULL}${FULL}发展。`, `${FULL}结束。`, '后记。', `${FULL}附则。`]);
    expect(document.dropped.every((piece) => piece.reason === 'furniture')).toBe(true);
  });

  test('a title over two lines is one heading', async () => {
    const title: readonly PdfText[] = [
      { text: '关于支持中小企业', x: 180, y: 790, size: 26 },
      { text: '发展的通知', x: 220, y: 760, size: 26 },
    ];
    expect(outline(await read(aPdf({ pages: [[...title, ...page(FULL, '发展。')]] })))[0]).toBe(
      '# 关于支持中小企业发展的通知',
    );
  });

  test('items at the margin begin paragraphs', async () => {
    const document = await read(
      aPdf({ pages: [page(FULL, `${FULL.slice(0, 21)}。`, `一、${FULL.slice(0, 20)}`, '发展。')] }),
    );
    expect(outline(document)).toHaveLength(2);
  });
});

describe('letters on a line', () => {
  test('spaces between Hanzi go, wide gaps separate columns', async () => {
    const pages = [
      [
        { text: '发 展 中小企业', y: 700 },
        { text: '序号', x: 90, y: 600 },
        { text: '任务', x: 200, y: 600 },
        { text: '责任单位', x: 400, y: 600 },
      ],
    ];
    expect(outline(await read(aPdf({ pages })))).toEqual(['发展中小企业', '序号\t任务\t责任单位']);
  });

  test('letters printed twice to look bold are read once', async () => {
    const bold = [0, 0.4].map((shift) => ({ text: '总体要求', x: 90 + shift, y: 700 }));
    const document = await read(aPdf({ pages: [bold] }));
    expect(outline(document)).toEqual(['总体要求']);
    expect(document.dropped).toEqual([{ reason: 'duplicate', text: '总体要求' }]);
  });
});

test('what cannot be read is refused by code, with a quiet console', async () => {
  const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
  const whole = aPdf({ pages: [page(FULL)] });
  expect(await refusal(aPdf({ pages: [[]] }))).toBe('no-text');
  expect(await refusal(aPdf({ pages: [page(FULL)], encrypted: true }))).toBe('encrypted');
  expect(await refusal(whole.slice(0, whole.length * 0.7))).toBe('damaged');
  expect(await refusal(new TextEncoder().encode('%PDF-1.4\n1 0 obj\nnothing\n%%EOF'))).toBe('damaged');
  expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  vi.restoreAllMocks();
});
