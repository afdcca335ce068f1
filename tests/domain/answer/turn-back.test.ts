import { describe, expect, test } from 'vitest';
import { backOf } from '../../../src/domain/answer/turn-back.ts';

describe('a short message about what was shown', () => {
  test.for([
    ['还有吗', 'more'],
    ['还有没有别的?', 'more'],
    ['有没有其他政策', 'more'],
    ['换一条', 'more'],
    ['不是这个', 'more'],
    ['别的呢', 'more'],
    ['详细点', 'original'],
    ['再具体一点', 'original'],
    ['看全文', 'original'],
    ['发原文给我', 'original'],
    ['后面呢', 'original'],
    ['什么意思?', 'explain'],
    ['这是什么意思啊', 'explain'],
    ['看不懂', 'explain'],
    ['没看懂', 'explain'],
    ['解释一下', 'explain'],
    ['说人话', 'explain'],
  ] as const)('「%s」 wants %s', ([text, back]) => {
    expect(backOf(text)).toBe(back);
  });

  test.for([
    '懂了',
    '明白',
    '清楚了',
    '还有多少家',
    '还有效吗',
    '有没有补贴',
    '个转企什么意思',
    '小巨人',
    '上海呢',
    '',
  ])('「%s」 stands by itself', (text) => {
    expect(backOf(text)).toBeNull();
  });
});
