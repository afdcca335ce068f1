import { afterEach } from 'vitest';
import { createFeishuChannel } from '../../adapters/feishu/index.ts';
import type { Timing } from '../../adapters/feishu/options.ts';
import { createHttpServer } from '../../adapters/http/index.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Channel, Finding } from '../../src/ports/channel.ts';
import type { Attachment, InboundMessage } from '../../src/ports/message.ts';
import { feishuWords } from '../../src/text/zh/feishu.ts';
import { type FeishuPeople, peopleOf } from './feishu/people.ts';
import { type FeishuServer, openFeishu, type ServerOptions } from './feishu/server.ts';

/** A line of the log. */
export type Logged = readonly [code: string, facts: unknown];

export interface FeishuBench {
  readonly server: FeishuServer;
  readonly people: FeishuPeople;
  readonly channel: Channel;
  readonly received: InboundMessage[];
  readonly logged: Logged[];
  readonly troubles: (Finding | null)[];
  /** Bytes of files that go out, by id. */
  readonly files: Map<string, Uint8Array>;
  readonly eventsUrl: string;
  /** A channel as another run of the program opens it, started. */
  readonly another: () => Promise<Channel>;
  /** Stops everything. */
  readonly end: () => Promise<void>;
}

export interface FeishuBenchOptions extends ServerOptions {
  readonly receive?: (message: InboundMessage) => Promise<string | void>;
  readonly timing?: Partial<Timing>;
  /** The app's secret as we have it. */
  readonly secret?: string;
  /** Not started: for what comes before. */
  readonly idle?: true;
  /** The web server can be reached from elsewhere. */
  readonly public?: true;
}

export const 张三 = 'ou_zhangsan';
export const 李四 = 'ou_lisi';
export const GROUP = 'oc_group';

/** The real channel on the real SDK against the stand-in, with 张三 and 李四 in a group. */
export async function aFeishu(options: FeishuBenchOptions = {}): Promise<FeishuBench> {
  const server = await openFeishu(options);
  const people = peopleOf(server);
  people.person(张三, '张三');
  people.person(李四, '李四');
  people.group(GROUP, 张三, 李四);
  const received: InboundMessage[] = [];
  const logged: Logged[] = [];
  const troubles: (Finding | null)[] = [];
  const files = new Map<string, Uint8Array>();
  const note = (code: string, facts: unknown): void => void logged.push([code, facts]);
  const log = { info: note, warn: note, error: note };
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log, patienceMs: 300, mostConnections: 40 });
  const port = await http.start();
  const { app } = server.world;
  const secrets = { encryptKey: app.encryptKey, verificationToken: app.verificationToken };
  const create = (): Channel =>
    createFeishuChannel({
      credentials: { appId: app.id, appSecret: options.secret ?? app.secret, domain: server.url },
      receiving:
        app.receives === 'webhook'
          ? { kind: 'webhook', routes: { ...http, isLoopback: !options.public }, secrets }
          : { kind: 'websocket' },
      words: feishuWords,
      now: () => server.world.now() as Instant,
      log,
      readFile: async ({ id }: Attachment) => {
        const bytes = files.get(id);
        if (!bytes) throw new Error(`no file ${id}`);
        return bytes;
      },
      onTrouble: (finding) => troubles.push(finding),
      timing: {
        requestMs: 5000,
        transferMs: 10_000,
        handshakeMs: 5000,
        pongMs: 100,
        graceMs: 1000,
        downMs: 100,
        restartMs: 50,
        nameMs: 5000,
        ...options.timing,
      },
    });
  const channel = create();
  const eventsUrl = `http://127.0.0.1:${port}/feishu/events`;
  server.pushTo(eventsUrl);
  const receive =
    options.receive ??
    (async (message: InboundMessage) => {
      received.push(message);
    });
  if (!options.idle) await channel.start(receive);
  const others: Channel[] = [];
  const another = async (): Promise<Channel> => {
    const other = create();
    others.push(other);
    await other.start(receive);
    return other;
  };
  const end = async (): Promise<void> => {
    for (const one of [channel, ...others]) await one.stop();
    await http.stop();
    await server.stop();
  };
  return { server, people, channel, received, logged, troubles, files, eventsUrl, another, end };
}

/** Opens benches that end after each test. */
export function openingFeishu(): (options?: FeishuBenchOptions) => Promise<FeishuBench> {
  const open: FeishuBench[] = [];
  afterEach(async () => {
    for (const bench of open.splice(0)) await bench.end();
  });
  return async (options) => {
    const bench = await aFeishu(options);
    open.push(bench);
    return bench;
  };
}
