import type { ReachOf } from '../../domain/reminder/reach.ts';
import { isOver } from '../../domain/reminder/term.ts';
import type { ApplicationDeadline } from '../../domain/reminder/types.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { NewPolicies } from './kinds.ts';

/** What has no day, and is to have none, is nobody's deadline: it need not be confirmed. */
const hasDay = ({ on, yearly, doubts }: ApplicationDeadline): boolean =>
  on !== null || yearly !== null || doubts.includes('no-year');

/** Deadlines that nobody is reminded of before a specialist has confirmed them, the soonest first. */
export function waitingDeadlines(
  deadlines: readonly ApplicationDeadline[],
  { reachOf, now }: { readonly reachOf: ReachOf; readonly now: Instant },
): readonly ApplicationDeadline[] {
  const today = dayOf(now);
  return deadlines
    .filter(
      (one) =>
        one.since === null &&
        hasDay(one) &&
        !isOver(one, now, today) &&
        reachOf(one.region).kind !== 'elsewhere',
    )
    .toSorted((one, other) => ((one.on ?? '9') < (other.on ?? '9') ? -1 : 1));
}

/** Numbers of all that a specialist is asked to look at: deadlines in doubt, and policies that came in. */
export const openReviews = (
  deadlines: readonly ApplicationDeadline[],
  newPolicies: NewPolicies | null,
  at: { readonly reachOf: ReachOf; readonly now: Instant },
): readonly number[] => [
  ...waitingDeadlines(deadlines, at).map(({ number }) => number),
  ...(newPolicies?.news ?? []).flatMap(({ number, state }) => (state === 'proposed' ? [number] : [])),
];
