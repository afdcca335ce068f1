import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from 'wechaty';
import { PuppetMock } from 'wechaty-puppet-mock';
import { PuppetServer } from 'wechaty-puppet-service';
import { aPhone, type Phone } from './phone.ts';

/** A gateway on the loopback address that serves a mock puppet, as wechaty's own gateway serves a real one. */
export interface Gateway {
  readonly phone: Phone;
  /** What a bot is created with to reach it. */
  readonly puppetOptions: Readonly<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
}

const TOKEN = 'insecure_00000000-0000-0000-0000-000000000000';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** The puppet's client keeps names of contacts and rooms under the user's folder: for the test that is another one. */
function aHome(): () => void {
  const { HOME } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'qifu-wechat-'));
  process.env['HOME'] = folder;
  return () => {
    if (HOME === undefined) delete process.env['HOME'];
    else process.env['HOME'] = HOME;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Starts one, without TLS. */
export async function aGateway(): Promise<Gateway> {
  const leaveHome = aHome();
  log.level('silent');
  const phone = aPhone();
  const puppet = new PuppetMock({ mocker: phone.mocker });
  const endpoint = `127.0.0.1:${await freePort()}`;
  const server = new PuppetServer({ endpoint, puppet, token: TOKEN, tls: { disable: true } });
  await server.start();
  await puppet.start();
  return {
    phone,
    puppetOptions: { token: TOKEN, endpoint, tls: { disable: true } },
    stop: async () => {
      await puppet.stop();
      await server.stop();
      leaveHome();
    },
  };
}
