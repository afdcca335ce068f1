import { describe, expect, test } from 'vitest';
import { type FeishuBench, GROUP, openingFeishu, 张三, 李四 } from '../../support/a-feishu.ts';
import { aFakeClock } from '../../support/fake-clock.ts';

const HOUR_MS = 3_600_000;

const open = openingFeishu();

const asked = ({ server }: FeishuBench, what: RegExp): number =>
  server.asked.filter((one) => what.test(one)).length;

describe('a name', () => {
  test('is asked for once a day', async () => {
    const clock = aFakeClock();
    const bench = await open({ receives: 'webhook', clock });
    for (let hour = 0; hour < 25; hour += 6) {
      await bench.people.says(张三, null, { text: `第${hour}时` });
      await clock.advance(6 * HOUR_MS);
    }
    expect(bench.received.map(({ from }) => from.name)).toEqual(['张三', '张三', '张三', '张三', '张三']);
    expect(asked(bench, /contact/)).toBe(2);
  });

  test('that may not be seen is empty, and asked for again after an hour', async () => {
    const clock = aFakeClock();
    const bench = await open({ receives: 'webhook', clock, without: ['contact:user.base:readonly'] });
    await bench.people.says(张三, null, { text: '一' });
    await bench.people.says(张三, null, { text: '二' });
    expect(asked(bench, /contact/)).toBe(1);
    bench.server.world.app.scopes.add('contact:user.base:readonly');
    await clock.advance(HOUR_MS);
    await bench.people.says(张三, null, { text: '三' });
    expect(bench.received.map(({ from }) => from.name)).toEqual(['', '', '张三']);
  });

  test('is not waited for', async () => {
    const bench = await open({ receives: 'webhook', timing: { nameMs: 20 } });
    bench.server.fail({ path: /contact/, hangs: true });
    expect(await bench.people.says(张三, null, { text: '急' })).toMatchObject({ taken: true });
    expect(bench.received[0]?.from).toEqual({ id: `feishu:${张三}`, name: '' });
  });

  test('that came along with a mention need not be asked for', async () => {
    const bench = await open({ receives: 'webhook' });
    const mentions = [{ key: '@_user_1', id: 李四, name: '李四' }];
    await bench.people.says(张三, GROUP, { text: '@_user_1 看看', mentions });
    await bench.people.says(李四, GROUP, { text: '看了' });
    expect(bench.received[1]?.from.name).toBe('李四');
    expect(asked(bench, /contact/)).toBe(1);
  });
});

describe('a quoted message', () => {
  test('is fetched once', async () => {
    const bench = await open({ receives: 'webhook' });
    const root = await bench.people.says(张三, GROUP, { text: '路灯坏了' });
    const parent = root?.message.id ?? '';
    for (const text of ['一', '二']) await bench.people.says(李四, GROUP, { text, parent });
    expect(bench.received.slice(1).map(({ quote }) => quote?.text)).toEqual(['路灯坏了', '路灯坏了']);
    expect(asked(bench, /GET .*messages/)).toBe(1);
  });

  test('that cannot be fetched for the moment keeps the event from being acknowledged', async () => {
    const bench = await open({ receives: 'webhook' });
    const root = await bench.people.says(张三, GROUP, { text: '路灯坏了' });
    const parent = root?.message.id ?? '';
    bench.server.fail({ path: /GET .*messages/, status: 502 });
    expect(await bench.people.says(李四, GROUP, { text: '转诉求', parent })).toMatchObject({ taken: false });
    expect(await bench.people.says(李四, GROUP, { text: '转诉求', parent })).toMatchObject({ taken: true });
    expect(bench.received.map(({ text, quote }) => [text, quote?.text])).toEqual([
      ['路灯坏了', undefined],
      ['转诉求', '路灯坏了'],
    ]);
  });
});

describe('a withdrawn message', () => {
  test('of a private chat is told of in that chat, also by a run that never heard it', async () => {
    const bench = await open({ receives: 'webhook', receive: async () => undefined, idle: true });
    // Said while nobody was there to hear it.
    const said = await bench.people.says(张三, null, { text: '说错了' });
    const received: unknown[] = [];
    await bench.channel.start(async ({ chat, isGroup, from, happening }) => {
      received.push({ chat, isGroup, from: from.id, kind: happening?.kind });
    });
    if (said) await bench.people.recalls(said.message);
    const chat = `feishu:${张三}`;
    expect(received).toEqual([{ chat, isGroup: false, from: chat, kind: 'recalled' }]);
  });

  test('of the bot itself is no news', async () => {
    const bench = await open({ receives: 'webhook' });
    await bench.channel.say(`feishu:${GROUP}`, { text: '收回' });
    const recalled = await Promise.all(bench.server.said.map(bench.people.recalls));
    expect(recalled).toEqual([expect.objectContaining({ taken: true })]);
    expect(bench.received).toEqual([]);
  });

  test('of a chat that may not be looked at is told of under the chat', async () => {
    const bench = await open({ receives: 'webhook', without: ['im:chat:readonly'], idle: true });
    const said = await bench.people.says(张三, GROUP, { text: '说错了' });
    const chats: string[] = [];
    await bench.channel.start(async ({ chat }) => void chats.push(chat));
    if (said) await bench.people.recalls(said.message);
    expect(chats).toEqual([`feishu:${GROUP}`]);
  });
});

describe('everything that may be asked for', () => {
  test('is not lost to a bot that is not known for the moment', async () => {
    const bench = await open({ receives: 'webhook' });
    bench.server.fail({ path: /bot\/v3/ });
    expect(await bench.people.says(张三, null, { text: '在吗' })).toMatchObject({ taken: false });
    expect(await bench.people.says(张三, null, { text: '在吗' })).toMatchObject({ taken: true });
    expect(bench.received).toHaveLength(1);
  });

  test('the rights are asked for every ten minutes while offers are made', async () => {
    const clock = aFakeClock();
    const bench = await open({ receives: 'webhook', clock, without: ['im:message.group_msg'] });
    const offer = { id: 'o', choices: [{ key: '1', label: '好' }] };
    const tells = async (): Promise<boolean> => {
      await bench.channel.say(`feishu:${GROUP}`, { text: '选', offer });
      return bench.server.said.at(-1)?.content.includes('请@我') ?? false;
    };
    expect([await tells(), await tells()]).toEqual([true, true]);
    expect(asked(bench, /scopes/)).toBe(1);
    bench.server.world.app.scopes.add('im:message.group_msg');
    await clock.advance(HOUR_MS / 6);
    expect(await tells()).toBe(false);
  });
});
