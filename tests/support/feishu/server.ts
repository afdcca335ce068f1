import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Asked } from './asked.ts';
import { serve } from './desk.ts';
import { envelope } from './events.ts';
import { checkClickAnswer } from './check-card.ts';
import { createLine, type Line, type LineSettings } from './line.ts';
import { post, toPush } from './pushes.ts';
import { Refusal } from './refusal.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { aWorld, type FeishuWorld, type StoredMessage, type WorldOptions } from './world.ts';

/** What goes wrong with the next request whose path fits. */
export interface Fault {
  readonly path: RegExp;
  /** So many fitting requests pass before. */
  readonly after?: number;
  /** Refused so; without a status the line breaks instead of an answer. */
  readonly status?: number;
  readonly code?: number;
  readonly resetSeconds?: number;
  /** Done all the same, before it goes wrong. */
  readonly done?: true;
  /** Answered never. */
  readonly hangs?: true;
}

/** An event on its way to the app. */
export interface Delivery {
  /** Acknowledged at once; false where it has to be pushed again. */
  readonly taken: boolean;
  /** What the app answered: a toast for a click. */
  readonly answer: unknown;
  /** Resolves when it is acknowledged, or was pushed for the last time. */
  readonly end: Promise<{ readonly tries: number; readonly taken: boolean }>;
  /** Attempts so far that have come to an end. */
  readonly tries: () => number;
}

export interface FeishuServer {
  readonly world: FeishuWorld;
  readonly line: Line;
  readonly traffic: Traffic;
  readonly url: string;
  /** Where pushes go, where they go to an address. */
  readonly pushTo: (url: string) => void;
  readonly fail: (fault: Fault) => void;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  /** What the bot has said. */
  readonly said: readonly StoredMessage[];
  readonly emit: (type: string, event: object) => Promise<Delivery>;
  readonly stop: () => Promise<void>;
}

export interface ServerOptions extends WorldOptions {
  readonly clock?: Clock;
  readonly line?: Partial<LineSettings>;
}

/** After these the platform pushes again what was not acknowledged. */
export const RETRY_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000] as const;

const never = new AbortController().signal;

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

interface JsonAnswer {
  readonly status?: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

function answerJson(response: ServerResponse, { status = 200, body, headers = {} }: JsonAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function answerRefusal(response: ServerResponse, { code, message, status, resetSeconds }: Refusal): void {
  const headers: Record<string, string> =
    resetSeconds === null ? {} : { 'x-ogw-ratelimit-reset': String(resetSeconds) };
  answerJson(response, { status, body: { code, msg: message, error: { log_id: 'log' } }, headers });
}

function grantToken(world: FeishuWorld, body: Buffer): object {
  const { app_id: id, app_secret: secret } = JSON.parse(body.toString()) as Record<string, unknown>;
  if (id !== world.app.id) return { code: 10003, msg: 'invalid param' };
  if (secret !== world.app.secret) return { code: 10014, msg: 'app secret invalid' };
  const token = world.nextId('t');
  world.tokens.add(token);
  return { code: 0, msg: 'ok', tenant_access_token: token, expire: 7200 };
}

/** A Feishu on the loopback address that refuses what Feishu's documentation says it refuses. */
export async function openFeishu({
  clock,
  line: lineSettings,
  ...options
}: ServerOptions = {}): Promise<FeishuServer> {
  const world = aWorld({ ...(clock ? { now: clock.now } : {}), ...options });
  const line = createLine(world, lineSettings);
  const traffic = createTraffic(world.now);
  const said: StoredMessage[] = [];
  const asked: string[] = [];
  const faults: Fault[] = [];
  let target: string | null = null;

  const reply = (ask: Asked, host: string, response: ServerResponse): void => {
    if (ask.path === '/callback/ws/endpoint')
      return answerJson(response, { body: line.discover(ask.body.toString(), host) });
    if (ask.path === '/open-apis/auth/v3/tenant_access_token/internal') {
      return answerJson(response, { body: grantToken(world, ask.body) });
    }
    const path = ask.path.replace(/^\/open-apis\//, '');
    const found = serve({ ...ask, path }, { world, traffic, sent: (message) => said.push(message) });
    if (!Buffer.isBuffer(found)) return answerJson(response, { body: { code: 0, msg: 'success', ...found } });
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(found);
    return undefined;
  };

  const faultFor = (request: string): Fault | undefined => {
    const index = faults.findIndex((one) => one.path.test(request));
    const fault = faults[index];
    if (!fault) return undefined;
    const { after = 0 } = fault;
    faults.splice(index, 1, ...(after > 0 ? [{ ...fault, after: after - 1 }] : []));
    return after > 0 ? undefined : fault;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', 'http://localhost');
    const path = address.pathname;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const ask: Asked = {
      method: request.method ?? '',
      path,
      query: address.searchParams,
      headers,
      body: await readAll(request),
    };
    asked.push(`${ask.method} ${path}`);
    const fault = faultFor(`${ask.method} ${path}`);
    if (fault?.done)
      serve(
        { ...ask, path: path.replace(/^\/open-apis\//, '') },
        { world, traffic, sent: (one) => said.push(one) },
      );
    if (fault?.hangs) return;
    if (fault && fault.status === undefined) return void request.socket.destroy();
    if (fault) {
      const details = fault.resetSeconds === undefined ? {} : { resetSeconds: fault.resetSeconds };
      throw new Refusal(fault.code ?? 1, 'as told', { status: fault.status ?? 400, ...details });
    }
    reply(ask, request.headers.host ?? '', response);
  };
  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      answerRefusal(
        response,
        error instanceof Refusal ? error : new Refusal(2200, String(error), { status: 500 }),
      ),
    );
  });
  http.on('upgrade', (request, socket) => line.upgrade(request, socket));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  const attempt = async (event: object): Promise<{ readonly taken: boolean; readonly answer: unknown }> => {
    if (world.app.receives === 'websocket') {
      const ack = await line.push(event);
      return { taken: ack?.code === 200, answer: ack?.data ?? null };
    }
    if (target === null) return { taken: false, answer: null };
    const { status, answer } = await post(target, toPush(event, world.app, world.now())).catch(() => ({
      status: 0,
      answer: null,
    }));
    return { taken: status === 200, answer };
  };
  return {
    world,
    line,
    traffic,
    asked,
    said,
    url: `http://127.0.0.1:${port}`,
    pushTo: (url) => (target = url),
    fail: (fault) => void faults.push(fault),
    emit: async (type, event) => {
      const whole = envelope(world, type, event);
      let tries = 0;
      const push = async () => {
        const outcome = await attempt(whole);
        tries += 1;
        return outcome;
      };
      const first = await push();
      if (type === 'card.action.trigger' && first.taken) checkClickAnswer(first.answer);
      const rest = async (): Promise<{ readonly tries: number; readonly taken: boolean }> => {
        let { taken } = first;
        for (const ms of clock && !taken ? RETRY_AFTER_MS : []) {
          await clock?.waitUntil((world.now() + ms) as Instant, never);
          ({ taken } = await push());
          if (taken) break;
        }
        return { tries, taken };
      };
      return { ...first, end: rest(), tries: () => tries };
    },
    stop: async () => {
      line.cut();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
