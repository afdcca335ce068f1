import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacer } from '../../src/app/pacer.ts';
import type { ChannelLimits } from '../../src/domain/delivery/types.ts';
import type { Instant } from '../../src/domain/time.ts';

const LIMITS: ChannelLimits = { perSecondPerChat: 2, perSecond: 5 };

function aPacer(limits: ChannelLimits = LIMITS) {
  const state = { now: 0 };
  const clock = { now: () => state.now as Instant };
  return { ...createPacer({ limits: () => limits, clock, chance: () => 0.5 }), state };
}

const to = (chat: string, id: string) => ({ id, to: chat });

test('an instant that was drawn stays until the delivery is forgotten', () => {
  const { slotFor, forget, state } = aPacer({ gapMilliseconds: { from: 1000, to: 2000 } });
  expect(slotFor('c', to('a', '1'))).toBe(0);
  expect(slotFor('c', to('a', '2'))).toBe(1500);
  state.now = 700;
  expect(slotFor('c', to('a', '2'))).toBe(1500);
  forget('2');
  expect(slotFor('c', to('a', '2'))).toBe(3000);
});

test('what was held up leaves one after another, however many are due by then', () => {
  const { slotFor, leave, state } = aPacer();
  const ids = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
  expect(ids.map((id) => slotFor('c', to(id, id)))).toEqual([...Array(5).fill(0), ...Array(5).fill(1000)]);
  state.now = 1200;
  expect(ids.map((id) => leave('c', to(id, id)))).toEqual([...Array(5).fill(1200), ...Array(5).fill(2200)]);
});

test('whenever they come, no second sees more leave than the limits allow', () => {
  const wishes = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 400 }), chat: fc.constantFrom('a', 'b') }),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(wishes, (all) => {
      const { leave, state } = aPacer();
      const left: { readonly at: number; readonly chat: string }[] = [];
      for (const { wait, chat } of all) {
        state.now += wait;
        if (leave('c', to(chat, 'x')) === state.now) left.push({ at: state.now, chat });
      }
      for (const { at } of left) {
        const within = left.filter((one) => one.at >= at && one.at < at + 1000);
        expect(within.length).toBeLessThanOrEqual(5);
        for (const chat of ['a', 'b'])
          expect(within.filter((one) => one.chat === chat).length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test('a channel without limits is always free', () => {
  const { slotFor, leave } = aPacer({ idempotencyMinutes: 60 });
  for (const id of ['1', '2', '3']) {
    expect(slotFor('c', to('a', id))).toBe(0);
    expect(leave('c', to('a', id))).toBe(0);
  }
});
