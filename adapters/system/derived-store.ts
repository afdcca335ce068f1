import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DerivedStore } from '../../src/ports/files.ts';
import type { Log } from '../../src/ports/log.ts';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const TEMPORARY = /^\..*\.tmp$/;

/**
 * Rebuildable files in one folder, readable by their owner alone. A file is written beside its place and renamed, so
 * that a reader sees all of it or nothing. A disk that is full or read-only is logged and otherwise without effect:
 * what is not kept is made again.
 */
export function createDerivedStore(folder: string, log: Log): DerivedStore {
  let written = 0;
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new TypeError(`not a key of derived files: ${key.slice(0, 50)}`);
    return join(folder, key);
  };
  return {
    get: async (key) => {
      const path = pathOf(key);
      return readFile(path).catch(() => null);
    },
    put: async (key, bytes) => {
      const path = pathOf(key);
      written += 1;
      const temporary = join(folder, `.${key}.${process.pid}.${written}.tmp`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' });
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        log.warn('derived-not-written', { key, error });
      }
    },
    keepOnly: async (keys) => {
      const kept = new Set(keys);
      const found = await readdir(folder).catch(() => []);
      const doomed = found.filter((name) => (KEY.test(name) && !kept.has(name)) || isLeftOver(name));
      await Promise.all(doomed.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
    },
  };
}

// A temporary file of this very process may be on its way; those of others are left by a crash.
const isLeftOver = (name: string): boolean => TEMPORARY.test(name) && !name.includes(`.${process.pid}.`);
