import { isOpen } from '../../src/domain/delivery/fate.ts';
import { type Kind, type Pending, type Records, RecordsError } from '../../src/ports/records.ts';
import { createCatalogue } from './catalogue.ts';
import { createDesk } from './desk.ts';
import { machineDisk } from './disk.ts';
import { dataOf, withNew, withVerdict } from './envelope.ts';
import { createKeep } from './keep.ts';
import type { AnyKind, LowdbOptions } from './options.ts';
import { createFolderShelf, createMemoryShelf } from './shelf.ts';

/** Opens the records: one small file each, written so that a crash loses nothing. Throws `RecordsError`. */
export async function openRecords(options: LowdbOptions): Promise<Records> {
  const catalogue = createCatalogue();
  const shelf =
    options.folder === null
      ? createMemoryShelf()
      : createFolderShelf(options.folder, options.disk ?? machineDisk);
  const keep = createKeep(shelf, catalogue, options);
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
  const { change: make, alone } = createDesk<AnyKind>(keep);
  await keep.open(options.kinds);

  const read = async <Data>(kind: Kind<Data>, id: string): Promise<Data | null> => {
    const envelope = await keep.load(kind, id);
    return envelope && dataOf(kind, envelope);
  };
  const pendingOf = async (head: ReturnType<typeof catalogue.nextTo>): Promise<Pending | null> => {
    const kind = head && kinds.get(head.kind);
    if (!head || !kind) return null;
    // In its turn: what is read beside a save would be taken for what is on disk after it.
    const envelope = await alone({ kind, id: head.record }, () => keep.load(kind, head.record));
    const delivery = envelope?.outbox.find(({ id }) => id === head.id);
    return delivery && isOpen(delivery) ? { kind: head.kind, record: head.record, delivery } : null;
  };
  return {
    read: (kind, id) => alone({ kind, id }, () => read(kind, id)),
    update: (kind, id, change) =>
      make({ kind, id }, (before) => {
        const changed = change(before && dataOf(kind, before));
        if (changed === null) return null;
        const outbox = withNew(before?.outbox ?? [], changed.deliveries ?? [], catalogue.nextNumber);
        return { kind: kind.name, version: kind.version, id, data: changed.data, outbox };
      }),
    find: async (kind, key) => catalogue.find(kind.name, key),
    due: async (kind, until) => catalogue.due(kind.name, until),
    nextDue: async (kind) => catalogue.nextDue(kind.name),
    targets: async () => catalogue.targets(),
    nextTo: async (target, now) => pendingOf(catalogue.nextTo(target, now)),
    allTo: async (target) => {
      const all = await Promise.all(catalogue.allTo(target).map(pendingOf));
      return all.filter((one) => one !== null);
    },
    settle: async ({ kind: name, record: id, delivery }, verdict, notices = []) => {
      const subject = `${name}/${id}`;
      const kind = kinds.get(name);
      if (!kind) throw new RecordsError('unreadable', { subject });
      await make({ kind, id }, (before) => {
        if (!before) throw new RecordsError('unreadable', { subject });
        const settled = withVerdict(before.outbox, delivery.id, verdict);
        return { ...before, outbox: withNew(settled, notices, catalogue.nextNumber) };
      });
    },
    ids: async (kind) => catalogue.ids(kind.name),
    outbox: async ({ name }, id) => {
      const kind = kinds.get(name);
      return kind ? alone({ kind, id }, async () => (await keep.load(kind, id))?.outbox ?? []) : [];
    },
    archive: async ({ name }, now) => {
      const kind = kinds.get(name);
      let moved = 0;
      for (const id of kind ? catalogue.toArchive(name, now) : [])
        if (kind && (await alone({ kind, id }, () => keep.archive(kind, id, now)))) moved += 1;
      return moved;
    },
    archiveMonths: async ({ name }) => keep.archiveMonths(name),
    archived: async function* <Data>(kind: Kind<Data>, month: string) {
      for await (const envelope of keep.archived(kind, month))
        yield { id: envelope.id, data: dataOf(kind, envelope) };
    },
  };
}
