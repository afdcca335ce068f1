import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAttachments } from '../../../adapters/system/attachments.ts';
import { createLibraryFolder } from '../../../adapters/system/library-folder.ts';
import { createLibraryShelf } from '../../../adapters/system/library-shelf.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('attachments', () => {
  test('come back as they were, for the owner of the machine alone', async () => {
    const folder = join(aTempFolder(), 'attachments');
    const kept = createAttachments(folder);
    const id = await kept.put(bytes('合同'));
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(new TextDecoder().decode((await kept.get(id)) ?? undefined)).toBe('合同');
    expect(readdirSync(folder)).toEqual([id]);
    expect(statSync(join(folder, id)).mode & 0o777).toBe(0o600);
  });

  test('are kept once, also when two come at the same moment', async () => {
    const folder = aTempFolder();
    const kept = createAttachments(folder);
    const ids = await Promise.all([1, 2, 3].map(() => kept.put(bytes('合同'))));
    expect(new Set(ids).size).toBe(1);
    expect(readdirSync(folder)).toEqual([ids[0]]);
  });

  test.for(['../secret', 'a'.repeat(64), '', 'A'.repeat(64)])('nothing is found under 「%s」', async (id) => {
    const folder = join(aTempFolder(), 'attachments');
    mkdirSync(folder);
    writeFileSync(join(folder, '..', 'secret'), 'x');
    expect(await createAttachments(folder).get(id)).toBeNull();
  });

  test('that nobody needs go, once they have lain there for a while', async () => {
    const folder = aTempFolder();
    const kept = createAttachments(folder);
    const [needed = '', old = '', again = '', fresh = ''] = await Promise.all(
      ['合同', '旧', '又发', '新'].map((text) => kept.put(bytes(text))),
    );
    const hour = Date.now() / 1000 - 3600;
    for (const id of [needed, old, again]) utimesSync(join(folder, id), hour, hour);
    writeFileSync(join(folder, '.left.tmp'), 'x');
    utimesSync(join(folder, '.left.tmp'), hour, hour);
    writeFileSync(join(folder, 'README'), 'somebody put it there');
    utimesSync(join(folder, 'README'), hour, hour);
    // Sent again: it is needed from now on.
    await kept.put(bytes('又发'));
    const before = (Date.now() - 1_800_000) as Instant;
    expect(await kept.sweep((id) => id === needed, before)).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual([needed, again, fresh, 'README'].toSorted());
  });

  test('of a folder that is not there yet are none', async () => {
    const kept = createAttachments(join(aTempFolder(), 'none'));
    expect(await kept.sweep(() => false, Date.now() as Instant)).toBe(0);
  });

  test('that cannot be read are an error, not nothing', async () => {
    const folder = aTempFolder();
    const id = 'b'.repeat(64);
    mkdirSync(join(folder, id));
    await expect(createAttachments(folder).get(id)).rejects.toThrow('EISDIR');
  });
});

describe('the shelf of the library', () => {
  test('shows what is added, and nothing besides', async () => {
    const folder = join(aTempFolder(), 'library');
    const shelf = createLibraryShelf(folder);
    await shelf.add('0123.txt', bytes('一'));
    await shelf.add('0123.txt', bytes('二'));
    const library = createLibraryFolder([folder]);
    expect((await library.list()).map(({ name }) => name)).toEqual(['0123.txt']);
    expect(new TextDecoder().decode(await library.read('0123.txt'))).toBe('二');
    expect(readdirSync(folder)).toEqual(['0123.txt']);
  });

  test.for(['../a.txt', 'a/b.txt', '.hidden'])('「%s」 is no name', async (name) => {
    await expect(createLibraryShelf(aTempFolder()).add(name, bytes('x'))).rejects.toThrow(RangeError);
  });
});
