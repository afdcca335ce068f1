import type { ProfileRecord } from '../../domain/enterprise/profile-record.ts';
import type { Kind } from '../../ports/records.ts';

/** Key that every profile has: whoever is to be told of deadlines is chosen by them. */
export const EVERY_PROFILE = 'all';

/** 企业资料: `profile/<enterprise id>`, or `profile/<account>` of who is no member of exactly one enterprise. */
export const PROFILE: Kind<ProfileRecord> = {
  name: 'profile',
  version: 1,
  migrate: (older, version) => {
    throw new TypeError(`version ${version} was never written: ${typeof older}`);
  },
  keys: () => [EVERY_PROFILE],
};
