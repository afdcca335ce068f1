import { addDays, dayOf, type LocalDate } from '../time.ts';
import type { Changed, Digest, Outlook, PolicyChanged } from './outlook.ts';
import { sameTold, toldOf } from './term.ts';
import type { PolicyMark, Subscriber, Told, Wish } from './types.ts';

/** What a chat asked for; null where it did not, or not any more. */
export const wishOf = ({ wish }: Pick<Subscriber, 'wish'>): Wish | null => (wish === 'stopped' ? null : wish);

const isStill = ({ on, isOpen: open }: Told, today: LocalDate): boolean =>
  open && (on === null || on >= today);

function changesFor({ subscriber, deadline }: Outlook, today: LocalDate): readonly Changed[] {
  return Object.entries(subscriber.known).flatMap(([number, { told }]) => {
    const now = deadline(Number(number));
    if (now === null || subscriber.muted.includes(now.number) || sameTold(told, toldOf(now))) return [];
    return isStill(told, today) || isStill(toldOf(now), today) ? [{ deadline: now, before: told }] : [];
  });
}

const sameMark = (one: PolicyMark, other: PolicyMark): boolean =>
  one.text === other.text && one.validUntil === other.validUntil && one.fate === other.fate;

function policiesFor({ subscriber, mark }: Outlook): readonly PolicyChanged[] {
  return Object.entries(subscriber.answered).flatMap(([policy, before]) => {
    const after = mark(policy);
    return after === null || sameMark(before, after) ? [] : [{ policy, before, after }];
  });
}

/** After so many days an approved policy is no news any more. */
const NEWS_DAYS = 30;

/** Approved policies that it was not told of; what was approved before it subscribed was not approved for it. */
function newsFor({ subscriber, news }: Outlook, today: LocalDate): Digest['news'] {
  const wish = wishOf(subscriber);
  if (wish === null) return [];
  return news.filter(
    ({ number, decidedAt }) =>
      !subscriber.news.includes(number) &&
      decidedAt !== null &&
      decidedAt >= wish.since &&
      addDays(dayOf(decidedAt), NEWS_DAYS) >= today,
  );
}

/** Everything but the stages of deadlines: it has no moment of its own and is told at the next slot. */
export function besides(outlook: Outlook, today: LocalDate): Omit<Digest, 'reminders'> {
  const { subscriber, reviews } = outlook;
  const isStopped = subscriber.wish === 'stopped';
  return {
    changes: isStopped ? [] : changesFor(outlook, today),
    policies: isStopped ? [] : policiesFor(outlook),
    news: newsFor(outlook, today),
    reviews: reviews.filter((number) => !subscriber.reviews.includes(number)),
    isUnsure: subscriber.isUnsure,
  };
}

export const isNothing = ({ changes, policies, news, reviews }: Omit<Digest, 'reminders'>): boolean =>
  changes.length + policies.length + news.length + reviews.length === 0;
