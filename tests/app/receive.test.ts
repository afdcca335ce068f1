import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/app/answering/types.ts';
import { accept, type Conversation, CONVERSATION, memoryOf, UNANSWERED } from '../../src/app/conversation.ts';
import { type Records, RecordsError } from '../../src/ports/records.ts';
import { aMessage, echoAsk } from '../support/bot.ts';
import { aTalk, openMemory } from '../support/talk.ts';

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

  test.for([
    ['that a group says to nobody', { isGroup: true }, 0],
    ['that a group says to the bot', { isGroup: true, addressed: true }, 1],
    ['without words', { happening: { kind: 'person-left' } }, 0],
  ] as const)('%s and that fails: an apology only where one is due', async ([, how, apologies]) => {
    const ask: Ask = () => {
      throw new Error('broken');
    };
    const { reception, settled, texts, logged } = await aTalk({ ask });
    await reception.receive(aMessage('1', how));
    await settled();
    expect(texts()).toHaveLength(apologies);
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
