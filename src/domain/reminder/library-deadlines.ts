import type { Policy } from '../policy/types.ts';
import { dayOf, type Instant } from '../time.ts';
import { readingsOf } from './readings.ts';
import { dayAt, isOver } from './term.ts';
import type { ApplicationDeadline, Reading } from './types.ts';

/** One deadline as it is listed outside of any chat. */
export interface ListedDeadline {
  /** Null where the bot has not taken it up. */
  readonly number: number | null;
  readonly deadline: Reading;
  /** People are reminded of it without, or after, a confirmation. */
  readonly isCertain: boolean;
  readonly state: 'open' | 'waiting' | 'over' | 'revoked' | 'document-gone';
  readonly policy: string | null;
  readonly clause: string | null;
}

function fromKept(deadline: ApplicationDeadline, now: Instant): ListedDeadline {
  const { number, origin, since, closed } = deadline;
  const [policy, clause] = origin.kind === 'policy' ? [origin.policy, origin.clause] : [null, null];
  const open = since === null ? 'waiting' : 'open';
  const state = closed ?? (isOver(deadline, now, dayOf(now)) ? 'over' : open);
  return { number, deadline, isCertain: since !== null, state, policy, clause };
}

/** As if it were taken up now. */
function fromPolicy(policy: Policy, now: Instant): readonly ListedDeadline[] {
  return readingsOf(policy).map(({ clause, reading }) => {
    const isCertain = reading.doubts.length === 0;
    const isPast = isOver({ ...reading, closed: null }, now, dayOf(now));
    const state = isPast ? 'over' : isCertain ? 'open' : 'waiting';
    return { number: null, deadline: reading, isCertain, state, policy: policy.id, clause };
  });
}

/** What is kept, and the deadlines of documents of which nothing is kept; the first to close first, rules last. */
export function deadlinesAt({
  kept,
  policies,
  now,
}: {
  readonly kept: readonly ApplicationDeadline[];
  readonly policies: readonly Policy[];
  readonly now: Instant;
}): readonly ListedDeadline[] {
  const known = new Set<string>(
    kept.flatMap(({ origin }) => (origin.kind === 'policy' ? [origin.policy] : [])),
  );
  const all = [
    ...kept.map((one) => fromKept(one, now)),
    ...policies.filter(({ id }) => !known.has(id)).flatMap((policy) => fromPolicy(policy, now)),
  ];
  const day = ({ deadline }: ListedDeadline): string => dayAt(deadline, dayOf(now)) ?? '9';
  return all.toSorted((one, other) => (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0));
}
