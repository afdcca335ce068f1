import { describe, expect, test } from 'vitest';
import type { OutboundMessage } from '../../../src/ports/message.ts';
import { aFakeClock } from '../../support/fake-clock.ts';
import { openingFeishu, type FeishuBenchOptions, GROUP, 张三, 李四 } from '../../support/a-feishu.ts';
import { buttonsOf, shownText } from '../../support/feishu/people.ts';

const DAY_MS = 86_400_000;
const ALONE = `feishu:${张三}`;
const TOGETHER = `feishu:${GROUP}`;

const open = openingFeishu();

async function aSender(options: FeishuBenchOptions = {}) {
  const bench = await open({ receives: 'webhook', ...options });
  const { server, channel } = bench;
  return {
    ...bench,
    say: (chat: string, message: OutboundMessage) => channel.say(chat, message),
    shown: () => server.said.map(shownText),
    /** Code and so on of what saying comes to nothing by. */
    refusal: (chat: string, message: OutboundMessage = { text: '好' }) =>
      channel.say(chat, message).then(
        () => 'said',
        (error: unknown) => error,
      ),
  };
}

/** A message of the group, as what answers it names it. */
const to = (delivery: { readonly message: { readonly id: string } } | null) => ({
  chat: TOGETHER,
  message: `feishu:${delivery?.message.id}`,
});

const anOffer = (id = 'o1') => ({
  id,
  choices: [
    { key: '1', label: '市经信局' },
    { key: '2', label: '市科创局' },
  ],
});

describe('a text', () => {
  test('reaches a person alone and a group, and its receipt names the message', async () => {
    const { say, server } = await aSender();
    expect(await say(ALONE, { text: '私下' })).toEqual({ message: `feishu:${server.said[0]?.id}` });
    await say(TOGETHER, { text: '大家' });
    expect(server.said.map(({ chat }) => server.world.chats.get(chat)?.mode)).toEqual(['p2p', 'group']);
  });

  test('calls the person whom it is for in a group, and nobody in private', async () => {
    const { say, shown } = await aSender();
    await say(TOGETHER, { text: '请看', mention: `feishu:${李四}` });
    await say(ALONE, { text: '请看', mention: `feishu:${李四}` });
    await say(TOGETHER, { text: '请看', mention: 'feishu:all"><at user_id="all' });
    expect(shown()).toEqual([`<at user_id="${李四}"></at> 请看`, '请看', '请看']);
  });

  test.for([
    '<at user_id="all">所有人</at>',
    '<at user_id=all></at>',
    '< at user_id="all"></at>',
    '<AT id=all></AT>',
    '</at><b>官方通知</b>',
    '[点这里](https://example.com)',
  ])('from %s becomes no markup', async (text) => {
    const { say, server } = await aSender();
    await say(TOGETHER, { text });
    await say(TOGETHER, { text, offer: anOffer() });
    const [plain, card] = server.said;
    expect(JSON.parse(plain?.content ?? '').text).not.toMatch(/<\s*\/?\s*[a-z]|\]\(/i);
    // In a card it stands where no markup is read.
    const { elements } = JSON.parse(card?.content ?? '').body;
    expect(elements[0].text).toMatchObject({ tag: 'plain_text' });
    expect(elements.some(({ tag }: { tag: string }) => tag === 'markdown')).toBe(false);
  });

  test('keeps a lonely < and brackets', async () => {
    const { say, shown } = await aSender();
    await say(ALONE, { text: '3 < 5 且 a[1] (见下) <5%' });
    expect(shown()).toEqual(['3 < 5 且 a[1] (见下) <5%']);
  });

  test('answers a message beneath it, and stands alone where that one has been withdrawn', async () => {
    const { say, people, server } = await aSender();
    const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
    await say(TOGETHER, { key: 'a', text: '在', replyTo: to(asked) });
    if (asked) asked.message.deleted = true;
    await say(TOGETHER, { key: 'b', text: '还在', replyTo: to(asked) });
    expect(server.said.map(({ parent }) => parent)).toEqual([asked?.message.id, undefined]);
  });

  test.for([230011, 230019, 230050, 230054, 230071, 230110, 230111, 231003])(
    'stands alone where the message cannot be replied to (%d), and is said once',
    async (code) => {
      const { say, people, server, shown } = await aSender();
      const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
      server.fail({ path: /reply$/, status: 400, code });
      await say(TOGETHER, { key: 'k', text: '在', replyTo: to(asked) });
      await say(TOGETHER, { key: 'k', text: '在', replyTo: to(asked) });
      expect([shown(), server.said[0]?.parent]).toEqual([['在'], undefined]);
    },
  );

  test('waits where the platform asks to, and is still a reply then', async () => {
    const { say, refusal, people, server } = await aSender();
    const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
    const answer = { key: 'k', text: '在', replyTo: to(asked) };
    server.fail({ path: /reply$/, status: 400, code: 230020, resetSeconds: 1 });
    expect(await refusal(TOGETHER, answer)).toMatchObject({ code: 'rate-limited' });
    await say(TOGETHER, answer);
    expect(server.said.map(({ parent }) => parent)).toEqual([asked?.message.id]);
  });

  test('of unknown fate is a reply in the next run, too, and is said once', async () => {
    const { refusal, people, server, another } = await aSender();
    const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
    const answer = { key: 'k', text: '在', replyTo: to(asked) };
    server.fail({ path: /reply$/, done: true });
    expect(await refusal(TOGETHER, answer)).not.toBe('said');
    await (await another()).say(TOGETHER, answer);
    expect(server.said.map(({ parent }) => parent)).toEqual([asked?.message.id]);
  });

  test('that breaks a rule of the platform is refused, replied with or not', async () => {
    const { refusal, people, server } = await aSender();
    server.world.sensitiveWords.add('违禁');
    const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
    expect(await refusal(TOGETHER, { text: '违禁词', replyTo: to(asked) })).toMatchObject({
      code: 'forbidden',
    });
    expect(server.said).toEqual([]);
  });

  test('meant for one chat never follows a message into another', async () => {
    const { say, people, server } = await aSender();
    const asked = await people.says(张三, GROUP, { text: '在吗', mentions: [people.atBot] });
    await say(ALONE, { text: '只对您说', replyTo: to(asked) });
    expect(server.said.map(({ chat, parent }) => [server.world.chats.get(chat)?.mode, parent])).toEqual([
      ['p2p', undefined],
    ]);
  });
});

describe('a key', () => {
  test('makes sending twice sending once, also for another run of the program', async () => {
    const { say, server, channel } = await aSender();
    const receipt = await say(ALONE, { key: 'feishu:om_1#1', text: '一次' });
    expect(await channel.say(ALONE, { key: 'feishu:om_1#1', text: '一次' })).toEqual(receipt);
    expect(server.said[0]?.uuid?.length).toBeLessThanOrEqual(50);
    expect(server.said).toHaveLength(1);
  });

  test.for(['k'.repeat(50), 'k'.repeat(51), '很长的钥匙'.repeat(20), 'a b/c#1'])(
    '%s has at most 50 characters on its way',
    async (key) => {
      const { say, server } = await aSender();
      await say(ALONE, { key, text: '好' });
      expect(server.said[0]?.uuid).toMatch(/^[\w:.-]{1,50}$/);
    },
  );

  test('of a message in several pieces lets the next try go on from where the last one ended', async () => {
    const { refusal, server, shown } = await aSender();
    const text = '一条政策有许多条款。'.repeat(6000);
    const message = { key: 'k', text };
    server.fail({ path: /messages$/, after: 1, status: 400, code: 230020, resetSeconds: 1 });
    expect(await refusal(ALONE, message)).toMatchObject({ code: 'rate-limited', afterMs: 1000 });
    expect(server.said).toHaveLength(1);
    expect(await refusal(ALONE, message)).toBe('said');
    expect(shown().join('')).toBe(text);
  });
});

describe('an offer', () => {
  test('is a card with a button a choice, and what a button carries comes back', async () => {
    const { say, people, server, received } = await aSender();
    await say(TOGETHER, { text: '派给谁？', mention: `feishu:${张三}`, offer: anOffer() });
    const [card] = server.said;
    if (!card) throw new Error('nothing said');
    expect(card.type).toBe('interactive');
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['1 市经信局', '2 市科创局']);
    expect(shownText(card)).toContain(`<at id=${张三}></at>`);
    const clicked = await people.clicks(张三, card, '市科创局');
    expect(clicked.answer).toEqual({ toast: { type: 'info', content: '收到：市科创局' } });
    expect(received.at(-1)).toMatchObject({
      chat: TOGETHER,
      isGroup: true,
      from: { id: ALONE },
      happening: { kind: 'chosen', offer: 'o1', key: '2' },
    });
  });

  test('in private comes back as said in private', async () => {
    const { say, people, server, received } = await aSender();
    await say(ALONE, { text: '满意吗？', offer: { id: 'r', choices: [{ key: '1', label: '满意' }] } });
    if (server.said[0]) await people.clicks(张三, server.said[0], '满意');
    expect(received.at(-1)).toMatchObject({
      chat: ALONE,
      isGroup: false,
      happening: { offer: 'r', key: '1' },
    });
  });

  test.for([
    ['where only mentions are delivered, tells to mention the bot', ['im:message.group_msg'], TOGETHER, true],
    ['where everything is delivered, does not', [], TOGETHER, false],
    ['in private, does not', ['im:message.group_msg'], ALONE, false],
  ] as const)('%s', async ([, without, chat, tells]) => {
    const { say, shown } = await aSender({ without });
    await say(chat, { text: '请选择', offer: anOffer() });
    await say(chat, { text: '请补充地址', offer: { id: 'o2', choices: [] } });
    await say(chat, { text: '还没解决，请回复「A0001 不满意 原因」', wantsWords: true });
    await say(chat, { text: 'A0001 已办结' });
    expect(shown().map((text) => text.includes('请@我'))).toEqual([tells, tells, tells, false]);
  });

  test('is told to be a card only where one card holds all of it', async () => {
    const { say } = await aSender();
    expect(await say(TOGETHER, { text: '派给谁？', offer: anOffer() })).toMatchObject({ isCard: true });
    const text = '一条政策有许多条款。'.repeat(2000);
    expect(await say(TOGETHER, { text, offer: anOffer('o2') })).not.toHaveProperty('isCard');
  });

  test('that is a word is a button with that word alone', async () => {
    const { say, server } = await aSender();
    const choices = [{ key: '满意', label: '满意' }];
    await say(ALONE, { text: '请评价', offer: { id: 'r', choices } });
    expect(server.said[0] && buttonsOf(server.said[0]).map(({ label }) => label)).toEqual(['满意']);
  });

  test('that nothing comes of for whoever pressed it is answered by a toast with the reason', async () => {
    const { say, people, server } = await aSender({ receive: async () => '这是给别人选的。' });
    await say(TOGETHER, { text: '派给谁？', offer: anOffer() });
    const clicked = server.said[0] && (await people.clicks(李四, server.said[0], '市科创局'));
    expect(clicked?.answer).toEqual({ toast: { type: 'warning', content: '这是给别人选的。' } });
  });

  test('without choices is a text', async () => {
    const { say, server } = await aSender();
    await say(ALONE, { text: '请补充地址', offer: { id: 'o', choices: [] } });
    expect(server.said[0]?.type).toBe('text');
  });

  test('with more text than a card holds says the text before it, whole', async () => {
    const { say, server } = await aSender();
    const text = '一条政策有许多条款。'.repeat(2000);
    await say(ALONE, { key: 'k', text, offer: anOffer() });
    expect(server.said.map(({ type }) => type)).toEqual(['text', 'text', 'interactive']);
    expect(server.said.map(shownText).join('').replace(/\n.*/gs, '')).toBe(text);
  });
});

describe('a message in the place of another', () => {
  const settled = { text: '已派给市科创局', offer: { id: 'o1', choices: [{ key: '3', label: '改派' }] } };

  test('changes the card, so that everybody sees what has become of it', async () => {
    const { say, server, shown } = await aSender();
    const { message } = await say(TOGETHER, { text: '派给谁？', offer: anOffer() });
    expect(await say(TOGETHER, { ...settled, replaces: message ?? '' })).toEqual({ message, isCard: true });
    expect(server.said).toHaveLength(1);
    expect(shown()[0]).toMatch(/已派给市科创局[^]*改派/);
  });

  test('is a card without buttons where nothing is left to choose', async () => {
    const { say, server } = await aSender();
    const { message } = await say(TOGETHER, { text: '派给谁？', offer: anOffer() });
    await say(TOGETHER, { text: '已派给市科创局', replaces: message ?? '' });
    expect(server.said).toHaveLength(1);
    expect(server.said[0] && buttonsOf(server.said[0])).toEqual([]);
  });

  test('is said anew where the card is older than 14 days, or withdrawn', async () => {
    const clock = aFakeClock();
    const { say, server, shown } = await aSender({ clock });
    const { message } = await say(TOGETHER, { text: '派给谁？', offer: anOffer() });
    await clock.advance(14 * DAY_MS + 1000);
    const anew = await say(TOGETHER, { ...settled, replaces: message ?? '' });
    expect(anew.message).not.toBe(message);
    if (server.said[1]) server.said[1].deleted = true;
    await say(TOGETHER, { ...settled, replaces: anew.message ?? '' });
    expect(shown().map((text) => text.split('\n')[0])).toEqual([
      '派给谁？',
      '已派给市科创局',
      '已派给市科创局',
    ]);
  });

  test('waits where the platform asks to', async () => {
    const { say, refusal, server } = await aSender();
    const { message } = await say(TOGETHER, { text: '派给谁？', offer: anOffer() });
    server.fail({ path: /^PATCH/, status: 429, code: 99991400, resetSeconds: 2 });
    expect(await refusal(TOGETHER, { ...settled, replaces: message ?? '' })).toMatchObject({
      code: 'rate-limited',
      afterMs: 2000,
    });
    expect(server.said).toHaveLength(1);
  });
});
