import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Kind, Records } from '../ports/records.ts';
import { createLanes, type Lanes, type LaneWork } from './lanes.ts';

/** A kind of record that time changes. */
export interface Timed {
  readonly kind: AnyKind;
  /** Has a record look at the time; afterwards it is due later or never. */
  readonly tick: (id: string) => Promise<void>;
}

type AnyKind = Pick<Kind<never>, 'name'>;

export interface Timekeeper extends Omit<Lanes, 'wake'> {
  /** Looks at every kind: also at what fell due while the process was down. */
  readonly start: () => void;
  /** A record of this kind was saved. */
  readonly changed: (kind: string) => void;
}

// A record that stays due, or cannot be saved, is not asked again and again.
const PAUSE_MS = 60_000;

interface TimekeeperDeps {
  readonly records: Pick<Records, 'due' | 'nextDue'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks after one kind; resolves to when to come back. */
function createRound({ kind, tick }: Timed, { records, clock, log }: TimekeeperDeps): LaneWork {
  /** Records that stayed due, and until when they are left alone. */
  const paused = new Map<string, Instant>();
  const nextOf = async (): Promise<string | undefined> => {
    const now = clock.now();
    return (await records.due(kind, now)).find((id) => (paused.get(id) ?? now) <= now);
  };
  return async (_name, isStopping) => {
    for (let id = await nextOf(); id !== undefined && !isStopping(); id = await nextOf()) {
      const before = id;
      await tick(id).catch((error: unknown) =>
        log.error('tick-failed', { kind: kind.name, id: before, error }),
      );
      const isStuck = (await records.due(kind, clock.now())).includes(id);
      if (isStuck) log.error('record-stays-due', { kind: kind.name, id });
      if (isStuck) paused.set(id, (clock.now() + PAUSE_MS) as Instant);
      else paused.delete(id);
    }
    const next = await records.nextDue(kind);
    const [earliest] = [...paused.values()].toSorted((one, other) => one - other);
    return next !== null && next > clock.now() ? next : (earliest ?? null);
  };
}

/** Has records act when their time has come, the first due first. Nothing is kept: what is due follows from the records. */
export function createTimekeeper(timed: readonly Timed[], deps: TimekeeperDeps): Timekeeper {
  const rounds = new Map(timed.map((one) => [one.kind.name, createRound(one, deps)]));
  const lanes = createLanes(deps.clock, (name, isStopping) =>
    (rounds.get(name) as LaneWork)(name, isStopping),
  );
  return {
    start: () => {
      for (const name of rounds.keys()) lanes.wake(name);
    },
    changed: (kind) => {
      if (rounds.has(kind)) lanes.wake(kind);
    },
    settled: lanes.settled,
    stop: lanes.stop,
  };
}
