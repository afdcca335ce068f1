import { describe, expect, test } from 'vitest';
import { types } from 'wechaty';
import { createWechatChannel } from '../../../adapters/wechat/index.ts';
import { scanText, wechatAlarm, wechatFinding } from '../../../src/text/zh/wechat.ts';
import { aFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { aLoggedInWechat, aWechat, turns, until } from '../../support/wechat/channel.ts';

const SECOND = 1_000;

/** Lets the clock run, and whatever happens meanwhile happen. */
async function pass(clock: FakeClock, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 5) {
    await clock.advance(Math.min(left, 5) * SECOND);
    await turns();
  }
}

describe('logging in', () => {
  test('shows the code as it is to be scanned, and says so to the doctor', async () => {
    const { channel, phone, scans, logIn } = await aWechat();
    expect(await channel.diagnose()).toMatchObject([{ severity: 'error', code: 'offline' }]);
    phone.mocker.scan('https://login.example/l/abc', types.ScanStatus.Waiting);
    await until(() => scans.length === 1);
    const [scan] = scans;
    expect(scan).toMatchObject({ status: 'waiting', code: 'https://login.example/l/abc' });
    expect(scan?.drawn.split('\n').length).toBeGreaterThan(10);
    expect(
      Buffer.from(scan?.picture ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(scanText(scan as NonNullable<typeof scan>)).toContain(scan?.drawn);
    expect(await channel.diagnose()).toMatchObject([{ severity: 'error', code: 'scan-needed' }]);
    await logIn();
    expect(await channel.diagnose()).toEqual([]);
    await channel.stop();
  });

  test.for([
    [types.ScanStatus.Scanned, 'scanned'],
    [types.ScanStatus.Confirmed, 'confirmed'],
    [types.ScanStatus.Timeout, 'expired'],
    [types.ScanStatus.Cancel, 'cancelled'],
    [types.ScanStatus.Unknown, 'unknown'],
  ] as const)('step %i is %s', async ([status, name]) => {
    const { channel, phone, scans } = await aWechat();
    phone.mocker.scan('code', status);
    await until(() => scans.length === 1);
    expect(scans).toEqual([{ status: name, code: 'code', drawn: '', picture: null }]);
    await channel.stop();
  });

  test('tells that what waits can be sent', async () => {
    const { channel, onlines, phone, logIn } = await aWechat();
    expect(onlines()).toBe(0);
    await logIn();
    await phone.logOut();
    await logIn();
    expect(onlines()).toBe(2);
    await channel.stop();
  });
});

describe('generations of ids', () => {
  const WEB = ['@0123456789abcdef0123', '@fedcba98765432100123'] as const;

  test('are told of before anything of the new log-in is heard', async () => {
    const order: string[] = [];
    const clock = aFakeClock();
    const { channel, phone, received, generations, logIn } = await aWechat({
      clock,
      onGeneration: async (before, now) => {
        await turns();
        order.push('generation');
        generations.push([before, now]);
      },
      receive: async () => void order.push('message'),
    });
    phone.person('@aaaa', '张三');
    await logIn(WEB[0]);
    phone.says({ from: '@aaaa', text: '一' });
    await until(() => received.length === 1);
    await phone.logOut();
    await turns();
    phone.logIn(WEB[1]);
    phone.says({ from: '@aaaa', text: '二' });
    await until(() => received.length === 2);
    const [first, second] = generations;
    expect(first?.[0]).toBeNull();
    expect(second).toEqual([first?.[1], expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(order).toEqual(['generation', 'message', 'generation', 'message']);
    expect(received.map(({ chat }) => chat)).toEqual([
      `wechat:${first?.[1]}~@aaaa`,
      `wechat:${second?.[1]}~@aaaa`,
    ]);
    await expect(channel.say(received[0]?.chat ?? '', { text: '旧' })).rejects.toMatchObject({
      code: 'unknown-chat',
    });
    const sent: string[] = [];
    // The mock takes every id with an @ for a room.
    phone.puppet().messageSendText = async (to, text) => void sent.push(`${to} ${text}`);
    const said = channel.say(received[1]?.chat ?? '', { text: '新' });
    await turns();
    await clock.advance(2 * SECOND);
    await said;
    expect(sent).toEqual(['@aaaa 新']);
    expect((await channel.diagnose()).map(({ code }) => code)).toEqual(['ids-change']);
    await channel.stop();
  });

  test('go on where the session goes on, also after a restart', async () => {
    const one = await aWechat();
    await one.logIn(WEB[0]);
    await one.channel.stop();
    const generation = one.generations[0]?.[1] ?? null;
    const other = await aWechat({ lastGeneration: generation });
    await other.logIn(WEB[0]);
    expect(other.generations).toEqual([]);
    await other.channel.stop();
  });

  test('there are none where ids outlive a log-in', async () => {
    const { channel, generations } = await aLoggedInWechat();
    expect(generations).toEqual([]);
    await channel.stop();
  });
});

describe('the session is lost', () => {
  test('which is told of within a minute, once, until it is back', async () => {
    const clock = aFakeClock();
    const { channel, phone, alarms, logIn } = await aLoggedInWechat({ clock });
    await phone.logOut();
    await pass(clock, 55);
    expect(alarms).toEqual(['logged-out']);
    await clock.advance(600 * SECOND);
    expect(alarms).toEqual(['logged-out']);
    expect(await channel.diagnose()).toMatchObject([{ code: 'logged-out', facts: { minutes: 10 } }]);
    await logIn();
    expect(await channel.diagnose()).toEqual([]);
    await channel.stop();
  });

  test('and then all goes silent, which is the same outage', async () => {
    const clock = aFakeClock();
    const { channel, phone, alarms } = await aLoggedInWechat({ clock });
    await pass(clock, 25);
    phone.puppet().ding = () => undefined;
    await phone.logOut();
    await pass(clock, 70);
    expect(alarms).toEqual(['logged-out']);
    expect((await channel.diagnose())[0]).toMatchObject({ code: 'silent' });
    await channel.stop();
  });

  test('for a moment, which is no alarm', async () => {
    const clock = aFakeClock();
    const { channel, phone, alarms, logIn } = await aLoggedInWechat({ clock });
    await phone.logOut();
    await pass(clock, 10);
    await logIn();
    await pass(clock, 60);
    expect(alarms).toEqual([]);
    await channel.stop();
  });

  test('by our own end, which is none either', async () => {
    const clock = aFakeClock();
    const { channel, alarms } = await aLoggedInWechat({ clock });
    await channel.stop();
    await pass(clock, 60);
    expect(alarms).toEqual([]);
  });
});

describe('silence', () => {
  test('is noticed within a minute; another bot is started and heard', async () => {
    const clock = aFakeClock();
    const { channel, phone, alarms, received, logIn } = await aLoggedInWechat({ clock });
    await pass(clock, 25);
    expect(phone.puppets()).toBe(1);
    phone.puppet().ding = () => undefined;
    await pass(clock, 60);
    expect(alarms).toEqual(['silent']);
    await pass(clock, 20);
    expect(phone.puppets()).toBe(2);
    await logIn();
    phone.says({ from: 'zhangsan', text: '还在吗' });
    await until(() => received.length === 1);
    expect(received).toHaveLength(1);
    await channel.stop();
  });

  test('is none where a puppet answers, or has never answered', async () => {
    const clock = aFakeClock();
    const answering = await aLoggedInWechat({ clock });
    const mute = await aLoggedInWechat({ clock });
    mute.phone.puppet().ding = () => undefined;
    await pass(clock, 300);
    expect([...answering.alarms, ...mute.alarms]).toEqual([]);
    expect([answering.phone.puppets(), mute.phone.puppets()]).toEqual([1, 1]);
    await answering.channel.stop();
    await mute.channel.stop();
  });

  test('is looked for at once when something goes wrong', async () => {
    const clock = aFakeClock();
    const { channel, phone, logged } = await aLoggedInWechat({ clock });
    await pass(clock, 10);
    let asked = 0;
    phone.puppet().ding = () => {
      asked += 1;
    };
    phone.puppet().emit('error', { gerror: JSON.stringify({ name: 'Error', message: 'boom' }) });
    await until(() => logged.length > 0);
    expect([asked, logged]).toEqual([1, ['wechat-error']]);
    expect(await channel.diagnose()).toMatchObject([
      { severity: 'warning', code: 'errors', facts: { count: 1 } },
    ]);
    await channel.stop();
  });
});

describe('a start that fails', () => {
  test('is told of once, and tried again after longer and longer pauses', async () => {
    const clock = aFakeClock();
    let starts = 0;
    const options = {
      get mocker(): never {
        starts += 1;
        throw new Error('no network');
      },
    };
    const { channel, alarms } = await aWechat({ clock, puppet: { name: 'wechaty-puppet-mock', options } });
    expect(alarms).toEqual(['start-failed']);
    await pass(clock, 5);
    expect(starts).toBe(1);
    await pass(clock, 10);
    expect(starts).toBe(2);
    await pass(clock, 10);
    expect(starts).toBe(2);
    await pass(clock, 10);
    expect(starts).toBe(3);
    expect(alarms).toEqual(['start-failed']);
    await channel.stop();
  });

  test('because the puppet is not installed, is not tried again, and known before', async () => {
    const clock = aFakeClock();
    const puppet = { name: 'wechaty-puppet-nowhere', options: {} };
    const { channel, alarms } = await aWechat({ clock, puppet });
    expect(alarms).toEqual(['puppet-missing']);
    await pass(clock, 100);
    expect(alarms).toEqual(['puppet-missing']);
    const known = { severity: 'error', code: 'puppet-missing', facts: { puppet: puppet.name } };
    expect(await channel.diagnose()).toMatchObject([known]);
    await expect(channel.say('wechat:zhangsan', { text: '在吗' })).rejects.toMatchObject({ code: 'closed' });
    await channel.stop();
  });
});

describe('before the start', () => {
  // Nothing but the puppet's name is looked at.
  const unstarted = (name: string) => createWechatChannel({ puppet: { name, options: {} } } as never);

  test('nothing can be said, and the doctor knows whether the puppet is there', async () => {
    const channel = unstarted('wechaty-puppet-mock');
    await expect(channel.say('wechat:a', { text: '' })).rejects.toMatchObject({ code: 'not-started' });
    expect(await channel.diagnose()).toEqual([]);
    const other = unstarted('wechaty-puppet-nowhere');
    expect(await other.diagnose()).toMatchObject([{ code: 'puppet-missing' }]);
    await channel.stop();
    await channel.closed;
  });
});

test('every alarm and finding has its words', async () => {
  for (const code of ['logged-out', 'silent', 'start-failed', 'puppet-missing'] as const) {
    expect(wechatAlarm(code)).toMatch(/微信.*。$/);
    expect(wechatFinding(code, { minutes: 3, puppet: 'wechaty-puppet-x' })).toMatch(/[。]$/);
  }
  expect(wechatFinding('logged-out', { minutes: 3 })).toContain('已有 3 分钟');
  expect(wechatFinding('offline', {})).toContain('还没有登录');
  expect(wechatFinding('scan-needed', {})).toContain('二维码');
  expect(wechatFinding('errors', { count: 2 })).toContain('2 次');
  expect(wechatFinding('ids-change', { puppet: 'wechaty-puppet-wechat4u' })).toContain('重新绑定');
  expect(wechatFinding('something new', {})).toBe('something new');
});
