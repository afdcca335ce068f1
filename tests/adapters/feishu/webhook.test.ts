import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openingFeishu, type FeishuBenchOptions, 张三 } from '../../support/a-feishu.ts';
import { envelope, messageEvent } from '../../support/feishu/events.ts';
import { type Push, post, seal, signatureOf, toPush } from '../../support/feishu/pushes.ts';
import { privateChat } from '../../support/feishu/desk.ts';
import type { StoredMessage } from '../../support/feishu/world.ts';

const HOUR_MS = 3_600_000;

const open = openingFeishu();

async function aWebhook(options: FeishuBenchOptions = {}) {
  const bench = await open({ receives: 'webhook', ...options });
  const { world } = bench.server;
  const message: StoredMessage = {
    id: 'om_1',
    chat: privateChat(world, 张三).id,
    sender: { id: 张三, id_type: 'open_id', sender_type: 'user' },
    type: 'text',
    content: '{"text":"你好"}',
    at: world.now(),
    mentions: [],
    deleted: false,
  };
  const event = envelope(
    world,
    'im.message.receive_v1',
    messageEvent(world, message, privateChat(world, 张三)),
  );
  /** Sealed and signed with the key of the app, or another. */
  const sealed = (inner: object | string, at = world.now(), key = 'an-encrypt-key'): Push =>
    toPush(typeof inner === 'string' ? JSON.parse(inner) : inner, { ...world.app, encryptKey: key }, at);
  return { ...bench, world, event, sealed, send: (push: Push) => post(bench.eventsUrl, push) };
}

/** Signed rightly, whatever the body is. */
function signed(body: string | Uint8Array, key = 'an-encrypt-key', atMs = Date.now()): Push {
  const bytes = Buffer.from(body);
  const stamp = { timestamp: String(Math.floor(atMs / 1000)), nonce: 'n' };
  return {
    body: bytes,
    headers: {
      'x-lark-request-timestamp': stamp.timestamp,
      'x-lark-request-nonce': stamp.nonce,
      'x-lark-signature': signatureOf(bytes, stamp, key),
    },
  };
}

const refused = (status: number) => ({ status, answer: {} });

describe('the challenge', () => {
  test('is answered, sealed and without a signature as the console sends it', async () => {
    const { send } = await aWebhook();
    const inner = { type: 'url_verification', challenge: 'c1', token: 'a-verification-token' };
    const body = Buffer.from(JSON.stringify({ encrypt: seal(JSON.stringify(inner), 'an-encrypt-key') }));
    expect(await send({ body, headers: {} })).toEqual({ status: 200, answer: { challenge: 'c1' } });
  });

  test('is answered in plain where there is no key', async () => {
    const { send } = await aWebhook({ encryptKey: null });
    const body = Buffer.from('{"type":"url_verification","challenge":"c2","token":"a-verification-token"}');
    expect(await send({ body, headers: {} })).toEqual({ status: 200, answer: { challenge: 'c2' } });
  });

  test.for([
    ['another token', { type: 'url_verification', challenge: 'c', token: 'guessed' }],
    ['no token', { type: 'url_verification', challenge: 'c' }],
  ] as const)('with %s is refused', async ([, inner]) => {
    const { send } = await aWebhook();
    const body = Buffer.from(JSON.stringify({ encrypt: seal(JSON.stringify(inner), 'an-encrypt-key') }));
    expect(await send({ body, headers: {} })).toEqual(refused(401));
  });

  test('in plain is refused where there is a key', async () => {
    const { send } = await aWebhook();
    const body = Buffer.from('{"type":"url_verification","challenge":"c","token":"a-verification-token"}');
    expect(await send({ body, headers: {} })).toEqual(refused(401));
  });
});

describe('a push', () => {
  test('is acknowledged when the message is safe, and not before', async () => {
    const order: string[] = [];
    const { send, sealed, event } = await aWebhook({
      receive: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push('safe');
      },
    });
    await send(sealed(event)).then(() => order.push('acknowledged'));
    expect(order).toEqual(['safe', 'acknowledged']);
  });

  test('whose message could not be saved gets 500 and no detail, and is pushed again', async () => {
    const { send, sealed, event } = await aWebhook({
      receive: async () => {
        throw new Error('disk full at /secret/place');
      },
    });
    expect(await send(sealed(event))).toEqual(refused(500));
  });

  test('sent ten times gets ten times 200 and hands over the same message', async () => {
    const { send, sealed, event, received } = await aWebhook();
    const push = sealed(event);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(push)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ status: 200, answer: {} })));
    expect(received).toHaveLength(10);
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set(['feishu:om_1']));
  });

  test.for([
    ['eight hours old', -8 * HOUR_MS + 5000, 200],
    ['older', -8 * HOUR_MS - 5000, 401],
    ['five minutes ahead', 295_000, 200],
    ['further ahead', 305_000, 401],
  ] as const)('%s gets what it should', async ([, offset, status]) => {
    const { send, sealed, event, world } = await aWebhook();
    expect((await send(sealed(event, world.now() + offset))).status).toBe(status);
  });

  test('in plain is told its age by its event', async () => {
    const { send, world, event, received } = await aWebhook({ encryptKey: null });
    const old = JSON.stringify(event).replace(
      /"create_time":"\d+"/,
      `"create_time":"${world.now() - 9 * HOUR_MS}"`,
    );
    expect(await send({ body: Buffer.from(old), headers: {} })).toEqual(refused(401));
    expect(await send({ body: Buffer.from(JSON.stringify(event)), headers: {} })).toEqual({
      status: 200,
      answer: {},
    });
    expect(received).toHaveLength(1);
  });
});

describe('hostile pushes are refused, without a word why', () => {
  test.for<readonly [string, (bench: Awaited<ReturnType<typeof aWebhook>>) => Push, number]>([
    ['sealed with another key', ({ sealed, event, world }) => sealed(event, world.now(), 'guessed'), 401],
    [
      'signed with another key',
      ({ event }) =>
        signed(JSON.stringify({ encrypt: seal(JSON.stringify(event), 'an-encrypt-key') }), 'guessed'),
      401,
    ],
    ['without a signature', ({ sealed, event }) => ({ ...sealed(event), headers: {} }), 401],
    [
      'with a signature that is no hexadecimal',
      ({ sealed, event }) => {
        const push = sealed(event);
        return { ...push, headers: { ...push.headers, 'x-lark-signature': 'zz' } };
      },
      401,
    ],
    [
      'with a timestamp that was not signed',
      ({ sealed, event, world }) => {
        const push = sealed(event);
        return { ...push, headers: { ...push.headers, 'x-lark-request-timestamp': String(world.now()) } };
      },
      401,
    ],
    [
      'signed with a timestamp that is no number',
      ({ event }) => {
        const body = Buffer.from(JSON.stringify({ encrypt: seal(JSON.stringify(event), 'an-encrypt-key') }));
        const stamp = { timestamp: 'NaN', nonce: 'n' };
        return {
          body,
          headers: {
            'x-lark-request-timestamp': 'NaN',
            'x-lark-request-nonce': 'n',
            'x-lark-signature': signatureOf(body, stamp, 'an-encrypt-key'),
          },
        };
      },
      401,
    ],
    [
      'with another token',
      ({ sealed, event }) => sealed(JSON.stringify(event).replace('a-verification-token', 'guessed')),
      401,
    ],
    [
      'in plain though there is a key',
      ({ event }) => ({ body: Buffer.from(JSON.stringify(event)), headers: {} }),
      401,
    ],
    [
      'truncated',
      ({ sealed, event }) => {
        const push = sealed(event);
        return { ...push, body: push.body.subarray(0, -9) };
      },
      400,
    ],
    ['with sealed text cut short', () => signed('{"encrypt":"QUJD"}'), 401],
    [
      'with sealed text that is no JSON',
      () => signed(JSON.stringify({ encrypt: seal('nonsense', 'an-encrypt-key') })),
      401,
    ],
    ['sealed but no event', ({ sealed }) => sealed({ hello: 'world' }), 400],
    ['empty', () => signed(''), 400],
    ['not UTF-8', () => signed(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), 400],
    ['no JSON', () => signed('encrypt=1'), 400],
    ['a number', () => signed('1'), 400],
    ['nested a hundred thousand deep', () => signed(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 401],
    ['longer than 1 MB', () => signed(`{"encrypt":"${'A'.repeat(1_100_000)}"}`), 400],
  ])('%s', async ([, make, status]) => {
    const bench = await aWebhook();
    expect(await bench.send(make(bench))).toEqual(refused(status));
    expect(bench.received).toEqual([]);
    // And the service goes on.
    expect(await bench.send(bench.sealed(bench.event))).toEqual({ status: 200, answer: {} });
  });

  test('a message whose content is nested a hundred thousand deep is one that cannot be read', async () => {
    const { send, sealed, event, received } = await aWebhook();
    const bomb = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = JSON.stringify(event)
      .replace(/"content":"[^}]*}"/, `"content":"${bomb}"`)
      .replace('"message_type":"text"', '"message_type":"post"');
    expect((await send(sealed(text))).status).toBe(200);
    expect(received[0]?.happening).toEqual({ kind: 'unreadable', what: 'other' });
  });

  test('an event with names of things that every object has is forgotten', async () => {
    const { send, sealed, event, received } = await aWebhook();
    for (const name of ['constructor', '__proto__', 'toString']) {
      const text = JSON.stringify(event).replace('im.message.receive_v1', name);
      expect(await send(sealed(text))).toEqual({ status: 200, answer: {} });
      const odd = JSON.stringify(event).replace('"message_type":"text"', `"message_type":"${name}"`);
      expect(await send(sealed(odd))).toEqual({ status: 200, answer: {} });
    }
    expect(received.map(({ happening }) => happening?.kind)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });

  test('a hundred silent connections are cut, and those who speak are heard meanwhile', async () => {
    const { send, sealed, event, eventsUrl, received } = await aWebhook();
    const { port } = new URL(eventsUrl);
    const closed: Promise<void>[] = [];
    const sockets: Socket[] = [];
    for (let count = 0; count < 100; count += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write('POST /feishu/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{');
      socket.on('error', () => undefined);
      closed.push(new Promise((resolve) => socket.on('close', () => resolve())));
      socket.resume();
      sockets.push(socket);
    }
    expect(await send(sealed(event))).toEqual({ status: 200, answer: {} });
    expect(received).toHaveLength(1);
    await Promise.all(closed);
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
    expect(await send(sealed(event))).toEqual({ status: 200, answer: {} });
  });
});
