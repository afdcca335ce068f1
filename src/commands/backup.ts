import { createBackups } from '../../adapters/backup/index.ts';
import { readConfig } from '../config.ts';
import { openProgram } from '../main.ts';
import { usageTrouble } from '../text/zh/cli.ts';
import { backupWords } from '../text/zh/records.ts';
import { parseArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Io } from './output.ts';

const OPTIONS = { passphrase: { type: 'string' } } as const;

/** `-`: the first line of standard input, so that no other user of the machine sees it among the processes. */
async function readPassphrase(given: string | undefined, { input }: Io): Promise<string | null> {
  if (given === undefined) return null;
  if (given !== '-') return given;
  input.setEncoding('utf8');
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/, '');
}

async function readArguments(argv: readonly string[], io: Io) {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  const [file, more] = positionals;
  if (file === undefined) throw new UsageError(usageTrouble.noBackupFile);
  if (more !== undefined) throw new UsageError(usageTrouble.unexpected(more));
  const passphrase = await readPassphrase(values.passphrase, io);
  if (passphrase === '') throw new UsageError(usageTrouble.noPassphrase);
  return { file, passphrase, config: readConfig(overrides, io.home) };
}

/** `qifu backup FILE`: takes no lock, also while the bot runs. */
export const runBackup: Command = async (argv, io) => {
  const { file, passphrase, config } = await readArguments(argv, io);
  const report = await createBackups(config.data).save(file, passphrase);
  await io.err.write(`${backupWords.saved(file, report)}\n`);
  return 0;
};

/** `qifu restore FILE`: refuses while the bot runs. */
export const runRestore: Command = async (argv, io) => {
  const { file, passphrase, config } = await readArguments(argv, io);
  const release = await openProgram(config, io).system.claimData();
  try {
    const report = await createBackups(config.data).restore(file, passphrase);
    await io.err.write(`${backupWords.restored(config.data, report)}\n`);
    return 0;
  } finally {
    await release();
  }
};
