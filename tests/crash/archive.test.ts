import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import { NOTE } from '../contracts/records.ts';
import { createPowerDisk } from '../support/power-disk.ts';
import { runs } from '../support/runs.ts';

/** One life of the process: what it does before it dies at a step of the disk. */
interface Life {
  readonly acts: readonly ('write' | 'archive')[];
  readonly diesAt: number;
  /** With the machine: what was not synced may be gone. */
  readonly power: boolean;
  /** From this step on, for so many, everything that changes the disk fails. */
  readonly failsFrom: number;
  readonly failsFor: number;
}

const NEVER = new Promise<never>(() => undefined);
const NOW = 100 as Instant;
const OVER = { month: '2026-10', from: NOW };

/** Writes 1, 2, 3 … into one record; `kept` is the last that was told to be safe, `tried` the last that was begun. */
async function act(records: Records, what: Life['acts'][number], count: { kept: number; tried: number }) {
  if (what === 'archive') {
    await records.archive(NOTE, NOW).catch(() => 0);
    return;
  }
  count.tried += 1;
  const text = String(count.tried);
  await records
    .update(NOTE, 'a', () => ({ data: { text, tags: [], over: OVER } }))
    .then(
      () => (count.kept = Number(text)),
      () => undefined,
    );
}

const life: fc.Arbitrary<Life> = fc.record({
  acts: fc.array(fc.constantFrom('write', 'archive'), { minLength: 1, maxLength: 5 }),
  diesAt: fc.integer({ min: 1, max: 80 }),
  power: fc.boolean(),
  failsFrom: fc.integer({ min: 1, max: 60 }),
  failsFor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
});

test('a record that goes to the archive and comes back is never lost, and never in two places with different contents', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
      async (lives, coins) => {
        const disk = createPowerDisk();
        const count = { kept: 0, tried: 0 };
        let tossed = 0;
        const coin = (): boolean => coins[tossed++ % coins.length] ?? true;
        const open = (step: () => Promise<void>): Promise<Records> =>
          openRecords({
            folder: '/records',
            kinds: [NOTE],
            onDamaged: (where) => expect.unreachable(`damaged: ${where}`),
            onNewer: () => undefined,
            disk: disk.diskFor({ step }),
          });
        const check = async (): Promise<void> => {
          const texts = disk
            .paths()
            .flatMap((path, at) => (path.endsWith('.json') ? [disk.texts()[at] as string] : []));
          expect(new Set(texts).size).toBeLessThanOrEqual(1);
          const found = await (await open(async () => undefined)).read(NOTE, 'a');
          const value = Number(found?.text ?? 0);
          expect(value).toBeGreaterThanOrEqual(count.kept);
          expect(value).toBeLessThanOrEqual(count.tried);
          expect(disk.paths().length).toBe(value === 0 ? 0 : 1);
          count.kept = value;
        };
        for (const { acts, diesAt, power, failsFrom, failsFor } of lives) {
          let steps = 0;
          let die: () => void = () => undefined;
          const dead = new Promise<void>((resolve) => (die = resolve));
          const step = async (): Promise<void> => {
            steps += 1;
            if (steps >= diesAt) {
              die();
              await NEVER;
            }
            if (steps >= failsFrom && steps < failsFrom + failsFor)
              throw Object.assign(new Error('failing'), { code: 'EIO' });
          };
          const live = async (): Promise<void> => {
            const records = await open(step).catch(() => null);
            for (const what of records ? acts : []) if (records) await act(records, what, count);
          };
          await Promise.race([live(), dead]);
          steps = Number.MAX_SAFE_INTEGER;
          if (power) disk.losePower(coin);
          await check();
        }
      },
    ),
    { numRuns: runs(150) },
  );
});
