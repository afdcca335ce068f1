import { describe, expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { LAST_SENT, withLastSent } from '../../src/app/last-sent.ts';
import type { Instant } from '../../src/domain/time.ts';
import { ChannelError } from '../../src/ports/channel.ts';
import type { Records } from '../../src/ports/records.ts';
import { aFakeClock } from '../support/fake-clock.ts';

async function aChannel({ fails = false, isFull = false } = {}) {
  const clock = aFakeClock();
  const kept = await openRecords({
    folder: null,
    kinds: [LAST_SENT],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const saved: Instant[] = [];
  const update: Records['update'] = async (...change) => {
    if (isFull) throw new Error('full');
    saved.push(clock.now());
    return kept.update(...change);
  };
  const say = async () => {
    if (fails) throw new ChannelError('unavailable', { retryable: true });
    return { message: 'test:1' };
  };
  const channel = withLastSent({ name: 'test', say }, { records: { update }, now: clock.now });
  return {
    clock,
    saved,
    say: () => channel.say('test:甲', { text: '好' }),
    noted: () => kept.read(LAST_SENT, 'test'),
  };
}

describe('what a channel said last', () => {
  test('is noted to the minute', async () => {
    const { clock, say, saved, noted } = await aChannel();
    expect(await say()).toEqual({ message: 'test:1' });
    const first = clock.now();
    await clock.advance(59_999);
    await say();
    expect(await noted()).toEqual({ at: first });
    await clock.advance(1);
    await say();
    expect([saved.length, await noted()]).toEqual([2, { at: clock.now() }]);
  });

  test('is nothing that did not come through', async () => {
    const { say, noted } = await aChannel({ fails: true });
    await expect(say()).rejects.toThrow('unavailable');
    expect(await noted()).toBeNull();
  });

  test('is said although it cannot be noted', async () => {
    const { say } = await aChannel({ isFull: true });
    expect(await say()).toEqual({ message: 'test:1' });
  });
});
