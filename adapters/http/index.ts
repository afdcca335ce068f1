import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../src/ports/log.ts';
import type { Route, Routes, WebAnswer } from '../../src/ports/routes.ts';
import { createCrowd } from './crowd.ts';
import { readBody } from './read-body.ts';

export interface HttpOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: Log;
  /** How long a request may take to arrive; 10 seconds where absent. */
  readonly patienceMs?: number;
  /** Connections at a time; the longest-waiting one makes room for a new one. 512 where absent. */
  readonly mostConnections?: number;
}

export interface HttpServer extends Routes {
  /** Resolves to the port when requests can come. */
  readonly start: () => Promise<number>;
  /** Resolves when what is under way has been answered. */
  readonly stop: () => Promise<void>;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const MAX_HEADER_BYTES = 16_384;

/** The one web server: routes by path, bodies limited, slow and superfluous connections cut. */
export function createHttpServer(options: HttpOptions): HttpServer {
  const { host, log, patienceMs = 10_000, mostConnections = 512 } = options;
  const routes = new Set<Route>();
  const crowd = createCrowd(mostConnections);
  const underWay = new Set<Promise<void>>();
  const limits = {
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    connectionsCheckingInterval: Math.min(1000, Math.ceil(patienceMs / 4)),
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  const server = createServer(limits, (request, response) => {
    const work = answer({ request, response, routes, log, busy: crowd.busy }).finally(() =>
      underWay.delete(work),
    );
    underWay.add(work);
  });
  server.on('connection', crowd.enter);
  return {
    isLoopback: LOOPBACK.test(host),
    add: (route) => {
      routes.add(route);
      return () => void routes.delete(route);
    },
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port, host, () => {
          server.off('error', reject);
          server.on('error', (error) => log.error('http-failed', { error }));
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop: async () => {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      crowd.dismiss();
      await Promise.all(underWay);
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly routes: Iterable<Route>;
  readonly log: Log;
  readonly busy: (request: IncomingMessage) => () => void;
}

const serves = (route: Route, method: string | undefined, path: string): boolean =>
  route.method === method && (route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path);

async function answer({ request, response, routes, log, busy }: Exchange): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] as string;
  const route = [...routes].find((one) => serves(one, request.method, path));
  if (!route) return hangUp(response, 404);
  const body = await readBody(request, route.maxBytes);
  if (body === null) return hangUp(response, 400);
  const done = busy(request);
  try {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    send(response, await route.handle({ path, headers, body }));
  } catch (error) {
    log.error('http-failed', { path: route.path, error });
    send(response, { status: 500 });
  } finally {
    done();
  }
}

function send(response: ServerResponse, { status, type, body = '{}' }: WebAnswer): void {
  response.writeHead(status, {
    'content-type': type ?? 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** An answer to somebody of whom we want to read no more. */
function hangUp(response: ServerResponse, status: number): void {
  response.shouldKeepAlive = false;
  send(response, { status });
}
