import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';

/** Work in many lanes at once, in each lane one thing after another. */
export interface Lanes {
  /** There is something to do in this lane. */
  readonly wake: (name: string) => void;
  /** Resolves when no lane has work under way; lanes that wait for a later instant have none. */
  readonly settled: () => Promise<void>;
  /** Begins nothing new, and resolves when what was under way is done. */
  readonly stop: () => Promise<void>;
}

/** Does what there is to do in a lane; resolves to the instant to come back at, or to null. Must not throw. */
export type LaneWork = (name: string, isStopping: () => boolean) => Promise<Instant | null>;

/**
 * A wake-up while a lane works has it work once more, so that what was added after its last look is not overlooked.
 */
export function createLanes(clock: Clock, work: LaneWork): Lanes {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  /** The instants at which lanes are to be woken. */
  const alarms = new Map<string, Instant>();
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;

  const comeBack = (name: string, at: Instant): void => {
    if (alarms.get(name) === at || isStopping()) return;
    alarms.set(name, at);
    void clock.waitUntil(at, stopping.signal).then(() => {
      if (alarms.get(name) !== at) return;
      alarms.delete(name);
      wake(name);
    });
  };
  const run = async (name: string): Promise<void> => {
    let at: Instant | null;
    do {
      again.delete(name);
      at = await work(name, isStopping);
    } while (again.has(name) && !isStopping());
    running.delete(name);
    if (at !== null) comeBack(name, at);
  };
  const wake = (name: string): void => {
    if (isStopping()) return;
    if (running.has(name)) again.add(name);
    else running.set(name, Promise.resolve(name).then(run));
  };
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };
  return {
    wake,
    settled,
    stop: () => {
      stopping.abort();
      return settled();
    },
  };
}
