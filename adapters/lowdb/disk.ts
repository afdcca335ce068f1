import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { RecordsError, type RecordsRefusal } from '../../src/ports/records.ts';

interface OpenFile {
  readonly writeFile: (text: string) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The few things that are asked of the file system; tests hand in one that fills up, loses power, dies. */
export interface Disk {
  /** Creates a file (0600) that must not exist yet. */
  readonly create: (path: string) => Promise<OpenFile>;
  readonly read: (path: string) => Promise<string>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Creates a folder (0700) and those above it. */
  readonly makeFolder: (folder: string) => Promise<unknown>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Makes what was created, renamed and removed in a folder outlive a loss of power. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

export const machineDisk: Disk = {
  create: (path) => open(path, 'wx', 0o600),
  read: (path) => readFile(path, 'utf8'),
  list: (folder) => readdir(folder),
  makeFolder: (folder) => mkdir(folder, { recursive: true, mode: 0o700 }),
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder: async (folder) => {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

export const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

export const isPresent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

/** The system's error in the port's words. */
export function toRecordsError(error: unknown, otherwise: RecordsRefusal, subject: string): RecordsError {
  if (error instanceof RecordsError) return error;
  const full = FULL.includes((error as NodeJS.ErrnoException).code);
  return new RecordsError(full ? 'disk-full' : otherwise, { subject, cause: error });
}
