import { type Kind, type Records, RecordsError } from '../../src/ports/records.ts';
import { createCatalogue } from './catalogue.ts';
import { machineDisk } from './disk.ts';
import { dataOf, type Envelope, withNew, withVerdict } from './envelope.ts';
import { createKeep } from './keep.ts';
import type { LowdbOptions } from './options.ts';
import { createFolderShelf, createMemoryShelf } from './shelf.ts';

/** One thing after another under each name. */
function createQueue(): <Value>(name: string, work: () => Promise<Value>) => Promise<Value> {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (tails.get(name) ?? Promise.resolve()).then(work);
    const tail = mine
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
    tails.set(name, tail);
    return mine;
  };
}

/** Opens the records: one small file each, written so that a crash loses nothing. Throws `RecordsError`. */
export async function openRecords(options: LowdbOptions): Promise<Records> {
  const catalogue = createCatalogue();
  const shelf =
    options.folder === null
      ? createMemoryShelf()
      : createFolderShelf(options.folder, options.disk ?? machineDisk);
  const keep = createKeep(shelf, catalogue, options);
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
  const inTurn = createQueue();
  await keep.open(options.kinds);

  const read = async <Data>(kind: Kind<Data>, id: string): Promise<Data | null> => {
    const envelope = await keep.load(kind, id);
    return envelope && dataOf(kind, envelope);
  };
  return {
    read: (kind, id) => inTurn(`${kind.name}/${id}`, () => read(kind, id)),
    update: (kind, id, change) =>
      inTurn(`${kind.name}/${id}`, async () => {
        const before = await keep.load(kind, id);
        const changed = change(before && dataOf(kind, before));
        if (changed === null) return false;
        const outbox = withNew(before?.outbox ?? [], changed.deliveries ?? [], catalogue.nextNumber);
        const after: Envelope = {
          kind: kind.name,
          version: kind.version,
          id,
          data: changed.data,
          outbox,
        };
        await keep.save(kind, after);
        return true;
      }),
    find: async (kind, key) => catalogue.find(kind.name, key),
    due: async (kind, until) => catalogue.due(kind.name, until),
    nextDue: async (kind) => catalogue.nextDue(kind.name),
    targets: async () => catalogue.targets(),
    nextTo: async (target, now) => catalogue.nextTo(target, now),
    settle: ({ kind: name, record, delivery }, verdict, notices = []) =>
      inTurn(`${name}/${record}`, async () => {
        const kind = kinds.get(name);
        const before = kind && (await keep.load(kind, record));
        if (!kind || !before) throw new RecordsError('unreadable', { subject: `${name}/${record}` });
        const settled = withVerdict(before.outbox, delivery.id, verdict);
        await keep.save(kind, { ...before, outbox: withNew(settled, notices, catalogue.nextNumber) });
      }),
    ids: async (kind) => catalogue.ids(kind.name),
    outbox: (kind, id) =>
      inTurn(`${kind.name}/${id}`, async () => {
        const known = kinds.get(kind.name);
        return (known && (await keep.load(known, id)))?.outbox ?? [];
      }),
    archive: async ({ name }, now) => {
      const kind = kinds.get(name);
      let moved = 0;
      for (const id of kind ? catalogue.toArchive(name, now) : [])
        if (kind && (await inTurn(`${name}/${id}`, () => keep.archive(kind, id, now)))) moved += 1;
      return moved;
    },
    archiveMonths: async ({ name }) => keep.archiveMonths(name),
    archived: async function* <Data>(kind: Kind<Data>, month: string) {
      for await (const envelope of keep.archived(kind, month))
        yield { id: envelope.id, data: dataOf(kind, envelope) };
    },
  };
}
