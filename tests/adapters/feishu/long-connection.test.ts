import { describe, expect, test } from 'vitest';
import type { InboundMessage } from '../../../src/ports/message.ts';
import { openingFeishu, type FeishuBenchOptions, GROUP, 张三 } from '../../support/a-feishu.ts';
import { aFakeClock } from '../../support/fake-clock.ts';
import { RETRY_AFTER_MS } from '../../support/feishu/server.ts';

const open = openingFeishu();

async function aLine(options: FeishuBenchOptions = {}) {
  const bench = await open(options);
  return bench;
}

/** A handler that cannot save the first so many messages. */
function aForgetfulHandler(failures: number) {
  const saved: InboundMessage[] = [];
  let tries = 0;
  const receive = async (message: InboundMessage): Promise<void> => {
    tries += 1;
    if (tries <= failures) throw new Error('disk full');
    saved.push(message);
  };
  return { receive, saved };
}

describe('the long connection', () => {
  test('brings events whole that come in many frames', async () => {
    const { people, received } = await aLine();
    const text = '诉求经过很长，从头说起。'.repeat(2000);
    await people.says(张三, null, { text });
    expect(received[0]?.text).toBe(text);
  });

  test('hands over the next message of a chat when the one before is taken, and those of other chats meanwhile', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const order: string[] = [];
    const { people } = await aLine({
      receive: async ({ text }) => {
        if (text === '一') await held;
        order.push(text);
      },
    });
    const first = people.says(张三, GROUP, { text: '一' });
    const second = people.says(张三, GROUP, { text: '二' });
    await people.says(张三, null, { text: '别处' });
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['别处', '一', '二']);
  });

  test('answers a click with words, and one that could not be saved with an error', async () => {
    const { receive } = aForgetfulHandler(1);
    const { people, server, channel } = await aLine({ receive });
    await channel.say(`feishu:${GROUP}`, {
      text: '选',
      offer: { id: 'o', choices: [{ key: '1', label: '好' }] },
    });
    const [card] = server.said;
    if (!card) throw new Error('nothing said');
    expect(await people.clicks(张三, card, '好')).toMatchObject({ taken: false });
    expect(await people.clicks(张三, card, '好')).toMatchObject({
      taken: true,
      answer: { toast: { content: '收到：好' } },
    });
  });

  test('answers a click in time though the disk is slow', async () => {
    const { people, server, channel } = await aLine({
      receive: () => new Promise((resolve) => setTimeout(resolve, 300)),
      timing: { clickMs: 30 },
    });
    await channel.say(`feishu:${GROUP}`, {
      text: '选',
      offer: { id: 'o', choices: [{ key: '1', label: '好' }] },
    });
    const [card] = server.said;
    if (!card) throw new Error('nothing said');
    expect(await people.clicks(张三, card, '好')).toMatchObject({ taken: false });
  });

  test('is opened anew when it is cut, each time', async () => {
    const { server, people, received } = await aLine();
    for (const text of ['一', '二']) {
      const next = server.line.opened() + 1;
      server.line.cut();
      await expect.poll(server.line.opened, { interval: 5 }).toBe(next);
      await people.says(张三, null, { text });
    }
    expect(received.map(({ text }) => text)).toEqual(['一', '二']);
  });

  test('is opened anew when the server falls silent', async () => {
    const { server } = await aLine({ line: { PingInterval: 0.15 }, timing: { pongMs: 40 } });
    server.line.isSilent = true;
    await expect.poll(server.line.opened, { interval: 5 }).toBeGreaterThan(1);
    server.line.isSilent = false;
  });

  test('that stays down is an alarm once, a finding meanwhile, and the end of it is told', async () => {
    const { server, channel, troubles, logged } = await aLine({ timing: { downMs: 30 } });
    server.line.refuses = true;
    server.line.cut();
    await expect.poll(() => troubles.length, { interval: 5 }).toBe(1);
    expect(troubles[0]).toMatchObject({ severity: 'error', code: 'connection-down' });
    expect(await channel.diagnose()).toContainEqual(expect.objectContaining({ code: 'connection-down' }));
    server.line.refuses = false;
    await expect.poll(() => troubles.length, { interval: 5 }).toBe(2);
    expect(troubles[1]).toBeNull();
    expect(await channel.diagnose()).toEqual([]);
    expect(logged.map(([code]) => code).filter((code) => code.startsWith('feishu-connection'))).toEqual([
      'feishu-connection-down',
      'feishu-connection-back',
    ]);
  });

  test('that the SDK has given up is begun again', async () => {
    const { server, people, received, logged } = await aLine({
      line: { ReconnectCount: 1 },
      timing: { restartMs: 20 },
    });
    server.line.refuses = true;
    server.line.cut();
    await expect
      .poll(() => logged.map(([code]) => code), { interval: 5 })
      .toContain('feishu-connection-failed');
    const before = server.line.opened();
    server.line.refuses = false;
    await expect.poll(server.line.opened, { interval: 5 }).toBeGreaterThan(before);
    await people.says(张三, null, { text: '回来了' });
    expect(received.map(({ text }) => text)).toEqual(['回来了']);
  });

  test('that cannot be opened does not keep the program from starting', async () => {
    const { channel, troubles } = await aLine({ secret: 'wrong', timing: { graceMs: 20, downMs: 30 } });
    await expect.poll(() => troubles.length, { interval: 5 }).toBe(1);
    const codes = (await channel.diagnose()).map(({ code }) => code);
    expect(codes).toEqual(['connection-down', 'credentials-refused']);
  });

  test('is gone when the channel has stopped, what was under way having been acknowledged', async () => {
    let begun = false;
    const { people, channel, server } = await aLine({
      receive: () => {
        begun = true;
        return new Promise((resolve) => setTimeout(resolve, 20));
      },
    });
    const under = people.says(张三, null, { text: '正在存' });
    await expect.poll(() => begun, { interval: 1 }).toBe(true);
    await channel.stop();
    expect(await under).toMatchObject({ taken: true });
    expect(await people.says(张三, null, { text: '太晚了' })).toMatchObject({ taken: false });
    expect(server.line.opened()).toBe(1);
  });
});

test('stopped while it is being opened ends at once, and is not opened again', async () => {
  const { channel, server } = await open({ idle: true, timing: { graceMs: 60_000 } });
  server.line.refuses = true;
  const starting = channel.start(async () => undefined);
  await expect.poll(() => server.asked.length, { interval: 5 }).toBeGreaterThan(0);
  await channel.stop();
  await starting;
  await channel.closed;
  await expect(channel.start(async () => undefined)).rejects.toMatchObject({ code: 'closed' });
});

describe.for(['websocket', 'webhook'] as const)('what is not saved at once, by %s,', (receives) => {
  test.for([1, 2, 3, 4])('is pushed again after failure %s', async (failures) => {
    const clock = aFakeClock();
    const { receive, saved } = aForgetfulHandler(failures);
    const { people } = await aLine({ receives, clock, receive });
    const delivery = await people.says(张三, null, { text: '要紧' });
    expect(delivery?.taken).toBe(false);
    for (const [index, ms] of RETRY_AFTER_MS.slice(0, failures).entries()) {
      await clock.advance(ms);
      // The push itself goes over real sockets.
      await expect.poll(() => delivery?.tries(), { interval: 5 }).toBe(index + 2);
    }
    expect(await delivery?.end).toEqual({ tries: failures + 1, taken: true });
    expect(saved.map(({ text }) => text)).toEqual(['要紧']);
  });
});
