import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../../adapters/wechat/split-text.ts';

const bare = (text: string): string => text.replace(/\s/g, '');

describe('a text in parts', () => {
  test.for([
    ['', []],
    [' \n ', []],
    ['短', ['短']],
    ['一二三四五六七八九十', ['一二三四五六七八九十']],
    ['一二三四五。六七八九十甲', ['一二三四五。', '六七八九十甲']],
    ['一二三四五六\n七八九。十甲乙', ['一二三四五六', '七八九。十甲乙']],
    ['他说：「一二三四。」五六七八', ['他说：「一二三四。」', '五六七八']],
    ['一二三四五，六七八九十甲', ['一二三四五，', '六七八九十甲']],
    ['一二三四五六七八九十甲乙丙', ['一二三四五六七八九十', '甲乙丙']],
    ['一。二三四五六七八九十甲乙', ['一。二三四五六七八九', '十甲乙']],
  ] as const)('%j of at most ten characters', ([text, parts]) => {
    expect(splitText(text, 10)).toEqual(parts);
  });

  test('never breaks a character in two', () => {
    for (const part of splitText('😀'.repeat(25), 10)) expect(part).toMatch(/^(?:😀)+$/u);
  });

  test('is done with a million characters in no time', () => {
    expect(splitText('长'.repeat(1_000_000), 600)).toHaveLength(Math.ceil(1_000_000 / 600));
  });

  test('loses nothing but blanks, keeps the order, and keeps to the limit', () => {
    const piece = fc.constantFrom('政策', '。', '，', '\n', ' ', '😀', '」', 'a', '12.5万元', '；');
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 20 }), (pieces, limit) => {
        const text = pieces.join('');
        const parts = splitText(text, limit);
        expect(bare(parts.join(''))).toBe(bare(text));
        for (const part of parts) expect(Array.from(part).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
