import { describe, expect, test } from 'vitest';
import { ChannelError } from '../../../src/ports/channel.ts';
import { aFakeClock } from '../../support/fake-clock.ts';
import { aLoggedInWechat, aWechat, turns } from '../../support/wechat/channel.ts';

const ROOM = 'wechat:room@chatroom';
const PERSON = 'wechat:zhangsan';

const sentences = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${'字'.repeat(40)}第${at}句。`).join('');

describe('what is said', () => {
  test('goes to a person and to a room', async () => {
    const { channel, phone } = await aLoggedInWechat();
    await channel.say(PERSON, { text: '私聊' });
    await channel.say(ROOM, { text: '群里' });
    expect(phone.sent()).toEqual([
      { to: 'zhangsan', text: '私聊' },
      { to: 'room@chatroom', text: '群里' },
    ]);
    await channel.stop();
  });

  test('is cut at sentence ends into messages of at most 600 characters', async () => {
    const { channel, phone } = await aLoggedInWechat();
    const text = sentences(40);
    await channel.say(PERSON, { text });
    const parts = phone.sent().map((one) => one.text);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(text);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(600);
      expect(part).toMatch(/。$/);
    }
    await channel.stop();
  });

  test('has its choices beneath as numbers, but for those that the text names', async () => {
    const { channel, phone } = await aLoggedInWechat();
    const choices = [
      { key: '1', label: '看原文' },
      { key: '2', label: '换一条' },
    ];
    await channel.say(PERSON, { text: '**答**。回 1 看原文', offer: { id: 'o', choices } });
    await channel.say(PERSON, { text: '答', offer: { id: 'o', choices } });
    expect(phone.sent().map(({ text }) => text)).toEqual([
      '答。回 1 看原文\n回复数字：\n2 换一条',
      '答\n回复数字：\n1 看原文\n2 换一条',
    ]);
    await channel.stop();
  });

  test('mentions a person who is there, once', async () => {
    const { channel, phone } = await aLoggedInWechat();
    await channel.say(ROOM, { text: sentences(20), mention: PERSON });
    const [first, second] = phone.sent();
    expect(first?.text).toMatch(/^@张三 字/);
    expect(first?.text.length).toBeLessThanOrEqual(600);
    expect(second?.text).toMatch(/^字/);
    await channel.stop();
  });

  test.for(['wechat:nobody', 'feishu:ou_1', 'wechat:stranger'])('mentions nobody for %s', async (mention) => {
    const { channel, phone } = await aLoggedInWechat();
    phone.person('stranger', '路人');
    await channel.say(ROOM, { text: '答', mention });
    expect(phone.sent()[0]?.text).toBe('答');
    await channel.stop();
  });

  test('mentions nobody where the platform does not say what the person is called', async () => {
    const { channel, phone } = await aLoggedInWechat();
    phone.puppet().roomMemberRawPayload = async () => Promise.reject(new Error('no such member'));
    await channel.say(ROOM, { text: '答', mention: PERSON });
    expect(phone.sent()[0]?.text).toBe('答');
    await channel.stop();
  });

  test('may be a file', async () => {
    const { channel, phone } = await aLoggedInWechat();
    const files = [{ id: 'a', name: '申报指南.pdf', kind: 'file', bytes: 5 }] as const;
    await channel.say(PERSON, { text: '附件', files });
    expect(phone.sent().map(({ text }) => text)).toEqual(['附件', '申报指南.pdf']);
    await channel.stop();
  });
});

describe('refused, with nothing sent', () => {
  test.for([
    ['wechat:nobody', 'unknown-chat'],
    ['wechat:nowhere@chatroom', 'unknown-chat'],
    ['wechat:left@chatroom', 'unknown-chat'],
    ['wechat:lisi', 'unreachable'],
  ] as const)('%s: %s', async ([chat, code]) => {
    const { channel, phone } = await aLoggedInWechat();
    phone.room('left@chatroom', '旧群', ['zhangsan']);
    await expect(channel.say(chat, { text: '在吗' })).rejects.toMatchObject({ code, retryable: false });
    expect(phone.sent()).toEqual([]);
    await channel.stop();
  });

  test('a file that is too large, or that cannot be opened', async () => {
    const { channel, phone } = await aLoggedInWechat({
      open: async ({ id }) => {
        if (id === 'gone') throw new Error('ENOENT');
        if (id === 'later') throw new ChannelError('unavailable', { retryable: true });
        return Buffer.alloc(31 * 2 ** 20);
      },
    });
    const say = (id: string, bytes: number | null) =>
      channel.say(PERSON, { text: '附件', files: [{ id, name: 'a.pdf', kind: 'file', bytes }] });
    await expect(say('large', 31 * 2 ** 20)).rejects.toMatchObject({ code: 'too-long' });
    await expect(say('larger than said', null)).rejects.toMatchObject({ code: 'too-long' });
    await expect(say('gone', 5)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(say('later', 5)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(phone.sent()).toEqual([]);
    await channel.stop();
  });

  test.for(['roomMemberList', 'roomRawPayload', 'contactRawPayload'] as const)(
    'for the moment, where %s is not answered',
    async (question) => {
      const { channel, phone } = await aLoggedInWechat();
      phone.room('new@chatroom', '新群', ['wxid_qifu']);
      phone.person('wangwu', '王五');
      phone.puppet()[question] = async () => Promise.reject(new Error('4 DEADLINE_EXCEEDED'));
      const chat = question === 'contactRawPayload' ? 'wechat:wangwu' : 'wechat:new@chatroom';
      const refusal = channel.say(chat, { text: '在吗' });
      await expect(refusal).rejects.toMatchObject({ code: 'unavailable', retryable: true });
      await channel.stop();
    },
  );

  test('before the start, and while nobody is logged in: the queue waits', async () => {
    const { channel, phone, logIn } = await aWechat();
    await expect(channel.say(PERSON, { text: '在吗' })).rejects.toMatchObject({ code: 'closed' });
    phone.person('zhangsan', '张三');
    await logIn();
    await channel.say(PERSON, { text: '在了' });
    await phone.logOut();
    await expect(channel.say(PERSON, { text: '又走了' })).rejects.toMatchObject({ code: 'closed' });
    await logIn();
    await channel.say(PERSON, { text: '回来了' });
    expect(phone.sent().map(({ text }) => text)).toEqual(['在了', '回来了']);
    await channel.stop();
  });
});

describe('what becomes of it', () => {
  test('is known where the puppet lets the bot hear itself', async () => {
    const { channel, phone, received } = await aLoggedInWechat();
    const { message } = await channel.say(ROOM, { text: '答', mention: PERSON });
    const own = [...phone.mocker.cacheMessagePayload.values()].find(({ text }) => text === '@张三 答');
    expect(message).toBe(`wechat:${own?.id}`);
    expect(received).toEqual([]);
    await channel.stop();
  });

  test('is known where the puppet says the id', async () => {
    const { channel, phone } = await aLoggedInWechat();
    phone.puppet().messageSendText = (async () =>
      phone.says({ from: 'wxid_qifu', room: 'room@chatroom', text: '答', id: 'own' })) as never;
    expect(await channel.say(ROOM, { text: '答' })).toEqual({ message: 'wechat:own' });
    await channel.stop();
  });

  test('is not known where the puppet does neither; after some trials that is not waited for', async () => {
    const clock = aFakeClock();
    const { channel, phone } = await aLoggedInWechat({ clock });
    phone.puppet().messageSendText = async () => undefined;
    for (let trial = 0; trial < 5; trial += 1) {
      const said = channel.say(PERSON, { text: `${trial}` });
      await turns();
      await clock.advance(2_000);
      expect(await said).toEqual({ message: null });
    }
    expect(await channel.say(PERSON, { text: '不等了' })).toEqual({ message: null });
    await channel.stop();
  });

  test('is open where the bot has always heard itself and does not this time', async () => {
    const clock = aFakeClock();
    const { channel, phone } = await aLoggedInWechat({ clock });
    for (const text of ['一', '二', '三']) await channel.say(PERSON, { text });
    phone.puppet().messageSendText = async () => undefined;
    const lost = channel.say(PERSON, { text: '四' }).catch((error: unknown) => error);
    for (let seconds = 0; seconds < 11; seconds += 1) await clock.advance(1_000);
    const error = await lost;
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ChannelError);
    await channel.stop();
  });

  test('half of it goes on where it was, under the same key', async () => {
    const { channel, phone } = await aLoggedInWechat();
    const puppet = phone.puppet();
    const send = puppet.messageSendText.bind(puppet);
    let count = 0;
    puppet.messageSendText = async (...message) => {
      count += 1;
      if (count === 2) throw new Error('操作太频繁');
      return send(...message);
    };
    const message = { text: sentences(20), key: 'delivery-1' };
    await expect(channel.say(PERSON, message)).rejects.toMatchObject({ code: 'rate-limited' });
    await channel.say(PERSON, message);
    expect(
      phone
        .sent()
        .map(({ text }) => text)
        .join(''),
    ).toBe(message.text);
    await channel.stop();
  });
});

describe('pace', () => {
  test('messages of one account keep their distance, whatever chat they go to', async () => {
    const clock = aFakeClock();
    const pace = { gapMilliseconds: { from: 1_000, to: 2_000 }, perMinute: 20, maxCharacters: 600 };
    const { channel, phone } = await aLoggedInWechat({ clock, pace });
    const says = [channel.say(PERSON, { text: sentences(30) }), channel.say(ROOM, { text: '群里' })];
    const at: number[] = [];
    for (let step = 0; step < 60 && at.length < 4; step += 1) {
      await turns();
      while (at.length < phone.sent().length) at.push(clock.now());
      await clock.advance(500);
    }
    await Promise.all(says);
    expect(at.length).toBeGreaterThan(3);
    for (const [index, one] of at.slice(1).entries()) {
      expect(one - (at[index] as number)).toBeGreaterThanOrEqual(1_000);
    }
    await channel.stop();
  });

  test('no more than so many go out in a minute', async () => {
    const clock = aFakeClock();
    const pace = { gapMilliseconds: { from: 0, to: 0 }, perMinute: 3, maxCharacters: 600 };
    const { channel, phone } = await aLoggedInWechat({ clock, pace });
    const says = ['一', '二', '三', '四'].map((text) => channel.say(PERSON, { text }));
    await Promise.all(says.slice(0, 3));
    await clock.advance(59_000);
    expect(phone.sent()).toHaveLength(3);
    await clock.advance(1_000);
    await Promise.all(says);
    expect(phone.sent()).toHaveLength(4);
    await channel.stop();
  });

  test('what waits for its turn at the end is not said', async () => {
    const clock = aFakeClock();
    const pace = { gapMilliseconds: { from: 1_000, to: 1_000 }, perMinute: 20, maxCharacters: 600 };
    const { channel, phone } = await aLoggedInWechat({ clock, pace });
    await channel.say(PERSON, { text: '一' });
    const refused = channel.say(PERSON, { text: '二' }).catch((error: unknown) => error);
    await turns();
    await channel.stop();
    expect(await refused).toMatchObject({ code: 'closed' });
    expect(phone.sent()).toHaveLength(1);
  });
});
