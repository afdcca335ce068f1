import { openAnsweredQuestions } from '../app/answering/answered-questions.ts';
import type { AppealDeps } from '../app/appeals/carry-out.ts';
import { openCorrections } from '../app/appeals/corrections.ts';
import { createActivity } from '../app/turn/activity.ts';
import type { Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { Records } from '../ports/records.ts';
import { openPeopleParts } from './people-parts.ts';

export interface Ground {
  readonly program: Program;
  readonly channels: readonly Channel[];
  /** Watched: what is saved in them wakes whoever waits for it. */
  readonly records: Records;
}

/** Library, people, and what appeals rest on. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openAppealParts({ program, channels, records }: Ground) {
  const { config, system } = program;
  const [{ ask, library }, { rules, time }, kind, digest, dispatch, { units, segmenter }] = await Promise.all(
    [
      program.answering(),
      program.timing(),
      program.appealKind(),
      program.digestKind(),
      program.dispatching(),
      program.parsing(),
    ],
  );
  const { now } = system.clock;
  const { people, tools, ...peopleParts } = await openPeopleParts(program, { records, channels });
  const book = await openCorrections(records);
  const answered = await openAnsweredQuestions(records, () => library.current().policies);
  const activity = createActivity();
  const shared = { ...system, records };
  const appeals: AppealDeps = {
    ...shared,
    kind,
    time,
    rules: rules.appeals,
    quietHours: rules.quietHours,
    roster: people.roster,
    units,
    home: config.region,
    dispatch,
    corrections: book.corrections,
    lastSpokeAt: activity.lastSpokeAt,
    chain: tools,
    now,
  };
  const learned = { ask, library, rules, digest, dispatch, units, segmenter };
  return { ...learned, shared, now, people, tools, peopleParts, book, answered, activity, appeals };
}
