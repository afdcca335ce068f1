import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toPrintable } from '../../adapters/console/printable.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { ALL, DEADLINE } from '../app/reminding/kinds.ts';
import { readConfig } from '../config.ts';
import type { Policy } from '../domain/policy/types.ts';
import { deadlinesAt, type ListedDeadline } from '../domain/reminder/library-deadlines.ts';
import type { ApplicationDeadline } from '../domain/reminder/types.ts';
import { dayOf } from '../domain/time.ts';
import { openProgram, type Program } from '../main.ts';
import { deadlineTable } from '../text/zh/deadlines.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';

/** What the bot has kept; nothing is written, also where another process runs on the same data. */
async function keptDeadlines({ config, system }: Program): Promise<readonly ApplicationDeadline[]> {
  const folder = join(config.data, 'records');
  if ((await stat(folder).catch(() => null)) === null) return [];
  const records = await openRecords({
    folder,
    kinds: [DEADLINE],
    readOnly: true,
    onDamaged: (where) => system.log.error('record-damaged', { where }),
    onNewer: (record) => system.log.error('record-newer', { record }),
  });
  const all = await Promise.all((await records.find(DEADLINE, ALL)).map((id) => records.read(DEADLINE, id)));
  return all.filter((one) => one !== null);
}

/** A deadline as scripts read it; unknown is null. */
const toJson = ({ number, deadline, isCertain, state, policy, clause }: ListedDeadline) => ({
  number,
  title: deadline.title,
  what: deadline.what,
  kind: deadline.kind,
  on: deadline.on,
  at: deadline.at,
  from: deadline.from,
  yearly: deadline.yearly,
  region: deadline.region,
  certain: isCertain,
  doubts: deadline.doubts,
  state,
  policy,
  clause,
  snippet: deadline.snippet,
});

/** `qifu deadlines`: what is kept and what the library says, the first to close first. */
export const runDeadlines: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
  });
  expectNoWords(positionals);
  const program = openProgram(readConfig(overrides, io.home), io);
  const kept = await keptDeadlines(program);
  const policies: readonly Policy[] = (await program.answering()).library.current().policies;
  const now = program.system.clock.now();
  const listed = deadlinesAt({ kept, policies, now }).filter(({ state }) => values.all || state !== 'over');
  await io.out.write(
    values.json ? `${JSON.stringify(listed.map(toJson))}\n` : toPrintable(deadlineTable(listed, dayOf(now))),
  );
  return 0;
};
