import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/domain/hanzi/fold.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { processorTime } from '../../support/processor-time.ts';

describe('folding', () => {
  test.for([
    ['專精特新', '专精特新'],
    ['ＡＢＣ５Ｇ', 'abc5g'],
    ['（一），：', '(一),:'],
    ['1∶1', '1:1'],
    ['〔2021〕', '[2021]'],
    ['①', '1'],
    ['顯著 隨著 著名 執著', '显著 随着 著名 执着'],
    ['App', 'app'],
    ['㎡', '㎡'],
    ['', ''],
  ])('levels %s', ([text, folded]) => {
    expect(fold(text ?? '')).toBe(folded);
  });

  test('keeps the length, unit by unit, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });

  test('twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('of a million characters takes no time to speak of', () => {
    const spent = processorTime();
    fold('專精特新。'.repeat(200_000));
    expect(spent()).toBeLessThan(1500);
  });
});
