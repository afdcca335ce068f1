import { createAbsence } from '../app/absence.ts';
import { createOfferUnserved } from '../app/appeals/unserved.ts';
import { createLoginCodes } from '../app/people/login-codes.ts';
import { createTell } from '../app/tell.ts';
import type { Timekeeper } from '../app/timekeeper.ts';
import { type Ground, openAppealParts } from './appeal-parts.ts';
import { openChatSteps } from './chat-steps.ts';
import { profileReader } from './enterprise.ts';
import { createReading } from './intents.ts';
import { openReminders } from './reminding.ts';

/** What the bot's steps, its courier and its clock are made of. */
export type BotParts = Awaited<ReturnType<typeof openBotParts>>;

/** Opens the use cases over the library and the records. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openBotParts(ground: Ground & { readonly timekeeper: () => Timekeeper }) {
  const { program, channels, records, timekeeper } = ground;
  const { system } = program;
  const base = await openAppealParts(ground);
  const { appeals, people, ask, library, rules, now } = base;
  const reading = createReading(base);
  const isQuestion = (text: string): boolean => reading.intentOf(text, false) === 'question';
  const reader = await profileReader(program);
  const isWechat = channels.some(({ name }) => name === 'wechat');
  return {
    ...base,
    program,
    channels,
    records,
    reading,
    reader,
    chats: await openChatSteps({ program, channels, appeals, people, ask, library, isQuestion }),
    reminders: await openReminders(program, { records, library, appeals, reader, timekeeper }),
    offerUnserved: createOfferUnserved(appeals),
    logins: createLoginCodes({
      ...appeals,
      attachments: system.attachments,
      tell: createTell({ records, clock: system.clock, quietHours: rules.quietHours }),
      channel: isWechat ? 'wechat' : null,
    }),
    // Somebody may have to scan a code first.
    absence: createAbsence({ records, now, away: isWechat ? ['wechat'] : [] }),
    /** How long an offer in a chat can be answered. */
    memoryMs: rules.offers.lifetimeMinutes * 60_000,
  };
}
