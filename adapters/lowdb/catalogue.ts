import { isOpen } from '../../src/domain/delivery/fate.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Pending } from '../../src/ports/records.ts';
import { createAgenda } from './agenda.ts';
import type { Envelope } from './envelope.ts';

interface Entry {
  readonly keys: readonly string[];
  readonly open: readonly Pending[];
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
  readonly nextTo: (target: string, now: Instant) => Pending | null;
  readonly nextNumber: () => number;
}

const heldUntil = ({ delivery }: Pending): number => delivery.notBefore ?? 0;

/** Makes an empty catalogue; it is rebuilt at every start. */
export function createCatalogue(): Catalogue {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<string>>();
  /** Deliveries of each target in the order of their numbers. */
  const lanes = new Map<string, readonly Pending[]>();
  const agenda = createAgenda();
  const archivable = createAgenda();
  let highest = 0;

  const changeLane = (target: string, change: (lane: readonly Pending[]) => readonly Pending[]): void => {
    const lane = change(lanes.get(target) ?? []);
    if (lane.length > 0) lanes.set(target, lane);
    else lanes.delete(target);
  };
  const remove = (name: string, kind: string, id: string): void => {
    const { keys, open } = entries.get(name) ?? { keys: [], open: [] };
    entries.delete(name);
    for (const key of keys) {
      const ids = byKey.get(`${kind} ${key}`);
      ids?.delete(id);
      if (ids?.size === 0) byKey.delete(`${kind} ${key}`);
    }
    for (const gone of open) changeLane(gone.delivery.to, (lane) => lane.filter((one) => one !== gone));
  };
  const add = (pending: Pending): void =>
    changeLane(pending.delivery.to, (lane) => {
      const behind = lane.findLastIndex(({ delivery }) => delivery.number < pending.delivery.number);
      return lane.toSpliced(behind + 1, 0, pending);
    });
  return {
    set: ({ kind, id }, record) => {
      const name = `${kind}/${id}`;
      remove(name, kind, id);
      agenda.set({ kind, id }, record?.due ?? null);
      archivable.set({ kind, id }, record?.archiveFrom ?? null);
      if (record === null) return;
      const { envelope, keys } = record;
      for (const { number } of envelope.outbox) highest = Math.max(highest, number);
      const open = envelope.outbox.filter(isOpen).map((delivery) => ({ kind, record: id, delivery }));
      entries.set(name, { keys, open });
      for (const key of keys) byKey.set(`${kind} ${key}`, (byKey.get(`${kind} ${key}`) ?? new Set()).add(id));
      for (const pending of open) add(pending);
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
      const ready = lane.find((pending) => heldUntil(pending) <= now);
      return ready ?? lane.toSorted((one, other) => heldUntil(one) - heldUntil(other))[0] ?? null;
    },
    nextNumber: () => (highest += 1),
  };
}
