import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from './seeds.ts';

const positive = z.number().positive();

// The parts that are read so far; the others stand in the file for later.
const rulesData = z.object({
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
