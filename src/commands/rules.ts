import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { seedTrouble } from '../text/zh/cli.ts';
import { findStranger, isJsonObject, type JsonObject, mergeJson } from './merge-rules.ts';
import { CHANNEL_RULES, type Rules, rulesData } from './rules-data.ts';
import { SeedError } from './seed-error.ts';
import { readJson } from './seeds.ts';

export type { Rules } from './rules-data.ts';

/** The file that overrides the rules of the seeds. */
export interface RulesFile {
  readonly path: string;
  /** By `QIFU_RULES`: then it must be there. */
  readonly isNamed: boolean;
}

async function readOverrides({ path, isNamed }: RulesFile): Promise<JsonObject> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (!isNamed && (cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SeedError(path, { says: seedTrouble.rulesUnreadable(path) }, cause);
  }
  if (!isJsonObject(raw)) throw new SeedError(path, { says: seedTrouble.rulesUnreadable(path) }, raw);
  return raw;
}

/** The first key under which the seeds have nothing; a channel may also be told what another one is told there. */
const strangerIn = (base: JsonObject, over: JsonObject): string | null =>
  findStranger(base, over, (path) => (path[0] === 'channels' && path.length === 2 ? CHANNEL_RULES : []));

/**
 * Reads `rules.json` of the seeds with the overriding file laid over it: objects key by key, lists as a whole. Throws
 * `SeedError` naming the file that is wrong and the place in it.
 */
export async function readRules(seeds: string, overrides: RulesFile | null = null): Promise<Rules> {
  const file = join(seeds, 'rules.json');
  const base = await readJson(file, z.record(z.string(), z.unknown()));
  const own = rulesData.safeParse(base);
  if (!own.success) throw new SeedError(file, placeOf(own.error), own.error);
  if (overrides === null) return own.data;
  const over = await readOverrides(overrides);
  const stranger = strangerIn(base, over);
  if (stranger !== null) throw new SeedError(overrides.path, stranger, null);
  const merged = rulesData.safeParse(mergeJson(base, over));
  if (!merged.success) throw new SeedError(overrides.path, placeOf(merged.error), merged.error);
  return merged.data;
}

const placeOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
