import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Disk, machineDisk } from '../../../adapters/lowdb/disk.ts';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { NOTE, put } from '../../contracts/records.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const NOW = 100 as Instant;
const OVER = { month: '2026-10', from: NOW };

/** Opens the records and tells which files were read. */
async function openAt(folder: string, readOnly = false) {
  const damaged: string[] = [];
  const read: string[] = [];
  const disk: Disk = {
    ...machineDisk,
    read: (path) => {
      read.push(path.slice(folder.length + 1));
      return machineDisk.read(path);
    },
  };
  const records = await openRecords({
    folder,
    kinds: [NOTE],
    readOnly,
    onDamaged: (where) => damaged.push(where),
    onNewer: () => undefined,
    disk,
  });
  return { records, damaged, read };
}

/** A folder with one live and one archived record, and the path of the archived one. */
async function anArchive() {
  const folder = join(aTempFolder(), 'records');
  const { records } = await openAt(folder);
  await put(records, 'live', { text: '在' });
  await put(records, 'a', { text: '旧', over: OVER });
  await records.archive(NOTE, NOW);
  const month = join(folder, 'archive/2026-10');
  const [name = ''] = readdirSync(month);
  return { folder, records, path: join(month, name), name };
}

test('archived records lie under their month, are their owner’s alone, and are not read at start', async () => {
  const { folder, path, name } = await anArchive();
  expect(name).toMatch(/^note-[0-9a-f]{32}\.json$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  for (const one of ['archive', 'archive/2026-10'])
    expect(statSync(join(folder, one)).mode & 0o777).toBe(0o700);
  const { records, read } = await openAt(folder);
  expect(read).toHaveLength(1);
  expect(read[0]).toMatch(/^note\//);
  expect(await records.read(NOTE, 'a')).toMatchObject({ text: '旧' });
  expect(read.at(-1)).toBe(`archive/2026-10/${name}`);
});

test('a damaged archived file is set aside and reported, and only named by who may not write', async () => {
  const { folder, path, name } = await anArchive();
  truncateSync(path, 20);
  const reader = await openAt(folder, true);
  expect(await reader.records.read(NOTE, 'a')).toBeNull();
  expect(new Set(reader.damaged)).toEqual(new Set([`archive/2026-10/${name}`]));
  const writer = await openAt(folder);
  expect(await writer.records.read(NOTE, 'a')).toBeNull();
  expect(readdirSync(join(folder, 'damaged'))).toEqual([`archive-2026-10-1-${name}`]);
  expect(await put(writer.records, 'a', { text: '新' })).toBe(true);
});

test('of two equal copies that a crash left the live one stays', async () => {
  const { folder, path, name } = await anArchive();
  const before = readFileSync(path, 'utf8');
  copyFileSync(path, join(folder, 'note', name.replace('note-', '')));
  const { records } = await openAt(folder);
  expect(readdirSync(join(folder, 'archive/2026-10'))).toEqual([]);
  expect(await records.ids(NOTE)).toContain('a');
  expect(readFileSync(join(folder, 'note', name.replace('note-', '')), 'utf8')).toBe(before);
});

test('who only reads finds what another process archives, or takes back, meanwhile', async () => {
  const folder = join(aTempFolder(), 'records');
  const { records } = await openAt(folder);
  await put(records, 'a', { text: '旧', over: OVER });
  const reader = await openAt(folder, true);
  await records.archive(NOTE, NOW);
  expect(await reader.records.read(NOTE, 'a')).toMatchObject({ text: '旧' });
  await put(records, 'a', { text: '新' });
  expect(await reader.records.read(NOTE, 'a')).toMatchObject({ text: '新' });
  await expect(put(reader.records, 'a')).rejects.toMatchObject({ code: 'read-only' });
});

test('what is no month is refused, and the record stays where it is', async () => {
  const { records } = await anArchive();
  await put(records, 'b', { text: '乙', over: { month: '../x', from: NOW } });
  await expect(records.archive(NOTE, NOW)).rejects.toMatchObject({ code: 'unwritable' });
  expect(await records.ids(NOTE)).toContain('b');
});
