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

/** When a record may leave those that are read at every start, and the month (`YYYY-MM`) that it is laid under. */
export interface ArchiveDate {
  readonly month: string;
  readonly from: Instant;
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
  /** When the record may be archived; null or absent where it stays. An archived one is found by its id alone. */
  readonly archive?: (data: Data) => ArchiveDate | null;
}

/** A record with its id. */
export interface Kept<Data> {
  readonly id: string;
  readonly data: Data;
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

type KindName = Pick<Kind<never>, 'name'>;

/** Everything that is written at run time and must outlive a crash. All throw `RecordsError`. */
export interface Records {
  /** Null where there is no such record, neither among the live nor among the archived ones. */
  readonly read: <Data>(kind: Kind<Data>, id: string) => Promise<Data | null>;
  /**
   * Changes a record, or makes it where `data` is null. Changes of one record follow one another. Resolves when the
   * change is safe on disk; false where `change` returned null and nothing was changed. An archived record is among
   * the live ones again when it is changed.
   */
  readonly update: <Data>(
    kind: Kind<Data>,
    id: string,
    change: (data: Data | null) => Change<Data> | null,
  ) => Promise<boolean>;
  /** Ids of the records that have this key. */
  readonly find: <Data>(kind: Kind<Data>, key: string) => Promise<readonly string[]>;
  /** Ids of the records that are due by then, the first due first. */
  readonly due: (kind: KindName, until: Instant) => Promise<readonly string[]>;
  /** When the first record of a kind is due; null where none ever is. */
  readonly nextDue: (kind: KindName) => Promise<Instant | null>;
  /** Chats and records with something to be delivered. */
  readonly targets: () => Promise<readonly string[]>;
  /** The first delivery to a chat or record that is still to be made: of those not held back, else the next to be let go. */
  readonly nextTo: (target: string, now: Instant) => Promise<Pending | null>;
  /** Every delivery to a chat or record that is still to be made, in their order. */
  readonly allTo: (target: string) => Promise<readonly Pending[]>;
  /** Saves what became of a delivery, and in the same step what is to be said about it. */
  readonly settle: (
    pending: Pending,
    verdict: Verdict,
    notices?: readonly NewDelivery<Cargo>[],
  ) => Promise<void>;
  /** Ids of all live records of a kind. */
  readonly ids: (kind: KindName) => Promise<readonly string[]>;
  /** Every delivery that a record still keeps: those to be sent, and the last that were given up or may be lost. */
  readonly outbox: (kind: KindName, id: string) => Promise<readonly Delivery<Cargo>[]>;
  /** Archives the records whose time has come, but for those with something still to be sent; how many they were. */
  readonly archive: (kind: KindName, now: Instant) => Promise<number>;
  /** Months with archived records of a kind, the oldest first. */
  readonly archiveMonths: (kind: KindName) => Promise<readonly string[]>;
  /** The archived records of a month, read one by one. */
  readonly archived: <Data>(kind: Kind<Data>, month: string) => AsyncIterable<Kept<Data>>;
}
