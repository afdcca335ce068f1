import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src/ports/channel.ts';
import type { InboundMessage } from '../../src/ports/message.ts';

/** What the laws of a channel need of it and of the platform behind it. */
export interface ChannelHarness {
  readonly channel: Channel;
  /** Messages that reached the handler; `start` has been called with one that notes them. */
  readonly received: readonly InboundMessage[];
  /** A person writes; resolves when the platform has taken it. */
  readonly personSays: (text: string) => Promise<void>;
  /** What the person has been shown so far. */
  readonly shown: () => string;
  /** A chat that `personSays` writes in. */
  readonly chat: string;
}

/** The laws that every channel obeys. */
export function describeChannelContract(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel`, () => {
    test('hands over what a person says, under an id of its own, in order', async () => {
      const { channel, received, personSays, chat } = await open();
      await personSays('一');
      await personSays('二');
      await expect.poll(() => received.map(({ text }) => text)).toEqual(['一', '二']);
      for (const message of received) {
        expect(message.id).toMatch(new RegExp(`^${channel.name}:.+`));
        expect(message.from.id).toMatch(new RegExp(`^${channel.name}:.+`));
        expect(message.chat).toBe(chat);
      }
      expect(new Set(received.map(({ id }) => id)).size).toBe(2);
      await channel.stop();
    });

    test('shows what it is told to say, whole and in order', async () => {
      const { channel, shown, chat } = await open();
      await channel.say(chat, { text: '甲'.repeat(500) });
      await channel.say(chat, { text: '乙' });
      await expect.poll(shown).toMatch(/甲{500}[^]*乙/);
      await channel.stop();
    });

    test('shows the choices of an offer', async () => {
      const { channel, shown, chat } = await open();
      const choices = [{ key: '1', label: '看原文' }];
      await channel.say(chat, { text: '答', offer: { id: 'offer', choices } });
      await expect.poll(shown).toMatch(/1.*看原文/);
      await channel.stop();
    });

    test('does not hear itself', async () => {
      const { channel, received, chat } = await open();
      await channel.say(chat, { text: '我自己说的' });
      await channel.stop();
      expect(received).toEqual([]);
    });

    test('refuses a chat of another channel, for good', async () => {
      const { channel } = await open();
      const refusal = channel.say('elsewhere:1', { text: '在吗' });
      await expect(refusal).rejects.toMatchObject({ code: 'unknown-chat', retryable: false });
      await channel.stop();
    });

    test('stops once and for all', async () => {
      const { channel, chat } = await open();
      await channel.stop();
      await channel.stop();
      await channel.closed;
      await expect(channel.say(chat, { text: '在吗' })).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
