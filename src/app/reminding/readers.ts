import { accountId, type AccountId } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { EnterpriseId } from '../../domain/people/types.ts';
import { grantsOf } from '../../domain/people/who.ts';
import type { Fit } from '../../domain/enterprise/matching-types.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import { type Concern, concerns } from '../../domain/reminder/fit.ts';
import { wishOf } from '../../domain/reminder/besides.ts';
import type { ApplicationDeadline, PolicyMark, Subscriber } from '../../domain/reminder/types.ts';
import type { ReminderTools } from './types.ts';

/** Who reads a chat. */
export interface Reader {
  readonly chat: string;
  readonly district: string | null;
  /** The one enterprise whose chat it is; null where it is of several or of none. */
  readonly enterprise: EnterpriseId | null;
  /** Where what is known of it is kept; none where it is of several enterprises. */
  readonly profiles: readonly string[];
  /** Folded. */
  readonly topics: readonly string[];
  /** Under which outcomes are kept that count for this chat. */
  readonly parties: readonly string[];
  /** Other accounts of the same person that go before this one. */
  readonly others: readonly string[];
}

/** Where outcomes are kept. */
export const party = {
  enterprise: (id: EnterpriseId): string => `enterprise:${id}`,
  person: (account: string): string => `account:${account}`,
  chat: (chat: string): string => `chat:${chat}`,
} as const;

function personIn(roster: Roster, account: AccountId) {
  const { accounts } = roster.whoIs(account);
  const enterprise = roster.enterpriseOf(account, account)?.enterprise ?? null;
  return {
    district: enterprise?.district ?? null,
    enterprise: enterprise?.id ?? null,
    profiles: enterprise === null ? accounts : [enterprise.id],
    parties: [
      ...accounts.map(party.person),
      ...(enterprise === null ? [] : [party.enterprise(enterprise.id)]),
    ],
    others: accounts.slice(0, Math.max(0, accounts.indexOf(account))),
  };
}

function groupIn(roster: Roster, chat: string) {
  const binding = roster.placeOf(chat)?.binding ?? null;
  const group = binding?.kind === 'enterprise-group' ? binding : null;
  const enterprise = group?.enterprise ?? null;
  return {
    district:
      group?.district ?? (enterprise === null ? null : (roster.enterprise(enterprise)?.district ?? null)),
    enterprise,
    profiles: enterprise === null ? [] : [enterprise],
    parties: [party.chat(chat), ...(enterprise === null ? [] : [party.enterprise(enterprise)])],
    others: [],
  };
}

/** Who reads the chat of a subscriber, as the roster has it. */
export function readerOf(
  { chat, isGroup, wish }: Subscriber,
  { roster, profiles }: Pick<ReminderTools, 'roster' | 'profiles'>,
): Reader {
  const account = isGroup ? null : accountId(chat);
  const who = account === null ? groupIn(roster(), chat) : personIn(roster(), account);
  const district = who.district ?? profiles.districtOf(who.profiles);
  return { chat, topics: (wishOf({ wish })?.topics ?? []).map(fold), ...who, district };
}

/** A deadline as it is held against readers. */
export interface DeadlineConcern extends Concern {
  readonly policy: string | null;
}

/** What decides whom a deadline concerns; made once for all readers. */
export function concernOf(
  { title, what, kind, region, origin }: ApplicationDeadline,
  { reachOf }: Pick<ReminderTools, 'reachOf'>,
): DeadlineConcern {
  const [document, policy] = origin.kind === 'policy' ? [origin.document, origin.policy] : ['', null];
  return {
    reach: reachOf(region),
    text: fold([title, what, document].join('\n')),
    onlyByTopic: kind === 'objection',
    policy,
  };
}

/**
 * Whether a deadline concerns those who read a chat: what their profile speaks against does not, what it says nothing of
 * does. A topic that they asked for by name counts more than their profile.
 */
export const concernsReader = (
  reader: Reader,
  concern: DeadlineConcern,
  { profiles }: Pick<ReminderTools, 'profiles'>,
): boolean =>
  concerns(concern, reader) &&
  (reader.topics.length > 0 || profiles.fit(reader.profiles, concern) !== 'excluded');

/**
 * Whether a new policy is for those who read a chat. Where it is not to be told whether it is (`open`) they are not told:
 * nobody misses a day by that. A group of several enterprises is told what its place is told.
 */
export function policyFit(
  reader: Reader,
  {
    policy,
    marks,
    tools,
  }: {
    readonly policy: string;
    readonly marks: ReadonlyMap<string, PolicyMark>;
    readonly tools: ReminderTools;
  },
): Fit {
  const mark = marks.get(policy);
  if (mark === undefined || mark.fate !== 'there') return 'excluded';
  const { region } = mark;
  const text = fold(mark.title);
  if (!concerns({ reach: tools.reachOf(region), text, onlyByTopic: false }, reader)) return 'excluded';
  const isAskedFor = reader.topics.length > 0 || reader.profiles.length === 0;
  return isAskedFor ? 'fits' : tools.profiles.fit(reader.profiles, { text, policy });
}

/** Accounts that look at what is in doubt: the specialists, else the administrators. */
export function reviewersIn(roster: Roster): ReadonlySet<string> {
  const specialists = roster
    .people()
    .filter((who) => grantsOf(who, 'specialist').length > 0)
    .map(({ account }) => account);
  return new Set<string>(specialists.length > 0 ? specialists : roster.administrators());
}
