import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';

/** Somebody who asked to become the bot's friend, and whom nobody vouched for. */
export interface FriendRequest {
  /** What administrators call it by; never given twice. */
  readonly number: number;
  readonly person: AccountId;
  readonly name: string;
  readonly hello: string;
  /** What the channel can take it up by in another run. */
  readonly ticket: string;
  readonly at: Instant;
  readonly decision: 'waiting' | 'agreed' | 'refused';
}

/** All requests of late, the oldest first. */
export interface FriendBook {
  readonly last: number;
  readonly requests: readonly FriendRequest[];
}

export const NO_REQUESTS: FriendBook = { last: 0, requests: [] };

/** The platform lets a request lapse long before. */
const KEPT_MS = 30 * 24 * 3_600_000;
const MOST_REQUESTS = 500;

export const requestOf = ({ requests }: FriendBook, person: string): FriendRequest | undefined =>
  requests.find((one) => one.person === person);

/** The book with this request; who asks again keeps his number and what was decided. */
export function withRequest(
  { last, requests }: FriendBook,
  asked: Omit<FriendRequest, 'number' | 'decision'>,
): FriendBook {
  const before = requests.find(({ person }) => person === asked.person);
  const number = before?.number ?? last + 1;
  const request = { ...asked, number, decision: before?.decision ?? ('waiting' as const) };
  const others = requests.filter(({ person, at }) => person !== asked.person && at > asked.at - KEPT_MS);
  return { last: Math.max(last, number), requests: [...others, request].slice(-MOST_REQUESTS) };
}

/** The book in which a waiting request is decided; null where there is none of this number that waits. */
export function decided(book: FriendBook, number: number, agreed: boolean): FriendBook | null {
  const found = book.requests.find((one) => one.number === number);
  if (found?.decision !== 'waiting') return null;
  const after = { ...found, decision: agreed ? ('agreed' as const) : ('refused' as const) };
  return { ...book, requests: book.requests.map((one) => (one === found ? after : one)) };
}

/** The book without somebody who is a friend by now; null where he is not in it. */
export function withoutRequest(book: FriendBook, person: string): FriendBook | null {
  const requests = book.requests.filter((one) => one.person !== person);
  return requests.length === book.requests.length ? null : { ...book, requests };
}
