import { describe, expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import type { Ask } from '../../src/app/answering/types.ts';
import { accept, type Conversation, CONVERSATION, memoryOf, UNANSWERED } from '../../src/app/conversation.ts';
import type { Instant } from '../../src/domain/time.ts';
import { ChannelError, type OutboundMessage } from '../../src/ports/channel.ts';
import { type Records, RecordsError } from '../../src/ports/records.ts';
import { aBot, aMessage, echoAsk, type BotParts } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';

const openMemory = (): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: [CONVERSATION],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

/** A bot whose sayings are kept; `fails` is thrown by the channel as long as it is set. */
async function aTalk(parts: Partial<BotParts> = {}) {
  const said: (OutboundMessage & { readonly chat: string })[] = [];
  const logged: string[] = [];
  const state: { fails: Error | null } = { fails: null };
  const clock = aFakeClock();
  const records = parts.records ?? (await openMemory());
  const note = (code: string): void => void logged.push(code);
  const say = async (chat: string, message: OutboundMessage): Promise<void> => {
    if (state.fails !== null) throw state.fails;
    said.push({ chat, ...message });
  };
  const bot = aBot({ clock, say, log: { info: note, warn: note, error: note }, ...parts, records });
  const texts = (): string[] => said.map(({ text }) => text);
  return { ...bot, said, texts, logged, state, clock, records };
}

describe('a message', () => {
  test('is answered once, however often it comes', async () => {
    const { reception, settled, said } = await aTalk();
    await Promise.all([1, 2, 3].map(() => reception.receive(aMessage('1'))));
    await settled();
    await reception.receive(aMessage('1'));
    await settled();
    expect(said).toEqual([{ chat: 'test:甲', text: '答:1', key: 'test:1#1' }]);
  });

  test('is acknowledged only when it is kept', async () => {
    const records = await openMemory();
    const update: Records['update'] = () => Promise.reject(new RecordsError('disk-full', { subject: 'x' }));
    const { reception } = await aTalk({ records: { ...records, update } });
    await expect(reception.receive(aMessage('1'))).rejects.toMatchObject({ code: 'disk-full' });
    expect(await records.read(CONVERSATION, 'test:甲')).toBeNull();
  });

  test('of one chat waits for those before it', async () => {
    const { reception, settled, texts } = await aTalk();
    for (const id of ['1', '2', '3']) await reception.receive(aMessage(id));
    await settled();
    expect(texts()).toEqual(['答:1', '答:2', '答:3']);
  });

  test('that cannot be answered gets an apology, and the next an answer', async () => {
    const ask: Ask = (question) => {
      if (question.text === '1') throw new Error('broken');
      return echoAsk(question);
    };
    const { reception, settled, texts, logged } = await aTalk({ ask });
    await reception.receive(aMessage('1'));
    await reception.receive(aMessage('2'));
    await settled();
    expect(texts()).toEqual([expect.stringContaining('抱歉'), '答:2']);
    expect(logged).toEqual(['message-failed']);
  });

  test('carries its choices as an offer', async () => {
    const ask: Ask = (question) => ({ ...echoAsk(question), choices: [{ key: '1', label: '看原文' }] });
    const { reception, settled, said } = await aTalk({ ask });
    await reception.receive(aMessage('1'));
    await settled();
    expect(said[0]?.offer).toEqual({ id: 'test:1', choices: [{ key: '1', label: '看原文' }] });
  });

  test('left in the inbox by a crash is answered at the next start', async () => {
    const { reception, settled, texts, records, clock } = await aTalk();
    await records.update(CONVERSATION, 'test:甲', () => {
      const data = accept(null, aMessage('1'), clock.now());
      return data && { data };
    });
    await reception.recover();
    await settled();
    expect(texts()).toEqual(['答:1']);
    expect(await records.find(CONVERSATION, UNANSWERED)).toEqual([]);
  });

  test('whose answer finds the disk full is answered when there is room', async () => {
    const records = await openMemory();
    let updates = 0;
    const update: Records['update'] = (...change) => {
      updates += 1;
      const isFull = updates === 2 || updates === 3;
      return isFull
        ? Promise.reject(new RecordsError('disk-full', { subject: 'x' }))
        : records.update(...change);
    };
    const { reception, settled, texts, clock, logged } = await aTalk({ records: { ...records, update } });
    await reception.receive(aMessage('1'));
    await settled();
    expect(texts()).toEqual([]);
    await clock.advance(10_000);
    await settled();
    expect(texts()).toEqual(['答:1']);
    expect(logged).toEqual(['inbox-failed', 'inbox-failed']);
  });

  test('is not begun after the stop, and kept for the next start', async () => {
    const { reception, courier, texts, records } = await aTalk();
    await reception.stop();
    await courier.stop();
    await reception.receive(aMessage('1'));
    expect(texts()).toEqual([]);
    expect(await records.find(CONVERSATION, UNANSWERED)).toEqual(['test:甲']);
  });
});

describe('what was said last', () => {
  const remembering: Ask = (question) => ({
    ...echoAsk(question),
    text: question.memory?.lastQuestion ?? '无',
  });
  const from = (name: string) => ({ from: { id: `test:${name}`, name } });

  test('is kept for each person of a chat, for half an hour', async () => {
    const { reception, settled, texts, clock } = await aTalk({ ask: remembering });
    const hear = async (id: string, name: string): Promise<void> => {
      await reception.receive(aMessage(id, from(name)));
      await settled();
    };
    await hear('1', '张三');
    await hear('2', '李四');
    await hear('3', '张三');
    await clock.advance(1_800_000);
    await hear('4', '张三');
    expect(texts()).toEqual(['无', '无', '1', '无']);
  });

  test('outlives a restart', async () => {
    const first = await aTalk({ ask: remembering });
    await first.reception.receive(aMessage('1'));
    await first.settled();
    const second = await aTalk({ ask: remembering, records: first.records });
    await second.reception.receive(aMessage('2'));
    await second.settled();
    expect(second.texts()).toEqual(['1']);
  });

  test('is kept for the fifty who spoke last', async () => {
    const { reception, settled, records, clock } = await aTalk();
    for (let at = 0; at < 52; at += 1) await reception.receive(aMessage(String(at), from(String(at))));
    await settled();
    const conversation = (await records.read(CONVERSATION, 'test:甲')) as Conversation;
    expect(conversation.threads).toHaveLength(50);
    expect(memoryOf(conversation, 'test:0', clock.now())).toBeUndefined();
    expect(memoryOf(conversation, 'test:51', clock.now())).toMatchObject({ lastQuestion: '51' });
  });
});

describe('ids that were seen', () => {
  const DAY = 86_400_000;
  const take = (conversation: Conversation | null, id: string, at: number): Conversation | null =>
    accept(conversation, aMessage(id), at as Instant);

  test('are known for a day', () => {
    const first = take(null, '1', 0);
    const second = take(first, '2', DAY - 1);
    expect(take(second, '1', DAY - 1)).toBeNull();
    expect(take(second, '3', DAY)?.seen.map(([id]) => id)).toEqual(['test:2', 'test:3']);
  });

  test('are at most two thousand', () => {
    let conversation: Conversation | null = null;
    for (let at = 0; at < 2100; at += 1) conversation = take(conversation, String(at), at);
    expect(conversation?.seen).toHaveLength(2000);
    expect(take(conversation, '2099', 2100)).toBeNull();
  });

  test('no older version of a conversation was ever written', () => {
    expect(() => CONVERSATION.migrate({}, 0)).toThrow('version 0');
  });
});

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
    const pending = await talk.records.nextTo('test:甲');
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
});
