import type { Industries } from '../../domain/enterprise/industries.ts';
import { fitOf } from '../../domain/enterprise/fit.ts';
import { isBlank, type ProfileRecord, readProfile } from '../../domain/enterprise/profile-record.ts';
import type { Place, Profile } from '../../domain/enterprise/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { Records } from '../../ports/records.ts';
import { EVERY_PROFILE, PROFILE } from '../enterprise/kinds.ts';
import type { CarryOut } from '../orders.ts';
import type { Profiles } from './types.ts';

export interface ProfilesDeps {
  readonly records: Pick<Records, 'read' | 'find'>;
  readonly policies: () => readonly Policy[];
  /** Where an enterprise is taken to be that does not say. */
  readonly home: Place;
  readonly industries: Pick<Industries, 'industry'>;
  readonly now: () => Instant;
}

/** Profiles at hand, and what keeps them up to date. */
export interface OpenProfiles extends Profiles {
  /** Wraps what profiles are ordered; `changed` hears of whom something else is known now. */
  readonly following: (carryOut: CarryOut, changed: (id: string) => void) => CarryOut;
}

/** Reads all profiles. Throws `RecordsError`. */
export async function openProfiles(deps: ProfilesDeps): Promise<OpenProfiles> {
  const { records, policies, home, industries, now } = deps;
  const known = new Map<string, Profile>();
  const learn = (id: string, record: ProfileRecord | null): void => {
    const profile = record === null ? null : readProfile(record);
    if (profile === null || isBlank(profile)) known.delete(id);
    else known.set(id, profile);
  };
  for (const id of await records.find(PROFILE, EVERY_PROFILE)) learn(id, await records.read(PROFILE, id));

  let snapshot: readonly Policy[] = [];
  let byId: ReadonlyMap<string, Policy> = new Map();
  const policyOf = (id: string): Policy | null => {
    if (snapshot !== policies()) {
      snapshot = policies();
      byId = new Map(snapshot.map((policy) => [policy.id, policy]));
    }
    return byId.get(id) ?? null;
  };
  const profileOf = (ids: readonly string[]): Profile | null =>
    ids.map((id) => known.get(id)).find((profile) => profile !== undefined) ?? null;
  return {
    fit: (ids, { text, policy }) => {
      const profile = profileOf(ids);
      if (profile === null) return 'open';
      const matter = { text, policy: policy === null ? null : policyOf(policy) };
      return fitOf(matter, { profile, on: dayOf(now()), home, industries });
    },
    districtOf: (ids) => profileOf(ids)?.place?.district ?? null,
    following: (carryOut, changed) => async (id, order, cause) => {
      await carryOut(id, order, cause);
      learn(id, await records.read(PROFILE, id));
      changed(id);
    },
  };
}
