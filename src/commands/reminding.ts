import { randomBytes } from 'node:crypto';
import { createCalendarWriter } from '../../adapters/calendar/index.ts';
import { createCronSchedule } from '../../adapters/cron/index.ts';
import type { AppealTools } from '../app/appeals/types.ts';
import { SUBSCRIBER } from '../app/reminding/kinds.ts';
import { openProfiles } from '../app/reminding/profiles.ts';
import { openReminding, type Reminding } from '../app/reminding/open-reminding.ts';
import type { CarryOut } from '../app/orders.ts';
import type { Library } from '../app/library/open-library.ts';
import type { Timekeeper } from '../app/timekeeper.ts';
import type { ReaderTools } from '../domain/enterprise/profile-reader.ts';
import type { Program } from '../main.ts';
import type { Records } from '../ports/records.ts';

/** Belt and braces: what is due follows from the records, and a chat that asks has the library compared at once. */
const EVERY = '*/5 * * * *';
const SECRET_BYTES = 24;
const NAME_LENGTH = 32;

interface RemindingParts {
  readonly records: Records;
  readonly library: Library;
  readonly appeals: Pick<AppealTools, 'roster' | 'units' | 'home' | 'quietHours'>;
  readonly reader: Pick<ReaderTools, 'home' | 'industries'>;
  readonly timekeeper: () => Timekeeper;
}

/** Deadlines and reminders with their ticks, which begin with `start`. */
export async function openReminders(
  { config, system, timing }: Program,
  { records, library, appeals, reader, timekeeper }: RemindingParts,
): Promise<{
  readonly reminding: Reminding;
  /** Wraps what profiles are ordered: what is known of somebody decides what he is told of. */
  readonly followingProfiles: (carryOut: CarryOut) => CarryOut;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}> {
  const { rules, time } = await timing();
  const { now } = system.clock;
  const schedule = createCronSchedule({ log: system.log });
  const wake = (): void => timekeeper().changed(SUBSCRIBER.name);
  const profiles = await openProfiles({
    records,
    policies: () => library.current().policies,
    home: reader.home,
    industries: reader.industries,
    now,
  });
  const reminding = await openReminding({
    records,
    roster: appeals.roster,
    home: appeals.home,
    bodies: appeals.units.bodies,
    quietHours: appeals.quietHours,
    dayKind: time.dayKind,
    rules: rules.reminders,
    now,
    wake,
    log: system.log,
    hash: system.digest,
    library: library.current,
    profiles,
    calendar: {
      write: createCalendarWriter({ now }),
      publicUrl: config.publicUrl,
      secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
      keepFile: async ({ chat, name, text }) => {
        // Like a page to print it can be made again, and is not kept with what people sent.
        const kept = await system.pages.keep(
          `${system.digest(`calendar ${chat}`).slice(0, NAME_LENGTH)}.ics`,
          text,
        );
        return { ...kept, name, kind: 'file' };
      },
    },
  });
  return {
    reminding,
    followingProfiles: (carryOut) => profiles.following(carryOut, reminding.profileChanged),
    start: async () => {
      await reminding.sync();
      schedule.every(EVERY, async () => {
        await reminding.sync();
        wake();
      });
    },
    stop: schedule.stop,
  };
}
