import { type Channel, ChannelError, type Receive } from '../../src/ports/channel.ts';
import { createApi, type FeishuApi } from './api.ts';
import { createEnclosures } from './enclosed.ts';
import { download } from './files.ts';
import { assertSafe, findTroubles, HEARS_ALL } from './findings.ts';
import { guardHttp } from './guard-http.ts';
import { CHANNEL } from './ids.ts';
import { createIntake, type Intake } from './intake.ts';
import { createLasting } from './lasting.ts';
import { createLongConnection, type LongConnection } from './long-connection.ts';
import { type FeishuOptions, TIMING, type Timing } from './options.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { toChannelError } from './refusals.ts';
import { toSdkLog } from './sdk-log.ts';
import { createSpeaker } from './speaker.ts';
import { createTokenCache } from './token-cache.ts';
import { createWebhook, MAX_PUSH_BYTES } from './webhook.ts';

const EVENTS_PATH = '/feishu/events';
const HOUR_MS = 3_600_000;

/** The app on its platform, once the SDK is loaded: half a second that nobody pays who does not use it. */
async function connect({ credentials, log, now, words, readFile }: FeishuOptions, timing: Timing) {
  const sdk = await import('@larksuiteoapi/node-sdk');
  const sdkLog = toSdkLog(log);
  const tokens = createTokenCache();
  const client = new sdk.Client({
    ...credentials,
    cache: tokens,
    logger: sdkLog,
    loggerLevel: sdk.LoggerLevel.fatal,
    httpInstance: guardHttp(sdk.defaultHttpInstance, timing),
  });
  const api = createApi(client, tokens, credentials.appId);
  const bot = createLasting(api.bot, { forMs: HOUR_MS, now });
  const scopes = createLasting(api.scopes, { forMs: HOUR_MS / 6, now });
  const hearsAll = async (): Promise<boolean> =>
    scopes.get().then(
      (granted) => granted.has(HEARS_ALL),
      () => false,
    );
  return {
    sdk,
    sdkLog,
    api,
    botId: async () => (await bot.get()).openId,
    say: createSpeaker({ api, words, readFile, hearsAll }),
  };
}

type Connected = Awaited<ReturnType<typeof connect>>;

/** What takes in events, whichever way they come. */
function openIntake(
  { api, botId }: Pick<Connected, 'api' | 'botId'>,
  options: FeishuOptions,
  { receive, timing }: { readonly receive: Receive; readonly timing: Timing },
): Intake {
  const { words, now, log, credentials } = options;
  const people = createPeople({ api, now, patienceMs: timing.nameMs });
  const places = createPlaces(api);
  const enclosures = createEnclosures({ api, people, words, appId: credentials.appId, botId });
  return createIntake({
    api,
    people,
    places,
    enclosures,
    words,
    botId,
    log,
    receive,
    clickMs: timing.clickMs,
  });
}

interface Running {
  readonly line: LongConnection | null;
  /** Resolves when events can come, or when there has been waiting enough. */
  readonly begun: Promise<void>;
  /** Takes in no more; resolves when what was under way has been answered. */
  readonly end: () => Promise<void>;
}

/** Begins to receive. */
function run(connected: Connected, options: FeishuOptions, receive: Receive): Running {
  const { receiving, credentials, now, log, onTrouble = () => undefined } = options;
  const timing = { ...TIMING, ...options.timing };
  const intake = openIntake(connected, options, { receive, timing });
  if (receiving.kind === 'webhook') {
    const handle = createWebhook({ secrets: receiving.secrets, now, take: intake.take });
    const close = receiving.routes.add({
      method: 'POST',
      path: EVENTS_PATH,
      maxBytes: MAX_PUSH_BYTES,
      handle,
    });
    const end = async (): Promise<void> => {
      close();
      await intake.end();
    };
    return { line: null, begun: Promise.resolve(), end };
  }
  const { sdk, sdkLog } = connected;
  const line = createLongConnection({
    sdk,
    sdkLog,
    credentials,
    take: intake.take,
    now,
    log,
    onTrouble,
    timing,
  });
  const end = async (): Promise<void> => {
    await intake.end();
    // The SDK acknowledges in the turn after ours.
    await new Promise((resolve) => setImmediate(resolve));
    line.close();
  };
  return { line, begun: line.open(), end };
}

/**
 * Feishu through its official SDK. Private chats have the person's id (`feishu:ou_…`), groups their own
 * (`feishu:oc_…`); messages are `feishu:om_…`, other events `feishu:<event id>`.
 */
export function createFeishuChannel(options: FeishuOptions): Channel {
  const timing = { ...TIMING, ...options.timing };
  let connecting: Promise<Connected> | null = null;
  const connected = (): Promise<Connected> => (connecting ??= connect(options, timing));
  let state: 'new' | 'open' | 'closed' = 'new';
  let running: Running | null = null;
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (end = resolve));
  const isClosed = (): boolean => state === 'closed';
  const assertOpen = (): void => {
    if (state !== 'open') throw new ChannelError(state === 'new' ? 'not-started' : 'closed');
  };
  const withApi = async <Result>(work: (api: FeishuApi) => Promise<Result>): Promise<Result> => {
    try {
      return await work((await connected()).api);
    } catch (error) {
      throw toChannelError(error);
    }
  };
  return {
    name: CHANNEL,
    closed,
    start: async (receive) => {
      if (isClosed()) throw new ChannelError('closed');
      assertSafe(options.receiving);
      const parts = await connected();
      if (isClosed()) return;
      state = 'open';
      running = run(parts, options, receive);
      await running.begun;
    },
    say: async (chat, message) => {
      assertOpen();
      return (await connected()).say(chat, message);
    },
    fetch: async (attachment) => {
      assertOpen();
      return withApi((api) => download(attachment, api));
    },
    diagnose: async () => {
      const trouble = running?.line?.trouble() ?? null;
      return [
        ...(trouble === null ? [] : [trouble]),
        ...(await findTroubles((await connected()).api, options)),
      ];
    },
    stop: async () => {
      state = 'closed';
      await running?.end();
      running = null;
      end();
    },
  };
}
