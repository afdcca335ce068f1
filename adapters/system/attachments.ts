import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachments } from '../../src/ports/attachments.ts';
import { writeSafely } from './safe-file.ts';

// An id that comes back is checked: it becomes part of a path.
const ID = /^[0-9a-f]{64}$/;

/** Half written when the process ended. */
const isLeftOver = (name: string): boolean => /^\..*\.tmp$/.test(name);

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Keeps files in a folder under the fingerprints of their contents; names that people gave are never paths. */
export function createAttachments(folder: string): Attachments {
  const read = async (id: string): Promise<Uint8Array | null> => {
    try {
      return await readFile(join(folder, id));
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  };
  return {
    put: async (bytes) => {
      const id = createHash('sha256').update(bytes).digest('hex');
      const path = join(folder, id);
      // Whoever sends it again needs it from now on.
      if ((await read(id)) === null) await writeSafely(path, bytes);
      else await utimes(path, new Date(), new Date());
      return id;
    },
    get: async (id) => (ID.test(id) ? read(id) : null),
    sweep: async (isNeeded, before) => {
      const names = await readdir(folder).catch(() => []);
      let count = 0;
      for (const name of names.filter((one) => (ID.test(one) || isLeftOver(one)) && !isNeeded(one))) {
        const path = join(folder, name);
        const stats = await stat(path).catch(() => null);
        if (stats === null || stats.mtimeMs >= before) continue;
        await rm(path, { force: true });
        count += 1;
      }
      return count;
    },
  };
}
