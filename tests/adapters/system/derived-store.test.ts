import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDerivedStore } from '../../../adapters/system/derived-store.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function aStore(folder = join(aTempFolder(), 'data', 'derived')) {
  const warned: string[] = [];
  const ignore = (): void => undefined;
  const store = createDerivedStore(folder, {
    info: ignore,
    warn: (code) => warned.push(code),
    error: ignore,
  });
  return { store, folder, warned };
}

test('what was put is got, and replaced by what is put later', async () => {
  const { store } = aStore();
  await store.put('library-1.json', bytes('one'));
  await store.put('library-1.json', bytes('two'));
  expect(new TextDecoder().decode((await store.get('library-1.json')) ?? undefined)).toBe('two');
});

test('what was never put is null, without the folder too', async () => {
  expect(await aStore().store.get('a')).toBeNull();
});

test('folder and files are readable by their owner alone', async () => {
  const { store, folder } = aStore();
  await store.put('a', bytes('x'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600);
});

test('keepOnly removes other files and what a crash left', async () => {
  const { store, folder } = aStore();
  await store.put('a', bytes('x'));
  await store.put('b', bytes('x'));
  writeFileSync(join(folder, '.a.1.1.tmp'), 'half');
  await store.keepOnly(['a', 'never-put']);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('keepOnly of a folder that does not exist does nothing', async () => {
  await expect(aStore().store.keepOnly([])).resolves.toBeUndefined();
});

test('two writers of one key leave one whole file', async () => {
  const { store, folder } = aStore();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => store.put('a', bytes(String(at % 10).repeat(10_000)))),
  );
  const kept = new TextDecoder().decode((await store.get('a')) ?? undefined);
  expect(kept).toMatch(/^(\d)\1{9999}$/);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a place that cannot be written is logged and otherwise without effect', async () => {
  const folder = join(aTempFolder(), 'derived');
  writeFileSync(folder, 'a file where the folder should be');
  const { store, warned } = aStore(folder);
  await store.put('a', bytes('x'));
  expect(warned).toEqual(['derived-not-written']);
  expect(await store.get('a')).toBeNull();
});

test('a folder in the place of a file is null', async () => {
  const { store, folder } = aStore();
  mkdirSync(join(folder, 'a'), { recursive: true });
  expect(await store.get('a')).toBeNull();
});

test.for(['../a', '', '.a', 'a/b', 'a\0', 'a'.repeat(300)])('%j is no key', async (key) => {
  const { store } = aStore();
  await expect(store.get(key)).rejects.toThrow(TypeError);
  await expect(store.put(key, bytes('x'))).rejects.toThrow(TypeError);
});
