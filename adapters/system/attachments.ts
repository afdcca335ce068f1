import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachments } from '../../src/ports/attachments.ts';
import { writeSafely } from './safe-file.ts';

// An id that comes back is checked: it becomes part of a path.
const ID = /^[0-9a-f]{64}$/;

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
      if ((await read(id)) === null) await writeSafely(join(folder, id), bytes);
      return id;
    },
    get: async (id) => (ID.test(id) ? read(id) : null),
  };
}
