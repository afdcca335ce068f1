import { type ClockTime, instantAt } from '../../domain/clock-time.ts';
import { addDays, dayOf, type Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { createLanes, type Lanes } from '../lanes.ts';

/** Something that is done at every start and then once a day; done twice it changes nothing. */
export interface Chore {
  readonly name: string;
  readonly run: (now: Instant) => Promise<void>;
}

export interface Daily extends Omit<Lanes, 'wake'> {
  readonly start: () => void;
}

/** After a failure (a full disk) it is tried again so much later. */
const PAUSE_MS = 600_000;
const LANE = 'daily';

/** Does chores one after another, at the start and every day at a time of day in Asia/Shanghai. */
export function createDaily(
  chores: readonly Chore[],
  { at, clock, log }: { readonly at: ClockTime; readonly clock: Clock; readonly log: Log },
): Daily {
  const done = new Map<string, Instant>();
  /** The last time of that kind that has passed. */
  const lastAt = (now: Instant): Instant => {
    const today = instantAt(dayOf(now), at);
    return today <= now ? today : instantAt(addDays(dayOf(now), -1), at);
  };
  const lanes = createLanes(clock, async (_name, isStopping) => {
    let failed = false;
    for (const { name, run } of chores) {
      const now = clock.now();
      if (isStopping() || (done.get(name) ?? Number.NEGATIVE_INFINITY) >= lastAt(now)) continue;
      try {
        await run(now);
        done.set(name, now);
      } catch (error) {
        failed = true;
        log.error('chore-failed', { name, error });
      }
    }
    const now = clock.now();
    const next = instantAt(addDays(dayOf(lastAt(now)), 1), at);
    return failed ? (Math.min(now + PAUSE_MS, next) as Instant) : next;
  });
  return { start: () => lanes.wake(LANE), settled: lanes.settled, stop: lanes.stop };
}
