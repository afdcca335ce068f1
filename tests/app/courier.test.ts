import { describe, expect, test } from 'vitest';
import { ChannelError } from '../../src/ports/channel.ts';
import { type Records, RecordsError } from '../../src/ports/records.ts';
import { aMessage } from '../support/bot.ts';
import { aTalk, openMemory } from '../support/talk.ts';

describe('a delivery', () => {
  const hear = async (talk: Awaited<ReturnType<typeof aTalk>>, id = '1'): Promise<void> => {
    await talk.reception.receive(aMessage(id));
    await talk.settled();
  };

  test('that the channel turns back for now is tried again after a pause, in order', async () => {
    const talk = await aTalk();
    talk.state.fails = new ChannelError('rate-limited', { retryable: true, afterMs: 5000 });
    await hear(talk, '1');
    talk.state.fails = null;
    await hear(talk, '2');
    expect(talk.texts()).toEqual([]);
    await talk.clock.advance(4999);
    expect(talk.texts()).toEqual([]);
    await talk.clock.advance(1);
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1', '答:2']);
  });

  test('that is refused for good is given up loudly, and the next goes out', async () => {
    const talk = await aTalk();
    talk.state.fails = new ChannelError('unknown-chat');
    await hear(talk, '1');
    talk.state.fails = null;
    await hear(talk, '2');
    expect(talk.texts()).toEqual(['答:2']);
    expect(talk.logged).toContain('delivery-given-up');
  });

  test('of unknown fate is said again with a word about it, three times at most', async () => {
    const talk = await aTalk();
    talk.state.fails = new Error('socket hang up');
    await hear(talk);
    talk.state.fails = null;
    await talk.clock.advance(60_000);
    await talk.settled();
    expect(talk.logged.filter((code) => code === 'delivery-maybe-sent')).toHaveLength(4);
    expect(talk.said).toEqual([]);
    const again = await aTalk({ records: talk.records });
    await again.courier.start();
    await again.settled();
    expect(again.said).toEqual([]);
  });

  test('of unknown fate is sent again under its key where the channel takes keys', async () => {
    const talk = await aTalk({ limits: { idempotencyMinutes: 60 } });
    talk.state.fails = new Error('socket hang up');
    await hear(talk);
    talk.state.fails = null;
    await talk.clock.advance(2000);
    await talk.settled();
    expect(talk.said.map(({ key }) => key)).toEqual(['test:1#1']);
  });

  test('left as sending by a crash is said with a word about it', async () => {
    const talk = await aTalk();
    talk.state.fails = new ChannelError('closed');
    await hear(talk);
    const pending = await talk.records.nextTo('test:甲', talk.clock.now());
    if (pending) {
      const since = talk.clock.now();
      await talk.records.settle(pending, { kind: 'sending', since, tries: 0, unsureSince: null });
    }
    const next = await aTalk({ records: talk.records });
    await next.courier.start();
    await next.settled();
    expect(next.said).toMatchObject([
      { key: 'test:1#1?', text: expect.stringMatching(/可能没有发到[^]*答:1/) },
    ]);
  });

  test('to a channel that is closed or not there waits for the next start', async () => {
    const talk = await aTalk();
    talk.state.fails = new ChannelError('closed');
    await hear(talk);
    await talk.reception.receive(aMessage('2', { chat: 'elsewhere:1' }));
    await talk.settled();
    expect(await talk.records.targets()).toEqual(['test:甲', 'elsewhere:1']);
    const next = await aTalk({ records: talk.records });
    await next.courier.start();
    await next.settled();
    expect(next.texts()).toEqual(['答:1']);
  });

  test('that was sent is not sent again though the disk was full when it was marked', async () => {
    const records = await openMemory();
    let settles = 0;
    const settle: Records['settle'] = (...words) => {
      settles += 1;
      return settles === 2
        ? Promise.reject(new RecordsError('disk-full', { subject: 'x' }))
        : records.settle(...words);
    };
    const talk = await aTalk({ records: { ...records, settle } });
    await hear(talk);
    await talk.clock.advance(60_000);
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1']);
    expect(talk.logged).toEqual(['courier-failed']);
    expect(await records.targets()).toEqual([]);
  });

  test('keeps the pace of its channel', async () => {
    const talk = await aTalk({ limits: { gapMilliseconds: { from: 1000, to: 2000 } } });
    for (const id of ['1', '2', '3']) await talk.reception.receive(aMessage(id));
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1']);
    await talk.clock.advance(1500);
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1', '答:2']);
    await talk.clock.advance(1500);
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1', '答:2', '答:3']);
  });

  test('that takes long holds up no other chat', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const heard: string[] = [];
    const talk = await aTalk({
      say: async (chat) => {
        if (chat === 'test:慢') await gate;
        heard.push(chat);
      },
    });
    await talk.reception.receive(aMessage('1', { chat: 'test:慢' }));
    await talk.reception.receive(aMessage('2', { chat: 'test:快' }));
    await expect.poll(() => heard).toEqual(['test:快']);
    open();
    await talk.settled();
    expect(heard).toEqual(['test:快', 'test:慢']);
  });
});

describe('a chat in which nobody can be reached any more', () => {
  test('has what waits given up at once, and is an ordinary chat afterwards', async () => {
    const talk = await aTalk();
    talk.state.fails = new ChannelError('unavailable', { retryable: true, afterMs: 300_000 });
    for (const id of ['1', '2']) await talk.reception.receive(aMessage(id));
    await talk.settled();
    talk.courier.abandon('test:甲');
    await talk.settled();
    expect(talk.logged.filter((code) => code === 'delivery-given-up')).toHaveLength(2);
    talk.state.fails = null;
    await talk.clock.advance(600_000);
    await talk.reception.receive(aMessage('3'));
    await talk.settled();
    expect(talk.texts()).toEqual(['答:3']);
  });

  test('where nothing waits is left alone', async () => {
    const talk = await aTalk();
    talk.courier.abandon('test:甲');
    talk.courier.abandon('elsewhere:1');
    await talk.settled();
    await talk.reception.receive(aMessage('1'));
    await talk.settled();
    expect(talk.texts()).toEqual(['答:1']);
  });
});
