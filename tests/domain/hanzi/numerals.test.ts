import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseNumerals, parseNumeral, toChineseNumeral } from '../../../src/domain/hanzi/numerals.ts';

describe('numerals', () => {
  test.for([
    ['一百二十三', 123],
    ['二〇三一', 2031],
    ['二○三一', 2031],
    ['二零三一', 2031],
    ['二O二一', 2021],
    ['十', 10],
    ['廿三', 23],
    ['两千', 2000],
    ['三万五', 35_000],
    ['三万零五', 30_005],
    ['一亿二千万', 120_000_000],
    ['3.6万', 36_000],
    ['1,000', 1000],
    ['１２', 12],
    ['壹佰万', 1_000_000],
    ['万', 10_000],
    ['十万亿', 10_000_000_000_000],
    ['三五万', null],
    ['abc', null],
    ['', null],
    ['一家', null],
  ] as const)('%s is %s', ([text, value]) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test('a number written in Chinese is read as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseNumeral(toChineseNumeral(value) ?? '')).toBe(value);
      }),
    );
  });

  test('a round number ends with its last place', () => expect(toChineseNumeral(30_000)).toBe('三万'));

  test.for([-1, 1.5, 100_000_000])('%s is not written', (value) => {
    expect(toChineseNumeral(value)).toBeNull();
  });

  test.for([
    ['二十万元', '200000元'],
    ['20万元', '200000元'],
    ['20 万元', '200000元'],
    ['200,000元', '200000元'],
    ['3.6万元', '36000元'],
    ['3500亿元', '350000000000元'],
    ['1∶1', '1:1'],
    ['1：1', '1:1'],
    ['二〇三一年五月六日', '2031年5月6日'],
    ['百分之五', '5%'],
    ['百分之二点五', '2.5%'],
    ['百分之三点5', '3.5%'],
    ['百分之点', '百分之点'],
    ['十四五', '十四五'],
    ['一批万企', '一批万企'],
    ['万户企业', '万户企业'],
  ])('%s is searched as %s', ([text, normal]) => {
    expect(normaliseNumerals(text ?? '')).toBe(normal);
  });
});
