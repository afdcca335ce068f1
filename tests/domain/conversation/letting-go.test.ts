import { describe, expect, test } from 'vitest';
import { readLettingGo, readWhy } from '../../../src/domain/conversation/letting-go.ts';

describe('somebody gives up what he was about', () => {
  test.for([
    ['算了', null],
    ['算了吧', null],
    ['算了，不说了', null],
    ['取消', null],
    ['不用了', null],
    ['不用了，谢谢', null],
    ['不办了', null],
    ['不需要了', null],
    ['不用管了', null],
    ['没事了', null],
    ['当我没说', null],
    ['不投诉了', null],
    ['唔用了', null],
    ['不需要了，已经解决', '已经解决'],
    ['对方付钱了，不用办了', '对方付钱了'],
    ['算了，房东已经同意了', '房东已经同意了'],
    ['发错了', '发错了'],
    ['不好意思，发错群了', '不好意思，发错群了'],
  ] as const)('「%s」', ([text, reason]) => {
    expect(readLettingGo(text)).toEqual({ reason });
  });

  test.for([
    '取消社保缓缴了吗',
    '取消资质怎么恢复',
    '写错了，是八十万',
    '算了一下，一共欠80万',
    '不要紧',
    '没事',
    '不用交税吗',
    '不要拖了',
    '取消订单的损失谁来赔',
    '',
  ])('「%s」 gives nothing up', (text) => {
    expect(readLettingGo(text)).toBeNull();
  });
});

describe('asked why he withdraws', () => {
  test.for([
    ['跳过', 'skip'],
    ['没有原因', 'skip'],
    ['不想说', 'skip'],
    ['撤销', 'skip'],
    ['是的', 'skip'],
    ['不撤了', 'keep'],
    ['先不撤', 'keep'],
    ['继续办', 'keep'],
    ['还是办吧', 'keep'],
    ['点错了', 'keep'],
    ['取消', 'keep'],
    ['对方付款了', 'reason'],
    ['写错了', 'reason'],
    ['不想办了', 'reason'],
    ['没有时间跟进了', 'reason'],
  ] as const)('「%s」 is a %s', ([text, answer]) => {
    expect(readWhy(text)).toBe(answer);
  });
});
