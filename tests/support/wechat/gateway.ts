import { createServer } from 'node:net';
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

/** Starts one, without TLS. */
export async function aGateway(): Promise<Gateway> {
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
    },
  };
}
