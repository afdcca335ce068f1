import { z } from 'zod';
import { readConfig } from '../config.ts';
import { maskSecrets } from '../domain/privacy/mask-secrets.ts';
import { runTrouble } from '../text/zh/cli.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';
import { toLine } from './output.ts';

/** Other members of a line are handed on as they are. */
const textLine = z.looseObject({ text: z.string() });

/** Masks the secrets in `{"id","text"}` a line of standard input, in input order. */
export const runMask: Command = async (argv, io) => {
  const { positionals, overrides } = parseArguments(argv, {});
  expectNoWords(positionals);
  // Reads nothing of it, but a wrong --now is bad usage here as everywhere.
  readConfig(overrides, io.home);
  let failed = false;
  for await (const { place, value } of readJsonLines(io.input, { name: 'stdin', schema: textLine })) {
    if (value === null) {
      failed = true;
      await io.err.write(`${runTrouble.badLine(place)}\n`);
    } else await io.out.write(toLine({ ...value, text: maskSecrets(value.text) }));
  }
  return failed ? 1 : 0;
};
