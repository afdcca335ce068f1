import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Heads } from '../../src/domain/heads.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { HeadBook } from '../../src/ports/heads.ts';

const FILE = /^(\d{4}-\d{2}-\d{2})\.json$/;

const sealOf = (records: unknown): string =>
  createHash('sha256').update(JSON.stringify(records)).digest('hex');

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `{"day","records":{"kind/id":{"hash","length"}},"seal"}` a day; the seal is the hash of the records as they stand there. */
export function createHeadBook(folder: string): HeadBook {
  const pathOf = (day: LocalDate): string => join(folder, `${day}.json`);
  return {
    days: async () => {
      const names = await readdir(folder).catch(() => []);
      // The names of the files are days that this program gave.
      return names.flatMap((name) => (FILE.exec(name)?.[1] ?? []) as LocalDate | []).toSorted();
    },
    read: async (day) => {
      try {
        const { records, seal } = JSON.parse(await readFile(pathOf(day), 'utf8')) as {
          readonly records: Heads;
          readonly seal: string;
        };
        return seal === sealOf(records) ? records : null;
      } catch {
        return null;
      }
    },
    write: async (day, records) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = join(folder, `.${day}.json.tmp`);
      // Left by a write that failed.
      await rm(temporary, { force: true });
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify({ day, records, seal: sealOf(records) }));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, pathOf(day));
      await sync(folder);
      await sync(dirname(folder));
    },
    remove: (day) => rm(pathOf(day), { force: true }),
  };
}
