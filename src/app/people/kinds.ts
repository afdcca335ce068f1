import type { CodeBook } from '../../domain/people/codes.ts';
import type { EnterpriseRecord } from '../../domain/people/enterprise.ts';
import type { PersonRecord } from '../../domain/people/person.ts';
import type { PlaceRecord } from '../../domain/people/place.ts';
import type { Kind } from '../../ports/records.ts';

/** Key that every record of these kinds has: the directory reads them all at start. */
export const ALL = 'all';

const first = (older: unknown, version: number): never => {
  throw new TypeError(`version ${version} was never written: ${typeof older}`);
};

/** One account: `person/<account>`; an account that joined another keeps its own record. */
export const PERSON: Kind<PersonRecord> = {
  name: 'person',
  version: 1,
  migrate: first,
  keys: ({ account }) => [ALL, `account:${account}`],
};

/** One group: `place/<chat>`. */
export const PLACE: Kind<PlaceRecord> = { name: 'place', version: 1, migrate: first, keys: () => [ALL] };

/** One enterprise: `enterprise/<id>`. */
export const ENTERPRISE: Kind<EnterpriseRecord> = {
  name: 'enterprise',
  version: 1,
  migrate: first,
  keys: () => [ALL],
};

/** The codes in use: `code/book` is the only record. */
export const CODE: Kind<CodeBook> = { name: 'code', version: 1, migrate: first, keys: () => [ALL] };

/** All kinds about people, as the records are opened with them. */
export const PEOPLE_KINDS = [PERSON, PLACE, ENTERPRISE, CODE] as const;
