import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliestSlot, type Slot } from '../../../src/domain/delivery/pace.ts';
import type { ChannelLimits } from '../../../src/domain/delivery/types.ts';
import type { Instant } from '../../../src/domain/time.ts';

const FEISHU: ChannelLimits = { perSecondPerChat: 5, perSecond: 50, perMinute: 1000 };
const WECHAT: ChannelLimits = { gapMilliseconds: { from: 1000, to: 2000 }, perMinute: 20 };

/** Slots for these chats, all asked for at once. */
function slotsFor(
  chats: readonly string[],
  limits: ChannelLimits,
  jitter: () => number = () => 0,
): readonly Slot[] {
  return chats.reduce<readonly Slot[]>((slots, to) => {
    const at = earliestSlot(slots, { to, now: 0 as Instant, limits, jitter: jitter() });
    return [...slots, { at, to }];
  }, []);
}

const timesOf = (slots: readonly Slot[]): number[] => slots.map(({ at }) => at);

test('without limits everything goes at once', () =>
  expect(timesOf(slotsFor(['a', 'a', 'b'], {}))).toEqual([0, 0, 0]));

test('the sixth message of a second to one Feishu chat waits, another chat does not', () => {
  const slots = slotsFor(['a', 'a', 'a', 'a', 'a', 'a', 'b'], FEISHU);
  expect(timesOf(slots)).toEqual([0, 0, 0, 0, 0, 1000, 0]);
});

test('WeChat gets one message in one to two seconds, and twenty a minute', () => {
  const jitters = [0, 0.5, 1];
  expect(timesOf(slotsFor(['a', 'b', 'c'], WECHAT, () => jitters.shift() ?? 0))).toEqual([0, 1500, 3500]);
  const many = timesOf(
    slotsFor(
      Array.from({ length: 21 }, () => 'a'),
      WECHAT,
    ),
  );
  expect(many.at(19)).toBe(19_000);
  expect(many.at(20)).toBe(60_000);
});

test('no second and no minute holds more than its limit, whatever is asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ to: fc.constantFrom('a', 'b', 'c'), pause: fc.nat(400) }), { maxLength: 60 }),
      (wanted) => {
        const limits: ChannelLimits = { perSecondPerChat: 2, perSecond: 4, perMinute: 30 };
        let now = 0;
        const slots: Slot[] = [];
        for (const { to, pause } of wanted) {
          now += pause;
          slots.push({ to, at: earliestSlot(slots, { to, now: now as Instant, limits, jitter: 0 }) });
        }
        for (const { at, to } of slots) {
          const within = (ms: number) => slots.filter((slot) => slot.at >= at && slot.at < at + ms);
          expect(within(1000).length).toBeLessThanOrEqual(4);
          expect(within(60_000).length).toBeLessThanOrEqual(30);
          expect(within(1000).filter((slot) => slot.to === to).length).toBeLessThanOrEqual(2);
        }
      },
    ),
  );
});
