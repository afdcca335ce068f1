import { type ClockSpan, instantAt } from './clock-time.ts';
import { addDays, dayOf, type Instant } from './time.ts';

/**
 * The end of the quiet hours in which `at` lies, null outside them. They may go over midnight (21:00 to 08:00); their
 * first minute is quiet, the minute of their end is not. Where both ends are the same there are none.
 */
export function quietUntil(at: Instant, { from, to }: ClockSpan): Instant | null {
  const today = dayOf(at);
  // Those that began yesterday come first: at 03:00 it is they that end.
  for (const on of [addDays(today, -1), today]) {
    const end = instantAt(from > to ? addDays(on, 1) : on, to);
    if (at >= instantAt(on, from) && at < end) return end;
  }
  return null;
}
