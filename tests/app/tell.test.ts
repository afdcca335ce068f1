import { expect, test } from 'vitest';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { createTell } from '../../src/app/tell.ts';
import { parseClockTime } from '../../src/domain/clock-time.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openMemory } from '../support/talk.ts';

const CHAT = 'test:群';

test('what somebody is to decide is told also where nobody ever wrote, and waits for the morning', async () => {
  const records = await openMemory();
  const time = { now: Date.parse('2026-11-23T12:00:00+08:00') };
  const clock = { now: () => time.now as Instant };
  const quietHours = { from: parseClockTime('21:00') as never, to: parseClockTime('08:00') as never };
  const tell = createTell({ records, clock, quietHours });
  await tell(CHAT, 'x', { text: '1' });
  await tell(CHAT, 'y', { text: '2' });
  time.now += 10 * 3_600_000;
  await tell(CHAT, 'z', { text: '3' });
  const outbox = await records.outbox(CONVERSATION, CHAT);
  expect(outbox.map(({ content, notBefore }) => [content, notBefore])).toEqual([
    [{ text: '1' }, undefined],
    [{ text: '2' }, undefined],
    [{ text: '3' }, Date.parse('2026-11-24T08:00:00+08:00')],
  ]);
});
