import type { Log } from '../../src/ports/log.ts';

/** Work that nobody waits for until the channel ends; its failures are logged. */
export interface Background {
  readonly run: (code: string, work: () => void | Promise<void>) => void;
  readonly settled: () => Promise<void>;
}

/** Nothing is going on. */
export function createBackground(log: Log): Background {
  const going = new Set<Promise<void>>();
  return {
    run: (code, work) => {
      const job: Promise<void> = (async () => work())()
        .catch((error: unknown) => log.error(code, { error }))
        .finally(() => going.delete(job));
      going.add(job);
    },
    settled: async () => {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
