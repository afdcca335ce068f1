import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFeishuChannel } from '../../../adapters/feishu/index.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { ChannelError } from '../../../src/ports/channel.ts';
import { feishuWords } from '../../../src/text/zh/feishu.ts';
import type { FeishuServer } from '../../support/feishu/server.ts';
import { openingFeishu, type FeishuBenchOptions, GROUP, 张三 } from '../../support/a-feishu.ts';

const ALONE = `feishu:${张三}`;
const TOGETHER = `feishu:${GROUP}`;
const SENDING = /^POST .*\/messages$/;
const TOKEN = /tenant_access_token/;

const open = openingFeishu();

async function aSender(options: FeishuBenchOptions = {}) {
  const bench = await open({ receives: 'webhook', ...options });
  const say = (chat = ALONE): Promise<unknown> =>
    bench.channel.say(chat, { key: 'k', text: '请拨 13800000000' }).catch((error: unknown) => error);
  return { ...bench, say, ...bench.server };
}

describe('a refusal of the platform', () => {
  test.for([
    [99991400, 'rate-limited', true],
    [230020, 'rate-limited', true],
    [230002, 'unknown-chat', false],
    [230034, 'unknown-chat', false],
    [232009, 'unknown-chat', false],
    [230013, 'unreachable', false],
    [230029, 'unreachable', false],
    [230038, 'unreachable', false],
    [230053, 'unreachable', false],
    [230018, 'muted', false],
    [230022, 'forbidden', false],
    [230028, 'forbidden', false],
    [230035, 'muted', false],
    [230025, 'too-long', false],
    [230049, 'unavailable', true],
    [230006, 'unavailable', true],
    [230027, 'unavailable', true],
    [99991672, 'unavailable', true],
    // Nobody knows it yet: the platform has refused, and that is final.
    [299999, 'forbidden', false],
  ] as const)('with code %s is %s', async ([code, refusal, retryable]) => {
    const { say, fail, said } = await aSender();
    fail({ path: SENDING, status: 400, code });
    const error = await say();
    expect(error).toBeInstanceOf(ChannelError);
    expect(error).toMatchObject({ code: refusal, retryable, afterMs: null });
    expect(said).toEqual([]);
  });

  test('that limits the rate says how long to wait', async () => {
    const { say, fail } = await aSender();
    fail({ path: SENDING, status: 429, code: 99991400, resetSeconds: 7 });
    expect(await say()).toMatchObject({ code: 'rate-limited', afterMs: 7000 });
    fail({ path: SENDING, status: 429, code: 0, resetSeconds: 3 });
    expect(await say()).toMatchObject({ code: 'rate-limited', afterMs: 3000 });
  });

  test('under 200 is a refusal all the same', async () => {
    const { say, fail } = await aSender();
    fail({ path: SENDING, status: 200, code: 230022 });
    expect(await say()).toMatchObject({ code: 'forbidden' });
  });

  test.for<readonly [string, (server: FeishuServer) => void, string, string]>([
    ['numbers of telephones', ({ world }) => void (world.guardsPhones = true), ALONE, 'forbidden'],
    [
      'a person out of range',
      ({ world }) => void Object.assign(world.people.get(张三) ?? {}, { inRange: false }),
      ALONE,
      'unreachable',
    ],
    [
      'a group without the bot',
      ({ world }) => void Object.assign(world.chats.get(GROUP) ?? {}, { hasBot: false }),
      TOGETHER,
      'unknown-chat',
    ],
    [
      'a group where it may not speak',
      ({ world }) => void Object.assign(world.chats.get(GROUP) ?? {}, { muted: true }),
      TOGETHER,
      'muted',
    ],
    ['a group that is not there', () => undefined, 'feishu:oc_none', 'unknown-chat'],
    ['a person who is not there', () => undefined, 'feishu:ou_none', 'unknown-chat'],
  ])('because of %s is for good', async ([, prepare, chat, code]) => {
    const { say, server } = await aSender();
    prepare(server);
    expect(await say(chat)).toMatchObject({ code, retryable: false });
  });

  test('carries no secret and no words of the message', async () => {
    const { say, fail, logged } = await aSender();
    fail({ path: SENDING, status: 400, code: 230022 });
    const error = await say();
    const everything = JSON.stringify(
      [error, (error as Error).cause, logged],
      Object.getOwnPropertyNames(error).concat('cause', 'path', 'message', 'stack'),
    );
    expect(everything).not.toMatch(/13800000000|an-app-secret|Bearer/);
  });
});

describe('a token that the platform no longer takes', () => {
  test('is dropped, and the message said once under a new one', async () => {
    const { say, world, said, asked, channel } = await aSender();
    await say();
    world.tokens.clear();
    expect(await say()).toMatchObject({});
    expect(said).toHaveLength(1);
    world.tokens.clear();
    await channel.say(ALONE, { key: 'other', text: '再说' });
    expect(said).toHaveLength(2);
    expect(asked.filter((one) => TOKEN.test(one))).toHaveLength(2);
  });

  test('twice in a row is a refusal that may pass', async () => {
    const { say, fail, said } = await aSender();
    fail({ path: SENDING, status: 400, code: 99991663 });
    fail({ path: SENDING, status: 400, code: 99991663 });
    expect(await say()).toMatchObject({ code: 'unavailable', retryable: true });
    expect(said).toEqual([]);
  });

  test.for([
    ['a refused secret', { secret: 'wrong' }, undefined],
    ['a token service that is broken', {}, { path: TOKEN, status: 500 }],
    ['a token service that breaks off', {}, { path: TOKEN }],
    ['a token service that never answers', { timing: { requestMs: 150 } }, { path: TOKEN, hangs: true }],
  ] as const)('%s leaves nothing said, for now', async ([, options, fault]) => {
    const { say, fail } = await aSender(options);
    if (fault) fail(fault);
    expect(await say()).toMatchObject({ code: 'unavailable', retryable: true });
  });
});

describe('what nobody can know', () => {
  test.for([
    ['an answer that got lost', { path: SENDING, done: true }, 1],
    ['an answer that never comes', { path: SENDING, hangs: true, done: true }, 1],
    ['a request that got lost', { path: SENDING }, 0],
    ['an error of the server', { path: SENDING, status: 500, code: 2200 }, 0],
    ['an error of the gateway', { path: SENDING, status: 502 }, 0],
  ] as const)('is left open after %s, and the key makes another try safe', async ([, fault, before]) => {
    const { say, fail, said } = await aSender('hangs' in fault ? { timing: { requestMs: 150 } } : {});
    fail(fault);
    const error = await say();
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ChannelError);
    expect(said).toHaveLength(before);
    await say();
    expect(said).toHaveLength(1);
  });
});

describe('a platform that cannot be reached', () => {
  test('any more, though it was a moment ago: nothing was said, later it may be', async () => {
    const { channel, server, say } = await aSender();
    await channel.say(ALONE, { text: '在吗' });
    await server.stop();
    // A connection that was kept for later breaks first; nobody knows whether the request was on it.
    await expect.poll(say).toMatchObject({ code: 'unavailable', retryable: true });
  });

  const channelTo = (domain: string) =>
    createFeishuChannel({
      credentials: { appId: 'cli_0123456789abcdef', appSecret: 's', domain },
      receiving: {
        kind: 'webhook',
        routes: { isLoopback: true, add: () => () => undefined },
        secrets: { encryptKey: 'k', verificationToken: null },
      },
      words: feishuWords,
      now: () => Date.now() as Instant,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      readFile: async () => new Uint8Array(),
      timing: { requestMs: 200 },
    });
  let closed: string;
  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    closed = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    await new Promise<void>((resolve) => gone.close(() => resolve()));
  });
  afterAll(() => {
    silent.closeAllConnections();
    return new Promise<void>((resolve) => silent.close(() => resolve()));
  });

  test.for([
    ['refuses connections', (): string => closed],
    ['has no name that is known', (): string => 'http://feishu.invalid'],
    ['is silent', (): string => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`],
  ] as const)('because it %s: nothing was said, later it may be', async ([, domain]) => {
    const channel = channelTo(domain());
    await channel.start(async () => undefined);
    await expect(channel.say(ALONE, { text: '在吗' })).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    expect(await channel.diagnose()).toEqual([
      expect.objectContaining({ severity: 'error', code: 'unreachable' }),
    ]);
    await channel.stop();
  });

  test('says that it has not been started before it has', async () => {
    const channel = channelTo(closed);
    await expect(channel.say(ALONE, { text: '在吗' })).rejects.toMatchObject({ code: 'not-started' });
    await channel.stop();
  });
});
