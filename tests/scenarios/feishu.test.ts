import { describe, expect, test } from 'vitest';
import type { ChannelLimits } from '../../src/domain/delivery/types.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import { openingFeishu, GROUP, 张三 } from '../support/a-feishu.ts';
import { aBot } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { shownText } from '../support/feishu/people.ts';
import { RETRY_AFTER_MS } from '../support/feishu/server.ts';
import { openMemory } from '../support/talk.ts';

/** As `seeds/rules.json` has them. */
const LIMITS: ChannelLimits = { perSecondPerChat: 5, perSecond: 50, perMinute: 1000, idempotencyMinutes: 60 };

const open = openingFeishu();

/** The bot that answers 「答:…」, on Feishu. */
async function aFeishuBot() {
  const clock = aFakeClock();
  const records = await openMemory();
  let handle: (message: InboundMessage) => Promise<void> = async () => undefined;
  const bench = await open({ clock, receives: 'webhook', receive: (message) => handle(message) });
  const sayBy = async (chat: string, message: OutboundMessage): Promise<void> => {
    await bench.channel.say(chat, message);
  };
  /** A run of the program on the same records. */
  const aRun = (say = sayBy) => aBot({ records, clock, say, channel: 'feishu', limits: LIMITS });
  return {
    ...bench,
    clock,
    sayBy,
    aRun,
    hearBy: (hear: (message: InboundMessage) => Promise<void>) => void (handle = hear),
    replies: () => bench.server.said.map((message) => shownText(message).replace(/^<at .*?<\/at> /, '')),
  };
}

describe('a Feishu event', () => {
  test('delivered at 0 s, 15 s, 5 min, 1 h and 6 h is answered once', async () => {
    const { people, clock, aRun, hearBy, replies } = await aFeishuBot();
    const { reception, settled } = aRun();
    let times = 0;
    hearBy(async (message) => {
      times += 1;
      await reception.receive(message);
      // Saved, but the acknowledgement never gets back.
      if (times < 5) throw new Error('lost');
    });
    const delivery = await people.says(张三, GROUP, { text: '@_user_1 有补贴吗', mentions: [people.atBot] });
    for (const [index, ms] of RETRY_AFTER_MS.entries()) {
      await clock.advance(ms);
      await expect.poll(() => delivery?.tries(), { interval: 5 }).toBe(index + 2);
    }
    expect(await delivery?.end).toEqual({ tries: 5, taken: true });
    await settled();
    expect([times, replies()]).toEqual([5, ['答:有补贴吗']]);
  });

  test('is answered once though the program is killed between receipt and reply', async () => {
    const { people, aRun, hearBy, replies } = await aFeishuBot();
    const killed = aRun(() => new Promise(() => undefined));
    hearBy(killed.reception.receive);
    expect(await people.says(张三, null, { text: '在吗' })).toMatchObject({ taken: true });
    const next = aRun();
    await next.courier.start();
    await next.reception.recover();
    await next.settled();
    expect(replies()).toEqual(['答:在吗']);
  });

  test('is answered once though the program is killed between sending and knowing it', async () => {
    const { people, aRun, hearBy, replies, sayBy, another } = await aFeishuBot();
    const killed = aRun(async (chat, message) => {
      await sayBy(chat, message);
      await new Promise(() => undefined);
    });
    hearBy(killed.reception.receive);
    await people.says(张三, null, { text: '在吗' });
    await expect.poll(replies, { interval: 5 }).toEqual(['答:在吗']);
    const fresh = await another();
    const next = aRun(async (chat, message) => void (await fresh.say(chat, message)));
    await next.courier.start();
    await next.settled();
    expect(replies()).toEqual(['答:在吗']);
  });
});

test('many who ask at once are all answered once, and no limit of the platform is exceeded', async () => {
  const { people, server, clock, aRun, hearBy, replies } = await aFeishuBot();
  const { reception, settled } = aRun();
  hearBy(reception.receive);
  const chats = Array.from({ length: 20 }, (_, index) => people.group(`oc_${index}`, 张三).id);
  const asked = Array.from({ length: 160 }, (_, index) => ({
    chat: chats[index % 20] as string,
    text: `问${index}`,
  }));
  for (const { chat, text } of asked)
    await people.says(张三, chat, { text: `@_user_1 ${text}`, mentions: [people.atBot] });
  for (let step = 0; step < 60 && replies().length < asked.length; step += 1) {
    await settled();
    await clock.advance(100);
  }
  await settled();
  expect(server.traffic.refused()).toBe(0);
  expect(replies().toSorted()).toEqual(asked.map(({ text }) => `答:${text}`).toSorted());
});
