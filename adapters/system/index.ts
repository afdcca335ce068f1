import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../src/domain/time.ts';
import type { Attachments } from '../../src/ports/attachments.ts';
import type { DerivedStore, LibraryFolder, LibraryShelf } from '../../src/ports/files.ts';
import type { HeadBook } from '../../src/ports/heads.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Pages } from '../../src/ports/pages.ts';
import { createAttachments } from './attachments.ts';
import { createClock, type MovableClock } from './clock.ts';
import { createDerivedStore } from './derived-store.ts';
import { createHeadBook } from './head-book.ts';
import { createLibraryFolder } from './library-folder.ts';
import { createLibraryShelf } from './library-shelf.ts';
import { claimFolder } from './lock.ts';
import { createLog, type LogTarget } from './log.ts';
import { createPages } from './pages.ts';

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
  /** Where documents that people add are written. */
  readonly shelf: LibraryShelf;
  readonly attachments: Attachments;
  readonly derived: DerivedStore;
  readonly heads: HeadBook;
  readonly pages: Pages;
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
    heads: createHeadBook(join(options.data, 'heads')),
    pages: createPages(join(options.data, 'one-page')),
    // Documents added at run time stand before versioned ones of the same name.
    library: createLibraryFolder([join(options.data, 'library'), join(options.seeds, 'policies')]),
    shelf: createLibraryShelf(join(options.data, 'library')),
    attachments: createAttachments(join(options.data, 'attachments')),
    derived: createDerivedStore(join(options.data, 'derived'), log),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    claimData: () => claimFolder(join(options.data, 'lock')),
    chance: Math.random,
    pause: () => setImmediate(),
  };
}
