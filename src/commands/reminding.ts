import { randomBytes } from 'node:crypto';
import { createCalendarWriter } from '../../adapters/calendar/index.ts';
import { createCronSchedule } from '../../adapters/cron/index.ts';
import type { AppealTools } from '../app/appeals/types.ts';
import { SUBSCRIBER } from '../app/reminding/kinds.ts';
import { openReminding, type Reminding } from '../app/reminding/open-reminding.ts';
import type { Library } from '../app/library/open-library.ts';
import type { Timekeeper } from '../app/timekeeper.ts';
import type { Program } from '../main.ts';
import type { Records } from '../ports/records.ts';

/** Belt and braces: what is due follows from the records, and a chat that asks has the library compared at once. */
const EVERY = '*/5 * * * *';
const SECRET_BYTES = 24;

interface RemindingParts {
  readonly records: Records;
  readonly library: Library;
  readonly appeals: Pick<AppealTools, 'roster' | 'units' | 'home' | 'quietHours'>;
  readonly timekeeper: () => Timekeeper;
}

/** Deadlines and reminders with their ticks, which begin with `start`. */
export async function openReminders(
  { config, system, timing }: Program,
  { records, library, appeals, timekeeper }: RemindingParts,
): Promise<{
  readonly reminding: Reminding;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}> {
  const { rules, time } = await timing();
  const { now } = system.clock;
  const schedule = createCronSchedule({ log: system.log });
  const wake = (): void => timekeeper().changed(SUBSCRIBER.name);
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
    suits: () => true,
    calendar: {
      write: createCalendarWriter({ now }),
      publicUrl: config.publicUrl,
      secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
      keepFile: async ({ name, text }) => {
        const bytes = new TextEncoder().encode(text);
        return { id: await system.attachments.put(bytes), name, kind: 'file', bytes: bytes.length };
      },
    },
  });
  return {
    reminding,
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
