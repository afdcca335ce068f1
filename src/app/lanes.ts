/** Work in many lanes at once, in each lane one thing after another. */
export interface Lanes {
  /** There is something to do in this lane. */
  readonly wake: (name: string) => void;
  /** Resolves when no lane has work under way. */
  readonly settled: () => Promise<void>;
}

/**
 * `work` does everything that a lane has to do. A wake-up during that has it done once more, so that what was added
 * after the last look is not overlooked. `work` must not throw.
 */
export function createLanes(work: (name: string) => Promise<void>): Lanes {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const run = async (name: string): Promise<void> => {
    do {
      again.delete(name);
      await work(name);
    } while (again.has(name));
    running.delete(name);
  };
  return {
    wake: (name) => {
      if (running.has(name)) again.add(name);
      else running.set(name, Promise.resolve(name).then(run));
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
