import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Ask, AskReply } from '../app/answering/types.ts';
import { readConfig } from '../config.ts';
import { openProgram } from '../main.ts';
import { runTrouble } from '../text/zh/cli.ts';
import { evalWords } from '../text/zh/eval.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command-line.ts';
import { figuresTable, missOf, toFiguresJson } from './eval-report.ts';
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

/** A question that was asked, and what came back. */
export interface EvalResult {
  readonly score: RowScore;
  readonly reply: AskReply;
}

async function evalFiles(given: readonly string[], home: string): Promise<readonly string[]> {
  if (given.length > 0) return given;
  const folder = join(home, 'tests', 'eval');
  const names = (await readdir(folder)).filter((name) => /^questions\..*\.jsonl$/.test(name)).toSorted();
  if (names.length === 0) throw new Error(runTrouble.noQuestionFiles(folder));
  return names.map((name) => join(folder, name));
}

async function evaluate(file: string, ask: Ask, io: Io): Promise<readonly EvalResult[]> {
  const results: EvalResult[] = [];
  for (const { place, value } of await readJsonFile(file, evalRow)) {
    if (value === null) {
      await io.err.write(`${runTrouble.badLine(place)}\n`);
      continue;
    }
    const reply = ask({ text: value.q });
    results.push({ score: scoreRow(value, reply), reply });
  }
  return results;
}

/** Asks every question of the evaluation files and prints the figures by file and kind. */
export const runEval: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  const files = await evalFiles(positionals, io.home);
  const { ask } = await openProgram(readConfig(overrides, io.home), io).answering();
  const all: RowScore[] = [];
  for (const file of files) {
    const start = performance.now();
    const results = await evaluate(file, ask, io);
    const seconds = (performance.now() - start) / 1000;
    const scores = results.map(({ score }) => score);
    all.push(...scores);
    if (values.json) {
      await io.out.write(toLine({ file: basename(file), ...toFiguresJson(scores) }));
      continue;
    }
    await io.out.write(
      `${basename(file)}　${evalWords.seconds(results.length, seconds)}\n${figuresTable(scores)}\n`,
    );
    if (!values.failures) continue;
    for (const result of results.filter(({ score }) => !isRight(score)))
      await io.out.write(`${missOf(result)}\n`);
  }
  if (files.length > 1 && !values.json) await io.out.write(`${evalWords.all}\n${figuresTable(all)}`);
  return 0;
};
