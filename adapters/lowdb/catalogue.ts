import { isOpen } from '../../src/domain/delivery/fate.ts';
import type { Instant } from '../../src/domain/time.ts';
import { createAgenda } from './agenda.ts';
import type { Envelope } from './envelope.ts';

/** A delivery that is still to be sent, without what it says: that lies on disk, however much there is of it. */
interface Head {
  readonly kind: string;
  readonly record: string;
  readonly id: string;
  readonly number: number;
  readonly to: string;
  readonly heldUntil: number;
}

interface Entry {
  readonly keys: readonly string[];
  /** By number. */
  readonly open: ReadonlyMap<number, Head>;
}

/** A record as it stands on disk, and what its kind says of it. */
interface Catalogued {
  readonly envelope: Envelope;
  readonly keys: readonly string[];
  readonly due: Instant | null;
  readonly archiveFrom: Instant | null;
}

/** What is known of all records without reading them: keys, and deliveries that are still to be sent. */
export interface Catalogue {
  /** Takes up a record as it stands on disk; null where it is gone. */
  readonly set: (name: { readonly kind: string; readonly id: string }, record: Catalogued | null) => void;
  readonly find: (kind: string, key: string) => readonly string[];
  /** Ids of the records due by then, the first due first. */
  readonly due: (kind: string, until: Instant) => readonly string[];
  readonly nextDue: (kind: string) => Instant | null;
  /** Ids of the records that may be archived by then. */
  readonly toArchive: (kind: string, until: Instant) => readonly string[];
  readonly ids: (kind: string) => readonly string[];
  readonly targets: () => readonly string[];
  readonly nextTo: (target: string, now: Instant) => Head | null;
  readonly allTo: (target: string) => readonly Head[];
  readonly nextNumber: () => number;
}

const NOTHING: Entry = { keys: [], open: new Map() };

/** The heads of what is to be sent; a delivery that was there before keeps its own. */
function headsOf({ kind, id: record, outbox }: Envelope, before: Entry['open']): Entry['open'] {
  const heads = new Map<number, Head>();
  for (const delivery of outbox) {
    if (!isOpen(delivery)) continue;
    const { id, number, to, notBefore: heldUntil = 0 } = delivery;
    heads.set(number, before.get(number) ?? { kind, record, id, number, to, heldUntil });
  }
  return heads;
}

/** Makes an empty catalogue; it is rebuilt at every start. */
export function createCatalogue(): Catalogue {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<string>>();
  /** Deliveries of each target in the order of their numbers. */
  const lanes = new Map<string, readonly Head[]>();
  const agenda = createAgenda();
  const archivable = createAgenda();
  let highest = 0;

  const changeLane = (target: string, change: (lane: readonly Head[]) => readonly Head[]): void => {
    const lane = change(lanes.get(target) ?? []);
    if (lane.length > 0) lanes.set(target, lane);
    else lanes.delete(target);
  };
  const add = (head: Head): void =>
    changeLane(head.to, (lane) => {
      const behind = lane.findLastIndex(({ number }) => number < head.number);
      return lane.toSpliced(behind + 1, 0, head);
    });
  const follow = (before: Entry['open'], after: Entry['open']): void => {
    for (const [number, gone] of before)
      if (!after.has(number)) changeLane(gone.to, (lane) => lane.filter((one) => one !== gone));
    for (const [number, head] of after) if (!before.has(number)) add(head);
  };
  const forgetKey = (id: string, key: string): void => {
    const ids = byKey.get(key);
    ids?.delete(id);
    if (ids?.size === 0) byKey.delete(key);
  };
  return {
    set: ({ kind, id }, record) => {
      const name = `${kind}/${id}`;
      const before = entries.get(name) ?? NOTHING;
      agenda.set({ kind, id }, record?.due ?? null);
      archivable.set({ kind, id }, record?.archiveFrom ?? null);
      for (const { number } of record?.envelope.outbox ?? []) highest = Math.max(highest, number);
      const after =
        record === null ? NOTHING : { keys: record.keys, open: headsOf(record.envelope, before.open) };
      if (record === null) entries.delete(name);
      else entries.set(name, after);
      for (const key of before.keys) if (!after.keys.includes(key)) forgetKey(id, `${kind} ${key}`);
      for (const key of after.keys)
        byKey.set(`${kind} ${key}`, (byKey.get(`${kind} ${key}`) ?? new Set()).add(id));
      follow(before.open, after.open);
    },
    find: (kind, key) => [...(byKey.get(`${kind} ${key}`) ?? [])],
    due: agenda.until,
    nextDue: agenda.next,
    toArchive: archivable.until,
    ids: (kind) => {
      const start = `${kind}/`;
      return [...entries.keys()].flatMap((name) =>
        name.startsWith(start) ? [name.slice(start.length)] : [],
      );
    },
    targets: () => [...lanes.keys()],
    nextTo: (target, now) => {
      const lane = lanes.get(target) ?? [];
      const ready = lane.find(({ heldUntil }) => heldUntil <= now);
      return ready ?? lane.toSorted((one, other) => one.heldUntil - other.heldUntil)[0] ?? null;
    },
    allTo: (target) => lanes.get(target) ?? [],
    nextNumber: () => (highest += 1),
  };
}
