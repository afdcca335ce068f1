import { execFileSync, spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FeishuServer } from '../support/feishu/server.ts';

/** What the program says of itself: bytes, milliseconds, messages. */
export interface Held {
  readonly rss: number;
  /** The most since it was asked last. */
  readonly most: number;
  /** Of the JavaScript heap that is in use. */
  readonly heap: number;
  /** Computing so far, by all its threads. */
  readonly computedMs: number;
  /** Chats with something acknowledged and not worked off. */
  readonly waiting: number;
  readonly saidOnWechat: number;
}

/** The program as a process of its own. */
export interface Running {
  /** Resolves when its web server can be reached. */
  readonly listens: () => Promise<void>;
  readonly held: () => Promise<Held>;
  /** Ends it at once; resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

/** Settings of the program for a stand-in of Feishu. */
export const settingsFor = ({ world: { app }, url }: FeishuServer, data: string) => ({
  LOG_LEVEL: 'error',
  QIFU_DATA: data,
  FEISHU_APP_ID: app.id,
  FEISHU_APP_SECRET: app.secret,
  FEISHU_DOMAIN: url,
  FEISHU_RECEIVE: app.receives,
  FEISHU_VERIFICATION_TOKEN: app.verificationToken,
  ...(app.encryptKey === null ? {} : { FEISHU_ENCRYPT_KEY: app.encryptKey }),
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).unref();
    socket.on('connect', () => socket.destroy());
  });

const HOME = join(import.meta.dirname, '../..');

/** The program as it is delivered: compiled, since a compiler at run time holds memory too; beside its packages. */
function compiled(): string {
  execFileSync(join(HOME, 'node_modules/.bin/tsc'), ['-p', import.meta.dirname], { stdio: 'inherit' });
  return join(HOME, 'node_modules/.cache/qifu-load/tests/load/child.js');
}

/** Starts the program; events may come before it takes them. */
export async function startProgram(server: FeishuServer, data: string): Promise<Running> {
  const port = await freePort();
  server.pushTo(`http://127.0.0.1:${port}/feishu/events`);
  const child = spawn(process.execPath, [...process.execArgv.filter((word) => word.startsWith('--cpu-prof')), ...(process.env['NODEARGS']??'').split(' ').filter(Boolean), compiled()], {
    env: { ...process.env, ...settingsFor(server, data), HTTP_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    listens: async () => {
      while (!(await isOpen(port))) await pause(50);
    },
    held: () =>
      new Promise((resolve) => {
        child.once('message', (held) => resolve(held as Held));
        child.send('held');
      }),
    kill: async () => {
      child.kill(process.env['NODEARGS']?.includes('prof') ? 'SIGTERM':'SIGKILL');
      await gone;
    },
  };
}
