import type { Instant } from '../time.ts';
import { withoutDigest } from './told.ts';
import type { Applicant, Outcome, PolicyMark, Subscriber, Told } from './types.ts';

/** What is to become of what a chat asked for and knows. */
export type SubscriberOrder =
  | {
      readonly kind: 'subscribe';
      readonly isGroup: boolean;
      readonly topics: readonly string[];
      readonly at: Instant;
    }
  /** Without topics: everything. */
  | { readonly kind: 'unsubscribe'; readonly isGroup: boolean; readonly topics: readonly string[] }
  | { readonly kind: 'mute'; readonly isGroup: boolean; readonly numbers: readonly number[] }
  /** Somebody was shown these deadlines, or answered from these policies. */
  | {
      readonly kind: 'shown';
      readonly isGroup: boolean;
      readonly deadlines: Readonly<Record<string, Told>>;
      readonly policies: Readonly<Record<string, PolicyMark>>;
    }
  /** The first address of its calendar. */
  | { readonly kind: 'secret'; readonly isGroup: boolean; readonly secret: string }
  /** Another address, or none: whoever knows the old one reads nothing any more. */
  | { readonly kind: 'new-secret'; readonly isGroup: boolean; readonly secret: string | null }
  /** What became of a digest that was handed over; `gone`: nobody can be told anything there any more. */
  | { readonly kind: 'not-said'; readonly digest: string; readonly fate: 'lost' | 'unsure' | 'gone' };

export type ApplicantOrder = {
  readonly keys: readonly string[];
  /** Null takes back what was said before. */
  readonly outcome: Outcome | null;
  readonly at: Instant;
};

const MOST_CAUSES = 40;
const MOST_ANSWERED = 40;
const MOST_TOPICS = 20;

/** A chat that has asked for nothing yet. */
export const newSubscriber = (chat: string, isGroup: boolean): Subscriber => ({
  chat,
  isGroup,
  wish: null,
  muted: [],
  known: {},
  answered: {},
  last: null,
  news: [],
  reviews: [],
  isUnsure: false,
  secret: null,
  causes: [],
});

const joined = <Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] => [
  ...new Set([...one, ...other]),
];

function subscribed(before: Subscriber, topics: readonly string[], at: Instant): Subscriber {
  const wish = before.wish === 'stopped' ? null : before.wish;
  // 「订阅」 alone asks for everything that fits.
  const all = topics.length === 0 || wish === null ? topics : joined(wish.topics, topics);
  const muted = topics.length === 0 ? [] : before.muted;
  return { ...before, muted, wish: { topics: all.slice(-MOST_TOPICS), since: wish?.since ?? at } };
}

function unsubscribed(before: Subscriber, topics: readonly string[]): Subscriber {
  if (topics.length === 0 || before.wish === 'stopped' || before.wish === null)
    return { ...before, wish: 'stopped' };
  const left = before.wish.topics.filter((topic) => !topics.includes(topic));
  return { ...before, wish: left.length === 0 ? 'stopped' : { ...before.wish, topics: left } };
}

const last = <Value>(all: Readonly<Record<string, Value>>, most: number): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).slice(-most));

function after(before: Subscriber, order: SubscriberOrder): Subscriber {
  switch (order.kind) {
    case 'subscribe':
      return subscribed(before, order.topics, order.at);
    case 'unsubscribe':
      return unsubscribed(before, order.topics);
    case 'mute':
      return { ...before, muted: joined(before.muted, order.numbers) };
    case 'shown': {
      const fresh = Object.entries(order.deadlines).filter(
        ([number]) => !Object.hasOwn(before.known, number),
      );
      const known = Object.fromEntries(fresh.map(([number, told]) => [number, { told, stage: null }]));
      const answered = last({ ...before.answered, ...order.policies }, MOST_ANSWERED);
      return { ...before, known: { ...before.known, ...known }, answered };
    }
    case 'secret':
      return before.secret === null ? { ...before, secret: order.secret } : before;
    case 'new-secret':
      return before.secret === order.secret ? before : { ...before, secret: order.secret };
    case 'not-said': {
      const { digest: id, fate } = order;
      if (before.last?.id !== id) return before;
      if (fate === 'gone') return { ...before, wish: 'stopped' };
      return withoutDigest(before, { id, isUnsure: fate === 'unsure' });
    }
  }
}

/** The subscriber after an order; null where the cause is known or nothing changes. */
export function applySubscriberOrder(
  { chat, record }: { readonly chat: string; readonly record: Subscriber | null },
  { order, cause }: { readonly order: SubscriberOrder; readonly cause: string },
): Subscriber | null {
  if (record === null && order.kind === 'not-said') return null;
  const before = record ?? newSubscriber(chat, order.kind !== 'not-said' && order.isGroup);
  if (before.causes.includes(cause)) return null;
  const now = after(before, order);
  return now === before ? null : { ...now, causes: [...before.causes, cause].slice(-MOST_CAUSES) };
}

/** The applicant after an order; null where the cause is known. */
export function applyApplicantOrder(
  record: Applicant | null,
  { order, cause }: { readonly order: ApplicantOrder; readonly cause: string },
): Applicant | null {
  const before = record ?? { outcomes: {}, causes: [] };
  if (before.causes.includes(cause)) return null;
  const { keys, outcome, at } = order;
  const others = Object.entries(before.outcomes).filter(([key]) => !keys.includes(key));
  const own = outcome === null ? [] : keys.map((key) => [key, { outcome, at }] as const);
  return {
    outcomes: Object.fromEntries([...others, ...own]),
    causes: [...before.causes, cause].slice(-MOST_CAUSES),
  };
}
