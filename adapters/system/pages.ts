import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pages } from '../../src/ports/pages.ts';

const ID = /^one-page\/([A-Za-z0-9-]{1,100}\.(?:html|ics))$/;

/** Pages in one folder, `<name>.html` or `<name>.ics`, readable by their owner alone. Throws what the disk throws. */
export function createPages(folder: string): Pages {
  let written = 0;
  const fileOf = (id: string): string | null => {
    const name = ID.exec(id)?.[1];
    return name === undefined ? null : join(folder, name);
  };
  const idOf = (name: string): string => `one-page/${name.endsWith('.ics') ? name : `${name}.html`}`;
  const known = (name: string): string => {
    const path = fileOf(idOf(name));
    if (path === null) throw new TypeError(`not a name of a page: ${name.slice(0, 50)}`);
    return path;
  };
  return {
    keep: async (name, html) => {
      const path = known(name);
      written += 1;
      const temporary = join(folder, `.${name}.${process.pid}.${written}.tmp`);
      const bytes = Buffer.from(html);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' });
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return { id: idOf(name), bytes: bytes.length };
    },
    read: async (id) => {
      const path = fileOf(id);
      return path === null ? null : readFile(path).catch(() => null);
    },
    pathOf: fileOf,
    remove: (name) => rm(known(name), { force: true }),
  };
}
