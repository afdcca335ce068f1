import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../../adapters/feishu/split.ts';

const upTo = (length: number) => (piece: string) => Buffer.byteLength(piece) <= length;

describe('a text in pieces', () => {
  test('is whole, in order, and each piece fits', () => {
    const texts = fc.string({
      unit: fc.constantFrom('政', '策', '。', '\n', 'a', '𠮷', ' ', '；'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, bytes) => {
        const pieces = splitText(text, upTo(bytes));
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(upTo(bytes)(piece)).toBe(true);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  test.for([
    ['第一段话。\n\n第二段话。', 24, ['第一段话。\n\n', '第二段话。']],
    ['第一行\n第二行\n第三行', 24, ['第一行\n第二行\n', '第三行']],
    ['第一句。第二句！第三句', 26, ['第一句。第二句！', '第三句']],
    ['没有标点的一句话', 12, ['没有标点', '的一句话']],
    ['短', 12, ['短']],
    ['', 12, ['']],
  ] as const)('%j is cut where people would', ([text, bytes, pieces]) => {
    expect(splitText(text, upTo(bytes))).toEqual(pieces);
  });
});
