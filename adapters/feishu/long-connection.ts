import type { Logger, WSClient } from '@larksuiteoapi/node-sdk';
import type { Instant } from '../../src/domain/time.ts';
import type { Finding } from '../../src/ports/channel.ts';
import type { Log } from '../../src/ports/log.ts';
import { z } from 'zod';
import { type Envelope, instantOf } from './events.ts';
import { EVENT_TYPES } from './intake.ts';
import type { Credentials, Timing } from './options.ts';

type Sdk = typeof import('@larksuiteoapi/node-sdk');

export interface LongConnection {
  /** Resolves when it stands, or when the others have waited long enough. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
  /** Null while it stands. */
  readonly trouble: () => Finding | null;
}

export interface LongConnectionDeps {
  readonly sdk: Sdk;
  readonly credentials: Credentials;
  readonly sdkLog: Logger;
  readonly take: (envelope: Envelope) => Promise<object>;
  readonly now: () => Instant;
  readonly log: Log;
  readonly onTrouble: (finding: Finding | null) => void;
  readonly timing: Timing;
}

/** An event as the SDK hands it over: header and event in one object. */
const flatSchema = z.looseObject({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  create_time: z.string().optional(),
});

const isEmpty = (answer: object): boolean => Object.keys(answer).length === 0;

/** Handles each type of event; what is thrown makes the platform push it again. */
function createDispatcher({ sdk, sdkLog, take, now }: LongConnectionDeps) {
  const handle = async (data: unknown): Promise<object | undefined> => {
    const { event_id: id, event_type: type, create_time: at } = flatSchema.parse(data);
    const answer = await take({ id, type, at: instantOf(at) ?? now(), event: data });
    return isEmpty(answer) ? undefined : answer;
  };
  const dispatcher = new sdk.EventDispatcher({ logger: sdkLog, loggerLevel: sdk.LoggerLevel.error });
  return dispatcher.register(Object.fromEntries(EVENT_TYPES.map((type) => [type, handle])));
}

/** Whether it stands and since when; an alarm once it has been down for too long. */
function createWatch({ now, log, onTrouble, timing }: LongConnectionDeps) {
  let downSince: Instant | null = now();
  let alarmed = false;
  let timer: NodeJS.Timeout | undefined;
  const trouble = (): Finding | null =>
    downSince === null
      ? null
      : {
          severity: 'error',
          code: 'connection-down',
          facts: { minutes: Math.floor((now() - downSince) / 60_000) },
        };
  const alarm = (): void => {
    const finding = trouble();
    if (finding === null) return;
    alarmed = true;
    log.error('feishu-connection-down', finding.facts);
    onTrouble(finding);
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(alarm, timing.downMs);
  };
  return {
    trouble,
    watch,
    down: () => {
      if (downSince !== null) return;
      downSince = now();
      watch();
    },
    up: () => {
      downSince = null;
      clearTimeout(timer);
      if (alarmed) {
        log.warn('feishu-connection-back');
        onTrouble(null);
      }
      alarmed = false;
    },
    end: () => clearTimeout(timer),
  };
}

/** Events over a connection that we open: no address of our own is needed. */
export function createLongConnection(deps: LongConnectionDeps): LongConnection {
  const { sdk, credentials, sdkLog, log, timing } = deps;
  const watch = createWatch(deps);
  let stands: () => void = () => undefined;
  const standing = new Promise<void>((resolve) => (stands = resolve));
  let restart: NodeJS.Timeout | undefined;
  let closed = false;
  const up = (): void => {
    watch.up();
    stands();
  };
  const begin = async (): Promise<void> => {
    if (!closed) await client.start({ eventDispatcher: createDispatcher(deps) });
  };
  const client: WSClient = new sdk.WSClient({
    ...credentials,
    logger: sdkLog,
    loggerLevel: sdk.LoggerLevel.error,
    handshakeTimeoutMs: timing.handshakeMs,
    wsConfig: { pingTimeout: timing.pongMs / 1000 },
    onReady: up,
    onReconnected: up,
    onReconnecting: watch.down,
    // The SDK has given up: for it that is the end, for a service it is a reason to begin again later.
    onError: (error) => {
      log.error('feishu-connection-failed', { reason: error.message });
      watch.down();
      clearTimeout(restart);
      restart = setTimeout(() => void begin(), timing.restartMs);
    },
  });
  return {
    trouble: watch.trouble,
    open: async () => {
      watch.watch();
      await begin();
      await patiently(standing, timing.graceMs);
    },
    close: () => {
      closed = true;
      clearTimeout(restart);
      watch.end();
      stands();
      client.close({ force: true });
    },
  };
}

async function patiently(standing: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([standing, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
