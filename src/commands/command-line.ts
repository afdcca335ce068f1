import { toPrintable } from '../../adapters/console/printable.ts';
import { ConfigError } from '../config.ts';
import { type CommandName, isCommandName, usage, usageTrouble } from '../text/zh/cli.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { type Io, OutputClosed } from './output.ts';
import { toSentence } from './sentence.ts';

// Each command loads what it needs when it is called: `qifu help` needs neither the segmenter nor the readers.
const COMMANDS: Readonly<Record<Exclude<CommandName, 'help'>, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).runServe,
  ask: async () => (await import('./ask.ts')).runAsk,
  search: async () => (await import('./search.ts')).runSearch,
  parse: async () => (await import('./parse.ts')).runParse,
  dispatch: async () => (await import('./dispatch.ts')).runDispatch,
  deadlines: async () => (await import('./deadlines.ts')).runDeadlines,
  mask: async () => (await import('./mask.ts')).runMask,
  eval: async () => (await import('./eval.ts')).runEval,
  report: async () => (await import('./report.ts')).runReport,
  backup: async () => (await import('./backup.ts')).runBackup,
  restore: async () => (await import('./backup.ts')).runRestore,
  doctor: async () => (await import('./doctor.ts')).runDoctor,
  version: async () => (await import('./version.ts')).runVersion,
};

const DONE = 0;
const FAILED = 1;
const BAD_USAGE = 2;

/** Other ways to say a command's name. */
const ALSO: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

/** Picks the command and runs it; errors become one sentence on standard error. Resolves to the exit code. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const given = argv[0] ?? '';
  const name = ALSO[given] ?? given;
  const command = isCommandName(name) ? name : null;
  try {
    if (command === null) {
      throw new UsageError(given === '' ? usageTrouble.noCommand : usageTrouble.unknownCommand(given));
    }
    if (asksForHelp(argv)) return await help(command, io);
    if (command === 'help') return await help(argv[1], io);
    const run = await COMMANDS[command]();
    return await run(argv.slice(1), io);
  } catch (error) {
    return await explain(error, command, io);
  }
}

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return argv.slice(1, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
};

async function help(name: string | undefined, io: Io): Promise<number> {
  if (name !== undefined && !isCommandName(name)) throw new UsageError(usageTrouble.unknownCommand(name));
  await io.out.write(`${usage(name ?? null)}\n`);
  return DONE;
}

async function explain(error: unknown, command: CommandName | null, io: Io): Promise<number> {
  if (error instanceof OutputClosed) return DONE;
  const isUsage = error instanceof UsageError;
  const sentence = isUsage ? `${error.message}\n${usageTrouble.seeHelp(command)}` : toSentence(error);
  // Nobody may be reading: the exit code still tells.
  await io.err.write(`${toPrintable(sentence)}\n`).catch(() => undefined);
  return isUsage || error instanceof ConfigError ? BAD_USAGE : FAILED;
}
