import { afterAttempt, backOff, beforeAttempt, dueAt } from '../domain/delivery/fate.ts';
import type { ChannelLimits, DeliveryState, NewDelivery, Verdict } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Cargo, Pending, Records } from '../ports/records.ts';
import { attempt, type Attempted, type Carrier, type Note } from './attempt.ts';
import { createLanes } from './lanes.ts';
import { createPacer, type Pacer } from './pacer.ts';

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
  /** Resolves when there is time for it: whoever comes in goes first. */
  readonly calm?: () => Promise<void>;
}

export interface Courier {
  /** Sends what is still to be sent, everywhere. Called when the channels have started. */
  readonly start: () => Promise<void>;
  /** Something new is to be sent to this chat. */
  readonly wake: (target: string) => void;
  /** Nobody can be reached there any more: what is still to be sent is given up, whatever it waits for. */
  readonly abandon: (target: string) => void;
  /** Resolves when nothing is being sent; what waits for a later instant is left. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Sending = Extract<DeliveryState, { kind: 'sending' }>;

/** What became of deliveries. */
interface Fates {
  readonly settle: (pending: Pending, verdict: Verdict, note?: Note) => Promise<void>;
  /** What became of a delivery and could not be saved. */
  readonly unsavedOf: (id: string) => Verdict | undefined;
}

const NO_LIMITS: ChannelLimits = {};

const carrierOf = (target: string): string => target.slice(0, target.indexOf(':'));

function createFates({ records, aftermath, clock, log }: CourierDeps, pacer: Pacer): Fates {
  /** What came of attempts, until it is saved: a full disk does not make us forget that something was sent. */
  const unsaved = new Map<string, Verdict>();
  const settle = async (pending: Pending, verdict: Verdict, note?: Note): Promise<void> => {
    const { id } = pending.delivery;
    unsaved.set(id, verdict);
    const notices = await aftermath(pending, verdict, clock.now());
    // Begun in one breath they are saved in one.
    await Promise.all([records.settle(pending, verdict, notices), note?.()]);
    unsaved.delete(id);
    pacer.forget(id);
    if (verdict.kind === 'maybe-sent') log.warn('delivery-maybe-sent', { id });
    if (verdict.kind === 'given-up') log.error('delivery-given-up', { id, code: verdict.code });
  };
  return { settle, unsavedOf: (id) => unsaved.get(id) };
}

/** Sends one delivery after another of a lane; resolves to the instant to come back at, null where none is left. */
function createSender(
  deps: CourierDeps,
  abandoned: Set<string>,
): (target: string) => Promise<Instant | 'more' | null> {
  const { records, carriers, clock, chance, log } = deps;
  const limits = (channel: string): ChannelLimits => deps.limits[channel] ?? NO_LIMITS;
  const pacer = createPacer({ limits, clock, chance });
  const { settle, unsavedOf } = createFates(deps, pacer);
  /** Saved as being sent, and waiting for the moment. */
  const ready = new Map<string, Sending>();

  const carrierTo = (target: string): Carrier => carriers.get(carrierOf(target)) as Carrier;
  /** Saves what came of an attempt; null where there is nothing to go on with. */
  const conclude = async (pending: Pending, state: Sending, attempted: Attempted): Promise<'more' | null> => {
    const { id, to, createdAt } = pending.delivery;
    const now = clock.now();
    if (attempted.kind === 'absent') {
      await settle(pending, { ...state, kind: 'waiting', after: now });
      return null;
    }
    if (attempted.error !== undefined) log.warn('delivery-failed', { id, error: attempted.error });
    const circumstances = { now, jitter: chance(), limits: limits(carrierOf(to)) };
    const verdict = afterAttempt({ state, createdAt, outcome: attempted.outcome }, circumstances);
    await settle(pending, verdict, attempted.note);
    return 'more';
  };
  /** Saves that it is being sent, or else what became of it. */
  const prepare = async (pending: Pending): Promise<Sending | 'more' | null> => {
    const { id, to, state } = pending.delivery;
    const { prepare: makeReady = async () => undefined } = carrierTo(to);
    const channel = limits(carrierOf(to));
    const next = beforeAttempt(state, { now: clock.now(), limits: channel });
    if (next.kind !== 'sending') {
      await settle(pending, next);
      return 'more';
    }
    // Where the key holds for ever nobody needs to know that this was tried.
    const isUnsaid = channel.idempotencyMinutes === Number.POSITIVE_INFINITY;
    const [prepared] = await Promise.all([
      attempt(makeReady, pending),
      isUnsaid ? undefined : records.settle(pending, next),
    ]);
    if (prepared.kind === 'absent' || prepared.outcome.kind !== 'sent')
      return conclude(pending, next, prepared);
    ready.set(id, next);
    return next;
  };
  /** Null where it may be prepared; the instant at which, or the verdict under which it goes no further. */
  const obstacleTo = ({ delivery }: Pending): Instant | Verdict | null => {
    const { id, to, state } = delivery;
    const now = clock.now();
    const unsaved = unsavedOf(id);
    if (unsaved !== undefined) return unsaved;
    if (abandoned.has(to)) return { kind: 'given-up', at: now, code: 'unknown-chat' };
    const due = Math.max(dueAt(state, now), delivery.notBefore ?? now) as Instant;
    const at = due > now ? due : pacer.slotFor(carrierOf(to), delivery);
    return at > now ? at : null;
  };
  return async (target) => {
    const pending = await records.nextTo(target, clock.now());
    if (pending === null) abandoned.delete(target);
    if (pending === null || !carriers.has(carrierOf(target))) return null;
    const { id } = pending.delivery;
    const obstacle = ready.has(id) ? null : obstacleTo(pending);
    if (typeof obstacle === 'number') return obstacle;
    if (obstacle !== null) {
      await settle(pending, obstacle);
      return 'more';
    }
    const state = ready.get(id) ?? (await prepare(pending));
    if (state === null || state === 'more') return state;
    // Saving takes its time: the platform counts what arrives.
    const at = pacer.leave(carrierOf(target), pending.delivery);
    if (at > clock.now()) return at;
    ready.delete(id);
    return conclude(pending, state, await attempt(carrierTo(target), pending));
  };
}

/** Sends what lies in the records' outboxes: to each chat in the order in which it was caused. */
export function createCourier(deps: CourierDeps): Courier {
  const { records, clock, log } = deps;
  const abandoned = new Set<string>();
  const sendNext = createSender(deps, abandoned);
  const failures = new Map<string, number>();

  const lanes = createLanes(clock, async (target, isStopping) => {
    try {
      let next: Instant | 'more' | null = 'more';
      while (next === 'more' && !isStopping()) {
        await deps.calm?.();
        next = await sendNext(target);
      }
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
    abandon: (target) => {
      abandoned.add(target);
      lanes.wake(target);
    },
    start: async () => {
      for (const target of await records.targets()) lanes.wake(target);
    },
  };
}
