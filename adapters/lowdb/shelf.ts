import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Adapter, Memory } from 'lowdb';
import { type Disk, isAbsent } from './disk.ts';
import { createDurableFile, isTemporary } from './durable-file.ts';

/** Where the texts of records stand. */
export interface Shelf {
  readonly place: (kind: string, id: string) => Place;
  /** Every record of a kind. */
  readonly all: (kind: string) => Promise<readonly Place[]>;
  /** Makes ready what records of these kinds need. */
  readonly prepare: (kinds: readonly string[]) => Promise<void>;
}

/** The place of one record. */
export interface Place {
  readonly text: Adapter<string>;
  /** Takes a damaged record out of the way, and returns where it lies now. */
  readonly setAside: () => Promise<string>;
}

const ENDING = '.json';
const DAMAGED = 'damaged';

// Ids hold names that people gave: they never become paths.
const fileName = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32) + ENDING;

/** `records/<kind>/<hash of the id>.json`; damaged ones go to `records/damaged/`. */
export function createFolderShelf(folder: string, disk: Disk): Shelf {
  const placeOf = (kind: string, file: string): Place => {
    const path = join(folder, kind, file);
    return {
      text: createDurableFile(path, disk),
      setAside: async () => {
        const taken = new Set(await disk.list(join(folder, DAMAGED)));
        let copy = 1;
        while (taken.has(`${kind}-${copy}-${file}`)) copy += 1;
        const aside = join(folder, DAMAGED, `${kind}-${copy}-${file}`);
        await disk.rename(path, aside);
        await disk.syncFolder(join(folder, DAMAGED));
        return aside;
      },
    };
  };
  const list = async (kind: string): Promise<readonly string[]> => {
    try {
      return await disk.list(join(folder, kind));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  };
  return {
    place: (kind, id) => placeOf(kind, fileName(id)),
    all: async (kind) =>
      (await list(kind)).filter((name) => name.endsWith(ENDING)).map((name) => placeOf(kind, name)),
    prepare: async (kinds) => {
      for (const kind of [...kinds, DAMAGED]) {
        await disk.makeFolder(join(folder, kind));
        const leftOver = (await list(kind)).filter(isTemporary);
        for (const name of leftOver) await disk.remove(join(folder, kind, name));
      }
      await disk.syncFolder(folder);
    },
  };
}

/** Records that live as long as the process. */
export function createMemoryShelf(): Shelf {
  const kinds = new Map<string, Map<string, Place>>();
  const placesOf = (kind: string): Map<string, Place> => {
    const places = kinds.get(kind) ?? new Map<string, Place>();
    kinds.set(kind, places);
    return places;
  };
  return {
    place: (kind, id) => {
      const places = placesOf(kind);
      const text = new Memory<string>();
      const place = places.get(id) ?? { text, setAside: async () => id };
      places.set(id, place);
      return place;
    },
    all: async (kind) => [...placesOf(kind).values()],
    prepare: async () => undefined,
  };
}
