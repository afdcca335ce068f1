import { randomInt, randomUUID } from 'node:crypto';
import { createPeopleOrders } from '../app/people/carry-out.ts';
import { openPeople } from '../app/people/directory.ts';
import { issueFirstCode } from '../app/people/first-code.ts';
import { createPeopleTurn } from '../app/people/people-turn.ts';
import { type AccountId, accountId } from '../domain/people/account.ts';
import type { Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { Records } from '../ports/records.ts';
import { CONSOLE_ADMIN } from '../text/zh/console.ts';

/** Administrators of the settings, and the one that the console has by itself. */
function adminsOf({ config }: Program, channels: readonly Channel[]): readonly AccountId[] {
  const console = channels.some(({ name }) => name === 'console') ? accountId(CONSOLE_ADMIN) : null;
  return [...config.admins, ...(console === null ? [] : [console])];
}

/** Everything about people: the directory, the step that takes commands, the orders that change it. */
export async function openPeopleParts(
  program: Program,
  { records, channels }: { readonly records: Records; readonly channels: readonly Channel[] },
) {
  const { config, system } = program;
  const { units } = await program.parsing();
  const people = await openPeople({
    records,
    units,
    home: config.region,
    admins: adminsOf(program, channels),
  });
  const words = { nameOf: people.names.nameOf, botName: config.name };
  const { digest } = system;
  const chances = { people, digest, below: (limit: number) => randomInt(limit) };
  const tools = { digest, salt: randomUUID };
  const now = system.clock.now;
  return {
    people,
    tools,
    take: createPeopleTurn({ ...chances, words }),
    orders: createPeopleOrders({ records, people, tools, words, now }),
    firstCode: () => issueFirstCode({ records, ...chances, now }),
  };
}
