/** `npm run simulate -- --days 365 --seed 7`: reminds a town for a year, with outages, and counts broken promises. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { COUNTER } from '../../src/app/appeals/numbers.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { REMINDER_KINDS } from '../../src/app/reminding/kinds.ts';
import { readRules } from '../../src/commands/rules.ts';
import { parseLocalDate } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import { simulate } from './simulate.ts';

const OPTIONS = {
  days: { type: 'string', default: '365' },
  seed: { type: 'string', default: '7' },
  groups: { type: 'string', default: '500' },
  enterprises: { type: 'string', default: '5000' },
  deadlines: { type: 'string', default: '300' },
  start: { type: 'string', default: '2026-01-05' },
  files: { type: 'boolean', default: false },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const [days = 0, seed = 0, groups = 0, enterprises = 0, deadlines = 0] = [
  values.days,
  values.seed,
  values.groups,
  values.enterprises,
  values.deadlines,
].map(Number);
const start = parseLocalDate(values.start);
if (start === null || ![days, seed, groups, enterprises, deadlines].every(Number.isInteger) || days < 1) {
  process.stderr.write('usage: npm run simulate -- --days 365 --seed 7 [--files]\n');
  process.exit(2);
}

const folder = values.files ? mkdtempSync(join(tmpdir(), 'qifu-simulate-')) : null;
const openOnce = (): Promise<Records> =>
  openRecords({
    folder,
    kinds: [CONVERSATION, COUNTER, ...REMINDER_KINDS],
    onDamaged: (where) => process.stdout.write(`damaged: ${where}\n`),
    onNewer: () => undefined,
  });
// What is kept in memory outlives the process of the simulation, as a disk does.
const inMemory = folder === null ? openOnce() : null;
const began = performance.now();
const outcome = await simulate({
  days,
  seed,
  groups,
  enterprises,
  deadlines,
  start,
  rules: await readRules(join(import.meta.dirname, '../../seeds')),
  open: () => inMemory ?? openOnce(),
});
const { missed, doubled, atNight, onDaysOff, onTheHour, afterDone, tooMany, ...figures } = outcome;
const broken = { missed, doubled, atNight, onDaysOff, onTheHour, afterDone, tooMany };
for (const [name, count] of Object.entries(figures))
  process.stdout.write(`${name.padEnd(12)} ${Math.round(count)}\n`);
for (const [name, all] of Object.entries(broken)) {
  process.stdout.write(`${name.padEnd(12)} ${all.length}\n`);
  for (const one of all.slice(0, 5)) process.stdout.write(`  ${one}\n`);
}
process.stdout.write(`seconds      ${((performance.now() - began) / 1000).toFixed(1)}\n`);
if (folder !== null) rmSync(folder, { recursive: true });
process.exitCode = Object.values(broken).every((all) => all.length === 0) ? 0 : 1;
