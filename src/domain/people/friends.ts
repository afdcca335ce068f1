import type { Digest } from '../chain.ts';
import { fold } from '../hanzi/fold.ts';
import { type AccountId, channelOf } from './account.ts';
import type { Roster } from './roster.ts';

const LENGTH = 6;
/** Without 0 O, 1 I L, which look alike on a phone. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** 验证语: what somebody of a bound group writes to become the bot's friend. The same for a group for good. */
export function friendCode(chat: string, digest: Digest): string {
  const hash = digest(`friend ${chat}`);
  return Array.from({ length: LENGTH }, (_, at) =>
    ALPHABET.charAt(Number.parseInt(hash.slice(at * 4, at * 4 + 4), 16) % ALPHABET.length),
  ).join('');
}

const tight = (text: string): string =>
  fold(text)
    .toUpperCase()
    .replace(/[\s-]+/g, '');

/** Groups of a person's channel that are bound. */
export const boundGroups = (roster: Roster, person: AccountId): readonly string[] =>
  roster
    .listed()
    .flatMap((one) => (one.kind === 'place' && channelOf(one.chat) === channelOf(person) ? [one.chat] : []));

export interface FriendRequest {
  readonly person: AccountId;
  /** What the person wrote with it. */
  readonly hello: string;
  /** Groups that the person is known to be in. */
  readonly groups: readonly string[];
}

/**
 * Whether to become somebody's friend without asking: he writes a bound group's code, is in a bound group, or is known
 * by a role or an enterprise. Who is not is put before an administrator.
 */
export function welcomes(roster: Roster, { person, hello, groups }: FriendRequest, digest: Digest): boolean {
  const who = roster.whoIs(person);
  if (who.held.length > 0 || who.isConfigured || who.enterprises.length > 0) return true;
  const bound = boundGroups(roster, person);
  const said = tight(hello);
  return bound.some((chat) => groups.includes(chat) || said.includes(friendCode(chat, digest)));
}
