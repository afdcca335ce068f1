import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../../src/domain/answer/spelling.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const WRITTEN = '专精特新企业奖励小巨人中试平台贷款贴息所在地资金份额管理创新wifi';
const PLACES = ['上海', '淮安市', '多少', '多少钱'];
const USES: Readonly<Record<string, number>> = {
  专精特新: 9,
  奖励: 20,
  将利: 1,
  小巨人: 5,
  中试平台: 4,
  贷款: 8,
  管理创新: 3,
  企业: 30,
  份额: 2,
  所在: 3,
  资金: 3,
};
const segmenter = createFakeSegmenter(['领导', '出台', '是', '我']);
const speller = createSpeller({
  vocabulary: new Map([...Object.entries(USES), ...PLACES.map((word) => [word, 4] as const), ['GDP', 9]]),
  isWord: segmenter.has,
  isWritten: (text) => WRITTEN.includes(text),
  typable: (word) => !PLACES.includes(word),
  hasInitials: (word) => !PLACES.includes(word),
  words: segmenter.words,
  frequency: (word) => ('是市我把管里'.includes(word) ? 5000 : 1),
});

describe('what is typed in pinyin', () => {
  test.for([
    ['zhongshi pingtai', '中试平台'],
    ['zhongshipingtai有几家', '中试平台有几家'],
    ['zhuanjingtexin jiangli duoshaoqian', '专精特新奖励多少钱'],
    ['shanghai qiye', '上海企业'],
    ['xiaojuren qqq', '小巨人 qqq'],
  ] as const)('「%s」 is 「%s」', ([typed, meant]) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  test.for([
    ['zjtx', '专精特新'],
    ['xjr奖励', '小巨人奖励'],
  ] as const)('initials: 「%s」 is 「%s」', ([typed, meant]) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  test('a place is meant by its whole name, never by its initials: 「has」 is English', () => {
    expect(speller.correct('huaianshi')).toBe('淮安市');
    expect(speller.correct('our company has not received it')).toBe('our company has not received it');
  });

  test('of two words that sound alike the one used more often is meant', () => {
    expect(speller.correct('jiangli')).toBe('奖励');
  });

  test.for(['zs', 'abc', 'app', 'vip hello', 'z', 'zxqw', 'wifi', 'gdp'])(
    '「%s」 stays as typed',
    (typed) => {
      expect(speller.correct(typed)).toBe(typed);
    },
  );
});

describe('homophones', () => {
  test.for([
    ['专精特心企业', '专精特新企业'],
    ['将励多少', '奖励多少'],
    ['份鹅', '份额'],
    ['小具人', '小巨人'],
    ['贷宽', '贷款'],
  ] as const)('「%s」 is 「%s」', ([typed, meant]) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  test('sounds that dialects do not tell apart count for longer words', () => {
    expect(speller.correct('中师平台')).toBe('中试平台');
    expect(speller.correct('专金特新')).toBe('专精特新');
  });

  test('everyday characters side by side are a typo only where the library writes the rest beside them', () => {
    expect(speller.correct('管里创新')).toBe('管理创新');
    expect(speller.correct('管里')).toBe('管里');
  });

  test.for([
    ['专精特新', 'a word of the library'],
    ['锁在', 'shares only a word of grammar with 所在'],
    ['消聚仁', 'shares no character with 小巨人'],
    ['上嗨', 'a place is only looked for in pinyin'],
    ['领导出台', 'begins and ends within words'],
    ['我', 'a single character'],
    ['', 'nothing'],
  ] as const)('「%s」 is not corrected: %s', ([text]) => {
    expect(speller.correct(text)).toBe(text);
  });

  test('a text of the library’s own words comes back as it is', () => {
    const own = fc.array(fc.constantFrom('专精特新', '奖励', '小巨人', '中试平台', ',', '贷款'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(own, (words) => {
        const text = words.join(',');
        expect(speller.correct(text)).toBe(text);
      }),
    );
  });

  test('any text is corrected without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
        expect(speller.correct(text)).toBeTypeOf('string');
      }),
    );
  });
});
