import { describe, expect, test } from 'vitest';
import { types } from 'wechaty';
import type { Instant } from '../../../src/domain/time.ts';
import { aFakeClock } from '../../support/fake-clock.ts';
import { aLoggedInWechat, hear, until } from '../../support/wechat/channel.ts';
import type { Utterance } from '../../support/wechat/phone.ts';

const ROOM = 'room@chatroom';
const IN_ROOM = { from: 'zhangsan', room: ROOM } as const;

describe('files', () => {
  const bytes = Buffer.from('营业执照的内容');

  test.for([
    ['营业执照.pdf', types.Message.Attachment, 'file', '营业执照.pdf'],
    ['../../etc/passwd', types.Message.Attachment, 'file', '.._.._etc_passwd'],
  ] as const)('%s can be fetched', async ([name, type, kind, shown]) => {
    const { channel, phone, received } = await aLoggedInWechat();
    phone.says({ from: 'zhangsan', type, file: { name, bytes } });
    await until(() => received.length === 1);
    const [file] = received[0]?.files ?? [];
    expect(file).toMatchObject({ name: shown, kind });
    expect(Buffer.from(await channel.fetch(file as NonNullable<typeof file>))).toEqual(bytes);
    await channel.stop();
  });

  test('a picture is fetched as the puppet has it', async () => {
    const { channel, phone, received } = await aLoggedInWechat();
    phone.puppet().messageImage = async () => Promise.reject(new Error('unsupported'));
    phone.says({ from: 'zhangsan', type: types.Message.Image, id: 'picture', file: { name: '', bytes } });
    await until(() => received.length === 1);
    const [file] = received[0]?.files ?? [];
    expect(file).toEqual({ id: 'wechat:picture', name: 'picture.jpg', kind: 'image', bytes: null });
    expect(Buffer.from(await channel.fetch(file as NonNullable<typeof file>))).toEqual(bytes);
    await channel.stop();
  });

  test('that are too large, unknown or broken are refused with a code', async () => {
    const { channel, phone } = await aLoggedInWechat();
    const file = (id: string) => ({ id: `wechat:${id}`, name: '', kind: 'file', bytes: null }) as const;
    const type = types.Message.Attachment;
    phone.says({
      from: 'zhangsan',
      type,
      id: 'large',
      file: { name: 'a.pdf', bytes: Buffer.alloc(31 * 2 ** 20) },
    });
    phone.says({ from: 'zhangsan', type, id: 'broken' });
    await expect(channel.fetch(file('large'))).rejects.toMatchObject({ code: 'too-long' });
    await expect(channel.fetch(file('broken'))).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    await expect(channel.fetch(file('unknown'))).rejects.toMatchObject({
      code: 'unavailable',
      retryable: false,
    });
    await channel.stop();
    await expect(channel.fetch(file('large'))).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('nothing is lost and nothing told twice', () => {
  test('a message is handed over again until it is safe, and the next one waits', async () => {
    const clock = aFakeClock();
    let failures = 2;
    const { channel, phone, received, logged } = await aLoggedInWechat({
      clock,
      receive: async () => {
        failures -= 1;
        if (failures >= 0) throw new Error('disk full');
      },
    });
    phone.says({ from: 'zhangsan', text: '一' });
    phone.says({ from: 'zhangsan', text: '二' });
    await until(() => logged.length === 1);
    expect(received).toEqual([]);
    await clock.advance(1_000);
    await until(() => logged.length === 2);
    await clock.advance(2_000);
    await until(() => received.length === 2);
    expect(received.map(({ text }) => text)).toEqual(['一', '二']);
    await channel.stop();
  });

  test('a message that the platform does not know at once is asked for again', async () => {
    const [message] = await hear([{ from: 'zhangsan', text: '慢' }], ({ phone }) => {
      const { mocker } = phone;
      let asked = 0;
      phone.puppet().messageRawPayload = async (id) => {
        asked += 1;
        if (asked <= 3) throw new Error('not yet');
        return mocker.messagePayload(id);
      };
    });
    expect(message?.text).toBe('慢');
  });

  test('what was taken before is known after a restart, what was said meanwhile is heard', async () => {
    const now = 1_800_000_000_000;
    const clock = aFakeClock(now);
    const marks = new Map([['wechat:zhangsan', (now - 3_600_000) as Instant]]);
    const heard = await hear(
      [
        { from: 'zhangsan', text: '早说过', at: now - 3_700_000 },
        { from: 'zhangsan', text: '夜里说的', at: now - 3_500_000 },
        { ...IN_ROOM, text: '昨天的群聊', at: now - 86_400_000 },
      ],
      undefined,
      { clock, marks },
    );
    expect(heard.map(({ text }) => text)).toEqual(['夜里说的']);
    expect(marks.get('wechat:zhangsan')).toBe(now);
  });

  test('a message of nothing but @ is heard like any other', async () => {
    const heard = await hear([
      { ...IN_ROOM, text: '@张三'.repeat(30_000) },
      { ...IN_ROOM, text: `「张三：${'「'.repeat(50_000)}` },
    ]);
    expect(heard.map(({ addressed }) => addressed)).toEqual([false, false]);
  });

  test('a moment that cannot be is now', async () => {
    const clock = aFakeClock();
    const marks = new Map<string, Instant>();
    const heard = await hear(
      [
        { from: 'zhangsan', text: '没有时间', at: 0 },
        { from: 'zhangsan', text: '将来', at: clock.now() * 2 },
        { from: 'zhangsan', text: '按秒', at: Math.floor(clock.now() / 1000) },
      ],
      undefined,
      { clock, marks },
    );
    expect(heard.map(({ at }) => at)).toEqual([clock.now(), clock.now(), clock.now()]);
  });

  test('messages of many chats keep their order', async () => {
    const utterances = Array.from({ length: 60 }, (_, at): Utterance => {
      return at % 2 === 0 ? { from: 'zhangsan', text: `${at}` } : { ...IN_ROOM, text: `${at}` };
    });
    const heard = await hear(utterances, ({ phone }) => {
      const { mocker } = phone;
      // Later messages are loaded faster.
      phone.puppet().messageRawPayload = async (id) => {
        const wait = 60 - Number(mocker.messagePayload(id).text) || 0;
        await new Promise((resolve) => setTimeout(resolve, wait / 2));
        return mocker.messagePayload(id);
      };
    });
    expect(heard.map(({ text }) => text)).toEqual(utterances.map(({ text }) => text));
  });
});
