import type { ApplicationDeadline, Applicant, PolicyNews, Subscriber } from '../../domain/reminder/types.ts';
import type { Kind } from '../../ports/records.ts';

/** Key that every record of these kinds has: the book of reminders reads them all at start. */
export const ALL = 'all';

const first = (older: unknown, version: number): never => {
  throw new TypeError(`version ${version} was never written: ${typeof older}`);
};

/** One deadline: `deadline/D12`. */
export const DEADLINE: Kind<ApplicationDeadline> = {
  name: 'deadline',
  version: 1,
  migrate: first,
  keys: () => [ALL],
};

/** One chat that is told of deadlines: `subscriber/<chat>`. */
export const SUBSCRIBER: Kind<Subscriber> = {
  name: 'subscriber',
  version: 1,
  migrate: first,
  keys: () => [ALL],
};

/** What one enterprise, person or group has applied for: `applicant/<party>`. */
export const APPLICANT: Kind<Applicant> = {
  name: 'applicant',
  version: 1,
  migrate: first,
  keys: () => [ALL],
};

/** What came into the library. */
export interface NewPolicies {
  /** Policies that were there before; what is not among them is new. */
  readonly seen: readonly string[];
  readonly news: readonly PolicyNews[];
}

export const NEW_POLICIES: Kind<NewPolicies> = {
  name: 'new-policies',
  version: 1,
  migrate: first,
  keys: () => [ALL],
};

/** The one record of what came into the library. */
export const LIBRARY_NEWS = 'library';

/** All kinds about reminders, as the records are opened with them. */
export const REMINDER_KINDS = [DEADLINE, SUBSCRIBER, APPLICANT, NEW_POLICIES] as const;
