import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAppealSaying } from '../../../src/domain/conversation/appeal-saying.ts';
import { toWish } from '../../../src/domain/conversation/appeal-wish.ts';
import { withOtherReadings } from '../../../src/domain/conversation/other-readings.ts';
import { readVerdict, wantsToRate } from '../../../src/domain/conversation/verdict.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

const CASES = fixtureCases('appeal/verdicts.txt');
const NEAR_MISSES = readFileSync(join(import.meta.dirname, '../../fixtures/appeal/not-verdicts.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

describe('what an owner thinks of an answer', () => {
  test.for(CASES)('「$input」 is $expected', ({ input, expected }) => {
    const verdict = readVerdict(input);
    expect(verdict === null ? 'nothing' : `${verdict.says} ${verdict.reason ?? '-'}`).toBe(expected);
  });

  test.for(NEAR_MISSES)('「%s」 is none', (text) => {
    expect(readVerdict(text)).toBeNull();
  });

  test('a long story is none, however it ends', () => {
    expect(readVerdict(`${'我们公司在这里租了三年厂房，'.repeat(5)}很满意`)).toBeNull();
  });

  test('whether it is said of hardly anything else', () => {
    expect(['好评', '没解决', '比较满意'].map((text) => readVerdict(text)?.isPlain)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['不错', '一般', '还行'].map((text) => readVerdict(text)?.isPlain)).toEqual([false, false, false]);
  });

  test('nothing is rated without a word that rates', () => {
    const words = fc.array(fc.constantFrom('谢谢', '，', '你好', '收到', '好的', '。', ' '), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, (all) => {
        expect(readVerdict(all.join('，'))).toBeNull();
      }),
    );
  });

  test.for(['怎么评价', '如何打分？', '在哪评价', '3', '１'])(
    '「%s」 wants to rate without saying how',
    (text) => {
      expect(wantsToRate(text)).toBe(true);
    },
  );

  test.for(['怎么评价企业信用', '12', '评价', '3个'])('「%s」 does not', (text) => {
    expect(wantsToRate(text)).toBe(false);
  });
});

const asked = (text: string, isOwner = true): string => {
  const saying = readAppealSaying(text);
  const reading = saying && toWish(saying, { unit: () => null, isOwner });
  if (!reading) return 'nothing';
  if (reading.kind === 'unclear-rating') return `asks ${reading.reason ?? '-'}`;
  if (reading.kind !== 'wish') return reading.kind;
  const { wish } = reading;
  if (wish.kind === 'rate') return `${wish.rating} ${wish.reason ?? '-'}`;
  return 'text' in wish ? `${wish.kind} ${wish.text ?? '-'}` : wish.kind;
};

describe('as a wish', () => {
  test.for([
    ['还行', 'mostly-satisfied -'],
    ['A0321 没啥不满意的', 'satisfied -'],
    ['A0321 一般', 'asks -'],
    ['怎么评价', 'asks -'],
    ['解决了谢谢', 'confirm-solved'],
    ['终于搞定了，谢谢', 'confirm-solved'],
    ['A0321 解决了，很满意', 'satisfied -'],
    ['A0321 解决了，但是不满意', 'dissatisfied -'],
    ['满意，但没解决', 'asks 但没解决'],
    ['基本满意，就是态度差', 'mostly-satisfied 就是态度差'],
    ['A0321 算了，对方付款了', 'withdraw'],
  ] as const)('「%s」 of the enterprise is %s', ([text, expected]) => {
    expect(asked(text)).toBe(expected);
  });

  test.for([
    ['A0321 还行', 'note 还行'],
    ['A0321 算了', 'note 算了'],
    ['A0321 一般', 'note 一般'],
  ] as const)('「%s」 of the staff is a note', ([text, expected]) => {
    expect(asked(text, false)).toBe(expected);
  });
});

const verbs = (text: string): readonly string[] => {
  const saying = readAppealSaying(text);
  return saying === null ? [] : withOtherReadings(saying, text).map(({ verb }) => verb);
};

describe('in another state the same words say something else', () => {
  test.for([
    ['没人管', ['urge', 'appraise']],
    ['A0321 没人管', ['urge', 'appraise']],
    ['催办', ['urge']],
    ['解决了', ['solved', 'let-go']],
    ['都办好了', ['appraise', 'let-go']],
    ['不用了，已经解决', ['appraise', 'let-go']],
    ['还行', ['appraise']],
    ['算了', ['let-go']],
    ['签收', ['acknowledge']],
  ] as const)('「%s」', ([text, expected]) => {
    expect(verbs(text)).toEqual(expected);
  });
});
