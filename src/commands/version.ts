import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoWords, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';

/** `0.1.0`, from the package's own file. */
export async function readVersion(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Prints the version. */
export const runVersion: Command = async (argv, io) => {
  expectNoWords(parseArguments(argv, {}).positionals);
  await io.out.write(`${await readVersion(io.home)}\n`);
  return 0;
};
