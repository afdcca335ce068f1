/**
 * Coverage as V8 counts it and vitest reports it, with a quarter of the work: vitest's own provider asks for the counts
 * after each file of tests, writes them to a file and merges all of those one by one. Here a worker gives its counts
 * once, when it is told to end. Compiled modules are shared with runs that measure nothing (`requiresTransform`).
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import v8 from '@vitest/coverage-v8';
import type { CoverageProvider, CoverageProviderModule } from 'vitest/node';
import { sharedData } from './one-run.ts';

/** What V8 says of the scripts of a process, and where the module begins in each. */
interface Counts {
  readonly result: readonly (Profiler.ScriptCoverage & { readonly startOffset: number })[];
}

/** What vitest's own provider asks for when it reports. */
interface Reading {
  readonly onFileRead: (counts: Counts) => void;
  readonly onFinished: (project: unknown, environment: string) => Promise<void>;
}

/** What a worker says after a file of tests instead of its counts. */
interface Run {
  readonly coverage: { readonly worker: number };
  readonly environment: string;
}

const MEASURED = /\/src\/(?:domain|app)\//;
/** As long as vitest waits for a worker to end. */
const LONGEST_END_MS = 10_000;

const countsOf = (worker: number): string => join(sharedData(process.cwd()), `coverage-${worker}.json`);

async function giveAtEnd(options: Parameters<NonNullable<typeof v8.takeCoverage>>[0]): Promise<void> {
  const counts = (await v8.takeCoverage?.(options)) as Counts | undefined;
  const result = counts?.result.filter(({ url }) => MEASURED.test(url)) ?? [];
  const path = countsOf(process.pid);
  writeFileSync(`${path}.part`, JSON.stringify({ result }));
  renameSync(`${path}.part`, path);
  process.exit();
}

async function countsAtEnd(worker: number): Promise<Counts> {
  const path = countsOf(worker);
  for (let waited = 0; !existsSync(path); waited += 20) {
    if (waited > LONGEST_END_MS) throw new Error(`worker ${worker} ended without its coverage`);
    await setTimeout(20);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Counts;
}

let isAsked = false;

const coverage: CoverageProviderModule = {
  ...v8,

  takeCoverage(options) {
    if (!isAsked) process.once('SIGTERM', () => void giveAtEnd(options));
    isAsked = true;
    return { worker: process.pid };
  },

  async getProvider() {
    const provider = (await v8.getProvider()) as CoverageProvider & {
      readonly ctx: { readonly getRootProject: () => unknown };
    };
    const workers = new Set<number>();
    let environment = '';
    return Object.assign(provider, {
      // By this name the workers take this module, too.
      name: 'custom',
      requiresTransform: () => false,
      onAfterSuiteRun: (run: Run) => {
        workers.add(run.coverage.worker);
        environment = run.environment;
      },
      readCoverageFiles: async ({ onFileRead, onFinished }: Reading) => {
        for (const worker of workers) onFileRead(await countsAtEnd(worker));
        await onFinished(provider.ctx.getRootProject(), environment);
      },
    });
  },
};

export default coverage;
