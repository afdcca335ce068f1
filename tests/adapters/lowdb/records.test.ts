import type { Instant } from '../../../src/domain/time.ts';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, machineDisk } from '../../../adapters/lowdb/disk.ts';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import type { Records } from '../../../src/ports/records.ts';
import { aDelivery, describeRecordsContract, NOTE, put } from '../../contracts/records.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

interface Opened {
  readonly records: Records;
  readonly damaged: string[];
  readonly newer: string[];
}

async function openAt(
  folder: string | null,
  options: { readonly readOnly?: boolean; readonly disk?: Disk } = {},
): Promise<Opened> {
  const damaged: string[] = [];
  const newer: string[] = [];
  const records = await openRecords({
    folder,
    kinds: [NOTE],
    onDamaged: (where) => damaged.push(where),
    onNewer: (record) => newer.push(record),
    ...options,
  });
  return { records, damaged, newer };
}

describeRecordsContract('lowdb in files', async () => {
  const folder = join(aTempFolder(), 'records');
  const { records } = await openAt(folder);
  return { records, reopen: async () => (await openAt(folder)).records };
});

describeRecordsContract('lowdb in memory', async () => ({
  records: (await openAt(null)).records,
  reopen: null,
}));

/** A folder with one record and the path of its file. */
async function aRecord(text = '甲') {
  const folder = join(aTempFolder(), 'records');
  const { records } = await openAt(folder);
  await put(records, 'a', { text, tags: ['open'] });
  const [file = ''] = readdirSync(join(folder, 'note'));
  return { folder, records, path: join(folder, 'note', file) };
}

describe('the files of records', () => {
  test('are readable by their owner alone, and hold the id though the name does not', async () => {
    const { folder, path } = await aRecord();
    for (const one of [folder, join(folder, 'note'), join(folder, 'damaged')])
      expect(statSync(one).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(path).toMatch(/\/[0-9a-f]{32}\.json$/);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      kind: 'note',
      version: 2,
      id: 'a',
      data: { text: '甲', tags: ['open'] },
      outbox: [],
    });
  });

  test.for([
    ['cut in half', (path: string) => truncateSync(path, 20)],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['full of zeros', (path: string) => writeFileSync(path, Buffer.alloc(500))],
    ['something else', (path: string) => writeFileSync(path, '{"some":"thing"}')],
    [
      'of another kind',
      (path: string) => writeFileSync(path, '{"kind":"x","version":1,"id":"a","data":{},"outbox":[]}'),
    ],
  ] as const)('a file that is %s is set aside and reported, the others go on', async ([, damage]) => {
    const { folder, records, path } = await aRecord();
    await put(records, 'b', { tags: ['open'] });
    damage(path);
    const again = await openAt(folder);
    expect(again.damaged).toHaveLength(1);
    expect(statSync(again.damaged[0] as string).isFile()).toBe(true);
    expect(await again.records.find(NOTE, 'open')).toEqual(['b']);
    expect(await put(again.records, 'a', { text: '新' })).toBe(true);
    damage(path);
    expect(await (await openAt(folder)).records.read(NOTE, 'a')).toBeNull();
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(2);
  });

  test('that hold nothing their kind can make sense of are set aside at the start', async () => {
    const { folder, records, path } = await aRecord();
    await put(records, 'b', { tags: ['open'] });
    writeFileSync(path, '{"kind":"note","version":2,"id":"a","data":null,"outbox":[]}');
    const seen = await openAt(folder, { readOnly: true });
    expect([seen.damaged.length, statSync(path).isFile()]).toEqual([1, true]);
    const again = await openAt(folder);
    expect(again.damaged).toHaveLength(1);
    expect(await again.records.find(NOTE, 'open')).toEqual(['b']);
    expect(await again.records.read(NOTE, 'a')).toBeNull();
  });

  test('of an older version are migrated when read, and written in today’s shape when changed', async () => {
    const { folder, path } = await aRecord();
    writeFileSync(path, '{"kind":"note","version":1,"id":"a","data":{"words":"旧"},"outbox":[]}');
    const { records } = await openAt(folder);
    expect(await records.read(NOTE, 'a')).toEqual({ text: '旧', tags: [] });
    await records.update(NOTE, 'a', (before) => before && { data: { ...before, tags: ['x'] } });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      version: 2,
      data: { text: '旧', tags: ['x'] },
    });
  });

  test('of an older version keep their shape when only a delivery moves', async () => {
    const { folder, path } = await aRecord();
    const delivery = {
      ...aDelivery('1'),
      number: 7,
      state: { kind: 'waiting', tries: 0, after: 0, unsureSince: null },
    };
    writeFileSync(
      path,
      JSON.stringify({ kind: 'note', version: 1, id: 'a', data: { words: '旧' }, outbox: [delivery] }),
    );
    const { records } = await openAt(folder);
    const next = await records.nextTo('console:我', 9e15 as Instant);
    if (next) await records.settle(next, { kind: 'sent' });
    expect(await records.read(NOTE, 'a')).toEqual({ text: '旧', tags: [] });
  });

  test('of a newer program are reported and left alone', async () => {
    const { folder, path } = await aRecord();
    const text = '{"kind":"note","version":3,"id":"a","data":{"future":1},"outbox":[]}';
    writeFileSync(path, text);
    const { records, newer } = await openAt(folder);
    expect(newer).toEqual(['note/a']);
    await expect(records.read(NOTE, 'a')).rejects.toMatchObject({ code: 'newer' });
    await expect(put(records, 'a')).rejects.toMatchObject({ code: 'newer' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('that cannot be read stop the start with a code', async () => {
    const { folder, path } = await aRecord();
    const disk: Disk = {
      ...machineDisk,
      read: (one) => (one === path ? Promise.reject(systemError('EIO')) : machineDisk.read(one)),
    };
    await expect(openAt(folder, { disk })).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('left half written by a crash are removed at the next start', async () => {
    const { folder } = await aRecord();
    writeFileSync(join(folder, 'note', '.x.json.tmp'), '{"half');
    const { records, damaged } = await openAt(folder);
    expect(damaged).toEqual([]);
    expect(readdirSync(join(folder, 'note'))).toHaveLength(1);
    expect(await records.find(NOTE, 'open')).toEqual(['a']);
  });

  test('are only read where they are opened for reading', async () => {
    const { folder, path } = await aRecord();
    const before = readdirSync(folder, { recursive: true });
    truncateSync(path, 3);
    const { records, damaged } = await openAt(folder, { readOnly: true });
    expect(damaged).toHaveLength(1);
    expect(await records.read(NOTE, 'a')).toBeNull();
    await expect(put(records, 'a')).rejects.toMatchObject({ code: 'read-only' });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('need no folder to be opened for reading', async () => {
    const folder = join(aTempFolder(), 'never');
    const { records } = await openAt(folder, { readOnly: true });
    expect(await records.find(NOTE, 'open')).toEqual([]);
  });
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe('a disk that fails', () => {
  const STEPS = ['create', 'writeFile', 'sync', 'rename', 'syncFolder'] as const;

  /** A disk on which one step fails while `fails` is set. */
  function aFailingDisk(step: (typeof STEPS)[number], code: string) {
    const state = { fails: false };
    const check = async (name: string): Promise<void> => {
      if (state.fails && name === step) throw systemError(code);
    };
    const disk: Disk = {
      ...machineDisk,
      create: async (path) => {
        await check('create');
        const file = await machineDisk.create(path);
        return {
          writeFile: async (text) => {
            await check('writeFile');
            await file.writeFile(text);
          },
          sync: async () => {
            await check('sync');
            await file.sync();
          },
          close: file.close,
        };
      },
      rename: async (from, to) => {
        await check('rename');
        await machineDisk.rename(from, to);
      },
      syncFolder: async (folder) => {
        await check('syncFolder');
        await machineDisk.syncFolder(folder);
      },
    };
    return { disk, state };
  }

  test.for(STEPS)('at %s refuses the change, and keys still tell what is on disk', async (step) => {
    const folder = join(aTempFolder(), 'records');
    const { disk, state } = aFailingDisk(step, 'ENOSPC');
    const { records } = await openAt(folder, { disk });
    await put(records, 'a', { tags: ['old'] });
    state.fails = true;
    await expect(put(records, 'a', { tags: ['new'] })).rejects.toMatchObject({ code: 'disk-full' });
    const tags = (await records.read(NOTE, 'a'))?.tags ?? [];
    expect(tags).toEqual([step === 'syncFolder' ? 'new' : 'old']);
    expect(await records.find(NOTE, tags[0] as string)).toEqual(['a']);
    state.fails = false;
    await put(records, 'a', { tags: ['newer'] });
    expect(await records.find(NOTE, 'newer')).toEqual(['a']);
    expect(await records.find(NOTE, tags[0] as string)).toEqual([]);
  });

  test('for another reason is told by another code', async () => {
    const { disk, state } = aFailingDisk('sync', 'EIO');
    const { records } = await openAt(join(aTempFolder(), 'records'), { disk });
    state.fails = true;
    await expect(put(records, 'a')).rejects.toMatchObject({ code: 'unwritable' });
  });

  test('a folder that cannot be made stops the start', async () => {
    const folder = join(aTempFolder(), 'records');
    writeFileSync(folder, 'a file where the folder should be');
    await expect(openAt(folder)).rejects.toMatchObject({ code: 'unwritable' });
  });
});
