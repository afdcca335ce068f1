import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../src/domain/time.ts';
import type { DerivedStore, LibraryFolder } from '../../src/ports/files.ts';
import type { Log } from '../../src/ports/log.ts';
import { createClock, type MovableClock } from './clock.ts';
import { createDerivedStore } from './derived-store.ts';
import { createLibraryFolder } from './library-folder.ts';
import { claimFolder } from './lock.ts';
import { createLog, type LogTarget } from './log.ts';

export interface SystemOptions {
  /** Absolute folders of the versioned inputs and of what is written at run time. */
  readonly seeds: string;
  readonly data: string;
  /** Where the clock starts; null for the machine's time. */
  readonly startAt: Instant | null;
  readonly log: LogTarget;
}

/** The machine: time, files of the library, rebuildable files, log, fingerprints. */
export interface System {
  readonly clock: MovableClock;
  readonly log: Log;
  readonly library: LibraryFolder;
  readonly derived: DerivedStore;
  /** SHA-256, hexadecimal. */
  readonly digest: (bytes: Uint8Array | string) => string;
  /**
   * Makes this process the one that writes to the data folder; the returned function lets it go. Throws
   * `RecordsError` where another process is.
   */
  readonly claimData: () => Promise<() => Promise<void>>;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Lets other work of the process go on. */
  readonly pause: () => Promise<void>;
}

/** Makes the machine's part of the ports; touches no file until asked. */
export function createSystem(options: SystemOptions): System {
  const log = createLog(options.log);
  return {
    clock: createClock(options.startAt),
    log,
    // Documents added at run time stand before versioned ones of the same name.
    library: createLibraryFolder([join(options.data, 'library'), join(options.seeds, 'policies')]),
    derived: createDerivedStore(join(options.data, 'derived'), log),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    claimData: () => claimFolder(join(options.data, 'lock')),
    chance: Math.random,
    pause: () => setImmediate(),
  };
}
