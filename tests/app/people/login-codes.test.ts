import { describe, expect, test } from 'vitest';
import { createLoginCodes } from '../../../src/app/people/login-codes.ts';
import type { Said } from '../../../src/app/turn/types.ts';
import type { ClockTime } from '../../../src/domain/clock-time.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { OutboundMessage } from '../../../src/ports/message.ts';
import { aTown, MONDAY } from '../../support/a-town.ts';
import { aMessage } from '../../support/bot.ts';

const ADMIN = 'feishu:管';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function aDoor(channel: string | null = 'wechat') {
  const { people } = await aTown({ admins: [ADMIN, 'wechat:管', 'console:管理员'] });
  const told: { readonly to: string; readonly content: OutboundMessage }[] = [];
  const kept: Uint8Array[] = [];
  let now = MONDAY;
  const codes = createLoginCodes({
    roster: people.roster,
    attachments: { put: async (bytes) => `picture${kept.push(bytes)}` },
    tell: async (to, _id, content) => void told.push({ to, content }),
    now: () => now,
    quietHours: { from: (21 * 60) as ClockTime, to: (8 * 60) as ClockTime },
    channel,
  });
  return {
    codes,
    told,
    passes: (ms: number) => {
      now = (now + ms) as Instant;
    },
    shows: (code: string, picture: Uint8Array | null = new Uint8Array([1, 2])) =>
      codes.shown({ code, picture }),
    says: async (text: string, from = ADMIN, more: Partial<Said['message']> = {}) => {
      const message = aMessage('1', { chat: from, from: { id: from, name: '' }, ...more });
      const said = { message, text, isCalled: false, picked: null, now } as unknown as Said;
      return (await codes.step(said))?.reply ?? null;
    },
  };
}

describe('a code to log in with', () => {
  test('is sent as a picture to administrators elsewhere, those that replace it are not', async () => {
    const { shows, passes, told } = await aDoor();
    for (let minute = 0; minute < 30; minute += 1) {
      await shows(`code ${minute}`);
      passes(MINUTE_MS);
    }
    expect(told).toEqual([
      {
        to: ADMIN,
        content: {
          text: expect.stringContaining('登录码'),
          files: [{ id: 'picture1', name: 'login.png', kind: 'image', bytes: 2 }],
        },
      },
    ]);
  });

  test('is sent again after hours, and at once after a log-in was lost', async () => {
    const { codes, shows, passes, told } = await aDoor();
    await shows('1');
    passes(6 * HOUR_MS);
    await shows('2');
    expect(told).toHaveLength(2);
    codes.loggedIn();
    passes(MINUTE_MS);
    codes.loggedOut();
    await shows('3');
    expect(told).toHaveLength(3);
  });

  test('wakes nobody at night; in the morning the newest is sent', async () => {
    const { shows, passes, told } = await aDoor();
    passes(14 * HOUR_MS);
    await shows('night');
    expect(told).toEqual([]);
    passes(10 * HOUR_MS);
    await shows('morning');
    expect(told).toHaveLength(1);
  });

  test('of which there is no picture is sent as a line', async () => {
    const { shows, told } = await aDoor();
    await shows('http://weixin.qq.com/x/1', null);
    expect(told[0]?.content).toEqual({ text: expect.stringMatching(/\nhttp:\/\/weixin.qq.com\/x\/1$/) });
  });
});

describe('「登录码」', () => {
  test('gives an administrator the newest code', async () => {
    const { shows, says } = await aDoor();
    await shows('1');
    await shows('2', new Uint8Array([1, 2, 3]));
    for (const words of ['登录码', '微信登录码', '扫码登录', '登录二维码'])
      expect((await says(words))?.files?.[0]?.bytes).toBe(3);
  });

  test('says where there is none yet, and where none is needed', async () => {
    const { codes, shows, says } = await aDoor();
    expect((await says('登录码'))?.text).toContain('还没有登录码');
    await shows('1');
    codes.loggedIn();
    expect((await says('登录码'))?.text).toContain('登录着');
    codes.loggedOut();
    expect((await says('登录码'))?.text).toContain('还没有登录码');
  });

  test('is of no use where no channel logs in', async () => {
    expect((await (await aDoor(null)).says('登录码'))?.text).toContain('没有接微信');
  });

  test('is nothing from anybody else, in a group, or in other words', async () => {
    const { shows, says } = await aDoor();
    await shows('1');
    expect(await says('登录码', 'feishu:别人')).toBeNull();
    expect(await says('登录码', 'nobody')).toBeNull();
    expect(await says('登录码', ADMIN, { isGroup: true })).toBeNull();
    expect(await says('登录码是什么')).toBeNull();
  });
});
