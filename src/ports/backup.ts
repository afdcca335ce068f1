import type { Instant } from '../domain/time.ts';

export type BackupRefusal = 'damaged' | 'passphrase-needed' | 'wrong-passphrase' | 'busy' | 'no-data';

/** Why a backup could not be made or put back. */
export class BackupError extends Error {
  readonly code: BackupRefusal;

  constructor(code: BackupRefusal, cause?: unknown) {
    super(code, { cause });
    this.name = 'BackupError';
    this.code = code;
  }
}

/** What was saved or put back. */
export interface BackupReport {
  readonly files: number;
  readonly bytes: number;
}

/** When the last backup was made, and its file. */
export interface LastBackup {
  readonly at: Instant;
  readonly file: string;
}

/** One file that holds everything in the data folder that cannot be made again. All throw `BackupError`. */
export interface Backups {
  /** A copy as of one instant, also while the bot runs. */
  readonly save: (file: string, passphrase: string | null) => Promise<BackupReport>;
  /** Null where none is known of. */
  readonly last: () => Promise<LastBackup | null>;
  /**
   * Puts a backup back, by a process that has claimed the data folder. Nothing is changed before the whole file has
   * proved sound; what was there is kept in `setAside`, null where there was nothing.
   */
  readonly restore: (
    file: string,
    passphrase: string | null,
  ) => Promise<BackupReport & { readonly setAside: string | null }>;
}
