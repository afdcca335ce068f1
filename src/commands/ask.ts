import { z } from 'zod';
import { toPrintable } from '../../adapters/console/printable.ts';
import type { Ask, AskReply } from '../app/answering/types.ts';
import { readConfig } from '../config.ts';
import { openProgram } from '../main.ts';
import { runTrouble, usageTrouble } from '../text/zh/cli.ts';
import { expectNoWords, parseArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';
import { type Io, toLine } from './output.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  region: { type: 'string' },
} as const;

const questionLine = z.object({
  id: z.union([z.string(), z.number()]).default(''),
  q: z.string(),
  region: z.string().nullish(),
});

/** The reply as scripts read it. */
export const toAnswerJson = (id: string | number, reply: AskReply) => ({
  id,
  answered: reply.answered,
  reply: reply.text,
  hits: reply.hits.map(({ policy, title, files, clause, path, text, units, score, status }) => ({
    policy,
    title,
    files,
    clause,
    path,
    text,
    units,
    score,
    status,
  })),
});

/** Answers `{"id","q","region"?}` a line, in input order; every question stands alone. Resolves to the exit code. */
export async function answerLines(ask: Ask, io: Io, region?: string): Promise<number> {
  let failed = false;
  for await (const { place, value } of readJsonLines(io.input, { name: 'stdin', schema: questionLine })) {
    if (value === null) {
      failed = true;
      await io.err.write(`${runTrouble.badLine(place)}\n`);
      continue;
    }
    const reply = ask({ text: value.q, region: value.region ?? region });
    await io.out.write(toLine(toAnswerJson(value.id, reply)));
  }
  return failed ? 1 : 0;
}

/** Answers one question, or questions from standard input. */
export const runAsk: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  const question = positionals.join(' ').trim();
  if (values.jsonl) expectNoWords(positionals);
  else if (question === '') throw new UsageError(usageTrouble.noQuestion);
  const program = openProgram(readConfig(overrides, io.home), io);
  const { ask } = await program.answering();
  if (values.jsonl) return answerLines(ask, io, values.region);
  const reply = ask({ text: question, region: values.region });
  if (values.json) await io.out.write(toLine(toAnswerJson('1', reply)));
  else await io.out.write(`${toPrintable(reply.text)}\n`);
  return 0;
};
