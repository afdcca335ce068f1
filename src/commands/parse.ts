import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { toPrintable } from '../../adapters/console/printable.ts';
import { parseFile } from '../app/library/parse-file.ts';
import { readConfig } from '../config.ts';
import type { Policy } from '../domain/policy/types.ts';
import { statusAt } from '../domain/policy/validity.ts';
import { dayOf, type LocalDate } from '../domain/time.ts';
import { openProgram, type Program } from '../main.ts';
import { DocumentError } from '../ports/document-reader.ts';
import { usageTrouble } from '../text/zh/cli.ts';
import { parseSummary } from '../text/zh/parse.ts';
import { parseArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { toSentence } from './sentence.ts';

/** The readers' own limit, looked at before a byte is read. */
const MAX_BYTES = 30 * 1024 * 1024;

/** A policy as scripts read it; unknown is null. */
export const toPolicyJson = (policy: Policy, today: LocalDate) => ({
  file: policy.file,
  title: policy.title,
  issuingAuthority: policy.issuingAuthority,
  documentNumber: policy.documentNumber,
  publishedOn: policy.publishedOn,
  signedOn: policy.signedOn,
  effectiveOn: policy.effectiveOn,
  validUntil: policy.validUntil,
  region: policy.region,
  level: policy.level,
  status: statusAt(policy, today),
  text: policy.text,
  coverage: policy.coverage,
  clauses: policy.clauses.map(({ id, kind, path, number, text, units, benefits, deadlines }) => ({
    id,
    kind,
    path,
    number,
    text,
    units: units.map(({ name, role }) => ({ name, role })),
    benefits: benefits.map(({ who, amountYuan, atMost, snippet }) => ({ who, amountYuan, atMost, snippet })),
    deadlines: deadlines.map(({ on, at, from, what, kind: of, implied, snippet }) => ({
      on,
      at,
      from,
      what,
      kind: of,
      implied,
      snippet,
    })),
  })),
});

async function readPolicy(path: string, program: Program): Promise<Policy> {
  const name = basename(path);
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new DocumentError('too-large');
  const file = { name, bytes: await readFile(path) };
  const tools = await program.parsing();
  const policy = await parseFile(file, tools);
  if (policy.coverage.repairs.length === 0) return policy;
  // Lost characters are filled from parallel documents, as in the library itself.
  const { library } = await program.answering();
  const parallels = library.current().policies.filter((other) => other.file !== name);
  return parseFile({ ...file, parallels: parallels.map(({ text }) => text) }, tools);
}

/** Parses files and prints what was understood; a file that cannot be read is named and left out. */
export const runParse: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError(usageTrouble.noFile);
  const program = openProgram(readConfig(overrides, io.home), io);
  const today = dayOf(program.system.clock.now());
  const policies: Policy[] = [];
  let failed = false;
  for (const path of positionals) {
    try {
      policies.push(await readPolicy(path, program));
    } catch (error) {
      failed = true;
      await io.err.write(`${toPrintable(toSentence(error, basename(path)))}\n`);
    }
  }
  const out = policies.map((policy) => toPolicyJson(policy, today));
  await io.out.write(
    values.json ? `${JSON.stringify(out)}\n` : toPrintable(out.map(parseSummary).join('\n')),
  );
  return failed ? 1 : 0;
};
