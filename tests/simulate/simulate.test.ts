import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { COUNTER } from '../../src/app/appeals/numbers.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { REMINDER_KINDS } from '../../src/app/reminding/kinds.ts';
import { readRules } from '../../src/commands/rules.ts';
import { clock } from '../support/a-calendar.ts';
import { day } from '../support/a-deadline.ts';
import { aTempFolder } from '../support/temp-folder.ts';
import { type Outcome, simulate } from './simulate.ts';

const open = (folder: string | null) =>
  openRecords({
    folder,
    kinds: [CONVERSATION, COUNTER, ...REMINDER_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

const seeds = join(import.meta.dirname, '../../seeds');

const broken = ({
  missed,
  doubled,
  atNight,
  onDaysOff,
  onTheHour,
  afterDone,
  tooMany,
}: Outcome): readonly string[] => [
  ...missed,
  ...doubled,
  ...atNight,
  ...onDaysOff,
  ...onTheHour,
  ...afterDone,
  ...tooMany,
];

const MONTH = { days: 30, seed: 7, groups: 20, enterprises: 60, deadlines: 40, start: day('2026-03-02') };

test('a month of outages and crashes breaks no promise', async () => {
  const records = await open(null);
  const outcome = await simulate({ ...MONTH, rules: await readRules(seeds), open: async () => records });
  expect(broken(outcome)).toEqual([]);
  expect(outcome.lives).toBeGreaterThan(4);
  expect(outcome.crashes).toBeGreaterThan(0);
  expect(outcome.stages).toBeGreaterThan(100);
});

test('nor do ten days on files that are read again after every end', async () => {
  const folder = aTempFolder();
  const small = { ...MONTH, days: 10, groups: 10, enterprises: 20, deadlines: 60 };
  const outcome = await simulate({ ...small, rules: await readRules(seeds), open: () => open(folder) });
  expect(broken(outcome)).toEqual([]);
  expect(outcome.stages).toBeGreaterThan(10);
});

test('the judge sees what is broken', async () => {
  const records = await open(null);
  const rules = await readRules(seeds);
  const strict = { ...rules, quietHours: { from: clock('09:00'), to: clock('20:00') } };
  const outcome = await simulate({ ...MONTH, rules, judgeBy: strict, open: async () => records });
  expect(outcome.atNight.length).toBeGreaterThan(50);
});
