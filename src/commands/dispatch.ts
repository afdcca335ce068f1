import { z } from 'zod';
import { toPrintable } from '../../adapters/console/printable.ts';
import type { Dispatch, DispatchReply } from '../app/dispatching/types.ts';
import { readConfig } from '../config.ts';
import type { Destination, ProposedUnit } from '../domain/dispatch/types.ts';
import { openProgram } from '../main.ts';
import { runTrouble, usageTrouble } from '../text/zh/cli.ts';
import { proposalText } from '../text/zh/dispatch.ts';
import { expectNoWords, parseArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';
import { type Io, toLine } from './output.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  district: { type: 'string' },
} as const;

const appealLine = z.object({
  id: z.union([z.string(), z.number()]).default(''),
  text: z.string(),
  district: z.string().nullish(),
});

const toUnitJson = ({ name, score, evidence }: ProposedUnit) => ({ name, score, evidence });

const toDestinationJson = ({ units, category }: Destination) => ({ units: units.map(toUnitJson), category });

/** The proposal as scripts read it. */
export const toDispatchJson = (id: string | number, reply: DispatchReply) => ({
  id,
  ...toDestinationJson(reply),
  askBack: reply.askBack,
  ...(reply.question === null ? {} : { question: reply.question }),
  ...(reply.also === null ? {} : { also: toDestinationJson(reply.also) }),
});

/** Proposes for `{"id","text","district"?}` a line, in input order. Resolves to the exit code. */
async function dispatchLines(dispatch: Dispatch, io: Io, given?: string): Promise<number> {
  let failed = false;
  for await (const { place, value } of readJsonLines(io.input, { name: 'stdin', schema: appealLine })) {
    if (value === null) {
      failed = true;
      await io.err.write(`${runTrouble.badLine(place)}\n`);
      continue;
    }
    const reply = dispatch({ text: value.text, district: value.district ?? given });
    await io.out.write(toLine(toDispatchJson(value.id, reply)));
  }
  return failed ? 1 : 0;
}

/** Proposes lead units for one appeal, or for appeals from standard input. */
export const runDispatch: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  const text = positionals.join(' ').trim();
  if (values.jsonl) expectNoWords(positionals);
  else if (text === '') throw new UsageError(usageTrouble.noAppeal);
  const dispatch = await openProgram(readConfig(overrides, io.home), io).dispatching();
  if (values.jsonl) return dispatchLines(dispatch, io, values.district);
  const reply = dispatch({ text, district: values.district });
  if (values.json) await io.out.write(toLine(toDispatchJson('1', reply)));
  else await io.out.write(`${toPrintable(proposalText(reply))}\n`);
  return 0;
};
