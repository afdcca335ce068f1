import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundedIn, headsIn, moneyIn, yearIn } from '../../../src/domain/enterprise/quantities.ts';

const YEAR = 2026;

describe('money as owners say it', () => {
  test.for([
    ['两千万', 20_000_000],
    ['1.2亿', 120_000_000],
    ['500多万', 5_000_000],
    ['800w', 8_000_000],
    ['2kw', 20_000_000],
    ['三五百万', 3_000_000],
    ['七八千万', 70_000_000],
    ['一千二百万', 12_000_000],
    ['一个亿', 100_000_000],
    ['2.5个亿', 250_000_000],
    ['过亿', 100_000_000],
    ['上千万', 10_000_000],
    ['1亿2千万', 120_000_000],
    ['1亿2', 120_000_000],
    ['一亿二', 120_000_000],
    ['一亿半', 150_000_000],
    ['一个半亿', 150_000_000],
    ['一点二亿', 120_000_000],
    ['一亿五千万', 150_000_000],
    ['1,200万', 12_000_000],
    ['1200万左右', 12_000_000],
    ['5000块', 5000],
    ['1856.5元', 1857],
    ['几百万', 1_000_000],
  ] as const)('%s', ([text, yuan]) => expect(moneyIn(text).map(({ value }) => value)).toEqual([yuan]));

  test.for([
    ['不到两千万', 19_999_999],
    ['接近1亿', 99_999_999],
    ['快2000万', 19_999_999],
  ] as const)('%s stays below it', ([text, yuan]) => expect(moneyIn(text)[0]?.value).toBe(yuan));

  test.for(['三万人', '5个人', '八百', '没有', '万里长城', '2023年', '第30条'])('%s is none', (text) =>
    expect(moneyIn(text)).toEqual([]),
  );

  test('several in one sentence keep their places', () =>
    expect(moneyIn('资产3000万,收入1亿2,80人')).toMatchObject([
      { value: 30_000_000, start: 2 },
      { value: 120_000_000 },
    ]));

  test('whatever is typed, what is found is above nothing', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('0123456789.,一二两三十百千万亿点半kw多个不到元人')),
          maxLength: 20,
        }),
        (text) => {
          for (const { value } of moneyIn(text)) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
        },
      ),
    ));
});

describe('people', () => {
  test.for([
    ['30个人', 30],
    ['三十来人', 30],
    ['员工120人', 120],
    ['百来号人', 100],
    ['五六十人', 50],
    ['十几个人', 10],
    ['团队8个人', 8],
    ['就我一个人', 1],
    ['人数:45', 45],
    ['职工50', 50],
    ['社保20人', 20],
    ['三个股东', null],
    ['做人工智能', null],
    ['几个人', null],
    ['员工有300万工资', null],
  ] as const)('%s', ([text, count]) => expect(headsIn(text)?.value ?? null).toBe(count));
});

describe('the year of founding', () => {
  test.for([
    ['2015年成立', 2015],
    ['成立于2015年', 2015],
    ['15年开的', 2015],
    ['98年注册的', 1998],
    ['一五年成立', 2015],
    ['二〇一五年成立', 2015],
    ['成立八年了', 2018],
    ['开了15年', 2011],
    ['去年刚成立', 2025],
    ['前年注册的', 2024],
    ['今年开的', 2026],
    ['2031年成立', null],
    ['去年八百万', null],
  ] as const)('%s', ([text, year]) => expect(foundedIn(text, YEAR)).toBe(year));
});

describe('a year beside a qualification', () => {
  test.for([
    ['2022年认定的', 2022],
    ['22年拿的', 2022],
    ['去年评上的', 2025],
    ['前年', 2024],
    ['2030年', null],
    ['90年代', null],
    ['三年了', null],
  ] as const)('%s', ([text, year]) => expect(yearIn(text, YEAR)).toBe(year));
});
