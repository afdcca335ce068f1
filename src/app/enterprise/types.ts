import type { Digest } from '../../domain/chain.ts';
import type { IntentKind } from '../../domain/conversation/intent.ts';
import type { ReaderTools } from '../../domain/enterprise/profile-reader.ts';
import type { ProfileRecord } from '../../domain/enterprise/profile-record.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Enterprise } from '../../domain/people/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Pages } from '../../ports/pages.ts';
import type { Records } from '../../ports/records.ts';
import type { Said } from '../turn/types.ts';

/** What the use cases about an enterprise's profile rest on. */
export interface EnterpriseDeps {
  readonly records: Pick<Records, 'read'>;
  readonly roster: () => Roster;
  /** The library's policies; the same objects as long as they do not change. */
  readonly policies: () => readonly Policy[];
  readonly reader: ReaderTools;
  readonly pages: Pick<Pages, 'keep'>;
  readonly digest: Digest;
  /** What a message that is no command is meant as. */
  readonly intentOf: (text: string, open: boolean) => IntentKind;
  /** True for 「诉求 …」「转人工」「答错了」. */
  readonly isOpening: (text: string) => boolean;
}

/** A message with the profile that it is about. */
export interface Scene {
  readonly said: Said;
  /** The person's account that stands for all of them. */
  readonly person: string;
  /** Of the record: the enterprise's id, or an account of the person. */
  readonly id: string;
  /** Null for a person's own profile. */
  readonly enterprise: Enterprise | null;
  readonly record: ProfileRecord;
  readonly profile: Profile;
  readonly on: LocalDate;
  /** Where the person's own profile is kept, if another one is spoken of. */
  readonly own: { readonly id: string; readonly record: ProfileRecord } | null;
  /** Said alone, or in the group of this very enterprise. */
  readonly isAmongItsOwn: boolean;
  /** Somebody with a role speaks of others. */
  readonly isStaff: boolean;
}
