import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  initialsOf,
  isReadAs,
  pinyinOf,
  pinyinRuns,
  readingsOf,
  splitPinyin,
  splitsOf,
} from '../../../src/domain/hanzi/pinyin.ts';

describe('pinyin', () => {
  test('of a text has one syllable a character', () => {
    expect(pinyinOf('中试A平台绿')).toEqual(['zhong', 'shi', 'a', 'ping', 'tai', 'lv']);
    expect(pinyinOf('长沙银行')).toEqual(['chang', 'sha', 'yin', 'hang']);
    expect(pinyinOf('')).toEqual([]);
    expect(pinyinOf('长沙银行')).toBe(pinyinOf('长沙银行'));
  });

  test('of a word begins with its initials', () => {
    expect(initialsOf('专精特新')).toBe('zjtx');
  });

  test('knows every reading of a character', () => {
    expect(readingsOf('行')).toEqual(expect.arrayContaining(['xíng', 'háng']));
    expect(readingsOf('A')).toEqual([]);
    expect(isReadAs('區', 'qū')).toBe(true);
    expect(isReadAs('區', 'qu')).toBe(true);
    expect(isReadAs('區', 'qú')).toBe(false);
  });

  test.for([
    ['zhongshipingtai', 'zhong shi ping tai'],
    ['zhongshi pingtai', 'zhong shi ping tai'],
    ["xi'an", 'xi an'],
    ['lvse', 'lv se'],
    ['lüse', 'lv se'],
    ['xian', 'xian'],
    ['ZhuanJing', 'zhuan jing'],
    ['zjtx', null],
    ['app', null],
    ['', null],
  ] as const)('typed %s is %s', ([typed, syllables]) => {
    expect(splitPinyin(typed)?.join(' ') ?? null).toBe(syllables);
  });

  test('that can be read in two ways is read in both', () => {
    expect(splitsOf('fangan')).toEqual([
      ['fang', 'an'],
      ['fan', 'gan'],
    ]);
  });

  test('splits to what was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('zhongpitaxvn')), maxLength: 40 }),
        (typed) => {
          for (const split of splitsOf(typed)) expect(split.join('')).toBe(typed);
        },
      ),
    );
  });

  test('is found among characters, initials too; words in capitals and with digits are none', () => {
    expect(pinyinRuns('zhongshi pingtai今年APP 5g zjtx')).toEqual([
      { from: 0, to: 8, syllables: ['zhong', 'shi'] },
      { from: 9, to: 16, syllables: ['ping', 'tai'] },
      { from: 25, to: 29, syllables: null },
    ]);
  });
});
