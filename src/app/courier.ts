import { afterAttempt, backOff, beforeAttempt, dueAt } from '../domain/delivery/fate.ts';
import type { ChannelLimits, DeliveryState, NewDelivery, Verdict } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Cargo, Pending, Records } from '../ports/records.ts';
import { attempt, type Carrier } from './attempt.ts';
import { createLanes } from './lanes.ts';
import { createPacer } from './pacer.ts';

export interface CourierDeps {
  readonly records: Records;
  /** Who carries what: by the name before the colon of a target. A target without one waits. */
  readonly carriers: ReadonlyMap<string, Carrier>;
  /** What is to be delivered because of what became of a delivery. */
  readonly aftermath: (
    pending: Pending,
    verdict: Verdict,
    now: Instant,
  ) => readonly NewDelivery<Cargo>[] | Promise<readonly NewDelivery<Cargo>[]>;
  readonly limits: Readonly<Record<string, ChannelLimits>>;
  readonly clock: Clock;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  readonly log: Log;
}

export interface Courier {
  /** Sends what is still to be sent, everywhere. Called when the channels have started. */
  readonly start: () => Promise<void>;
  /** Something new is to be sent to this chat. */
  readonly wake: (target: string) => void;
  /** Resolves when nothing is being sent; what waits for a later instant is left. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Sending = Extract<DeliveryState, { kind: 'sending' }>;

const NO_LIMITS: ChannelLimits = {};

const carrierOf = (target: string): string => target.slice(0, target.indexOf(':'));

/** Sends one delivery after another of a lane; resolves to the instant to come back at, null where none is left. */
function createSender(deps: CourierDeps): (target: string) => Promise<Instant | 'more' | null> {
  const { records, carriers, aftermath, clock, chance, log } = deps;
  const limits = (channel: string): ChannelLimits => deps.limits[channel] ?? NO_LIMITS;
  const pacer = createPacer({ limits, clock, chance });
  /** What came of attempts, until it is saved: a full disk does not make us forget that something was sent. */
  const unsaved = new Map<string, Verdict>();

  const settle = async (pending: Pending, verdict: Verdict): Promise<void> => {
    const { id } = pending.delivery;
    unsaved.set(id, verdict);
    await records.settle(pending, verdict, await aftermath(pending, verdict, clock.now()));
    unsaved.delete(id);
    if (verdict.kind === 'maybe-sent') log.warn('delivery-maybe-sent', { id });
    if (verdict.kind === 'given-up') log.error('delivery-given-up', { id, code: verdict.code });
  };
  const send = async (pending: Pending, state: Sending): Promise<'more' | null> => {
    const { id, to, createdAt } = pending.delivery;
    const carrier = carriers.get(carrierOf(to)) as Carrier;
    // Where the key holds for ever nobody needs to know that this was tried.
    if (limits(carrierOf(to)).idempotencyMinutes !== Number.POSITIVE_INFINITY)
      await records.settle(pending, state);
    const attempted = await attempt(carrier, pending);
    pacer.forget(id);
    const now = clock.now();
    if (attempted.kind === 'absent') {
      await settle(pending, { ...state, kind: 'waiting', after: now });
      return null;
    }
    if (attempted.error !== undefined) log.warn('delivery-failed', { id, error: attempted.error });
    const circumstances = { now, jitter: chance(), limits: limits(carrierOf(to)) };
    await settle(pending, afterAttempt({ state, createdAt, outcome: attempted.outcome }, circumstances));
    return 'more';
  };
  return async (target) => {
    const pending = await records.nextTo(target, clock.now());
    if (pending === null || !carriers.has(carrierOf(target))) return null;
    const { id, state } = pending.delivery;
    const verdict = unsaved.get(id);
    if (verdict !== undefined) {
      await settle(pending, verdict);
      return 'more';
    }
    const now = clock.now();
    const due = Math.max(dueAt(state, now), pending.delivery.notBefore ?? now) as Instant;
    const at = due > now ? due : pacer.slotFor(carrierOf(target), pending.delivery);
    if (at > now) return at;
    const next = beforeAttempt(state, { now, limits: limits(carrierOf(target)) });
    if (next.kind === 'sending') return send(pending, next);
    await settle(pending, next);
    return 'more';
  };
}

/** Sends what lies in the records' outboxes: to each chat in the order in which it was caused. */
export function createCourier(deps: CourierDeps): Courier {
  const { records, clock, log } = deps;
  const sendNext = createSender(deps);
  const failures = new Map<string, number>();

  const lanes = createLanes(clock, async (target, isStopping) => {
    try {
      let next: Instant | 'more' | null = 'more';
      while (next === 'more' && !isStopping()) next = await sendNext(target);
      failures.delete(target);
      return next === 'more' ? null : next;
    } catch (error) {
      // A record could not be saved: what was to be sent is still to be sent, or of unknown fate.
      const failed = (failures.get(target) ?? 0) + 1;
      failures.set(target, failed);
      log.error('courier-failed', { target, error });
      return (clock.now() + backOff(failed, deps.chance())) as Instant;
    }
  });
  return {
    ...lanes,
    start: async () => {
      for (const target of await records.targets()) lanes.wake(target);
    },
  };
}
