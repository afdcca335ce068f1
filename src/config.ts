import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { type AccountId, parseAccounts } from './domain/people/account.ts';
import { parseInstant, type Instant } from './domain/time.ts';
import { domainOf, type FeishuConfig, feishuTroubles, type HttpConfig, toFeishu } from './feishu-config.ts';
import { type ConfigRefusal, settingTrouble } from './text/zh/config.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

const CHANNELS = ['console', 'feishu', 'wechat'] as const;

export type ChannelName = (typeof CHANNELS)[number];

/** How WeChat is reached, as wechaty takes it. */
export interface WechatConfig {
  /** The npm package that speaks to WeChat, and what it is created with. */
  readonly puppet: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** Names the file that the log-in is kept in. */
  readonly sessionName: string;
}

/** All settings, checked; folders are absolute. */
export interface Config {
  readonly seeds: string;
  readonly data: string;
  /** What overrides the rules of the seeds; `isNamed`: then it must be there. */
  readonly rules: { readonly path: string; readonly isNamed: boolean };
  /** Contacts and attachments of an appeal are erased so many days after its end. */
  readonly retentionDays: number;
  /** The bot's name in groups and on the terminal. */
  readonly name: string;
  /** Region that answers a question which names none. */
  readonly region: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where the clock starts; null for the machine's time. */
  readonly startAt: Instant | null;
  /** https://no-color.org */
  readonly noColor: boolean;
  /** Accounts of administrators: `channel:personId`. */
  readonly admins: readonly AccountId[];
  /** Null where no puppet is named. */
  readonly wechat: WechatConfig | null;
  /** Null where no app is named. */
  readonly feishu: FeishuConfig | null;
  readonly http: HttpConfig;
  /** Null for all that are configured. */
  readonly channels: readonly ChannelName[] | null;
  /** Where the world reaches the web server, without a slash at its end; null where it does not. */
  readonly publicUrl: string | null;
}

/** Wrong settings, one sentence each; `codes` pairs setting and refusal for scripts and tests. */
export class ConfigError extends Error {
  readonly codes: readonly (readonly [setting: string, code: ConfigRefusal])[];

  constructor(troubles: readonly { setting: string; code: ConfigRefusal; value: string }[], cause?: unknown) {
    super(troubles.map((one) => settingTrouble(one.setting, one.code, one.value)).join('\n'), { cause });
    this.name = 'ConfigError';
    this.codes = troubles.map(({ setting, code }) => [setting, code] as const);
  }
}

// A setting that stands there empty counts as absent: `.env` files are often left half filled in.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** Text of one line; blanks around it go. */
const text = (pattern: RegExp, code: ConfigRefusal) => z.string().trim().regex(pattern, code);

const SWITCHES = ['true', 'false', '1', '0'] as const;

const isOn = (text: (typeof SWITCHES)[number]): boolean => text === 'true' || text === '1';

/** A secret of the platform's console: pasted, so blanks around it go, blanks in it are a mistake. */
const secret = optional(text(/^[\x21-\x7E]{1,200}$/, 'bad-secret').optional());

const isChannel = (name: string): name is ChannelName => CHANNELS.some((one) => one === name);

const folder = z
  .string()
  .trim()
  .min(1, 'bad-folder')
  .refine((path) => !path.includes('\0'), 'bad-folder');

const settings = z.object({
  QIFU_SEEDS: optional(folder.optional()),
  QIFU_DATA: optional(folder.default('data')),
  QIFU_RULES: optional(folder.optional()),
  QIFU_RETENTION_DAYS: optional(
    z.coerce.number('bad-days').int('bad-days').min(1, 'bad-days').max(36_500, 'bad-days').default(730),
  ),
  QIFU_REGION: optional(text(/^\p{Script=Han}{2,15}$/u, 'bad-region').default('武汉市')),
  QIFU_NAME: optional(text(/^[\p{L}\p{N}_·-]{1,20}$/u, 'bad-name').default('小企')),
  QIFU_ADMINS: optional(
    z
      .string()
      .trim()
      .refine((text) => parseAccounts(text).ok, 'bad-account')
      .optional(),
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, 'bad-log-level').default('warn')),
  QIFU_CHANNELS: optional(
    z
      .string()
      .transform((list) => list.split(',').map((name) => name.trim()))
      .refine((names) => names.every(isChannel), 'bad-channels')
      .transform((names) => [...new Set(names.filter(isChannel))])
      .optional(),
  ),
  QIFU_PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'bad-url' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  HTTP_HOST: optional(text(/^(?:[\w-]+(?:\.[\w-]+)*|[\da-fA-F:]{2,45})$/, 'bad-host').default('127.0.0.1')),
  HTTP_PORT: optional(
    z.coerce.number('bad-port').int('bad-port').min(1, 'bad-port').max(65_535, 'bad-port').default(8780),
  ),
  FEISHU_APP_ID: optional(text(/^cli_[0-9a-fA-F]{16}$/, 'bad-app-id').optional()),
  FEISHU_APP_SECRET: secret,
  FEISHU_ENCRYPT_KEY: secret,
  FEISHU_VERIFICATION_TOKEN: secret,
  FEISHU_DOMAIN: optional(
    z
      .string()
      .trim()
      .refine((text) => domainOf(text) !== null, 'bad-domain')
      .default('feishu'),
  ),
  FEISHU_RECEIVE: optional(z.enum(['websocket', 'webhook'], 'bad-receive').default('websocket')),
  WECHATY_PUPPET: optional(text(/^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/, 'bad-package').optional()),
  WECHATY_PUPPET_SERVICE_TOKEN: optional(text(/^[\w-]{1,200}$/, 'bad-token').optional()),
  WECHATY_PUPPET_SERVICE_ENDPOINT: optional(text(/^[\w.-]+:\d{1,5}$/, 'bad-endpoint').optional()),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: optional(z.enum(SWITCHES, 'bad-switch').default('false')),
  WECHATY_NAME: optional(text(/^[\w-]{1,40}$/, 'bad-file-name').default('qifu')),
});

/** Names of all settings, as `.env.example` lists them. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

/** What the command line may set over the environment. */
export interface ConfigOverrides {
  readonly seeds?: string | undefined;
  readonly data?: string | undefined;
  readonly now?: string | undefined;
}

/** Pairs of an environment; what is not ours is not looked at. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from an environment and the command line. Throws `ConfigError` naming every wrong setting. */
export function parseConfig(environment: Environment, overrides: ConfigOverrides, home: string): Config {
  const raw = {
    ...environment,
    ...(overrides.seeds === undefined ? {} : { QIFU_SEEDS: overrides.seeds || ' ' }),
    ...(overrides.data === undefined ? {} : { QIFU_DATA: overrides.data || ' ' }),
  };
  const parsed = settings.safeParse(raw);
  const troubles = parsed.success ? [] : parsed.error.issues.map((issue) => toTrouble(issue, raw));
  const startAt = overrides.now === undefined ? null : parseInstant(overrides.now);
  if (overrides.now !== undefined && startAt === null) {
    troubles.push({ setting: '--now', code: 'bad-moment', value: overrides.now });
  }
  if (parsed.success) {
    if (lacksToken(parsed.data)) {
      troubles.push({ setting: 'WECHATY_PUPPET_SERVICE_TOKEN', code: 'missing-token', value: '' });
    }
    const missing = [...feishuTroubles(parsed.data), ...channelTroubles(parsed.data)];
    troubles.push(...missing.map(([setting, code]) => ({ setting, code, value: '' })));
  }
  if (!parsed.success || troubles.length > 0) throw new ConfigError(troubles);
  const { QIFU_SEEDS, QIFU_DATA, QIFU_NAME, QIFU_REGION, QIFU_ADMINS = '', LOG_LEVEL } = parsed.data;
  const admins = parseAccounts(QIFU_ADMINS);
  return Object.freeze({
    seeds: QIFU_SEEDS === undefined ? join(home, 'seeds') : absolute(QIFU_SEEDS),
    data: absolute(QIFU_DATA),
    rules: {
      path: absolute(parsed.data.QIFU_RULES ?? join(QIFU_DATA, 'rules.json')),
      isNamed: parsed.data.QIFU_RULES !== undefined,
    },
    retentionDays: parsed.data.QIFU_RETENTION_DAYS,
    name: QIFU_NAME,
    region: QIFU_REGION,
    admins: admins.ok ? admins.value : [],
    logLevel: LOG_LEVEL,
    startAt,
    noColor: (environment['NO_COLOR'] ?? '') !== '',
    wechat: toWechat(parsed.data),
    feishu: toFeishu(parsed.data),
    http: { host: parsed.data.HTTP_HOST, port: parsed.data.HTTP_PORT },
    channels: parsed.data.QIFU_CHANNELS ?? null,
    publicUrl: parsed.data.QIFU_PUBLIC_URL ?? null,
  });
}

/** A channel that is asked for must be configured. */
function channelTroubles(data: z.infer<typeof settings>): readonly (readonly [string, ConfigRefusal])[] {
  const wants = (name: ChannelName): boolean => data.QIFU_CHANNELS?.includes(name) ?? false;
  return [
    ...(wants('feishu') && data.FEISHU_APP_ID === undefined
      ? [['FEISHU_APP_ID', 'missing-app-id'] as const]
      : []),
    ...(wants('wechat') && data.WECHATY_PUPPET === undefined
      ? [['WECHATY_PUPPET', 'missing-puppet'] as const]
      : []),
  ];
}

/** The token names the service, or is what its gateway asks for. */
const lacksToken = (data: z.infer<typeof settings>): boolean =>
  data.WECHATY_PUPPET === 'wechaty-puppet-service' && data.WECHATY_PUPPET_SERVICE_TOKEN === undefined;

function toWechat(data: z.infer<typeof settings>): WechatConfig | null {
  if (data.WECHATY_PUPPET === undefined) return null;
  const token = data.WECHATY_PUPPET_SERVICE_TOKEN;
  const endpoint = data.WECHATY_PUPPET_SERVICE_ENDPOINT;
  const options = {
    ...(token === undefined ? {} : { token }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(isOn(data.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT) ? { tls: { disable: true } } : {}),
  };
  return { puppet: { name: data.WECHATY_PUPPET, options }, sessionName: data.WECHATY_NAME };
}

const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(path));

function toTrouble(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
  raw: Environment,
) {
  const setting = String(issue.path[0]);
  // The messages of the schemas above are codes of the closed set.
  return { setting, code: issue.message as ConfigRefusal, value: raw[setting]?.trim() ?? '' };
}

/** Reads `.env` of the working folder, the environment and the command line. Throws `ConfigError`. */
export function readConfig(overrides: ConfigOverrides, home: string): Config {
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new ConfigError([{ setting: '.env', code: 'bad-env-file', value: '' }], cause);
    }
  }
  return parseConfig(process.env, overrides, home);
}
