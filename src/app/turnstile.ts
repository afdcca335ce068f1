import type { Instant } from '../domain/time.ts';

/**
 * Whoever comes in goes first: an event that is not acknowledged comes again, while what was acknowledged lies safely on
 * disk and can wait.
 */
export interface Turnstile {
  /** Lets somebody in; as long as it takes, others wait. */
  readonly comeIn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Resolves when nobody who comes in waits for long. */
  readonly calm: () => Promise<void>;
  /** Begins a piece of work when nobody who comes in waits for long, and no other was begun just now. */
  readonly begin: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/** What is let in faster than this waits for nothing but the disk. */
const PATIENCE_MS = 50;
/** However many come in, work goes on. */
const LONGEST_REST_MS = 250;

/** Begins one piece of work in each round of the process's events: what came in meanwhile is seen before the next. */
export function createTurnstile(now: () => Instant): Turnstile {
  /** When whoever is coming in came, the first at the beginning. */
  const arriving = new Map<symbol, Instant>();
  const queue = new Set<() => void>();
  let lastAt = now();
  /** Something was begun in this round, or will be looked for in the next. */
  let isTurning = false;

  const isCrowded = (): boolean => {
    const [oldest] = arriving.values();
    if (oldest === undefined || now() - oldest < PATIENCE_MS) return false;
    return now() - lastAt < LONGEST_REST_MS;
  };
  const look = (): void => {
    const [next] = queue;
    // Whoever comes in last has it look again.
    if (isTurning || next === undefined || isCrowded()) return;
    queue.delete(next);
    lastAt = now();
    isTurning = true;
    setImmediate(() => {
      isTurning = false;
      look();
    });
    next();
  };
  const inTurn = (): Promise<void> =>
    new Promise((resolve) => {
      queue.add(resolve);
      look();
    });
  return {
    comeIn: async (work) => {
      const mine = Symbol('arriving');
      arriving.set(mine, now());
      try {
        return await work();
      } finally {
        arriving.delete(mine);
        look();
      }
    },
    calm: () => (isCrowded() ? inTurn() : Promise.resolve()),
    begin: async (work) => {
      await inTurn();
      return work();
    },
  };
}
