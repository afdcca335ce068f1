import { describe, expect, test } from 'vitest';
import { NO_MEMORY } from '../../src/app/answering/create-ask.ts';
import type { Ask, AskMemory, AskReply } from '../../src/app/answering/types.ts';
import { createReceive } from '../../src/app/receive.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/channel.ts';
import { createFakeLog } from '../support/a-library.ts';

let count = 0;
const aMessage = (text: string, known: Partial<InboundMessage> = {}): InboundMessage => ({
  id: `console:${(count += 1)}`,
  chat: 'console:group',
  isGroup: true,
  from: { id: 'console:zhang', name: '张三' },
  text,
  at: 0 as Instant,
  ...known,
});
const from = (id: string): Pick<InboundMessage, 'from'> => ({ from: { id: `console:${id}`, name: '同名' } });

const aReply = (text: string, known: Partial<AskReply> = {}): AskReply => ({
  answered: true,
  text,
  hits: [],
  choices: [],
  memory: NO_MEMORY,
  ...known,
});

/** Answers with what the person asked before: 「b(a)」. */
const withMemory: Ask = ({ text, memory }) =>
  aReply(`${text}(${memory?.lastQuestion ?? ''})`, { memory: { ...NO_MEMORY, lastQuestion: text } });

interface Said extends OutboundMessage {
  readonly chat: string;
}

function aDesk({ ask = withMemory, say }: { ask?: Ask; say?: (said: Said) => Promise<void> } = {}) {
  const said: Said[] = [];
  const log = createFakeLog();
  const receive = createReceive({
    ask,
    log,
    channel: {
      say: async (chat, message) => {
        await say?.({ chat, ...message });
        said.push({ chat, ...message });
      },
    },
  });
  return { receive, log, texts: () => said.map(({ text }) => text), said };
}

/** A promise that is kept from outside. */
function aGate(): { readonly open: () => void; readonly passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe('messages of one chat', () => {
  test('are answered in their order, though the first takes longer to send', async () => {
    const gate = aGate();
    const desk = aDesk({ say: ({ text }) => (text.startsWith('a') ? gate.passed : Promise.resolve()) });
    const both = [desk.receive(aMessage('a')), desk.receive(aMessage('b'))];
    await Promise.resolve();
    gate.open();
    await Promise.all(both);
    expect(desk.texts()).toEqual(['a()', 'b(a)']);
  });

  test('do not hold up another chat', async () => {
    const gate = aGate();
    const desk = aDesk({ say: ({ chat }) => (chat === 'slow' ? gate.passed : Promise.resolve()) });
    const slow = desk.receive(aMessage('a', { chat: 'slow' }));
    await desk.receive(aMessage('b', { chat: 'quick' }));
    expect(desk.said.map(({ chat }) => chat)).toEqual(['quick']);
    gate.open();
    await slow;
    expect(desk.said.map(({ chat }) => chat)).toEqual(['quick', 'slow']);
  });

  test('that come with the same id are answered once', async () => {
    const desk = aDesk();
    const message = aMessage('a');
    await Promise.all([desk.receive(message), desk.receive(message)]);
    await desk.receive(message);
    expect(desk.texts()).toEqual(['a()']);
  });
});

describe('what a person asked before', () => {
  test('is kept for that person in that chat', async () => {
    const desk = aDesk();
    await desk.receive(aMessage('a', from('zhang')));
    await desk.receive(aMessage('b', from('li')));
    await desk.receive(aMessage('c', from('zhang')));
    await desk.receive(aMessage('d', { ...from('zhang'), chat: 'console:private' }));
    expect(desk.texts()).toEqual(['a()', 'b()', 'c(a)', 'd()']);
  });

  test('is forgotten where ten thousand others have spoken since', async () => {
    const memories: (AskMemory | undefined)[] = [];
    const desk = aDesk({
      ask: ({ text, memory }) => {
        memories.push(memory);
        return withMemory({ text, memory });
      },
    });
    await desk.receive(aMessage('first', from('first')));
    for (let at = 0; at < 9_999; at += 1) await desk.receive(aMessage('x', from(String(at))));
    await desk.receive(aMessage('still known', from('first')));
    await desk.receive(aMessage('one more', from('new')));
    await desk.receive(aMessage('known again', from('first')));
    await desk.receive(aMessage('forgotten', from('0')));
    expect(memories.slice(-4).map((memory) => memory?.lastQuestion)).toEqual([
      'first',
      undefined,
      'still known',
      undefined,
    ]);
  });
});

describe('choices', () => {
  test('go along as an offer under the message’s id', async () => {
    const choices = [{ key: '1', label: '看原文' }];
    const desk = aDesk({ ask: () => aReply('a', { choices }) });
    const message = aMessage('a');
    await desk.receive(message);
    expect(desk.said[0]?.offer).toEqual({ id: message.id, choices });
  });

  test('are no offer where there are none', async () => {
    const desk = aDesk();
    await desk.receive(aMessage('a'));
    expect(desk.said[0]).not.toHaveProperty('offer');
  });
});

describe('when answering fails', () => {
  const failing: Ask = (question) => {
    if (question.text === 'error') throw new Error('boom at /home/secret');
    // Not every library throws errors.
    if (question.text === 'text') throw 'thrown text';
    return withMemory(question);
  };

  test.for(['error', 'text'])('the person gets a polite sentence without the cause (%s)', async (text) => {
    const desk = aDesk({ ask: failing });
    await desk.receive(aMessage(text));
    expect(desk.texts()).toEqual([expect.stringMatching(/抱歉/)]);
    expect(desk.texts()[0]).not.toMatch(/boom|secret|thrown/);
    expect(desk.log.lines).toMatchObject([
      { code: 'message-failed', facts: { cause: expect.stringMatching(/boom|thrown text/) as string } },
    ]);
  });

  test('the next message still works, and the memory of before is kept', async () => {
    const desk = aDesk({ ask: failing });
    await desk.receive(aMessage('a'));
    await desk.receive(aMessage('error'));
    await desk.receive(aMessage('b'));
    expect(desk.texts()[2]).toBe('b(a)');
  });

  test('a channel that cannot say anything is told to the caller, and the chat goes on', async () => {
    let broken = true;
    const desk = aDesk({ say: () => (broken ? Promise.reject(new Error('offline')) : Promise.resolve()) });
    await expect(desk.receive(aMessage('a'))).rejects.toThrow('offline');
    broken = false;
    await desk.receive(aMessage('b'));
    expect(desk.texts()).toEqual(['b(a)']);
  });
});
