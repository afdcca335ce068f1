import { openAnsweredQuestions } from '../app/answering/answered-questions.ts';
import type { AppealDeps } from '../app/appeals/carry-out.ts';
import { openCorrections } from '../app/appeals/corrections.ts';
import { createOfferUnserved } from '../app/appeals/unserved.ts';
import type { Timekeeper } from '../app/timekeeper.ts';
import { createAbsence } from '../app/absence.ts';
import { createLoginCodes } from '../app/people/login-codes.ts';
import { createTell } from '../app/tell.ts';
import { createActivity } from '../app/turn/activity.ts';
import type { Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { Records } from '../ports/records.ts';
import { openChatSteps } from './chat-steps.ts';
import { profileReader } from './enterprise.ts';
import { createReading } from './intents.ts';
import { openPeopleParts } from './people-parts.ts';
import { openReminders } from './reminding.ts';

interface Ground {
  readonly program: Program;
  readonly channels: readonly Channel[];
  /** Watched: what is saved in them wakes whoever waits for it. */
  readonly records: Records;
  readonly timekeeper: () => Timekeeper;
}

/** What the bot's steps, its courier and its clock are made of. */
export type BotParts = Awaited<ReturnType<typeof openBotParts>>;

/** Opens the use cases over the library and the records. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openBotParts({ program, channels, records, timekeeper }: Ground) {
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
  const shared = { ...system, records };
  const { now } = system.clock;
  const { people, tools, ...peopleParts } = await openPeopleParts(program, { records, channels });
  const book = await openCorrections(records);
  const answered = await openAnsweredQuestions(records, () => library.current().policies);
  const activity = createActivity();
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
  const offerUnserved = createOfferUnserved(appeals);
  const reading = createReading({ ask, dispatch, segmenter });
  const isQuestion = (text: string): boolean => reading.intentOf(text, false) === 'question';
  const chats = await openChatSteps({ program, channels, appeals, people, ask, library, isQuestion });
  const reader = await profileReader(program);
  const reminders = await openReminders(program, { records, library, appeals, reader, timekeeper });
  const isWechat = channels.some(({ name }) => name === 'wechat');
  const logins = createLoginCodes({
    ...appeals,
    attachments: system.attachments,
    tell: createTell({ records, clock: system.clock, quietHours: rules.quietHours }),
    channel: isWechat ? 'wechat' : null,
  });
  // Somebody may have to scan a code first.
  const absence = createAbsence({ records, now, away: isWechat ? ['wechat'] : [] });
  return {
    ...{ program, channels, records, shared, rules, units, digest, library, ask, dispatch, now },
    ...{ people, tools, peopleParts, book, answered, activity, appeals, reading, reader, chats, reminders },
    offerUnserved,
    logins,
    absence,
    /** How long an offer in a chat can be answered. */
    memoryMs: rules.offers.lifetimeMinutes * 60_000,
  };
}
