import { expect, test } from 'vitest';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { createTell } from '../../src/app/tell.ts';
import { createTellUnasked } from '../../src/app/unasked.ts';
import { parseClockTime } from '../../src/domain/clock-time.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openMemory } from '../support/talk.ts';

const CHAT = 'test:群';
const HOUR = 3_600_000;

async function aChat() {
  const records = await openMemory();
  const time = { now: Date.parse('2026-11-23T12:00:00+08:00') };
  const clock = { now: () => time.now as Instant };
  const quietHours = { from: parseClockTime('21:00') as never, to: parseClockTime('08:00') as never };
  const tellUnasked = createTellUnasked({ records, clock, quietHours });
  const tell = createTell({ records, clock, quietHours });
  const unasked = (id: string) => tellUnasked({ id, chat: CHAT, content: { text: id } });
  const said = async () => (await records.outbox(CONVERSATION, CHAT)).map(({ content }) => content);
  return { records, time, tell, unasked, said };
}

test('what nobody asked for is said once a day in a chat, and not at night', async () => {
  const { time, unasked, said } = await aChat();
  expect(await unasked('a')).toBe(true);
  expect(await unasked('a')).toBe(false);
  expect(await unasked('b')).toBe(false);
  time.now += 18 * HOUR;
  expect(await unasked('c')).toBe(false);
  time.now += 6 * HOUR;
  expect(await unasked('d')).toBe(true);
  expect(await said()).toEqual([{ text: 'a' }, { text: 'd' }]);
});

test('what somebody is to decide is told also where nobody ever wrote, and waits for the morning', async () => {
  const { records, time, tell, unasked, said } = await aChat();
  await tell(CHAT, 'x', { text: '1' });
  await tell(CHAT, 'y', { text: '2' });
  expect(await said()).toEqual([{ text: '1' }, { text: '2' }]);
  expect(await unasked('a')).toBe(true);
  expect((await records.read(CONVERSATION, CHAT))?.manners.unaskedOn).toBe('2026-11-23');
  time.now += 10 * HOUR;
  await tell(CHAT, 'z', { text: '3' });
  const held = (await records.outbox(CONVERSATION, CHAT)).map(({ notBefore }) => notBefore);
  expect(held).toEqual([undefined, undefined, undefined, Date.parse('2026-11-24T08:00:00+08:00')]);
});
