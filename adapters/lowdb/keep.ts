import { Low } from 'lowdb';
import { type Kind, RecordsError } from '../../src/ports/records.ts';
import type { Catalogue } from './catalogue.ts';
import { toRecordsError } from './disk.ts';
import { dataOf, type Envelope, parseEnvelope } from './envelope.ts';
import type { AnyKind, LowdbOptions } from './options.ts';
import type { Place, Shelf } from './shelf.ts';

/** Reads and writes whole records, and has the catalogue follow. */
export interface Keep {
  readonly load: (kind: AnyKind, id: string) => Promise<Envelope | null>;
  readonly save: (kind: AnyKind, envelope: Envelope) => Promise<void>;
  /** Reads every record of these kinds into the catalogue. */
  readonly open: (kinds: readonly AnyKind[]) => Promise<void>;
}

/** Files read at once when the program starts. */
const READ_AT_ONCE = 64;

export function createKeep(shelf: Shelf, catalogue: Catalogue, options: LowdbOptions): Keep {
  const readOnly = options.readOnly === true;

  const readAt = async (place: Place, kind: AnyKind, subject: string): Promise<Envelope | null> => {
    const low = new Low<string>(place.text, '');
    await low.read().catch((error: unknown) => {
      throw toRecordsError(error, 'unreadable', subject);
    });
    // An empty file is damaged too, but lowdb takes it for an absent one.
    if (low.data === '' && (await place.text.read()) === null) return null;
    const envelope = parseEnvelope(low.data);
    if (envelope?.kind === kind.name) return envelope;
    options.onDamaged(readOnly ? subject : await place.setAside());
    return null;
  };
  const catalogueOne = (kind: AnyKind, envelope: Envelope): void => {
    const data = dataOf(kind as Kind<unknown>, envelope) as never;
    const due = kind.due?.(data) ?? null;
    catalogue.set({ kind: kind.name, id: envelope.id }, { envelope, keys: kind.keys(data), due });
  };
  const load = async (kind: AnyKind, id: string): Promise<Envelope | null> => {
    const envelope = await readAt(shelf.place(kind.name, id), kind, `${kind.name}/${id}`);
    if (envelope === null) catalogue.set({ kind: kind.name, id }, null);
    return envelope;
  };
  const openOne = async (kind: AnyKind, place: Place): Promise<void> => {
    try {
      const envelope = await readAt(place, kind, kind.name);
      if (envelope !== null) catalogueOne(kind, envelope);
    } catch (error) {
      if (!(error instanceof RecordsError) || error.code !== 'newer') throw error;
      options.onNewer(error.subject);
    }
  };
  return {
    load,
    save: async (kind, envelope) => {
      const subject = `${kind.name}/${envelope.id}`;
      if (readOnly) throw new RecordsError('read-only', { subject });
      try {
        const low = new Low<string>(shelf.place(kind.name, envelope.id).text, '');
        low.data = JSON.stringify(envelope);
        await low.write();
      } catch (error) {
        // It may have failed before or after the new text took its place: what the disk says counts.
        const found = await load(kind, envelope.id).catch(() => null);
        if (found !== null) catalogueOne(kind, found);
        throw toRecordsError(error, 'unwritable', subject);
      }
      catalogueOne(kind, envelope);
    },
    open: async (kinds) => {
      if (!readOnly) {
        await shelf.prepare(kinds.map(({ name }) => name)).catch((error: unknown) => {
          throw toRecordsError(error, 'unwritable', 'records');
        });
      }
      for (const kind of kinds) {
        const places = [...(await shelf.all(kind.name))];
        const reader = async (): Promise<void> => {
          for (let place = places.pop(); place !== undefined; place = places.pop())
            await openOne(kind, place);
        };
        await Promise.all(Array.from({ length: READ_AT_ONCE }, reader));
      }
    },
  };
}
