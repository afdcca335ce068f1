import { describe, expect, test } from 'vitest';
import { type Offer, type Pick, pick, withOffer } from '../../../src/domain/conversation/offers.ts';
import type { Instant } from '../../../src/domain/time.ts';

const NOW = 1_800_000_000_000 as Instant;
const later = (minutes: number): Instant => (NOW + minutes * 60_000) as Instant;

const anOffer = (id: string, fields: Partial<Offer> = {}): Offer => ({
  id,
  topic: 'A0321',
  for: null,
  choices: [1, 2].map((key) => ({ key: String(key), label: `选项${key}`, says: `${id} 说${key}` })),
  until: later(30),
  isLasting: false,
  messages: [],
  ...fields,
});

const says = (offers: readonly Offer[], attempt: Partial<Pick>): string | null => {
  const picked = pick(offers, {
    person: 'test:张三',
    text: '',
    quoted: null,
    pressed: null,
    now: NOW,
    ...attempt,
  });
  return picked?.kind === 'picked' ? picked.choice.says : (picked?.kind ?? null);
};

describe('a digit', () => {
  test.for(['1', '１', ' 1 ', '1。', '(1)', '【1】', '选1', '回复1', '①'])(
    '「%s」 picks the first choice',
    (text) => {
      expect(says([anOffer('a')], { text })).toBe('a 说1');
    },
  );

  test.for(['', '1个', '11', '1万', '第1条', '0', 'A0321', '一', '1 2'])('「%s」 picks nothing', (text) => {
    expect(says([anOffer('a')], { text })).toBeNull();
  });

  test('answers the newest open offer about the same thing', () => {
    expect(says([anOffer('a'), anOffer('b')], { text: '2' })).toBe('b 说2');
  });

  test('that fits lasting offers about two things is asked back', () => {
    const offers = [anOffer('a'), anOffer('b', { topic: 'A0322', isLasting: true })];
    expect(says(offers, { text: '1' })).toBe('unclear');
    expect(says(offers, { text: 'A0321 1' })).toBe('a 说1');
    expect(says(offers, { text: 'A0322：2' })).toBe('b 说2');
  });

  test('without an open offer is left to others', () => {
    expect(says([], { text: '1' })).toBeNull();
    expect(says([anOffer('a', { until: NOW })], { text: '1' })).toBeNull();
    expect(says([anOffer('a')], { text: '3' })).toBeNull();
    expect(says([anOffer('a')], { text: 'B0001 1' })).toBeNull();
  });

  test('of somebody else picks nothing from an offer made to one person', () => {
    const offers = [anOffer('a', { for: 'test:李四' })];
    expect(says(offers, { text: '1' })).toBeNull();
    expect(says(offers, { text: '1', person: 'test:李四' })).toBe('a 说1');
  });

  test('answers what was asked last, whatever came unasked before', () => {
    const offers = [anOffer('a', { isLasting: true }), anOffer('b', { topic: '诉求', for: 'test:张三' })];
    expect(says(offers, { text: '1' })).toBe('b 说1');
  });

  test.for(['确认', '好的', '是', '对。'])('「%s」 agrees to what was asked last', (text) => {
    const asked = anOffer('b', { topic: '身份', for: 'test:张三' });
    expect(says([asked], { text })).toBe('b 说1');
    expect(says([asked], { text: '不用了' })).toBe('b 说2');
    expect(says([anOffer('a', { isLasting: true, for: 'test:张三' })], { text })).toBeNull();
    expect(says([anOffer('a')], { text })).toBeNull();
    expect(says([], { text })).toBeNull();
  });

  test('in a quote of an offer answers that one', () => {
    const offers = [
      anOffer('a', { messages: ['test:m1'] }),
      anOffer('b', { topic: 'A0322', isLasting: true }),
    ];
    expect(says(offers, { text: '1', quoted: 'test:m1' })).toBe('a 说1');
    expect(says(offers, { text: '1', quoted: 'test:other' })).toBe('unclear');
  });
});

describe('a button', () => {
  test('picks from its own offer', () => {
    expect(says([anOffer('a'), anOffer('b')], { pressed: { offer: 'a', key: '2' } })).toBe('a 说2');
  });

  test('of an offer that is over, unknown or another’s is gone', () => {
    expect(says([anOffer('a', { until: NOW })], { pressed: { offer: 'a', key: '1' } })).toBe('gone');
    expect(says([], { pressed: { offer: 'a', key: '1' } })).toBe('gone');
    expect(says([anOffer('a', { for: 'x' })], { pressed: { offer: 'a', key: '1' } })).toBe('gone');
    expect(says([anOffer('a')], { pressed: { offer: 'a', key: '9' } })).toBe('gone');
  });
});

describe('an offer that is added', () => {
  test('takes the place of one about the same thing to the same person, and of those that are over', () => {
    const offers = [
      anOffer('old', { until: NOW }),
      anOffer('same'),
      anOffer('other', { topic: 'A0322' }),
      anOffer('his', { for: 'x' }),
    ];
    expect(withOffer(offers, anOffer('new'), NOW).map(({ id }) => id)).toEqual(['other', 'his', 'new']);
  });

  test('drops the oldest of more than fifty', () => {
    const many = Array.from({ length: 60 }, (_, at) => anOffer(String(at), { topic: String(at) }));
    expect(withOffer(many, anOffer('new'), NOW)).toHaveLength(50);
  });
});
