/** `npm run bench -- records`: what keeping a message safe costs, and how it grows with the number of records. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { accept, CONVERSATION } from '../../src/app/conversation.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import { aMessage } from '../support/bot.ts';

const ROUNDS = 300;
const MANY = 10_000;
const AT_ONCE = 32;

const openAt = (folder: string): Promise<Records> =>
  openRecords({
    folder,
    kinds: [CONVERSATION],
    onDamaged: (where) => process.stderr.write(`damaged: ${where}\n`),
    onNewer: () => undefined,
  });

const take = (records: Records, chat: string, id: number): Promise<boolean> =>
  records.update(CONVERSATION, chat, (before) => {
    const data = accept(before, aMessage(String(id), { chat }), id as Instant);
    return data && { data };
  });

/** Milliseconds of each of so many turns. */
async function timesOf(rounds: number, turn: (at: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const start = performance.now();
    await turn(at);
    times.push(performance.now() - start);
  }
  return times;
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

/** The least that a safe write can cost: create, fsync, rename, fsync of the folder. */
async function writeBarely(folder: string, at: number, text: string): Promise<void> {
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

async function fill(records: Records, count: number): Promise<void> {
  let next = 0;
  const filler = async (): Promise<void> => {
    while (next < count) await take(records, `test:${(next += 1)}`, 0);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, filler));
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** Prints the figures; resolves to the exit code. */
export async function benchRecords(): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'qifu-bench-'));
  const bare = join(root, 'bare');
  await mkdir(bare);
  const records = await openAt(join(root, 'few'));
  const text = JSON.stringify(accept(null, aMessage('1'), 0 as Instant));
  // In turn, so that a disk that is busy with something else slows both.
  const [barely, kept]: [number[], number[]] = [[], []];
  for (let at = 0; at < ROUNDS; at += 1) {
    barely.push(...(await timesOf(1, () => writeBarely(bare, at, text))));
    kept.push(...(await timesOf(1, () => take(records, `test:new${at % 10}-${at}`, at))));
  }
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print(`bare loop: ${(1000 / median(barely)).toFixed(0)} a second (median)`);
  print(
    `messages accepted: ${(1000 / median(kept)).toFixed(0)} a second, ${(median(barely) / median(kept)).toFixed(2)} of the bare loop`,
  );

  await fill(await openAt(join(root, 'many')), MANY);
  const before = heap();
  const start = performance.now();
  const many = await openAt(join(root, 'many'));
  print(
    `start with ${MANY} open records: ${((performance.now() - start) / 1000).toFixed(2)} s, ${((heap() - before) / 1e6).toFixed(1)} MB`,
  );
  const ten = await openAt(join(root, 'ten'));
  await fill(ten, 10);
  const [withTen, withMany]: [number[], number[]] = [[], []];
  for (let at = 0; at < ROUNDS; at += 1) {
    withTen.push(...(await timesOf(1, () => take(ten, 'test:more', at + 1))));
    withMany.push(...(await timesOf(1, () => take(many, 'test:more', at + 1))));
  }
  print(
    `accepting one more with ${MANY} instead of 10: ${(median(withMany) / median(withTen)).toFixed(2)} times as long`,
  );
  rmSync(root, { recursive: true });
  return 0;
}
