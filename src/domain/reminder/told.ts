import { addDays, dayOf, type Instant, type LocalDate } from '../time.ts';
import type { Digest } from './outlook.ts';
import { toldOf } from './term.ts';
import type { Known, Subscriber } from './types.ts';

const KEPT_DAYS = 60;
const MOST_NUMBERS = 500;

/** Without what is long over. */
const pruned = (known: Subscriber['known'], today: LocalDate): Subscriber['known'] =>
  Object.fromEntries(
    Object.entries(known).filter(
      ([, { told, stage }]) => (stage?.on ?? told.on ?? today) >= addDays(today, -KEPT_DAYS),
    ),
  );

/** What a chat knows when it has been told a digest; `until`: from then on the message is of no use. */
export function withDigest(
  subscriber: Subscriber,
  digest: Digest,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Subscriber {
  const today = dayOf(now);
  const known: Record<string, Known> = { ...pruned(subscriber.known, today) };
  for (const { deadline } of digest.changes) {
    known[deadline.number] = { told: toldOf(deadline), stage: known[deadline.number]?.stage ?? null };
  }
  for (const { deadline, on, days } of digest.reminders) {
    known[deadline.number] = { told: toldOf(deadline), stage: { on, days } };
  }
  const touched = [...digest.changes, ...digest.reminders].map(({ deadline }) => deadline.number);
  const before = {
    known: Object.fromEntries(touched.map((number) => [number, subscriber.known[number] ?? null])),
    answered: Object.fromEntries(digest.policies.map((one) => [one.policy, one.before])),
    news: digest.news.map(({ number }) => number),
    reviews: digest.reviews,
  };
  const count = subscriber.last?.on === today ? subscriber.last.count + 1 : 1;
  const number = (subscriber.last?.number ?? 0) + 1;
  return {
    ...subscriber,
    known,
    answered: {
      ...subscriber.answered,
      ...Object.fromEntries(digest.policies.map(({ policy, after }) => [policy, after])),
    },
    news: [...subscriber.news, ...before.news].slice(-MOST_NUMBERS),
    reviews: [...subscriber.reviews, ...digest.reviews].slice(-MOST_NUMBERS),
    last: { id: `digest:${subscriber.chat}:${number}`, number, on: today, count, until, before },
    isUnsure: false,
  };
}

/** What a chat knows when its last digest was not sent, or perhaps not; unchanged where it was another one. */
export function withoutDigest(
  subscriber: Subscriber,
  { id, isUnsure }: { readonly id: string; readonly isUnsure: boolean },
): Subscriber {
  const { last } = subscriber;
  if (last?.id !== id || last.before === null) return subscriber;
  const { known, answered, news, reviews } = last.before;
  const others = Object.entries({ ...subscriber.known, ...known }).filter(
    (entry): entry is [string, Known] => entry[1] !== null,
  );
  return {
    ...subscriber,
    known: Object.fromEntries(others),
    answered: { ...subscriber.answered, ...answered },
    news: subscriber.news.filter((number) => !news.includes(number)),
    reviews: subscriber.reviews.filter((number) => !reviews.includes(number)),
    // What surely was not said does not count for the day; what perhaps was does.
    last: { ...last, count: isUnsure ? last.count : last.count - 1, before: null },
    isUnsure: subscriber.isUnsure || isUnsure,
  };
}
