import type { Delivery, NewDelivery, OpenState, Verdict } from '../domain/delivery/types.ts';
import type { OutboundMessage } from './message.ts';

export type RecordsRefusal = 'locked' | 'disk-full' | 'unreadable' | 'unwritable' | 'newer' | 'read-only';

/** Why records could not be opened, read or saved. `subject`: the process that holds them, or the record. */
export class RecordsError extends Error {
  readonly code: RecordsRefusal;
  readonly subject: string;

  constructor(code: RecordsRefusal, options: { readonly subject: string; readonly cause?: unknown }) {
    super(`${code}: ${options.subject}`, { cause: options.cause });
    this.name = 'RecordsError';
    this.code = code;
    this.subject = options.subject;
  }
}

/** A sort of record: all that is declared to keep one. */
export interface Kind<Data> {
  /** Lower-case letters and dashes. */
  readonly name: string;
  /** Of the data's shape; goes up with every change of it. */
  readonly version: number;
  /** Data of an older version in today's shape. */
  readonly migrate: (older: unknown, version: number) => Data;
  /** Under which keys the record is found. */
  readonly keys: (data: Data) => readonly string[];
}

/** What becomes of a record: its data and what is to be delivered are saved together or not at all. */
export interface Change<Data> {
  readonly data: Data;
  readonly deliveries?: readonly NewDelivery<OutboundMessage>[];
}

/** A delivery that is still to be sent, and the record that it is kept in. */
export interface Pending {
  readonly kind: string;
  readonly record: string;
  readonly delivery: Delivery<OutboundMessage, OpenState>;
}

/** Everything that is written at run time and must outlive a crash. All throw `RecordsError`. */
export interface Records {
  /** Null where there is no such record. */
  readonly read: <Data>(kind: Kind<Data>, id: string) => Promise<Data | null>;
  /**
   * Changes a record, or makes it where `data` is null. Changes of one record follow one another. Resolves when the
   * change is safe on disk; false where `change` returned null and nothing was changed.
   */
  readonly update: <Data>(
    kind: Kind<Data>,
    id: string,
    change: (data: Data | null) => Change<Data> | null,
  ) => Promise<boolean>;
  /** Ids of the records that have this key. */
  readonly find: <Data>(kind: Kind<Data>, key: string) => Promise<readonly string[]>;
  /** Chats with something to be sent. */
  readonly targets: () => Promise<readonly string[]>;
  /** The first delivery to a chat that is still to be sent. */
  readonly nextTo: (target: string) => Promise<Pending | null>;
  /** Saves what became of a delivery, and in the same step what is to be said about it. */
  readonly settle: (
    pending: Pending,
    verdict: Verdict,
    notices?: readonly NewDelivery<OutboundMessage>[],
  ) => Promise<void>;
}
