import { dirname } from 'node:path';
import type { Disk } from '../../adapters/lowdb/disk.ts';

interface Inode {
  text: string;
  /** What a loss of power leaves of it. */
  synced: string;
}

/** What a disk does to its user at each step. */
export interface Fate {
  /** Called before and after every step; may never resolve (the process is dead) or throw (the disk is full). */
  readonly step: (name: string) => Promise<void>;
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk in memory that tells what is written from what is safe: the rest may be lost with the power. */
export function createPowerDisk() {
  let now = new Map<string, Inode>();
  let safe = new Map<string, Inode>();
  const folders = new Set<string>();

  const diskFor = ({ step }: Fate): Disk => {
    const around = async <Value>(name: string, work: () => Value): Promise<Value> => {
      await step(name);
      const value = work();
      await step(name);
      return value;
    };
    return {
      create: (path) =>
        around('create', () => {
          if (now.has(path)) throw systemError('EEXIST');
          const inode: Inode = { text: '', synced: '' };
          now.set(path, inode);
          return {
            writeFile: (text) => around('writeFile', () => void (inode.text = text)),
            sync: () => around('sync', () => void (inode.synced = inode.text)),
            close: async () => undefined,
          };
        }),
      read: async (path) => {
        const inode = now.get(path);
        if (!inode) throw systemError('ENOENT');
        return inode.text;
      },
      list: async (folder) => {
        if (!folders.has(folder)) throw systemError('ENOENT');
        return [...now.keys(), ...folders]
          .filter((path) => dirname(path) === folder)
          .map((path) => path.slice(folder.length + 1));
      },
      makeFolder: async (folder) => {
        for (let path = folder; !folders.has(path) && path !== dirname(path); path = dirname(path))
          folders.add(path);
      },
      rename: (from, to) =>
        around('rename', () => {
          const inode = now.get(from);
          if (!inode) throw systemError('ENOENT');
          now.delete(from);
          now.set(to, inode);
        }),
      remove: (path) => around('remove', () => void now.delete(path)),
      syncFolder: (folder) =>
        around('syncFolder', () => {
          for (const path of new Set([...now.keys(), ...safe.keys()])) {
            const inode = now.get(path);
            if (dirname(path) !== folder) continue;
            if (inode) safe.set(path, inode);
            else safe.delete(path);
          }
        }),
    };
  };
  return {
    diskFor,
    texts: (): readonly string[] => [...now.values()].map(({ text }) => text),
    paths: (): readonly string[] => [...now.keys()],
    /** The power goes: of what was not synced, `coin` says what had reached the disk by itself. */
    losePower: (coin: () => boolean): void => {
      const left = new Map<string, Inode>();
      for (const path of new Set([...now.keys(), ...safe.keys()])) {
        const inode = coin() ? now.get(path) : safe.get(path);
        if (inode) left.set(path, inode);
      }
      for (const inode of left.values()) {
        if (inode.synced !== inode.text)
          inode.text = coin() ? inode.synced : inode.text.slice(0, inode.text.length / 2);
        inode.synced = inode.text;
      }
      now = left;
      safe = new Map(left);
    },
  };
}
