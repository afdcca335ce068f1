import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInlineQuote } from '../../../adapters/wechat/quote.ts';

const LONG = '- - - - - - - - - - - - - - -';

describe('a quotation within the text', () => {
  test.for([
    [`「张三：在吗」\n${LONG}\n在的`, '张三', '在吗', '在的'],
    ['「张三: 在吗」\n—————————\n在的', '张三', '在吗', '在的'],
    ['“李四：\n请看附件”\n------\n收到', '李四', '请看附件', '收到'],
    ['"李四：好"\n-------\n嗯', '李四', '好', '嗯'],
    [`「张三：第一行\n第二行」\n${LONG}\n两行都看了\n谢谢`, '张三', '第一行\n第二行', '两行都看了\n谢谢'],
    [`「张三：见「十条」政策」\n${LONG}\n哪一条`, '张三', '见「十条」政策', '哪一条'],
    [`「李四：「张三：好」\n${LONG}\n收到」\n${LONG}\n好的`, '李四', `「张三：好」\n${LONG}\n收到`, '好的'],
    [`「张三：少一个「括号」\n${LONG}\n嗯`, '张三', '少一个「括号', '嗯'],
    [`「张三：在吗」\n${LONG}\n`, '张三', '在吗', ''],
    [`「张三：在吗」\n${LONG}`, '张三', '在吗', ''],
    [`「张三：比如：贴息」\n${LONG}\n有`, '张三', '比如：贴息', '有'],
  ] as const)('%j', ([text, name, quoted, reply]) => {
    expect(readInlineQuote(text)).toEqual({ name, text: quoted, reply });
  });

  test.for([
    '在吗',
    '「张三：在吗」',
    '「张三：在吗」好的',
    '「没有冒号」\n- - - - - - - -\n好',
    '他说「张三：在吗」\n- - - - - - -\n好',
    '「张三：在吗」\n--\n好',
    `「${'长'.repeat(65)}：在吗」\n${LONG}\n好`,
  ])('%j is none', (text) => expect(readInlineQuote(text)).toBeNull());

  test('is found in no time however the text is made', () => {
    const hostile = `「张三：${`」\n${LONG} x\n「`.repeat(3_000)}`;
    expect(readInlineQuote(hostile)).toBeNull();
    expect(readInlineQuote(`「张三：${'- '.repeat(40_000)}`)).toBeNull();
  });

  test('never throws, and the reply stands in the text', () => {
    const piece = fc.constantFrom('「', '」', '张三', '：', '\n', LONG, '好', '"', '“');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(text).toContain(readInlineQuote(text)?.reply ?? '');
      }),
    );
  });
});
