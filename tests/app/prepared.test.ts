import { expect, test } from 'vitest';
import type { Carrier } from '../../src/app/attempt.ts';
import { CONVERSATION, begun } from '../../src/app/conversation.ts';
import { createCourier } from '../../src/app/courier.ts';
import { ChannelError } from '../../src/ports/channel.ts';
import { silentLog } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { openMemory } from '../support/talk.ts';

/** A courier on one channel, with a delivery that waits for it; `fails` is thrown when it is made ready. */
async function aPreparing() {
  const records = await openMemory();
  const clock = aFakeClock();
  const steps: string[] = [];
  const state: { fails: Error | null; isCalm: boolean } = { fails: null, isCalm: true };
  const carrier: Carrier = Object.assign(
    async () => {
      steps.push('said');
      return async () => void steps.push('noted');
    },
    {
      prepare: async () => {
        if (state.fails !== null) throw state.fails;
        steps.push('prepared');
      },
    },
  );
  const courier = createCourier({
    records,
    clock,
    carriers: new Map([['test', carrier]]),
    aftermath: () => [],
    limits: { test: { idempotencyMinutes: 60, perSecond: 1 } },
    chance: () => 0.5,
    log: silentLog,
    calm: async () => void steps.push('calm'),
  });
  const deliver = async (id: string): Promise<void> => {
    await records.update(CONVERSATION, 'test:甲', (before) => ({
      data: begun(before),
      deliveries: [{ id, to: 'test:甲', content: { text: id }, createdAt: clock.now() }],
    }));
    courier.wake('test:甲');
    await courier.settled();
  };
  return { records, clock, steps, state, courier, deliver };
}

test('what must be there before something is said is there before, and what is noted comes after', async () => {
  const { deliver, steps } = await aPreparing();
  await deliver('1');
  expect(steps.filter((step) => step !== 'calm')).toEqual(['prepared', 'said', 'noted']);
  expect(steps[0]).toBe('calm');
});

test('where it cannot be made ready nothing is said, and it is tried again', async () => {
  const { deliver, steps, state, clock, courier } = await aPreparing();
  state.fails = new ChannelError('unavailable', { retryable: true });
  await deliver('1');
  expect(steps).not.toContain('said');
  state.fails = null;
  await clock.advance(60_000);
  await courier.settled();
  expect(steps.filter((step) => step === 'said')).toHaveLength(1);
});

test('a channel that closes meanwhile finds it again at the next start', async () => {
  const { deliver, steps, state, records } = await aPreparing();
  state.fails = new ChannelError('closed');
  await deliver('1');
  expect(steps).not.toContain('said');
  expect(await records.targets()).toEqual(['test:甲']);
});

test('what has been prepared leaves no sooner than the pace allows', async () => {
  const { deliver, steps, clock, courier } = await aPreparing();
  await deliver('1');
  await deliver('2');
  expect(steps.filter((step) => step === 'said')).toHaveLength(1);
  await clock.advance(1000);
  await courier.settled();
  expect(steps.filter((step) => step === 'said')).toHaveLength(2);
});
