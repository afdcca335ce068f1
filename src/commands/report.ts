import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppealChain } from '../domain/appeal/facts.ts';
import { reportTable, toCsv } from '../domain/report/csv.ts';
import { reportOf } from '../domain/report/report.ts';
import { readConfig } from '../config.ts';
import { openProgram, type Program } from '../main.ts';
import { usageTrouble } from '../text/zh/cli.ts';
import { reportSaved, reportText, reportWords } from '../text/zh/report.ts';
import { expectNoWords, parseArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { toLine } from './output.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
// Spreadsheets take a text without it for another encoding.
const BOM = '\uFEFF';

/** Every appeal that was ever opened, the archived ones included. */
async function chainsOf(program: Program): Promise<readonly AppealChain[]> {
  const kind = await program.appealKind();
  const records = await program.recordsToRead();
  const chains: AppealChain[] = [];
  for (const id of await records.ids(kind)) {
    const appeal = await records.read(kind, id);
    if (appeal !== null) chains.push(appeal.chain);
  }
  for (const month of await records.archiveMonths(kind)) {
    for await (const { data } of records.archived(kind, month)) chains.push(data.chain);
  }
  return chains;
}

/** `qifu report [--month 2026-11] [--csv FILE] [--json]`: the figures of the appeals, from their events alone. */
export const runReport: Command = async (argv, io) => {
  const { positionals, values, overrides } = parseArguments(argv, {
    month: { type: 'string' },
    csv: { type: 'string' },
    json: { type: 'boolean' },
  });
  expectNoWords(positionals);
  const { month = null } = values;
  if (month !== null && !MONTH.test(month)) throw new UsageError(usageTrouble.badMonth(month));
  const program = openProgram(readConfig(overrides, io.home), io);
  const { rules, time } = await program.timing();
  const { units } = await program.seeds();
  const now = program.system.clock.now();
  const report = reportOf(await chainsOf(program), { month, time, rules: rules.appeals, now });
  const bodies = [...units.units, ...units.groups, ...units.districts];
  const unit = (id: string): string => bodies.find((body) => body.id === id)?.name ?? id;
  const path = values.csv ?? join(program.config.data, 'reports', `${month ?? 'all'}.csv`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${BOM}${toCsv(reportTable(report, { ...reportWords, unit }))}`, { mode: 0o600 });
  await io.out.write(values.json ? toLine(report) : `${reportText(report, unit)}\n`);
  await io.err.write(`${reportSaved(path)}\n`);
  return 0;
};
