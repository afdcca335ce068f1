import type { Instant } from '../../src/domain/time.ts';
import type { ArchiveDate, Kind } from '../../src/ports/records.ts';
import type { Disk } from './disk.ts';

/** A kind whose data is not looked at. */
export type AnyKind = Pick<Kind<unknown>, 'name' | 'version' | 'migrate'> & {
  readonly keys: (data: never) => readonly string[];
  readonly due?: (data: never) => Instant | null;
  readonly archive?: (data: never) => ArchiveDate | null;
};

export interface LowdbOptions {
  /** Folder of the records; null keeps them in memory. */
  readonly folder: string | null;
  /** All kinds that are kept. */
  readonly kinds: readonly AnyKind[];
  /** Nothing is written, repaired or locked: another process may be writing. */
  readonly readOnly?: boolean;
  /** Told of a record that cannot be read; the others go on. */
  readonly onDamaged: (where: string) => void;
  /** Told of a record that a newer program has written, and that is left alone. */
  readonly onNewer: (record: string) => void;
  readonly disk?: Disk;
}
