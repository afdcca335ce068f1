import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCreditCheck } from '../../../src/domain/credit-code.ts';
import { hasIdCheck, hasLuhnCheck } from '../../../src/domain/privacy/check-digits.ts';
import { findSecrets, maskSecrets } from '../../../src/domain/privacy/mask-secrets.ts';
import { processorTime } from '../../support/processor-time.ts';
import { runs } from '../../support/runs.ts';

/** How people write a digit. */
const SPELLINGS: readonly ((digit: number) => string)[] = [
  String,
  (digit) => '０１２３４５６７８９'.charAt(digit),
  (digit) => '〇一二三四五六七八九'.charAt(digit),
  (digit) => '零幺二三四五六拐八九'.charAt(digit),
  (digit) => '零壹贰叁肆伍陆柒捌玖'.charAt(digit),
  (digit) => '⓪①②③④⑤⑥⑦⑧⑨'.charAt(digit),
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => String.fromCodePoint(0x1d7ce + digit),
];
const SEPARATORS = ['', ' ', '-', '.', '·', '—', '　', '\u200b', '_', '/'];
const GROUPS = [[11], [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]];

const digit = fc.integer({ min: 0, max: 9 });
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.array(digit, { minLength: 9, maxLength: 9 }))
  .map(([second, rest]) => [1, second, ...rest]);

/** One number in one of its spellings, with the middle four digits as they stand in it. */
const spelt = fc
  .record({
    number: mobile,
    spelling: fc.constantFrom(...SPELLINGS),
    separator: fc.constantFrom(...SEPARATORS),
    groups: fc.constantFrom(...GROUPS),
  })
  // 「1999-2021-110」 is a span of years before it is a number in an unusual cut.
  .filter(
    ({ number, separator, groups }) => !(number[1] === 9 && groups[0] === 4 && '-—'.includes(separator)),
  )
  .map(({ number, spelling, separator, groups }) => {
    let at = 0;
    const parts = groups.map((size) =>
      number
        .slice(at, (at += size))
        .map(spelling)
        .join(''),
    );
    return parts.join(separator);
  });

/** So many random digits behind given ones. */
const digitsAfter = (head: readonly number[], count: number): fc.Arbitrary<number[]> =>
  fc.array(digit, { minLength: count, maxLength: count }).map((rest) => [...head, ...rest]);

/** Characters of talk, labels among them; no digit in any script, no letter, no 「十百两」 of addresses. */
const WORDS = Array.from(
  '我的电话手机微信扣银行卡号身份证护照税账户车牌鄂家住在路号栋元室小区村组邮箱艾特点你们企业补贴，。：！？（）【】、 \n😀❤',
);

function cut<T>(signs: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] {
  let at = 0;
  return sizes.map((size) => signs.slice(at, (at += size)));
}

/** Which signs of a number can still be read in a masked text, in order. */
function signsKept(page: {
  readonly masked: string;
  readonly signs: readonly (readonly string[])[];
  readonly separator: string;
  readonly from: number;
}): readonly boolean[] {
  let at = page.from;
  return page.signs.flatMap((group, index) => {
    if (index > 0) at += page.separator.length;
    return group.map((sign) => {
      at += sign.length;
      return page.masked.slice(at - sign.length, at) === sign;
    });
  });
}

const AROUND = [
  '',
  '我的电话',
  '联系人张三，',
  '打这个：',
  '公司在光谷，',
  '（',
  '】',
  '补贴没到账！',
  '王工',
];
const BEHIND = ['', '谢谢', '，李女士', '）', '。', '随时联系', '\n'];

describe('masking', () => {
  test('never lets a mobile number through, however it is spelt', () => {
    fc.assert(
      fc.property(spelt, fc.constantFrom(...AROUND), fc.constantFrom(...BEHIND), (number, before, behind) => {
        const masked = maskSecrets(before + number + behind);
        expect(masked).toHaveLength((before + number + behind).length);
        expect(masked.startsWith(before)).toBe(true);
        expect(masked.endsWith(behind)).toBe(true);
        expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: runs(250) },
    );
  });

  const piece = fc.oneof(
    spelt,
    fc.constantFrom(
      ...AROUND,
      ...BEHIND,
      '微信：',
      'QQ',
      '账号 ',
      '身份证',
      '1',
      '0271',
      '138',
      '*',
      '**',
      '****',
      '号',
      '3栋',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789-. xo〇一二@鄂A元')), maxLength: 14 }),
  );

  test('twice changes nothing, and what stands outside the stars stays', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const masked = maskSecrets(text);
        expect(maskSecrets(masked)).toBe(masked);
        expect(masked).toHaveLength(text.length);
        const changed = Array.from(masked.split(''), (unit, at) => (unit === text[at] ? '' : unit)).join('');
        expect(changed.replaceAll('*', '')).toBe('');
      }),
      { numRuns: runs(250) },
    );
  });

  const amount = fc.integer({ min: 1, max: 99_999_999_999 }).map((yuan) => `奖励${yuan}元`);
  const day = fc
    .tuple(
      fc.integer({ min: 1990, max: 2035 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain(([y, m, d]) => {
      const [mm, dd] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')];
      return fc.constantFrom(
        `${y}年${m}月${d}日`,
        `${y}-${mm}-${dd}`,
        `${y}/${mm}/${dd} 13:45:00`,
        `${y}${mm}${dd}`,
        `${y}.${m}.${d}`,
      );
    });
  const number = fc
    .tuple(fc.integer({ min: 2000, max: 2031 }), fc.integer({ min: 1, max: 99_999 }))
    .chain(([year, n]) =>
      fc.constantFrom(
        `武政规〔${year}〕${n}号`,
        `（${year}）鄂01民初${n}号`,
        `第${n}条`,
        `鄂ICP备${year}${n}号`,
      ),
    );
  const appeal = fc.integer({ min: 0, max: 9999 }).map((n) => `A${String(n).padStart(4, '0')} 签收`);
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => `增长${n / 10}%`);

  test('leaves money, days, document and case numbers, appeals and percentages alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(amount, day, number, appeal, share), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const text = parts.join('，');
          expect(findSecrets(text)).toEqual([]);
        },
      ),
      { numRuns: runs(250) },
    );
  });
});

describe('what stays visible', () => {
  const spelling = fc.constantFrom(...SPELLINGS);
  const grouped = fc.constantFrom('', ' ', '-', '·', '\u200b', '/');

  /** Labelled numbers of every kind that is made of digits alone. */
  const SECRETS = [
    { kind: 'mobile', label: '电话', body: mobile, sizes: [3, 4, 4] },
    { kind: 'landline', label: '座机', body: digitsAfter([0, 2, 7, 8], 7), sizes: [3, 4, 4] },
    { kind: 'identity-card', label: '身份证', body: digitsAfter([4, 2, 0, 1, 0, 6], 12), sizes: [6, 8, 4] },
    { kind: 'bank-account', label: '卡号', body: digitsAfter([6, 2, 1, 7], 15), sizes: [4, 4, 4, 4, 3] },
    { kind: 'qq', label: 'QQ', body: digitsAfter([8], 8), sizes: [3, 3, 3] },
  ] as const;

  test.for(SECRETS)('of a $kind number are at most the first three and the last four signs', (row) => {
    fc.assert(
      fc.property(row.body, spelling, grouped, (number, spell, separator) => {
        const groups = cut(number.map(spell), row.sizes);
        const text = `${row.label}：${groups.map((group) => group.join('')).join(separator)}。`;
        const kept = signsKept({
          masked: maskSecrets(text),
          signs: groups,
          separator,
          from: row.label.length + 1,
        });
        const firstHidden = kept.indexOf(false);
        expect(firstHidden).toBeGreaterThanOrEqual(0);
        expect(firstHidden).toBeLessThanOrEqual(3);
        expect(kept.length - 1 - kept.lastIndexOf(false)).toBeLessThanOrEqual(4);
        expect(kept.slice(firstHidden, kept.lastIndexOf(false)).every((isKept) => !isKept)).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });

  const wordless = fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 60 });

  test('is all of a text without digits, letters, at-signs and words that count', () => {
    fc.assert(
      fc.property(wordless, (text) => {
        expect(findSecrets(text)).toEqual([]);
        expect(maskSecrets(text)).toBe(text);
      }),
      { numRuns: runs(150) },
    );
  });

  test('is all that stands on the lines beside a secret', () => {
    fc.assert(
      fc.property(wordless, spelt, wordless, (before, number, behind) => {
        const masked = maskSecrets(`${before}\n\n${number}\n\n${behind}`);
        expect(masked.startsWith(`${before}\n\n`)).toBe(true);
        expect(masked.endsWith(`\n\n${behind}`)).toBe(true);
        expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a long text is masked in a moment, whatever it is made of', () => {
  test.for([
    ['1 ', 40_000],
    ['1加', 40_000],
    ['138 0000 0000，', 40_000],
    ['路1号2栋', 40_000],
    ['a@', 40_000],
    ['一', 400_000],
    ['13800001234', 40_000],
    [`1${' '.repeat(50)}`, 40_000],
    ['lIO0 ', 40_000],
    ['[[', 40_000],
    ['微信a1 ', 40_000],
    ['a b @ ', 40_000],
    ['3个0', 40_000],
  ] as const)('%j, %i characters', ([unit, length]) => {
    const text = unit.repeat(length / unit.length);
    const spent = processorTime();
    expect(maskSecrets(text)).toHaveLength(text.length);
    // Some tenths of a second on an idle machine; the bar is for one that is busy.
    expect(spent()).toBeLessThan(4000);
  });
});

test('check digits', () => {
  expect([
    hasIdCheck('110101199001010015'),
    hasIdCheck('11010119900101012X'),
    hasIdCheck('110101199001010016'),
  ]).toEqual([true, true, false]);
  expect([
    hasCreditCheck('91420100MA0000000Y'),
    hasCreditCheck('91420100MA00000000'),
    hasCreditCheck('9142010OMA0000000Y'),
  ]).toEqual([true, false, false]);
  expect([hasLuhnCheck('6222020000000000000'), hasLuhnCheck('6222020000000000001')]).toEqual([true, false]);
});

test('places are those of the text as it came', () => {
  const text = '😀电话１３８ 0000 0000，QQ 123456789';
  expect(findSecrets(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['mobile', '１３８ 0000 0000'],
    ['qq', '123456789'],
  ]);
});
