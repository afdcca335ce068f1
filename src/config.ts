import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { parseInstant, type Instant } from './domain/time.ts';
import { type ConfigRefusal, settingTrouble } from './text/zh/config.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** All settings, checked; folders are absolute. */
export interface Config {
  readonly seeds: string;
  readonly data: string;
  /** The bot's name in groups and on the terminal. */
  readonly name: string;
  /** Region that answers a question which names none. */
  readonly region: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where the clock starts; null for the machine's time. */
  readonly startAt: Instant | null;
  /** https://no-color.org */
  readonly noColor: boolean;
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

const folder = z
  .string()
  .trim()
  .min(1, 'bad-folder')
  .refine((path) => !path.includes('\0'), 'bad-folder');

const settings = z.object({
  QIFU_SEEDS: optional(folder.optional()),
  QIFU_DATA: optional(folder.default('data')),
  QIFU_REGION: optional(
    z
      .string()
      .trim()
      .regex(/^\p{Script=Han}{2,15}$/u, 'bad-region')
      .default('武汉市'),
  ),
  QIFU_NAME: optional(
    z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_·-]{1,20}$/u, 'bad-name')
      .default('小企'),
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, 'bad-log-level').default('warn')),
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
  if (!parsed.success || troubles.length > 0) throw new ConfigError(troubles);
  const { QIFU_SEEDS, QIFU_DATA, QIFU_NAME, QIFU_REGION, LOG_LEVEL } = parsed.data;
  return Object.freeze({
    seeds: QIFU_SEEDS === undefined ? join(home, 'seeds') : absolute(QIFU_SEEDS),
    data: absolute(QIFU_DATA),
    name: QIFU_NAME,
    region: QIFU_REGION,
    logLevel: LOG_LEVEL,
    startAt,
    noColor: (environment['NO_COLOR'] ?? '') !== '',
  });
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
