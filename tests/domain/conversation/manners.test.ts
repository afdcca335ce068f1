import { describe, expect, test } from 'vitest';
import { PLAIN_MANNERS, readMannersWish } from '../../../src/domain/conversation/manners.ts';
import { repeats, withAsking } from '../../../src/domain/conversation/repeats.ts';
import { mayTellUnasked } from '../../../src/domain/conversation/unasked.ts';
import { type Instant, parseInstant } from '../../../src/domain/time.ts';

const at = (text: string): Instant => parseInstant(text) as Instant;

describe('what is wished of manners', () => {
  test.for([
    ['安静', 'hush'],
    ['请安静一下', 'hush'],
    ['别说话', 'hush'],
    ['说话', 'speak'],
    ['可以说话了', 'speak'],
    ['取消安静', 'speak'],
    ['有问必答 开', 'answer-all'],
    ['有问必答', 'answer-all'],
    ['有问必答：关', 'answer-asked'],
    ['关掉有问必答', 'answer-asked'],
  ] as const)('「%s」 is %s', ([text, wish]) => expect(readMannersWish(text)).toBe(wish));

  test.for(['安静的办公室有补贴吗', '说话算数', '有问必答吗这个群', ''])('「%s」 is none', (text) => {
    expect(readMannersWish(text)).toBeNull();
  });
});

describe('what nobody asked for', () => {
  const may = (fields: Partial<typeof PLAIN_MANNERS>): boolean =>
    mayTellUnasked({ ...PLAIN_MANNERS, ...fields }, at('2026-11-23T12:00'));

  test('may be said once a day', () => {
    expect(may({})).toBe(true);
    expect(may({ unaskedOn: '2026-11-23' as never })).toBe(false);
    expect(may({ unaskedOn: '2026-11-22' as never })).toBe(true);
  });

  test.for(['on', 'told'] as const)('is not said where the bot is to be quiet (%s)', (hush) => {
    expect(may({ hush })).toBe(false);
  });
});

describe('a question that comes twice', () => {
  const noon = at('2026-11-23T12:00');
  const later = (seconds: number): Instant => (noon + seconds * 1000) as Instant;
  const asked = withAsking([], { text: '小巨人奖励多少钱？', person: 'a', now: noon });

  test('is known within a minute, however it is punctuated', () => {
    expect(repeats(asked, { text: ' 小巨人奖励，多少钱', person: 'a', now: later(59) })).toBe('own');
    expect(repeats(asked, { text: '小巨人奖励多少钱', person: 'b', now: later(59) })).toBe('other');
  });

  test('is new after a minute, and so is another question', () => {
    expect(repeats(asked, { text: '小巨人奖励多少钱', person: 'a', now: later(60) })).toBeNull();
    expect(repeats(asked, { text: '单项冠军奖励多少钱', person: 'a', now: later(1) })).toBeNull();
  });

  test('is another one where few words lean on what each was told before', () => {
    const short = withAsking([], { text: '多少钱', person: 'a', now: noon });
    expect(repeats(short, { text: '多少钱', person: 'b', now: later(1) })).toBeNull();
    expect(repeats(short, { text: '多少钱', person: 'a', now: later(1) })).toBe('own');
  });

  test('of signs alone is none', () => {
    const signs = withAsking([], { text: '？？', person: 'a', now: noon });
    expect(repeats(signs, { text: '？', person: 'a', now: later(1) })).toBeNull();
  });

  test('only the newest of a busy minute are kept, and nothing older', () => {
    let lately = asked;
    for (let count = 0; count < 30; count += 1)
      lately = withAsking(lately, { text: `第${count}个问题`, person: 'a', now: later(1) });
    expect(lately).toHaveLength(20);
    expect(withAsking(lately, { text: '新的', person: 'a', now: later(100) })).toHaveLength(1);
  });
});
