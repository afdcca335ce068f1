import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ScopeData } from '../app/answering/tools.ts';
import type { RegionData } from '../domain/answer/regions.ts';
import type { ConcernData } from '../domain/answer/concerns.ts';
import type { SynonymData } from '../domain/answer/synonyms.ts';
import type { HolidayData } from '../domain/calendar.ts';
import { CATEGORIES } from '../domain/category.ts';
import type { DispatchData } from '../domain/dispatch/types.ts';
import type { IndustryData } from '../domain/enterprise/industries.ts';
import type { UnitData } from '../domain/unit/types.ts';
import { holidayData } from './holiday-data.ts';
import { SeedError } from './seed-error.ts';

const words = z.array(z.string().min(1));
const level = z.enum(['国家', '省', '市', '区']);
const seat = { province: z.string().nullable(), city: z.string().nullable() };
const named = { id: z.string().min(1), name: z.string().min(1), aliases: words, ...seat };

const unitData: z.ZodType<UnitData> = z.object({
  units: z.array(
    z.object({
      ...named,
      short: z.string(),
      level,
      duties: z.array(z.object({ words, clause: z.string() })),
    }),
  ),
  groups: z.array(z.object({ ...named, level: level.nullable() })),
  districts: z.array(z.object({ ...named, government: z.string() })),
});

const synonymData: z.ZodType<SynonymData> = z.object({
  topics: z.array(
    z.object({
      topic: z.string(),
      entries: z.array(z.object({ say: words, mean: words, weight: z.number().min(0).max(1) })),
    }),
  ),
});

const concernData: z.ZodType<ConcernData> = z.object({
  concerns: z.array(z.object({ concern: z.string(), terms: words, asked: words })),
});

const regionData: z.ZodType<RegionData> = z.object({
  provinces: z.array(
    z.object({ name: z.string(), short: z.string(), letter: z.string(), aliases: words, cities: words }),
  ),
  cityAliases: z.record(z.string(), words),
});

const dispatchData: z.ZodType<DispatchData> = z.object({
  matters: z.array(
    z.object({
      id: z.string().min(1),
      category: z.enum(CATEGORIES),
      clauses: words,
      leads: words,
      general: words,
      signs: z.array(
        z.object({
          weight: z.number().min(1).max(6),
          any: words,
          with: words.optional(),
          without: words.optional(),
          vague: z.boolean().optional(),
        }),
      ),
      sayings: words,
    }),
  ),
  untold: words,
});

const scopeData: z.ZodType<ScopeData> = z.object({ topics: z.array(z.object({ topic: z.string(), words })) });

const industryData: z.ZodType<IndustryData> = z.object({
  sections: z.array(z.object({ code: z.string().regex(/^[A-T]$/), name: z.string().min(1) })),
  divisions: z.array(
    z.object({
      code: z.string().regex(/^\d{2,3}$/),
      section: z.string().regex(/^[A-T]$/),
      name: z.string().min(1),
      words,
      weak: words,
    }),
  ),
});

/** Everything beside the documents that lies in the seeds' folder, checked. */
export interface Seeds {
  readonly units: UnitData;
  readonly synonyms: SynonymData;
  readonly concerns: ConcernData;
  readonly regions: RegionData;
  readonly scope: ScopeData;
  readonly dispatch: DispatchData;
  readonly holidays: HolidayData;
  readonly industries: IndustryData;
  /** Words of the user dictionary. */
  readonly lexicon: readonly string[];
}

export const SEED_FILES = [
  'units.json',
  'synonyms.json',
  'concerns.json',
  'regions.json',
  'scope.json',
  'dispatch.json',
  'holidays.json',
  'industries.json',
  'lexicon.txt',
] as const;

export const lexiconPath = (folder: string): string => join(folder, 'lexicon.txt');

const readBytes = (path: string): Promise<Buffer> =>
  readFile(path).catch((cause: unknown) => {
    throw new SeedError(path, null, cause);
  });

interface Written {
  readonly path: string;
  readonly text: string;
}

function check<Value>({ path, text }: Written, schema: z.ZodType<Value>): Value {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new SeedError(path, null, cause);
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new SeedError(path, parsed.error.issues[0]?.path.join('.') ?? '', parsed.error);
  return parsed.data;
}

/** Reads a file of settings, checked. Throws `SeedError` naming the file and the place in it. */
export async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  return check({ path, text: String(await readBytes(path)) }, schema);
}

function wordsOf(lexicon: string): readonly string[] {
  const lines = lexicon.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s/)[0] as string);
}

// Programs of one process, in tests hundreds, share what has not changed; told by bytes, since to decode them takes longer than to read them.
let last: { readonly files: readonly Buffer[]; readonly seeds: Seeds } | null = null;

/** Reads the seeds. Throws `SeedError` naming the file and the place in it. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const paths = SEED_FILES.map((name) => join(folder, name));
  const files = await Promise.all(paths.map(readBytes));
  if (last?.files.every((bytes, at) => files[at]?.equals(bytes))) return last.seeds;
  const written = new Map(
    SEED_FILES.map((name, at) => [name, { path: paths[at] ?? '', text: String(files[at]) }]),
  );
  const seed = <Value>(name: (typeof SEED_FILES)[number], schema: z.ZodType<Value>): Value =>
    check(written.get(name) as Written, schema);
  const seeds: Seeds = {
    units: seed('units.json', unitData),
    synonyms: seed('synonyms.json', synonymData),
    concerns: seed('concerns.json', concernData),
    regions: seed('regions.json', regionData),
    scope: seed('scope.json', scopeData),
    dispatch: seed('dispatch.json', dispatchData),
    holidays: seed('holidays.json', holidayData),
    industries: seed('industries.json', industryData),
    lexicon: wordsOf(written.get('lexicon.txt')?.text ?? ''),
  };
  last = { files, seeds };
  return seeds;
}
