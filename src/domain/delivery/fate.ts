import type { Instant } from '../time.ts';
import type { ChannelLimits, Delivery, DeliveryState, OpenState, Verdict } from './types.ts';

/** What a channel's answer says about one attempt. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** Not sent; `afterMs` where the platform says when to come back. */
  | { readonly kind: 'not-sent'; readonly afterMs: number | null; readonly code: string }
  /** Refused for good. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Neither a receipt nor a refusal: a timeout, a lost connection. */
  | { readonly kind: 'unknown'; readonly code: string };

/** When and how an attempt ended; `jitter` is drawn from 0 to 1. */
export interface Circumstances {
  readonly now: Instant;
  readonly jitter: number;
  readonly limits: ChannelLimits;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 600_000;
/** What could not be delivered for a day is of no use any more, and a person must be told. */
const GIVE_UP_AFTER_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Milliseconds until the next try after `tries` failed ones: doubling, between half and the whole of the step. */
export function backOff(tries: number, jitter: number): number {
  const step = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_MS);
  return Math.round(step * (0.5 + jitter / 2));
}

/** True while the channel would take a second message with the same key for the first. */
const keyHolds = (since: Instant, now: Instant, { idempotencyMinutes = 0 }: ChannelLimits): boolean =>
  now - since < idempotencyMinutes * MINUTE_MS;

/** How a delivery begins. */
export const waitingFrom = (at: Instant): OpenState => ({
  kind: 'waiting',
  tries: 0,
  after: at,
  unsureSince: null,
});

/** The state to be saved before an attempt; what may have been sent goes out again only under a key that holds. */
export function beforeAttempt(
  state: OpenState,
  { now, limits }: Pick<Circumstances, 'now' | 'limits'>,
): DeliveryState {
  // Found as `sending`: the process died between this and the answer.
  const unsureSince = state.unsureSince ?? (state.kind === 'sending' ? state.since : null);
  return unsureSince !== null && !keyHolds(unsureSince, now, limits)
    ? { kind: 'maybe-sent', at: now }
    : { kind: 'sending', tries: state.tries, since: now, unsureSince };
}

interface Attempt {
  readonly state: Extract<DeliveryState, { kind: 'sending' }>;
  readonly createdAt: Instant;
  readonly outcome: Outcome;
}

/** The state after an attempt. */
export function afterAttempt(
  { state, createdAt, outcome }: Attempt,
  { now, jitter, limits }: Circumstances,
): Verdict {
  const tries = state.tries + 1;
  const pause = backOff(tries, jitter);
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'refused':
      return { kind: 'given-up', at: now, code: outcome.code };
    case 'not-sent': {
      if (now - createdAt >= GIVE_UP_AFTER_MS) return { kind: 'given-up', at: now, code: outcome.code };
      const after = (now + Math.max(outcome.afterMs ?? 0, pause)) as Instant;
      return { kind: 'waiting', tries, after, unsureSince: state.unsureSince };
    }
    case 'unknown': {
      const unsureSince = state.unsureSince ?? state.since;
      const after = (now + pause) as Instant;
      if (!keyHolds(unsureSince, after, limits)) return { kind: 'maybe-sent', at: now };
      return { kind: 'waiting', tries, after, unsureSince };
    }
  }
}

/** Still to be sent. */
export const isOpen = <Content>(delivery: Delivery<Content>): delivery is Delivery<Content, OpenState> =>
  delivery.state.kind === 'waiting' || delivery.state.kind === 'sending';

/**
 * The instant before which it is not tried. A clock that was set back (`--now` on data from a later day) does not
 * hold it longer than the longest pause.
 */
export function dueAt(state: OpenState, now: Instant): Instant {
  const at = state.kind === 'waiting' ? state.after : now;
  return (at - now > LONGEST_PAUSE_MS ? now : at) as Instant;
}
