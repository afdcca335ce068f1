import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSystem, type System } from '../adapters/system/index.ts';
import type { Ask } from './app/answering/types.ts';
import type { Dispatch } from './app/dispatching/types.ts';
import type { Library } from './app/library/open-library.ts';
import type { ParseDeps } from './app/library/parse-file.ts';
import type { Io } from './commands/output.ts';
import type { Config } from './config.ts';
import { maskSecrets } from './domain/privacy/mask-secrets.ts';
import type { Segmenter } from './domain/segment.ts';
import type { Digest } from './app/appeals/digest.ts';
import type { Seeds } from './commands/seeds.ts';
import type { Appeal } from './app/appeals/appeal.ts';
import type { Rules } from './commands/rules.ts';
import type { Calendar } from './domain/calendar.ts';
import type { Kind, Records } from './ports/records.ts';
import type { UnitData } from './domain/unit/types.ts';

/** What promises are counted by. */
export interface Timing {
  readonly rules: Rules;
  readonly time: Calendar;
}

/** The parts of the program, put together. Each is made when it is first asked for, and once. */
export interface Program {
  readonly config: Config;
  readonly system: System;
  /** Cuts words. Throws `SegmenterError`. */
  readonly segmenter: () => Promise<Segmenter>;
  /** What parsing a file needs. Throws `SegmenterError`, `SeedError`. */
  readonly parsing: () => Promise<ParseDeps>;
  /** Rules, and the calendar that promises are counted by. Throws `SeedError`. */
  readonly timing: () => Promise<Timing>;
  /** The kind of record that an appeal is. Throws `SeedError`. */
  readonly appealKind: () => Promise<Kind<Appeal>>;
  /** The kind of record that keeps when people were told last what is late. Throws `SeedError`. */
  readonly digestKind: () => Promise<Kind<Digest>>;
  /** The records, for the process that has claimed the data folder. Throws `RecordsError`. */
  readonly records: () => Promise<Records>;
  /** The same to look at, beside a process that may be writing. Throws `RecordsError`. */
  readonly recordsToRead: () => Promise<Records>;
  readonly seeds: () => Promise<Seeds>;
  /** The library and the use case over it. Throws `SegmenterError`, `SeedError`. */
  readonly answering: () => Promise<{ readonly ask: Ask; readonly library: Library }>;
  /** The use case that proposes who takes an appeal. Throws `SegmenterError`, `SeedError`. */
  readonly dispatching: () => Promise<Dispatch>;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

/** Configuration → adapters → use cases. Nothing is read or loaded before it is needed. */
export function openProgram(config: Config, io: Pick<Io, 'errors'>): Program {
  const pretty = io.errors.isTTY === true;
  const system = createSystem({
    ...config,
    log: {
      level: config.logLevel,
      stream: io.errors,
      pretty,
      colour: pretty && !config.noColor,
      mask: maskSecrets,
    },
  });
  const seeds = once(async () => (await import('./commands/seeds.ts')).readSeeds(config.seeds));
  const segmenter = once(() => loadSegmenter(config.seeds));
  const parsing = once(async () => {
    const { createDocumentReader } = await import('../adapters/documents/index.ts');
    const { createUnitDirectory } = await import('./domain/unit/directory.ts');
    const { units } = await seeds();
    return {
      reader: createDocumentReader(),
      segmenter: await segmenter(),
      units: createUnitDirectory(units),
    };
  });
  const timing = once(async () => {
    const { readRules } = await import('./commands/rules.ts');
    const { createCalendar } = await import('./domain/calendar.ts');
    const [rules, { holidays }] = await Promise.all([readRules(config.seeds, config.rules), seeds()]);
    return { rules, time: createCalendar({ holidays, workingHours: rules.workingHours }) };
  });
  const appealKind = once(async () => {
    const { createAppealKind } = await import('./app/appeals/appeal.ts');
    const { rules, time } = await timing();
    return createAppealKind({ time, rules: rules.appeals });
  });
  const digestKind = once(async () => {
    const { createDigestKind } = await import('./app/appeals/digest.ts');
    const { rules, time } = await timing();
    return createDigestKind({ at: rules.appeals.dailyDigestAt, time });
  });
  const recordsAs = (readOnly: boolean) =>
    once(async () => {
      const { openRecords } = await import('../adapters/lowdb/index.ts');
      const { keptKinds } = await import('./commands/kinds.ts');
      return openRecords({
        folder: join(config.data, 'records'),
        kinds: keptKinds({ appeal: await appealKind(), digest: await digestKind() }),
        readOnly,
        onDamaged: (where) => system.log.error('record-damaged', { where }),
        onNewer: (record) => system.log.error('record-newer', { record }),
      });
    });
  const records = recordsAs(false);
  // Read without the claim on the data folder: what was withdrawn is withdrawn for every command.
  const notes = once(async () => {
    const { openRecords } = await import('../adapters/lowdb/index.ts');
    const { DOCUMENT, readNotes } = await import('./app/library/documents.ts');
    const { log } = system;
    return readNotes(
      await openRecords({
        folder: join(config.data, 'records'),
        kinds: [DOCUMENT],
        readOnly: true,
        onDamaged: (where) => log.error('record-damaged', { where }),
        onNewer: (record) => log.error('record-newer', { record }),
      }),
    );
  });
  const answering = once(async () => {
    const { openLibrary } = await import('./app/library/open-library.ts');
    const { createAsk } = await import('./app/answering/create-ask.ts');
    const { createUnitMatcher } = await import('./domain/unit/match.ts');
    const { createGazetteer } = await import('./domain/answer/regions.ts');
    const { dutiesOf } = await import('./domain/answer/duties.ts');
    const tools = await parsing();
    const { units, ...words } = await seeds();
    const districts = districtWords(units);
    const { named } = createGazetteer(words.regions, { districts });
    const placeOf = (region: string): string => named(region)?.name ?? region;
    const parsedWith = system.digest(JSON.stringify([units, words.lexicon, words.regions]));
    const library = await openLibrary({
      ...tools,
      ...system,
      folder: system.library,
      placeOf,
      parsedWith,
      notes: await notes(),
    });
    const ask = createAsk({
      ...words,
      library: library.current,
      segmenter: tools.segmenter,
      units: createUnitMatcher(tools.units.bodies),
      duties: dutiesOf(tools.units.bodies),
      districts,
      home: config.region,
      botName: config.name,
    });
    return { ask, library };
  });
  const dispatching = once(async () => {
    const { createDispatch } = await import('./app/dispatching/create-dispatch.ts');
    const { createAppealSpeller } = await import('./app/dispatching/appeal-speller.ts');
    const { library } = await answering();
    const { segmenter: cut, units } = await parsing();
    const { synonyms, lexicon, dispatch: table } = await seeds();
    const correct = createAppealSpeller({ segmenter: cut, lexicon });
    return createDispatch({
      library: library.current,
      segmenter: cut,
      home: config.region,
      units,
      synonyms,
      table,
      correct,
    });
  });
  return {
    config,
    system,
    seeds,
    segmenter,
    parsing,
    timing,
    appealKind,
    digestKind,
    records,
    recordsToRead: recordsAs(true),
    answering,
    dispatching,
  };
}

// The native dictionary is one per process and takes 0.7 s: programs with the same words, in tests, share it.
let loaded: { readonly lexicon: string; readonly segmenter: Promise<Segmenter> } | undefined;

async function loadSegmenter(seeds: string): Promise<Segmenter> {
  const { lexiconPath } = await import('./commands/seeds.ts');
  const lexicon = await readFile(lexiconPath(seeds), 'utf8').catch(() => null);
  // Who has no lexicon is told so, and takes nobody else's away.
  if (lexicon === null) return createSegmenterFor(seeds);
  if (loaded?.lexicon !== lexicon) loaded = { lexicon, segmenter: createSegmenterFor(seeds) };
  return loaded.segmenter;
}

async function createSegmenterFor(seeds: string): Promise<Segmenter> {
  const { createSegmenter } = await import('../adapters/jieba/index.ts');
  const { lexiconPath } = await import('./commands/seeds.ts');
  return createSegmenter({ lexicon: lexiconPath(seeds) });
}

/** 「光谷」 → 武汉市: every name of a district with the city that it lies in. */
function districtWords({ districts }: UnitData): readonly { readonly word: string; readonly city: string }[] {
  return districts.flatMap(({ name, aliases, city, province }) => {
    const region = city ?? province;
    return region === null ? [] : [name, ...aliases].map((word) => ({ word, city: region }));
  });
}
