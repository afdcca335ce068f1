import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Adapter, Memory } from 'lowdb';
import { type Disk, isAbsent } from './disk.ts';
import { createDurableFile, isTemporary } from './durable-file.ts';
import { shareSyncs } from './shared-sync.ts';

/** Where the texts of records stand: in drawers, `<kind>` for the live ones and `archive/<month>` for the others. */
export interface Shelf {
  readonly place: (drawer: string, name: string) => Place;
  /** Names of the records in a drawer; none where there is no such drawer. */
  readonly names: (drawer: string) => Promise<readonly string[]>;
  /** Names of the drawers below another. */
  readonly drawersIn: (drawer: string) => Promise<readonly string[]>;
  /** Makes ready what these drawers need; what a crash left half written in them is removed. */
  readonly prepare: (drawers: readonly string[]) => Promise<void>;
}

/** The place of one record. */
export interface Place {
  /** What a person finds it by. */
  readonly where: string;
  readonly text: Adapter<string>;
  /** Takes the record out; it is gone for good when that has resolved. Nothing happens where there is none. */
  readonly remove: () => Promise<void>;
  /** Takes a damaged record out of the way, and returns where it lies now. */
  readonly setAside: () => Promise<string>;
}

const ENDING = '.json';
/** Drawer of what could not be read. */
export const DAMAGED = 'damaged';

/** Ids hold names that people gave: they never become paths. */
export const fileName = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 32) + ENDING;

/** `records/<drawer>/<name>`; damaged ones go to `records/damaged/`. */
export function createFolderShelf(folder: string, machine: Disk): Shelf {
  const disk = { ...machine, syncFolder: shareSyncs(machine.syncFolder) };
  const list = async (drawer: string): Promise<readonly string[]> => {
    try {
      return await disk.list(join(folder, drawer));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  };
  const setAside = async (drawer: string, name: string): Promise<string> => {
    const taken = new Set(await list(DAMAGED));
    const stem = drawer.replaceAll('/', '-');
    let copy = 1;
    while (taken.has(`${stem}-${copy}-${name}`)) copy += 1;
    const aside = join(folder, DAMAGED, `${stem}-${copy}-${name}`);
    await disk.rename(join(folder, drawer, name), aside);
    await disk.syncFolder(join(folder, DAMAGED));
    return aside;
  };
  return {
    place: (drawer, name) => {
      const path = join(folder, drawer, name);
      return {
        where: `${drawer}/${name}`,
        text: createDurableFile(path, disk),
        remove: async () => {
          await disk.remove(path);
          await disk.syncFolder(dirname(path));
        },
        setAside: () => setAside(drawer, name),
      };
    },
    names: async (drawer) => (await list(drawer)).filter((name) => name.endsWith(ENDING)),
    drawersIn: list,
    prepare: async (drawers) => {
      for (const drawer of drawers) {
        await disk.makeFolder(join(folder, drawer));
        const leftOver = (await list(drawer)).filter(isTemporary);
        for (const name of leftOver) await disk.remove(join(folder, drawer, name));
      }
      const folders = drawers.flatMap((drawer) => [join(folder, drawer), dirname(join(folder, drawer))]);
      // What an earlier process did not live to sync is acted on from now on: it must not be lost any more.
      for (const path of new Set([...folders, folder])) await disk.syncFolder(path);
    },
  };
}

/** Records that live as long as the process. */
export function createMemoryShelf(): Shelf {
  const drawers = new Map<string, Map<string, Memory<string>>>();
  return {
    place: (drawer, name) => {
      const texts = drawers.get(drawer) ?? new Map<string, Memory<string>>();
      drawers.set(drawer, texts);
      const where = `${drawer}/${name}`;
      return {
        where,
        text: {
          read: async () => texts.get(name)?.read() ?? null,
          write: async (text) => {
            const kept = texts.get(name) ?? new Memory<string>();
            await kept.write(text);
            texts.set(name, kept);
          },
        },
        remove: async () => void texts.delete(name),
        setAside: async () => where,
      };
    },
    names: async (drawer) => [...(drawers.get(drawer)?.keys() ?? [])],
    drawersIn: async (drawer) =>
      [...drawers.keys()].flatMap((name) =>
        name.startsWith(`${drawer}/`) ? [name.slice(drawer.length + 1)] : [],
      ),
    prepare: async () => undefined,
  };
}
