import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ConfigOverrides } from '../config.ts';
import { usageTrouble } from '../text/zh/cli.ts';

/** A command that was called wrongly; the message is for the person who called it. */
export class UsageError extends Error {}

const COMMON = {
  seeds: { type: 'string' },
  data: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<Own extends Options> = ReturnType<
  typeof parseArgs<{ options: Own & typeof COMMON; allowPositionals: true }>
>;

/** Options of a command beside those that all commands take. Throws `UsageError`. */
export function parseArguments<const Own extends Options>(
  argv: readonly string[],
  own: Own,
): Pick<Parsed<Own>, 'values' | 'positionals'> & { readonly overrides: ConfigOverrides } {
  try {
    const parsed = parseArgs({ args: [...argv], options: { ...own, ...COMMON }, allowPositionals: true });
    const { seeds, data, now } = parsed.values as ConfigOverrides;
    return {
      values: parsed.values as Parsed<Own>['values'],
      positionals: parsed.positionals,
      overrides: { seeds, data, now },
    };
  } catch (error) {
    throw toUsageError(error, argv);
  }
}

function toUsageError(error: unknown, argv: readonly string[]): unknown {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? argv.find((word) => word.startsWith('-')) ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new UsageError(usageTrouble.unknownOption(option), { cause: error });
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return new UsageError(usageTrouble.badOption(option), { cause: error });
  return error;
}

/** Throws `UsageError` where words stand that the command has no use for. */
export function expectNoWords(positionals: readonly string[]): void {
  if (positionals[0] !== undefined) throw new UsageError(usageTrouble.unexpected(positionals[0]));
}

/** A whole number from 1 to 1000. Throws `UsageError`. */
export function toCount(text: string, option: string): number {
  const count = Number(text);
  if (!/^\d{1,4}$/.test(text) || count < 1 || count > 1000)
    throw new UsageError(usageTrouble.badCount(option));
  return count;
}
