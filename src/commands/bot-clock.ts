import { createAppealTick } from '../app/appeals/carry-out.ts';
import { createDigestTick } from '../app/appeals/digest.ts';
import { createTimekeeper, type Timekeeper } from '../app/timekeeper.ts';
import type { BotParts } from './bot-parts.ts';

/** Has appeals, the list of what is late, and reminders act when their time has come. */
export function createBotClock({ appeals, digest, shared, reminders }: BotParts): Timekeeper {
  const { timed, agenda } = reminders.reminding;
  return createTimekeeper(
    [
      { kind: appeals.kind, tick: createAppealTick(appeals) },
      { kind: digest, tick: createDigestTick({ ...appeals, digest }) },
      timed,
    ],
    { ...shared, records: agenda },
  );
}
