import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bundled } from '../support/bundled.ts';
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

/** What `npm start` gives the program: settings of the environment, and words before its name. */
function started(): {
  readonly environment: Readonly<Record<string, string>>;
  readonly words: readonly string[];
} {
  const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const [, settings = '', words = ''] =
    /((?:[A-Z_]+=\S+ )*)node ((?:--\S+ )*)\S+ serve$/.exec(scripts.start) ?? [];
  const pairs = settings
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split('=') as [string, string]);
  return { environment: Object.fromEntries(pairs), words: words.split(' ').filter(Boolean) };
}

/** Starts the program, compiled as it is delivered: a compiler at run time holds memory too. Events may come before it takes them. */
export async function startProgram(server: FeishuServer, data: string): Promise<Running> {
  const port = await freePort();
  server.pushTo(`http://127.0.0.1:${port}/feishu/events`);
  const { environment, words } = started();
  const child = spawn(process.execPath, [...words, bundled('tests/load/child.ts')], {
    env: { ...process.env, ...environment, ...settingsFor(server, data), HTTP_PORT: String(port) },
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
      child.kill('SIGKILL');
      await gone;
    },
  };
}
