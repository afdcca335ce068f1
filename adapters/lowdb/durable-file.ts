import { dirname, basename, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { type Disk, isAbsent, isPresent } from './disk.ts';

const TEMPORARY = '.tmp';

/** A file that a crash left half written beside its place; nobody was told that it was saved. */
export const isTemporary = (name: string): boolean => name.endsWith(TEMPORARY);

/**
 * One text file as lowdb's adapter, so that after `write` has resolved the new text, and before that the old or the
 * new one, is there whatever happens to the process or the power: temporary file, fsync, rename, fsync of the folder.
 */
export function createDurableFile(path: string, disk: Disk): Adapter<string> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}${TEMPORARY}`);
  return {
    read: async () => {
      try {
        return await disk.read(path);
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    write: async (text) => {
      const file = await disk.create(temporary).catch(async (error: unknown) => {
        if (!isPresent(error)) throw error;
        // Left by a write that failed.
        await disk.remove(temporary);
        return disk.create(temporary);
      });
      try {
        await file.writeFile(text);
        await file.sync();
      } catch (error) {
        await file.close();
        throw error;
      }
      // What is synced can be given its name before it is closed.
      await Promise.all([file.close(), disk.rename(temporary, path)]);
      await disk.syncFolder(folder);
    },
  };
}
