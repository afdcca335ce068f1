import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPages } from '../../../adapters/system/pages.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

test('a page is kept under its name, readable by its owner alone, and a newer one takes its place', async () => {
  const folder = join(aTempFolder(), 'one-page');
  const pages = createPages(folder);
  await pages.keep('abc', '<p>一</p>');
  const { id, bytes } = await pages.keep('abc', '<p>二二</p>');
  expect(id).toBe('one-page/abc.html');
  expect(bytes).toBe(Buffer.byteLength('<p>二二</p>'));
  expect(String(await pages.read(id))).toBe('<p>二二</p>');
  expect(pages.pathOf(id)).toBe(join(folder, 'abc.html'));
  expect((await stat(join(folder, 'abc.html'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['abc.html']);
  await pages.remove('abc');
  await pages.remove('abc');
  expect(await pages.read(id)).toBeNull();
});

test.for(['one-page/../records/x.html', 'one-page/.html', '../x', 'photo-1'])(
  '%s is no page of ours',
  async (id) => {
    const pages = createPages(aTempFolder());
    expect(pages.pathOf(id)).toBeNull();
    expect(await pages.read(id)).toBeNull();
  },
);

test('a name that is none is refused', async () => {
  await expect(createPages(aTempFolder()).keep('../x', '')).rejects.toThrow(TypeError);
});
