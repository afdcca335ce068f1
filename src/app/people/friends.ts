import type { Digest } from '../../domain/chain.ts';
import type { ClockSpan } from '../../domain/clock-time.ts';
import type { NewDelivery } from '../../domain/delivery/types.ts';
import { type AccountId, accountId } from '../../domain/people/account.ts';
import {
  type FriendBook,
  type FriendRequest,
  NO_REQUESTS,
  requestOf,
  withRequest,
} from '../../domain/people/friend-book.ts';
import { boundGroups, welcomes } from '../../domain/people/friends.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import type { Instant } from '../../domain/time.ts';
import type { Cargo, Kind, Records } from '../../ports/records.ts';
import { friendWords } from '../../text/zh/friends.ts';
import { CONVERSATION } from '../conversation.ts';

/** Requests that administrators decide. */
export const FRIENDS: Kind<FriendBook> = {
  name: 'friend-request',
  version: 1,
  migrate: (older) => older as FriendBook,
  keys: () => [],
};

/** There is one record. */
export const FRIEND_BOOK = 'book';

export interface FriendDeps {
  readonly roster: () => Roster;
  readonly digest: Digest;
  readonly records: Pick<Records, 'read' | 'update'>;
  readonly now: () => Instant;
  readonly quietHours: ClockSpan;
}

/** A request as a channel brings it; `ticket` is what it can take it up by again. */
export interface Asking {
  readonly hello: string;
  readonly person: string;
  readonly name: string;
  readonly ticket: string;
}

/** Who becomes the bot's friend. */
export interface Friends {
  /** Whether to take a request; where nobody vouches for it an administrator is asked, which may take days. */
  readonly acceptFriend: (asking: Asking) => Promise<boolean>;
  /** Requests of an earlier run that were not refused: to be brought again. */
  readonly waiting: () => Promise<readonly { readonly person: string; readonly ticket: string }[]>;
  /** Whether to follow somebody into a group. */
  readonly acceptInvitation: (inviter: string) => Promise<boolean>;
  /** Somebody has decided: whoever waits for it in this run goes on. */
  readonly tell: (person: string, agreed: boolean) => void;
}

export const readBook = async (records: Pick<Records, 'read'>): Promise<FriendBook> =>
  (await records.read(FRIENDS, FRIEND_BOOK)) ?? NO_REQUESTS;

/** Bound groups in which somebody talked with the bot. */
async function groupsOf({ roster, records }: FriendDeps, person: AccountId): Promise<readonly string[]> {
  const groups: string[] = [];
  for (const chat of boundGroups(roster(), person)) {
    const conversation = await records.read(CONVERSATION, chat);
    if (conversation?.threads.some((thread) => thread.person === person)) groups.push(chat);
  }
  return groups;
}

/** What every administrator is asked; at night it waits for the morning. */
function questions(
  { number, name, hello, at }: FriendRequest,
  { roster, quietHours }: FriendDeps,
): readonly NewDelivery<Cargo>[] {
  const text = friendWords.request(number, name, hello);
  const choices = [
    { key: '1', label: friendWords.agree, says: friendWords.agreeWords(number) },
    { key: '2', label: friendWords.refuse, says: friendWords.refuseWords(number) },
  ];
  const quiet = quietUntil(at, quietHours);
  const held = quiet === null ? {} : { notBefore: quiet };
  return roster()
    .administrators()
    .map((admin) => {
      const id = `friend:${number}:${at}:${admin}`;
      const offer = { id, topic: friendWords.topic(number), for: admin, choices, lasting: true } as const;
      return { id, to: admin, content: { text, offer }, createdAt: at, ...held };
    });
}

/** Keeps a request, and has the administrators asked in the same step where they were not yet. */
async function keep(
  asked: Asking & { readonly person: AccountId },
  deps: FriendDeps,
): Promise<FriendRequest> {
  let kept: FriendRequest | undefined;
  await deps.records.update(FRIENDS, FRIEND_BOOK, (before) => {
    const book = before ?? NO_REQUESTS;
    const data = withRequest(book, { ...asked, at: deps.now() });
    kept = requestOf(data, asked.person) as FriendRequest;
    return { data, deliveries: requestOf(book, asked.person) ? [] : questions(kept, deps) };
  });
  return kept as FriendRequest;
}

/** Decides by what is known, else has the administrators decide; what waits for them outlives the process. */
export function createFriends(deps: FriendDeps): Friends {
  const { roster, digest, records } = deps;
  const waiting = new Map<string, readonly ((agreed: boolean) => void)[]>();
  return {
    acceptFriend: async (asking) => {
      const person = accountId(asking.person);
      if (person === null) return false;
      const groups = await groupsOf(deps, person);
      if (welcomes(roster(), { person, hello: asking.hello, groups }, digest)) return true;
      return new Promise((resolve, reject) => {
        // Waited for before it is kept: who decides at once is heard.
        waiting.set(person, [...(waiting.get(person) ?? []), resolve]);
        keep({ ...asking, person }, deps).then(({ decision }) => {
          if (decision !== 'waiting') resolve(decision === 'agreed');
        }, reject);
      });
    },
    waiting: async () => {
      const { requests } = await readBook(records);
      return requests.filter(({ decision }) => decision !== 'refused');
    },
    acceptInvitation: async (inviter) => {
      const account = accountId(inviter);
      const roles = account === null ? [] : rolesOf(roster().whoIs(account));
      return roles.includes('specialist') || roles.includes('administrator');
    },
    tell: (person, agreed) => {
      for (const resolve of waiting.get(person) ?? []) resolve(agreed);
      waiting.delete(person);
    },
  };
}
