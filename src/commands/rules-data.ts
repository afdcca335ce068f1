import { z } from 'zod';
import type { AppealRules } from '../domain/appeal/rules.ts';
import type { WorkingHours } from '../domain/calendar.ts';
import { type ClockTime, followOneAnother, parseClockTime } from '../domain/clock-time.ts';
import type { ChannelLimits } from '../domain/delivery/types.ts';

const positive = z.number().positive();
const count = z.int().min(0);

const clockTime = z.string().transform((text, context): ClockTime => {
  const clock = parseClockTime(text);
  if (clock !== null) return clock;
  context.addIssue({ code: 'custom', input: text });
  return z.NEVER;
});

const clockSpan = z.object({ from: clockTime, to: clockTime });

const workingHours: z.ZodType<WorkingHours> = z.object({
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  spans: z.array(clockSpan).min(1).refine(followOneAnother),
});

const days = z.object({ workingDays: z.int().positive() });
const daysOrNone = z.object({ workingDays: count });
const hours = z.object({ workingHours: positive });

const appeals = z.object({
  accept: hours,
  untakenAfter: hours,
  firstContact: days,
  reply: z.object({ consultation: days, ordinary: days, complex: days }),
  remindBefore: daysOrNone,
  escalateAfter: hours,
  waitForEnterprise: days,
  withdrawUninformedAfter: days,
  remindUnratedAfter: days,
  closeUnratedAfter: days,
  recallWithin: z.object({ minutes: positive }),
  extension: z.object({ askBefore: daysOrNone, most: days }),
  reopenWithin: days,
  urgeAgainAfter: z.object({ minutes: positive }),
  dailyDigestAt: clockTime,
}) satisfies z.ZodType<AppealRules>;

const reminders = z.object({
  stagesDaysBefore: z.array(count).min(1),
  sendAt: clockTime,
  spreadMinutes: z.int().min(0).max(600),
  digestsPerGroupAndDay: count,
  digestsPerPersonAndDay: count,
});

const channel = z.object({
  perSecondPerChat: positive.optional(),
  perSecond: positive.optional(),
  perMinute: positive.optional(),
  gapMilliseconds: z
    .object({ from: z.number().min(0), to: positive })
    .refine(({ from, to }) => from <= to)
    .optional(),
  idempotencyMinutes: positive.optional(),
  maxCharacters: positive.optional(),
  maxTextBytes: positive.optional(),
  maxCardBytes: positive.optional(),
  maxTablesPerCard: positive.optional(),
  cardLifetimeDays: positive.optional(),
}) satisfies z.ZodType<ChannelLimits>;

/** What a channel can be told, also where the seeds do not tell it. */
export const CHANNEL_RULES: readonly string[] = Object.keys(channel.shape);

/** `rules.json`. */
export const rulesData = z.object({
  // Working hours, due times and days are those of one zone whatever the machine's is.
  timeZone: z.literal('Asia/Shanghai'),
  workingHours,
  quietHours: clockSpan,
  answer: z.object({ maxCharacters: positive, furtherCandidates: count }),
  offers: z.object({ lifetimeMinutes: positive }),
  reminders,
  appeals,
  channels: z.record(z.string(), channel),
});

export type Rules = z.infer<typeof rulesData>;
