import { join } from 'node:path';
import { z } from 'zod';
import { type ClockTime, followOneAnother, parseClockTime } from '../domain/clock-time.ts';
import { readJson } from './seeds.ts';

const positive = z.number().positive();

const clockTime = z.string().transform((text, context): ClockTime => {
  const clock = parseClockTime(text);
  if (clock !== null) return clock;
  context.addIssue({ code: 'custom', input: text });
  return z.NEVER;
});

const clockSpan = z.object({ from: clockTime, to: clockTime });

const workingHours = z.object({
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  spans: z.array(clockSpan).min(1).refine(followOneAnother),
});

// The parts that are read so far; the others stand in the file for later.
const rulesData = z.object({
  workingHours,
  quietHours: clockSpan,
  offers: z.object({ lifetimeMinutes: positive }),
  channels: z.record(
    z.string(),
    z.object({
      perSecondPerChat: positive.optional(),
      perSecond: positive.optional(),
      perMinute: positive.optional(),
      gapMilliseconds: z.object({ from: z.number().min(0), to: positive }).optional(),
      idempotencyMinutes: positive.optional(),
    }),
  ),
});

export type Rules = z.infer<typeof rulesData>;

/** Reads `rules.json` of the seeds. Throws `SeedError`. */
export const readRules = (folder: string): Promise<Rules> => readJson(join(folder, 'rules.json'), rulesData);
