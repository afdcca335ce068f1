import { NO_PROFILE, type ProfileRecord, readProfile } from '../../domain/enterprise/profile-record.ts';
import { type AccountId, accountId } from '../../domain/people/account.ts';
import { primaryOf, rolesOf } from '../../domain/people/who.ts';
import { dayOf } from '../../domain/time.ts';
import type { Said } from '../turn/types.ts';
import { PROFILE } from './kinds.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

/** A person's own profile: under whichever of the joined accounts it was begun. */
async function ownProfile(
  { records }: EnterpriseDeps,
  accounts: readonly AccountId[],
  primary: AccountId,
): Promise<{ readonly id: string; readonly record: ProfileRecord }> {
  for (const id of [primary, ...accounts]) {
    const record = await records.read(PROFILE, id);
    if (record !== null) return { id, record };
  }
  return { id: primary, record: NO_PROFILE };
}

/** Whose profile a message is about, and who may hear of it where it was said; null for an id that is none. */
export async function sceneOf(deps: EnterpriseDeps, said: Said): Promise<Scene | null> {
  const { message, now } = said;
  const account = accountId(message.from.id);
  if (account === null) return null;
  const roster = deps.roster();
  const who = roster.whoIs(account);
  const primary = primaryOf(who);
  const found = roster.enterpriseOf(account, message.chat);
  // Who only speaks in an enterprise's group sees nothing of it.
  const enterprise = found?.isMember === true ? found.enterprise : null;
  const binding = roster.placeOf(message.chat)?.binding ?? null;
  const ofGroup = binding?.kind === 'enterprise-group' ? binding.enterprise : null;
  const own = await ownProfile(deps, who.accounts, primary);
  const shared = enterprise && ((await deps.records.read(PROFILE, enterprise.id)) ?? NO_PROFILE);
  const record = shared ?? own.record;
  return {
    said,
    person: primary,
    id: enterprise?.id ?? own.id,
    enterprise,
    record,
    profile: readProfile(record),
    on: dayOf(now),
    own: enterprise === null ? null : own,
    isAmongItsOwn: !message.isGroup || (enterprise !== null && ofGroup === enterprise.id),
    isStaff: rolesOf(who).length > 0 || binding?.kind === 'desk',
  };
}
