import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Ask } from '../app/answering/types.ts';
import { readConfig } from '../config.ts';
import { openProgram } from '../main.ts';
import { runTrouble } from '../text/zh/cli.ts';
import { evalWords } from '../text/zh/eval.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { evalAppeals, isAppealFile } from './eval-appeals.ts';
import { type EvalResult, figuresTable, missOf, toFiguresJson } from './eval-report.ts';
import { type EvalRow, isRight, type RowScore, scoreRow } from './eval-score.ts';
import { readJsonFile } from './json-lines.ts';
import { type Io, toLine } from './output.ts';

const OPTIONS = { failures: { type: 'boolean' }, json: { type: 'boolean' } } as const;

const evalRow: z.ZodType<EvalRow> = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.string(),
  doc: z.union([z.string(), z.array(z.string())]).nullable(),
  contains: z.array(z.string()),
  answer: z.array(z.string()),
});

async function evalFiles(given: readonly string[], home: string): Promise<readonly string[]> {
  if (given.length > 0) return given;
  const folder = join(home, 'tests', 'eval');
  const names = (await readdir(folder))
    .filter((name) => /^(?:questions|appeals)\..*\.jsonl$/.test(name))
    .toSorted();
  if (names.length === 0) throw new Error(runTrouble.noQuestionFiles(folder));
  return names.map((name) => join(folder, name));
}

/** The good rows of a file; the others are named on standard error. */
async function readRows(file: string, io: Io): Promise<readonly EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const { place, value } of await readJsonFile(file, evalRow)) {
    if (value === null) await io.err.write(`${runTrouble.badLine(place)}\n`);
    else rows.push(value);
  }
  return rows;
}

function evaluate(rows: readonly EvalRow[], ask: Ask): readonly EvalResult[] {
  return rows.map((row) => {
    const reply = ask({ text: row.q });
    return { score: scoreRow(row, reply), reply };
  });
}

/** Asks every question of the evaluation files and prints the figures by file and kind. */
export const runEval: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  const given = await evalFiles(positionals, io.home);
  const paths = given.filter((path) => !isAppealFile(path));
  const appeals = given.filter(isAppealFile);
  const files = await Promise.all(paths.map(async (path) => ({ path, rows: await readRows(path, io) })));
  const program = openProgram(readConfig(overrides, io.home), io);
  const { ask } = await program.answering();
  const all: RowScore[] = [];
  for (const { path, rows } of files) {
    const start = performance.now();
    const results = evaluate(rows, ask);
    const seconds = (performance.now() - start) / 1000;
    const scores = results.map(({ score }) => score);
    all.push(...scores);
    if (values.json) {
      await io.out.write(toLine({ file: basename(path), ...toFiguresJson(scores) }));
      continue;
    }
    await io.out.write(
      `${basename(path)}　${evalWords.seconds(results.length, seconds)}\n${figuresTable(scores)}\n`,
    );
    if (!values.failures) continue;
    for (const result of results.filter(({ score }) => !isRight(score)))
      await io.out.write(`${missOf(result)}\n`);
  }
  if (files.length > 1 && !values.json) await io.out.write(`${evalWords.all}\n${figuresTable(all)}`);
  if (appeals.length > 0) {
    const dispatch = await program.dispatching();
    await evalAppeals(appeals, {
      dispatch,
      io,
      json: values.json ?? false,
      failures: values.failures ?? false,
    });
  }
  return 0;
};
