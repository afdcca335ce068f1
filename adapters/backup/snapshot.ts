import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from '../../src/ports/backup.ts';
import type { TarFile } from './tar.ts';

/** Where a restore keeps what was there before. */
export const SET_ASIDE = 'before-restore-';
/** Where a restore unpacks. */
export const STAGING = '.restore-';

/** When and where the last backup was made. */
export const LAST_BACKUP = 'backup.json';

// The cache can be made again, the lock belongs to a process, the rest is what backup and restore work with.
const LEFT_OUT = /^(?:derived|lock|lost\+found|backup\.json|before-restore-.*|\..*)$/;
const TEMPORARY = /^\..*\.tmp$/;

/** Documents and attachments are never changed once they are there, so they need no quiet moment. */
const STEADY = /^(?:library|attachments)\//;

/** Looks at most so often for a moment in which nothing was written while everything was read. */
const MOST_PASSES = 50;

/** Paths below a folder with what changes whenever a file is replaced. */
async function listFiles(folder: string, below = ''): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const names = await readdir(join(folder, below)).catch(() => []);
  for (const name of names) {
    if (TEMPORARY.test(name) || (below === '' && LEFT_OUT.test(name))) continue;
    const path = below === '' ? name : `${below}/${name}`;
    const state = await stat(join(folder, path), { bigint: true }).catch(() => null);
    if (state?.isFile()) found.set(path, `${state.ino} ${state.ctimeNs} ${state.size}`);
    else if (state?.isDirectory()) {
      for (const [inner, stamp] of await listFiles(folder, path)) found.set(inner, stamp);
    }
  }
  return found;
}

/**
 * Everything in the data folder that cannot be made again, as it was at one instant: each record is replaced as a
 * whole, so where two listings around the reading agree, nothing was written in between.
 */
export async function* readSnapshot(folder: string): AsyncGenerator<TarFile> {
  const read = new Map<string, { readonly stamp: string; readonly bytes: Uint8Array }>();
  let listed = await listFiles(folder);
  let quiet = false;
  for (let pass = 0; !quiet; pass += 1) {
    if (pass === MOST_PASSES) throw new BackupError('busy');
    for (const [path, stamp] of listed) {
      if (STEADY.test(path) || read.get(path)?.stamp === stamp) continue;
      const bytes = await readFile(join(folder, path)).catch(() => null);
      if (bytes !== null) read.set(path, { stamp, bytes });
    }
    const after = await listFiles(folder);
    quiet = after.size === listed.size && [...after].every(([path, stamp]) => listed.get(path) === stamp);
    listed = after;
  }
  for (const path of [...listed.keys()].toSorted()) {
    const bytes = read.get(path)?.bytes ?? (await readFile(join(folder, path)).catch(() => null));
    if (bytes !== null) yield { name: path, bytes };
  }
}
