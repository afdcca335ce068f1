import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { createSearchIndex } from '../domain/search/search-index.ts';
import type { SearchIndex } from '../domain/search/types.ts';
import { openProgram } from '../main.ts';
import { runTrouble, searchSummary, usageTrouble } from '../text/zh/cli.ts';
import { expectNoWords, parseArguments, toCount, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { readJsonFile } from './json-lines.ts';
import { type Io, toLine } from './output.ts';

const OPTIONS = {
  passages: { type: 'string' },
  queries: { type: 'string' },
  k: { type: 'string', default: '10' },
} as const;

const id = z.union([z.string(), z.number()]);
const passageLine = z.object({ id, title: z.string().nullish(), text: z.string() });
const queryLine = z.object({ id, q: z.string() });

/** The good lines of a file; the others are named on standard error. */
async function readLines<Value>(file: string, schema: z.ZodType<Value>, io: Io): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const { place, value } of await readJsonFile(file, schema)) {
    if (value === null) await io.err.write(`${runTrouble.badLine(place)}\n`);
    else values.push(value);
  }
  return values;
}

/** Answers every query with the best `k` passages; resolves to the milliseconds each took. */
async function answerQueries(
  index: SearchIndex,
  queries: readonly z.infer<typeof queryLine>[],
  {
    k,
    idOf,
    io,
  }: { readonly k: number; readonly idOf: ReadonlyMap<string, string | number>; readonly io: Io },
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { hits } = index.search({ text: query.q, k });
    const ms = performance.now() - start;
    times.push(ms);
    const found = hits.map((hit) => ({ id: idOf.get(hit.id) ?? hit.id, score: hit.score }));
    await io.out.write(toLine({ id: query.id, hits: found, ms: Number(ms.toFixed(3)) }));
  }
  return times;
}

/** The value below which this share of the numbers lies; 0 where there are none. */
export const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0;

/** Searches passages of a file for the queries of another. */
export const runSearch: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, OPTIONS);
  expectNoWords(positionals);
  const { passages: passageFile, queries: queryFile } = values;
  if (passageFile === undefined) throw new UsageError(usageTrouble.missingOption('--passages'));
  if (queryFile === undefined) throw new UsageError(usageTrouble.missingOption('--queries'));
  const k = toCount(values.k, '--k');
  const passages = await readLines(passageFile, passageLine, io);
  const queries = await readLines(queryFile, queryLine, io);
  const segmenter = await openProgram(readConfig(overrides, io.home), io).segmenter();
  const start = performance.now();
  const index = createSearchIndex({ segmenter });
  index.put(
    passages.map(({ id: key, title, text }) => ({ id: String(key), title: title ?? '', body: text })),
  );
  const buildMs = performance.now() - start;
  const idOf = new Map(passages.map((passage) => [String(passage.id), passage.id]));
  const times = await answerQueries(index, queries, { k, idOf, io });
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const summary = searchSummary({
    passages: index.size(),
    queries: queries.length,
    buildMs,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    perSecond: total === 0 ? 0 : (times.length * 1000) / total,
    bytesPerPassage: index.bytes().index / Math.max(1, index.size()),
  });
  await io.err.write(`${summary}\n`);
  return 0;
};
