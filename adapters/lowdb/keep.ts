import { Low } from 'lowdb';
import { isOpen } from '../../src/domain/delivery/fate.ts';
import type { Instant } from '../../src/domain/time.ts';
import { type Kind, RecordsError } from '../../src/ports/records.ts';
import { createArchive } from './archive.ts';
import type { Catalogue } from './catalogue.ts';
import { toRecordsError } from './disk.ts';
import { dataOf, type Envelope, parseEnvelope } from './envelope.ts';
import type { AnyKind, LowdbOptions } from './options.ts';
import { createRecentlyUsed } from './recently-used.ts';
import { DAMAGED, fileName, type Place, type Shelf } from './shelf.ts';

/** Reads and writes whole records, and has the catalogue follow. */
export interface Keep {
  readonly load: (kind: AnyKind, id: string) => Promise<Envelope | null>;
  readonly save: (kind: AnyKind, envelope: Envelope) => Promise<void>;
  /** Archives a live record whose time has come and that has nothing to be sent; false where it has not or has. */
  readonly archive: (kind: AnyKind, id: string, now: Instant) => Promise<boolean>;
  readonly archiveMonths: (kind: string) => readonly string[];
  readonly archived: (kind: AnyKind, month: string) => AsyncGenerator<Envelope>;
  /** Reads every live record of these kinds into the catalogue. */
  readonly open: (kinds: readonly AnyKind[]) => Promise<void>;
}

/** Files read at once when the program starts. */
const READ_AT_ONCE = 64;

/** Characters of the records that are not read again for each of their changes. */
const MOST_FRESH = 8_000_000;

export function createKeep(shelf: Shelf, catalogue: Catalogue, options: LowdbOptions): Keep {
  const readOnly = options.readOnly === true;
  const archive = createArchive(shelf, readOnly);
  /** As they are on disk: nobody but this process writes there, unless it only reads. */
  const fresh = createRecentlyUsed<Envelope>(readOnly ? 0 : MOST_FRESH);
  const nameOf = ({ name }: AnyKind, id: string): string => `${name}/${id}`;

  const readAt = async (
    place: Place,
    kind: AnyKind,
    read: (length: number) => void = () => undefined,
  ): Promise<Envelope | null> => {
    const low = new Low<string>(place.text, '');
    await low.read().catch((error: unknown) => {
      throw toRecordsError(error, 'unreadable', place.where);
    });
    // An empty file is damaged too, but lowdb takes it for an absent one.
    if (low.data === '' && (await place.text.read()) === null) return null;
    const envelope = parseEnvelope(low.data);
    read(low.data.length);
    if (envelope?.kind === kind.name) return envelope;
    options.onDamaged(readOnly ? place.where : await place.setAside());
    return null;
  };
  const catalogueOne = (kind: AnyKind, envelope: Envelope): void => {
    const data = dataOf(kind as Kind<unknown>, envelope) as never;
    catalogue.set(
      { kind: kind.name, id: envelope.id },
      {
        envelope,
        keys: kind.keys(data),
        due: kind.due?.(data) ?? null,
        archiveFrom: kind.archive?.(data)?.from ?? null,
      },
    );
  };
  const loadLive = async (kind: AnyKind, id: string): Promise<Envelope | null> => {
    const known = fresh.get(nameOf(kind, id));
    if (known !== undefined) return known;
    let length = 0;
    const envelope = await readAt(shelf.place(kind.name, fileName(id)), kind, (read) => (length = read));
    if (envelope === null) catalogue.set({ kind: kind.name, id }, null);
    else fresh.set(nameOf(kind, id), envelope, length);
    return envelope;
  };
  const load = async (kind: AnyKind, id: string): Promise<Envelope | null> => {
    const live = await loadLive(kind, id);
    if (live !== null || kind.archive === undefined) return live;
    const place = await archive.find(kind.name, id);
    const archived = place && (await readAt(place, kind));
    // Another process may have taken it back between the two looks.
    return archived ?? (readOnly ? loadLive(kind, id) : null);
  };
  const openOne = async (kind: AnyKind, name: string): Promise<void> => {
    const place = shelf.place(kind.name, name);
    const envelope = await readAt(place, kind);
    if (envelope === null) return;
    try {
      catalogueOne(kind, envelope);
    } catch (error) {
      if (error instanceof RecordsError) return options.onNewer(error.subject);
      // Whoever changed it left something that its kind cannot make sense of: the others go on.
      return options.onDamaged(readOnly ? place.where : await place.setAside());
    }
    if (kind.archive && !readOnly) await archive.giveBack(kind.name, envelope.id);
  };
  /** Does what changes the disk; where it fails, the catalogue follows what the disk says. */
  const changing = async (kind: AnyKind, id: string, work: () => Promise<void>): Promise<void> => {
    const subject = nameOf(kind, id);
    if (readOnly) throw new RecordsError('read-only', { subject });
    // Until it is known what the disk says.
    fresh.delete(subject);
    try {
      await work();
    } catch (error) {
      const found = await loadLive(kind, id).catch(() => null);
      if (found !== null) catalogueOne(kind, found);
      throw toRecordsError(error, 'unwritable', subject);
    }
  };
  return {
    load,
    save: async (kind, envelope) => {
      const text = JSON.stringify(envelope);
      await changing(kind, envelope.id, async () => {
        if (kind.archive) await archive.giveBack(kind.name, envelope.id);
        const low = new Low<string>(shelf.place(kind.name, fileName(envelope.id)).text, '');
        low.data = text;
        await low.write();
      });
      fresh.set(nameOf(kind, envelope.id), envelope, text.length);
      catalogueOne(kind, envelope);
    },
    archive: async (kind, id, now) => {
      const envelope = await loadLive(kind, id);
      const date = envelope && kind.archive?.(dataOf(kind as Kind<unknown>, envelope) as never);
      if (!envelope || !date || date.from > now || envelope.outbox.some(isOpen)) return false;
      await changing(kind, id, () => archive.take({ kind: kind.name, id }, date.month));
      catalogue.set({ kind: kind.name, id }, null);
      return true;
    },
    archiveMonths: archive.months,
    archived: async function* (kind, month) {
      for (const place of archive.placesIn(kind.name, month)) {
        const envelope = await readAt(place, kind);
        if (envelope !== null) yield envelope;
      }
    },
    open: async (kinds) => {
      const failed = (error: unknown): never => {
        throw toRecordsError(error, 'unwritable', 'records');
      };
      if (!readOnly) await shelf.prepare([...kinds.map(({ name }) => name), DAMAGED]).catch(failed);
      await archive.open().catch(failed);
      for (const kind of kinds) {
        const names = [...(await shelf.names(kind.name))];
        const reader = async (): Promise<void> => {
          for (let name = names.pop(); name !== undefined; name = names.pop())
            await openOne(kind, name).catch(failed);
        };
        await Promise.all(Array.from({ length: READ_AT_ONCE }, reader));
      }
    },
  };
}
