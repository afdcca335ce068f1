import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { COUNTER } from '../../src/app/appeals/numbers.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { REMINDER_KINDS } from '../../src/app/reminding/kinds.ts';
import { readRules } from '../../src/commands/rules.ts';
import { day } from '../support/a-deadline.ts';
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

test('a month of outages and crashes breaks no promise', async () => {
  const records = await open(null);
  const outcome = await simulate({
    days: 30,
    seed: 7,
    groups: 20,
    enterprises: 60,
    deadlines: 40,
    start: day('2026-03-02'),
    rules: await readRules(seeds),
    open: async () => records,
  });
  expect(broken(outcome)).toEqual([]);
  expect(outcome.lives).toBeGreaterThan(4);
  expect(outcome.stages).toBeGreaterThan(100);
});
