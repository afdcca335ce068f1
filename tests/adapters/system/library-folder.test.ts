import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLibraryFolder } from '../../../adapters/system/library-folder.ts';
import { watchFolders } from '../../../adapters/system/watch-folders.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

function aLibrary() {
  const root = aTempFolder();
  const added = join(root, 'data', 'library');
  const seeds = join(root, 'seeds', 'policies');
  mkdirSync(seeds, { recursive: true });
  return { added, seeds, library: createLibraryFolder([added, seeds]) };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the folders of policy files', () => {
  test('are listed by name with sizes, an absent one counts as empty', async () => {
    const { seeds, library } = aLibrary();
    writeFileSync(join(seeds, 'b.txt'), '乙');
    writeFileSync(join(seeds, 'a.txt'), '');
    expect((await library.list()).map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', 0],
      ['b.txt', 3],
    ]);
  });

  test('a document added at run time stands before a versioned one of the same name', async () => {
    const { added, seeds, library } = aLibrary();
    mkdirSync(added, { recursive: true });
    writeFileSync(join(seeds, 'a.txt'), 'old');
    writeFileSync(join(added, 'a.txt'), 'newer');
    expect(await library.list()).toMatchObject([{ name: 'a.txt', size: 5 }]);
    expect(text(await library.read('a.txt'))).toBe('newer');
  });

  test.for([
    '.hidden',
    '~$通知.docx',
    '.~lock.a.docx#',
    'a.txt~',
    'a.pdf.crdownload',
    'a.part',
    'x.tmp',
    'Thumbs.db',
  ])('%s is no document', async (name) => {
    const { seeds, library } = aLibrary();
    writeFileSync(join(seeds, name), 'x');
    expect(await library.list()).toEqual([]);
  });

  test('a folder in the folder is no document', async () => {
    const { seeds, library } = aLibrary();
    mkdirSync(join(seeds, 'older.txt'));
    expect(await library.list()).toEqual([]);
  });

  test('a name that leads out of the folder is not found', async () => {
    const { library } = aLibrary();
    await expect(library.read('../../secret')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('the stamp changes when the content does, even at the same size and date', async () => {
    const { seeds, library } = aLibrary();
    const path = join(seeds, 'a.txt');
    writeFileSync(path, 'one');
    utimesSync(path, 1, 1);
    const before = (await library.list())[0]?.stamp;
    writeFileSync(`${path}.tmp`, 'two');
    utimesSync(`${path}.tmp`, 1, 1);
    renameSync(`${path}.tmp`, path);
    expect((await library.list())[0]?.stamp).not.toBe(before);
  });
});

describe('watching', () => {
  function watching(folders: readonly string[], pollMs: number) {
    const library = createLibraryFolder(folders);
    let calls = 0;
    const signature = async (): Promise<string> => JSON.stringify(await library.list());
    const end = watchFolders(folders, { changed: () => (calls += 1), signature, quietMs: 20, pollMs });
    onTestFinished(end);
    return { calls: () => calls, end };
  }

  test('tells once of a file that is written in many pieces, and of its removal', async () => {
    const { seeds } = aLibrary();
    const { calls } = watching([seeds], 60_000);
    await pause(50);
    for (let at = 0; at < 5; at += 1) writeFileSync(join(seeds, 'a.txt'), 'x'.repeat(at));
    await expect.poll(calls).toBe(1);
    rmSync(join(seeds, 'a.txt'));
    await expect.poll(calls).toBe(2);
  });

  test('says nothing of hidden and temporary files', async () => {
    const { seeds } = aLibrary();
    const { calls } = watching([seeds], 60_000);
    await pause(50);
    writeFileSync(join(seeds, '.a.swp'), 'x');
    await pause(150);
    expect(calls()).toBe(0);
  });

  test('notices a folder that appears later', async () => {
    const { added, seeds } = aLibrary();
    const { calls } = watching([added, seeds], 40);
    await pause(50);
    mkdirSync(added, { recursive: true });
    writeFileSync(join(added, 'a.txt'), 'x');
    await expect.poll(calls).toBeGreaterThan(0);
  });

  test('says nothing after it was ended', async () => {
    const { seeds } = aLibrary();
    const { calls, end } = watching([seeds], 40);
    await pause(50);
    end();
    writeFileSync(join(seeds, 'a.txt'), 'x');
    await pause(150);
    expect(calls()).toBe(0);
  });
});
