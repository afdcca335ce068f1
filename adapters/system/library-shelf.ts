import { basename, join } from 'node:path';
import type { LibraryShelf } from '../../src/ports/files.ts';
import { writeSafely } from './safe-file.ts';

/** Writes documents into a folder of the library. */
export const createLibraryShelf = (folder: string): LibraryShelf => ({
  add: async (name, bytes) => {
    if (name !== basename(name) || name.startsWith('.')) throw new RangeError(`no file name: ${name}`);
    await writeSafely(join(folder, name), bytes);
  },
});
