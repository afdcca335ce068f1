import type { NewDelivery, Verdict } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { Cargo, Pending } from '../ports/records.ts';
import { maybeSentNotice } from '../text/zh/delivery.ts';

/** Marks the id of a notice, once for every time that a message is said again. */
const AGAIN = '?';
// A message that kills the process as it is sent must not be said again at every start for ever.
const MOST_AGAIN = 3;

/** The id of what is said again, as it was at first. */
export const withoutAgain = (id: string): string => id.replace(/\?+$/, '');

export const isSaidForTheLastTime = (id: string): boolean => id.endsWith(AGAIN.repeat(MOST_AGAIN));

/** A message that may be lost is said again, with a word about it, under an id of its own. */
export function sayAgain(
  { delivery }: Pending,
  verdict: Verdict,
  now: Instant,
): readonly NewDelivery<Cargo>[] {
  const { id, to, content } = delivery;
  if (verdict.kind !== 'maybe-sent' || 'order' in content || isSaidForTheLastTime(id)) return [];
  const text = id.endsWith(AGAIN) ? content.text : maybeSentNotice(content.text);
  return [{ id: `${id}${AGAIN}`, to, content: { ...content, text }, createdAt: now }];
}
