import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../../src/domain/document/sentences.ts';

describe('sentences', () => {
  test.for([
    ['甲。乙！丙', ['甲。', '乙！', '丙']],
    ['“甲。乙。”丙。', ['“甲。乙。”丙。']],
    ['甲(乙;丙)。丁', ['甲(乙;丙)。', '丁']],
    ['增长2.5%,达1;000家。', ['增长2.5%,达1;', '000家。']],
    ['好吗?好!', ['好吗?', '好!']],
    ['甲……乙?!丙', ['甲……乙?!', '丙']],
    ['', []],
  ] as const)('%s', ([text, expected]) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('joined are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('甲乙。；“”（）\n!?1.')) }), (text) => {
        expect(sentences(text).join('')).toBe(text);
      }),
    );
  });

  test('a quote that is never closed does not swallow the rest', () => {
    expect(sentences(`“${'很长的话。'.repeat(200)}`).length).toBeGreaterThan(50);
  });
});
