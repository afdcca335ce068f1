import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer, type HttpServer } from '../../../adapters/http/index.ts';
import type { Route } from '../../../src/ports/routes.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function aServer({ mostConnections = 50, patienceMs = 150, host = '127.0.0.1' } = {}) {
  const logged: unknown[] = [];
  const note = (code: string, facts: unknown): void => void logged.push([code, facts]);
  const log = { info: note, warn: note, error: note };
  const server = createHttpServer({ host, port: 0, log, patienceMs, mostConnections });
  open.push(server);
  const port = await server.start();
  const url = `http://127.0.0.1:${port}`;
  const post = (path: string, body: string) => fetch(`${url}${path}`, { method: 'POST', body });
  return { server, port, url, post, logged };
}

const echo: Route = {
  method: 'POST',
  path: '/echo',
  maxBytes: 100,
  handle: async ({ body, path, headers }) => ({
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: `${path} ${headers['x-who'] ?? ''} ${new TextDecoder().decode(body)}`,
  }),
};

/** What comes back over a bare connection until it is closed. */
const talk = (port: number, ...pieces: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (piece) => (heard += String(piece)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    for (const piece of pieces) socket.write(piece);
  });

describe('the web server', () => {
  test('hands a request to its route, and the answer back', async () => {
    const { server, url } = await aServer();
    server.add(echo);
    const answer = await fetch(`${url}/echo?a=1`, {
      method: 'POST',
      body: '您好',
      headers: { 'X-Who': 'me' },
    });
    expect([answer.status, await answer.text()]).toEqual([200, '/echo me 您好']);
  });

  test('knows routes by their whole path, or by their beginning where it ends with a slash', async () => {
    const { server, url } = await aServer();
    server.add({ ...echo, method: 'GET', path: '/calendar/' });
    server.add(echo);
    const statuses = ['/calendar/a.ics', '/calendar', '/echo', '/echo/', '/'].map((path) =>
      fetch(`${url}${path}`).then(({ status }) => status),
    );
    expect(await Promise.all(statuses)).toEqual([200, 404, 404, 404, 404]);
  });

  test('takes a route away again', async () => {
    const { server, post } = await aServer();
    const remove = server.add(echo);
    remove();
    expect((await post('/echo', 'a')).status).toBe(404);
  });

  test('refuses a body that is too long, announced or not', async () => {
    const { server, port, post } = await aServer();
    server.add(echo);
    expect((await post('/echo', 'a'.repeat(100))).status).toBe(200);
    expect((await post('/echo', 'a'.repeat(101))).status).toBe(400);
    const chunk = `65\r\n${'a'.repeat(101)}\r\n`;
    const head = 'POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await talk(port, head, chunk)).toContain('HTTP/1.1 400');
  });

  test('tells nothing of an error but logs it', async () => {
    const { server, post, logged } = await aServer();
    server.add({
      ...echo,
      handle: async () => {
        throw new Error('secret');
      },
    });
    const answer = await post('/echo', 'a');
    expect([answer.status, await answer.text()]).toEqual([500, '{}']);
    expect(logged).toEqual([['http-failed', expect.objectContaining({ path: '/echo' })]]);
  });

  test('cuts off who is slow to speak', async () => {
    const { server, port, post } = await aServer({ patienceMs: 60 });
    server.add(echo);
    const slow = [
      '',
      'POST /echo HTTP/1.1\r\nHost:',
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nabc',
    ];
    const heard = await Promise.all(slow.map((piece) => talk(port, piece)));
    for (const answer of heard) expect(answer).not.toContain('HTTP/1.1 200');
    expect((await post('/echo', 'a')).status).toBe(200);
  });

  test('answers who speaks while a thousand are silent', async () => {
    const { server, port, post } = await aServer({ patienceMs: 5000, mostConnections: 100 });
    server.add(echo);
    const silent = Array.from({ length: 1000 }, () =>
      talk(port, 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na'),
    );
    for (let count = 0; count < 5; count += 1) expect((await post('/echo', 'a')).status).toBe(200);
    await server.stop();
    for (const answer of await Promise.all(silent)) expect(answer).not.toContain('HTTP/1.1 200');
  });

  test('shows out the silent and not whom it is answering', async () => {
    const { server, port, post } = await aServer({ mostConnections: 2, patienceMs: 500 });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const handle = (): Promise<{ status: number }> => {
      arrived();
      return held.then(() => ({ status: 200 }));
    };
    server.add({ ...echo, path: '/slow', handle });
    server.add(echo);
    const slow = post('/slow', 'a');
    await arrival;
    const silent = talk(port, 'POST /echo HTTP/1.1\r\n');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await post('/echo', 'a')).status).toBe(200);
    expect(await silent).not.toContain('200');
    release();
    expect((await slow).status).toBe(200);
  });

  test('answers what is under way before it stops, and stops twice', async () => {
    const { server, post } = await aServer();
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const handle = async (): Promise<{ status: number }> => {
      arrived();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { status: 200 };
    };
    server.add({ ...echo, handle });
    const answer = post('/echo', 'a');
    await arrival;
    await server.stop();
    expect((await answer).status).toBe(200);
    await server.stop();
    await expect(post('/echo', 'a')).rejects.toThrow('fetch failed');
  });

  test('says so when its port is taken', async () => {
    const { port } = await aServer();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const second = createHttpServer({ host: '127.0.0.1', port, log });
    await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await second.stop();
  });

  test.for([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.2', false],
    ['127.example.com', false],
  ] as const)('knows whether %s is this machine alone', ([host, isLoopback]) => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    expect(createHttpServer({ host, port: 0, log }).isLoopback).toBe(isLoopback);
  });
});
