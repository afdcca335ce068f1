import { type CodeBook, NO_CODES } from '../../domain/people/codes.ts';
import { type EnterpriseRecord, readEnterprise } from '../../domain/people/enterprise.ts';
import type { AccountId } from '../../domain/people/account.ts';
import { createNames, type Names } from '../../domain/people/names.ts';
import { CODE_BOOK } from '../../domain/people/orders.ts';
import { type PersonRecord, readPerson } from '../../domain/people/person.ts';
import { type PlaceRecord, readPlace } from '../../domain/people/place.ts';
import { createRoster, highestNumber, type Roster } from '../../domain/people/roster.ts';
import type { DeskUnit, Enterprise, Person, Place } from '../../domain/people/types.ts';
import type { UnitDirectory } from '../../domain/unit/types.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { ALL, CODE, ENTERPRISE, PERSON, PLACE } from './kinds.ts';

export interface PeopleDeps {
  readonly records: Pick<Records, 'read' | 'find'>;
  readonly units: UnitDirectory;
  /** Official name of the city whose districts are meant. */
  readonly home: string;
  /** Administrators of the settings, and `console:管理员` where the console is a channel. */
  readonly admins: readonly AccountId[];
}

/** Who is who at the moment, as the records have it. */
export interface People {
  /** Everything that is known, looked up; a new one after each change. */
  readonly roster: () => Roster;
  readonly names: Names;
  /** The unit that a name stands for (or that has this id); null where it is not in the directory of units. */
  readonly unitOf: (nameOrId: string) => DeskUnit | null;
  /** A number that was never given before. */
  readonly number: () => number;
  /** A record was saved. */
  readonly learn: (
    record:
      | { readonly kind: 'person'; readonly record: PersonRecord }
      | { readonly kind: 'place'; readonly record: PlaceRecord }
      | { readonly kind: 'enterprise'; readonly record: EnterpriseRecord }
      | { readonly kind: 'code'; readonly record: CodeBook },
  ) => void;
}

async function readAll<Data>(records: PeopleDeps['records'], kind: Kind<Data>): Promise<readonly Data[]> {
  const all: Data[] = [];
  for (const id of await records.find(kind, ALL)) {
    const record = await records.read(kind, id);
    if (record !== null) all.push(record);
  }
  return all;
}

/** Opens the directory of people over what is kept. Throws `RecordsError`. */
export async function openPeople({ records, units, home, admins }: PeopleDeps): Promise<People> {
  const persons = new Map<string, Person>();
  const places = new Map<string, Place>();
  const enterprises = new Map<string, Enterprise>();
  let book = (await records.read(CODE, CODE_BOOK)) ?? NO_CODES;
  let highest = 0;
  let given = 0;
  let roster: Roster | null = null;

  const learn: People['learn'] = (news) => {
    roster = null;
    if (news.kind === 'code') {
      book = news.record;
      return;
    }
    highest = Math.max(highest, highestNumber(news.record.chain));
    if (news.kind === 'person') persons.set(news.record.account, readPerson(news.record));
    else if (news.kind === 'place') places.set(news.record.chat, readPlace(news.record));
    else enterprises.set(news.record.id, readEnterprise(news.record));
  };
  for (const record of await readAll(records, PERSON)) learn({ kind: 'person', record });
  for (const record of await readAll(records, PLACE)) learn({ kind: 'place', record });
  for (const record of await readAll(records, ENTERPRISE)) learn({ kind: 'enterprise', record });

  const current = (): Roster =>
    (roster ??= createRoster({
      persons: [...persons.values()],
      places: [...places.values()],
      enterprises: [...enterprises.values()],
      book,
      admins,
      highest,
    }));
  const desks = new Map<string, DeskUnit>(
    units.bodies.flatMap((body) => (body.kind === 'group' ? [] : [[body.id, body.id] as const])),
  );
  return {
    roster: current,
    names: createNames({ units, home }),
    unitOf: (nameOrId) => {
      const named = units.resolve(nameOrId, home);
      return desks.get(nameOrId) ?? (named === null ? null : (desks.get(named.id) ?? null));
    },
    // What was given to an order that is not carried out yet is in no record.
    number: () => (given = Math.max(given + 1, current().nextNumber)),
    learn,
  };
}
