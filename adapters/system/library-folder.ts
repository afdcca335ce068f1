import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryFile, LibraryFolder } from '../../src/ports/files.ts';
import { watchFolders } from './watch-folders.ts';

/** Hidden files, lock files of Word and WPS, halves of downloads and copies, what Windows leaves behind. */
const IGNORED =
  /^(?:[.~]|Thumbs\.db$|desktop\.ini$)|~$|\.(?:tmp|temp|part|partial|crdownload|download|swp|bak)$/i;

interface Found {
  readonly path: string;
  readonly stats: Stats;
}

/** The files directly in these folders; where two have the same name, the earlier folder's counts. */
export function createLibraryFolder(folders: readonly string[]): LibraryFolder {
  const list = async (): Promise<readonly LibraryFile[]> => {
    const found = await findFiles(folders);
    return [...found]
      .map(([name, { stats }]) => ({ name, size: stats.size, stamp: stampOf(stats) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  };
  return {
    list,
    read: async (name) => {
      const file = (await findFiles(folders)).get(name);
      if (file === undefined)
        throw Object.assign(new Error(`no such library file: ${name}`), { code: 'ENOENT' });
      return readFile(file.path);
    },
    watch: (changed) =>
      watchFolders(folders, {
        changed,
        signature: async () => JSON.stringify(await list()),
      }),
  };
}

// The change time also moves when a file is replaced by one with an older date.
const stampOf = (stats: Stats): string => [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join('-');

async function findFiles(folders: readonly string[]): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const folder of folders) {
    const names = (await readdir(folder).catch(() => [])).filter(
      (name) => !IGNORED.test(name) && !found.has(name),
    );
    const entries = await Promise.all(names.map((name) => lookAt(join(folder, name))));
    entries.forEach((entry, at) => {
      if (entry !== null) found.set(names[at] as string, entry);
    });
  }
  return found;
}

/** Null for folders, sockets and files that vanished meanwhile. */
async function lookAt(path: string): Promise<Found | null> {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? { path, stats } : null;
}
