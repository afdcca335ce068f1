import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const AT_ONCE = 32;

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

export const perSecond = (milliseconds: number): string => (1000 / milliseconds).toFixed(0);

export const secondsOf = (seconds: number): string => `${seconds.toFixed(2)} s`;

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

/** Median milliseconds of each of two works, done in turn, so that a disk busy with something else slows both. */
export async function inTurns(
  rounds: number,
  works: readonly [(at: number) => Promise<unknown>, (at: number) => Promise<unknown>],
): Promise<readonly [number, number]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let at = 0; at < rounds; at += 1) {
    for (const which of [0, 1] as const) {
      const start = performance.now();
      await works[which](at);
      times[which].push(performance.now() - start);
    }
  }
  return [median(times[0]), median(times[1])];
}

/** Does a work for each number from 1 on, many at once. */
export async function inParallel(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work((next += 1));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The least that a safe write can cost: create, fsync, rename, fsync of the folder. */
export async function writeBarely(folder: string, at: number, text: string): Promise<void> {
  const temporary = join(folder, '.new');
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(temporary, join(folder, `${at}.json`));
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function heapInUse(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

/** What a work resolves to, how long it took, and how much memory that keeps. */
export async function memoryOf<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number; readonly megabytes: number }> {
  const before = heapInUse();
  const start = performance.now();
  const value = await work();
  const seconds = (performance.now() - start) / 1000;
  return { value, seconds, megabytes: (heapInUse() - before) / 1e6 };
}
