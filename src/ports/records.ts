import type { Delivery, NewDelivery, OpenState, Verdict } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
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
  /** When the record wants to be looked at next; null or absent where time changes nothing. */
  readonly due?: (data: Data) => Instant | null;
}

/** Work for a record (`record:kind/id`): done at least once, with the delivery's id as its cause. */
export interface Order {
  readonly order: unknown;
}

export type Cargo = OutboundMessage | Order;

/** What becomes of a record: its data and what is to be delivered are saved together or not at all. */
export interface Change<Data> {
  readonly data: Data;
  readonly deliveries?: readonly NewDelivery<Cargo>[];
}

/** A delivery that is still to be sent, and the record that it is kept in. */
export interface Pending {
  readonly kind: string;
  readonly record: string;
  readonly delivery: Delivery<Cargo, OpenState>;
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
  /** Ids of the records that are due by then, the first due first. */
  readonly due: (kind: Pick<Kind<never>, 'name'>, until: Instant) => Promise<readonly string[]>;
  /** When the first record of a kind is due; null where none ever is. */
  readonly nextDue: (kind: Pick<Kind<never>, 'name'>) => Promise<Instant | null>;
  /** Chats and records with something to be delivered. */
  readonly targets: () => Promise<readonly string[]>;
  /** The first delivery to a chat or record that is still to be made. */
  readonly nextTo: (target: string) => Promise<Pending | null>;
  /** Saves what became of a delivery, and in the same step what is to be said about it. */
  readonly settle: (
    pending: Pending,
    verdict: Verdict,
    notices?: readonly NewDelivery<Cargo>[],
  ) => Promise<void>;
}
