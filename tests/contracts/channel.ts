import { describe, expect, test } from 'vitest';
import { type Channel, ChannelError } from '../../src/ports/channel.ts';
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
  /** Stops what stands behind the channel. */
  readonly end?: () => Promise<void>;
}

/** What the laws of a channel with a platform behind it need besides. */
export interface PlatformHarness extends ChannelHarness {
  /** The platform delivers the newest message of the person once more. */
  readonly repeat: () => Promise<void>;
  /** What is said next is refused because too much was said. */
  readonly limit: () => void;
  /** What is said next is refused for good. */
  readonly refuse: () => void;
  /** What is said next gets lost on the way, or its answer does. */
  readonly lose: () => void;
  /** The connection breaks; resolves when it stands again. */
  readonly reconnect: () => Promise<void>;
  /** More than one message holds. */
  readonly longText: string;
}

const close = async ({ channel, end }: ChannelHarness): Promise<void> => {
  await channel.stop();
  await end?.();
};

const withoutGaps = (text: string): string => text.replace(/\s/g, '');

/** The laws that every channel obeys. */
export function describeChannelContract(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel`, () => {
    test('hands over what a person says, under an id of its own, in order', async () => {
      const harness = await open();
      const { channel, received, personSays, chat } = harness;
      await personSays('一');
      await personSays('二');
      await expect.poll(() => received.map(({ text }) => text)).toEqual(['一', '二']);
      for (const message of received) {
        expect(message.id).toMatch(new RegExp(`^${channel.name}:.+`));
        expect(message.from.id).toMatch(new RegExp(`^${channel.name}:.+`));
        expect(message.chat).toBe(chat);
      }
      expect(new Set(received.map(({ id }) => id)).size).toBe(2);
      await close(harness);
    });

    test('shows what it is told to say, whole and in order', async () => {
      const harness = await open();
      const { channel, shown, chat } = harness;
      await channel.say(chat, { text: '甲'.repeat(500) });
      await channel.say(chat, { text: '乙' });
      await expect.poll(shown).toMatch(/甲{500}[^]*乙/);
      await close(harness);
    });

    test('shows the choices of an offer', async () => {
      const harness = await open();
      const { channel, shown, chat } = harness;
      const choices = [{ key: '1', label: '看原文' }];
      await channel.say(chat, { text: '答', offer: { id: 'offer', choices } });
      await expect.poll(shown).toMatch(/1.*看原文/);
      await close(harness);
    });

    test('does not hear itself', async () => {
      const harness = await open();
      await harness.channel.say(harness.chat, { text: '我自己说的' });
      await close(harness);
      expect(harness.received).toEqual([]);
    });

    test('refuses a chat of another channel, for good', async () => {
      const harness = await open();
      const refusal = harness.channel.say('elsewhere:1', { text: '在吗' });
      await expect(refusal).rejects.toMatchObject({ code: 'unknown-chat', retryable: false });
      await close(harness);
    });

    test('stops once and for all', async () => {
      const harness = await open();
      const { channel, chat } = harness;
      await channel.stop();
      await channel.stop();
      await channel.closed;
      await expect(channel.say(chat, { text: '在吗' })).rejects.toMatchObject({ code: 'closed' });
      await close(harness);
    });
  });
}

/** The laws of channels that stand before a platform which repeats, limits, refuses and breaks off. */
export function describePlatformContract(name: string, open: () => Promise<PlatformHarness>): void {
  describe(`${name} as a platform`, () => {
    test('hands over again what is delivered again, under the same id', async () => {
      const harness = await open();
      await harness.personSays('一');
      await expect.poll(() => harness.received.length).toBe(1);
      await harness.repeat();
      await expect.poll(() => harness.received.length).toBe(2);
      expect(harness.received[1]).toMatchObject({ id: harness.received[0]?.id, text: '一' });
      await close(harness);
    });

    test('says a long text whole and in order, however it is cut', async () => {
      const harness = await open();
      await harness.channel.say(harness.chat, { text: harness.longText });
      await expect.poll(() => withoutGaps(harness.shown())).toBe(withoutGaps(harness.longText));
      await close(harness);
    });

    test('tells a rate limit as one: later it may be said', async () => {
      const harness = await open();
      harness.limit();
      const refusal = harness.channel.say(harness.chat, { text: '慢一点' });
      await expect(refusal).rejects.toMatchObject({ code: 'rate-limited', retryable: true });
      expect(harness.shown()).not.toContain('慢一点');
      await close(harness);
    });

    test('tells a refusal for good as one, and has said nothing', async () => {
      const harness = await open();
      harness.refuse();
      const refusal = harness.channel.say(harness.chat, { text: '不行的话' });
      await expect(refusal).rejects.toMatchObject({ name: 'ChannelError', retryable: false });
      expect(harness.shown()).not.toContain('不行的话');
      await close(harness);
    });

    test('leaves open what nobody can know: whether a lost message has arrived', async () => {
      const harness = await open();
      harness.lose();
      const error: unknown = await harness.channel
        .say(harness.chat, { text: '到了吗' })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(ChannelError);
      await close(harness);
    });

    test('hears and says again what comes after a break of the connection', async () => {
      const harness = await open();
      await harness.reconnect();
      await harness.personSays('还在吗');
      await expect.poll(() => harness.received.map(({ text }) => text)).toContain('还在吗');
      await harness.channel.say(harness.chat, { text: '在的' });
      await expect.poll(harness.shown).toContain('在的');
      await close(harness);
    });
  });
}
