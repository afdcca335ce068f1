import type { EnterpriseDeps } from '../app/enterprise/types.ts';
import { createGazetteer } from '../domain/answer/regions.ts';
import type { NamedRegion } from '../domain/answer/types.ts';
import { createIndustries } from '../domain/enterprise/industries.ts';
import { isMunicipality } from '../domain/enterprise/titles.ts';
import type { ReaderTools } from '../domain/enterprise/profile-reader.ts';
import type { Place } from '../domain/enterprise/types.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Program } from '../main.ts';
import type { Records } from '../ports/records.ts';
import type { createReading } from './intents.ts';

/** A city, or a province where the settings name one. */
function placeOf(region: NamedRegion | null, name: string): Place {
  const province = region?.province ?? null;
  const isProvince = name === province && !isMunicipality(name);
  return { district: null, city: isProvince ? null : name, province };
}

/** What facts about enterprises are read with. Throws `SegmenterError`, `SeedError`. */
export async function profileReader({ config, ...program }: Program): Promise<ReaderTools> {
  const [{ units }, { regions, industries }] = await Promise.all([program.parsing(), program.seeds()]);
  const gazetteer = createGazetteer(regions);
  const home = gazetteer.named(config.region);
  return {
    industries: createIndustries(industries),
    units,
    regionsIn: (text) => gazetteer.find(text).map(({ region }) => region),
    home: placeOf(home, home?.name ?? config.region),
  };
}

/** What the use cases about an enterprise's profile rest on. Throws `SegmenterError`, `SeedError`. */
export async function enterpriseDeps(
  { system, ...program }: Program,
  given: {
    readonly records: Pick<Records, 'read'>;
    readonly roster: () => Roster;
    readonly reader: ReaderTools;
    readonly reading: Pick<ReturnType<typeof createReading>, 'intentOf' | 'openingOf'>;
  },
): Promise<EnterpriseDeps> {
  const { library } = await program.answering();
  const { records, roster, reading, reader } = given;
  return {
    records,
    roster,
    policies: () => library.current().policies,
    reader,
    pages: system.pages,
    digest: system.digest,
    intentOf: reading.intentOf,
    isOpening: (text) => reading.openingOf(text) !== null,
  };
}
