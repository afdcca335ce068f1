import { spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FeishuServer } from '../support/feishu/server.ts';

/** What the program says of itself: bytes, milliseconds of computing so far, messages on WeChat. */
export interface Held {
  readonly rss: number;
  readonly most: number;
  readonly computedMs: number;
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

/** Starts the program; events may come before it takes them. */
export async function startProgram(server: FeishuServer, data: string): Promise<Running> {
  const port = await freePort();
  server.pushTo(`http://127.0.0.1:${port}/feishu/events`);
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'child.ts')], {
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
      child.kill('SIGKILL');
      await gone;
    },
  };
}
