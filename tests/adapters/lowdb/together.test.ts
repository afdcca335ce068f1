import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Disk, machineDisk } from '../../../adapters/lowdb/disk.ts';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { createRecentlyUsed } from '../../../adapters/lowdb/recently-used.ts';
import { shareSyncs } from '../../../adapters/lowdb/shared-sync.ts';
import { aDelivery, NOTE, put } from '../../contracts/records.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

/** Records on a disk that counts what is done on it, and may be full. */
async function aCountedStore() {
  const state = { isFull: false, created: 0, read: 0, synced: 0 };
  const disk: Disk = {
    ...machineDisk,
    create: (path) => {
      state.created += 1;
      if (state.isFull) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      return machineDisk.create(path);
    },
    read: (path) => {
      state.read += 1;
      return machineDisk.read(path);
    },
    syncFolder: (folder) => {
      state.synced += 1;
      return machineDisk.syncFolder(folder);
    },
  };
  const records = await openRecords({
    folder: join(aTempFolder(), 'records'),
    kinds: [NOTE],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
    disk,
  });
  return { records, state };
}

const add = (tag: string) => (before: { readonly tags: readonly string[] } | null) => {
  const tags = before?.tags ?? [];
  return tags.includes(tag) ? null : { data: { text: '', tags: [...tags, tag] } };
};

test('changes of one record that wait for each other are saved together', async () => {
  const { records, state } = await aCountedStore();
  const tags = ['1', '2', '3', '4', '5'];
  expect(await Promise.all(tags.map((tag) => records.update(NOTE, 'a', add(tag))))).toEqual(
    tags.map(() => true),
  );
  expect(state.created).toBe(1);
  expect((await records.read(NOTE, 'a'))?.tags).toEqual(tags);
});

test('a delivery is marked as sent in the same save as what is noted about it', async () => {
  const { records, state } = await aCountedStore();
  await records.update(NOTE, 'a', () => ({ data: { text: '', tags: [] }, deliveries: [aDelivery('1')] }));
  const pending = await records.nextTo('console:我', aDelivery('1').createdAt);
  const before = state.created;
  if (pending)
    await Promise.all([records.settle(pending, { kind: 'sent' }), records.update(NOTE, 'a', add('x'))]);
  expect(state.created - before).toBe(1);
  expect(await records.outbox(NOTE, 'a')).toEqual([]);
  expect((await records.read(NOTE, 'a'))?.tags).toEqual(['x']);
});

test('who changes nothing since somebody else did is told when that could not be saved', async () => {
  const { records, state } = await aCountedStore();
  await put(records, 'a');
  state.isFull = true;
  const [first, second] = await Promise.allSettled([
    records.update(NOTE, 'a', add('x')),
    records.update(NOTE, 'a', add('x')),
  ]);
  expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
  state.isFull = false;
  expect((await records.read(NOTE, 'a'))?.tags).toEqual([]);
  expect(await records.update(NOTE, 'a', add('x'))).toBe(true);
});

test('a record in use is read once, and after a failure again', async () => {
  const { records, state } = await aCountedStore();
  await put(records, 'a');
  const before = state.read;
  for (const tag of ['1', '2', '3']) await records.update(NOTE, 'a', add(tag));
  await records.read(NOTE, 'a');
  expect(state.read).toBe(before);
  state.isFull = true;
  await expect(records.update(NOTE, 'a', add('4'))).rejects.toThrow('disk-full');
  expect(state.read).toBeGreaterThan(before);
  expect((await records.read(NOTE, 'a'))?.tags).toEqual(['1', '2', '3']);
});

test('a look at what is to be sent, while the record is saved, does not bring back what was', async () => {
  const folder = join(aTempFolder(), 'records');
  let isWatched = false;
  let begun = (): void => undefined;
  const writing = new Promise<void>((resolve) => (begun = resolve));
  const slowly: Disk = {
    ...machineDisk,
    create: (path) => {
      if (isWatched) begun();
      return machineDisk.create(path);
    },
    read: async (path) => {
      const text = await machineDisk.read(path);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return text;
    },
  };
  const records = await openRecords({
    folder,
    kinds: [NOTE],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
    disk: slowly,
  });
  const { createdAt } = aDelivery('1');
  await records.update(NOTE, 'a', () => ({ data: { text: '', tags: [] }, deliveries: [aDelivery('1')] }));
  isWatched = true;
  const saving = records.update(NOTE, 'a', add('1'));
  await writing;
  const looking = records.nextTo('console:我', createdAt);
  await Promise.all([saving, looking]);
  await records.update(NOTE, 'a', add('2'));
  expect((await records.read(NOTE, 'a'))?.tags).toEqual(['1', '2']);
  expect((await looking)?.delivery.id).toBe('1');
});

test('many records saved at once share the syncs of their folder', async () => {
  const { records, state } = await aCountedStore();
  const before = state.synced;
  await Promise.all(Array.from({ length: 40 }, (_, at) => put(records, String(at))));
  expect(state.synced - before).toBeLessThan(40);
  expect(await records.ids(NOTE)).toHaveLength(40);
});

test('a folder is synced after the last of those who wait has written, also after a sync that failed', async () => {
  const begun: ((error?: Error) => void)[] = [];
  const sync = shareSyncs(
    () =>
      new Promise((resolve, reject) => {
        begun.push((error) => (error ? reject(error) : resolve()));
      }),
  );
  const first = sync('f');
  const others = [sync('f'), sync('f')];
  expect(begun).toHaveLength(1);
  begun[0]?.(new Error('EIO'));
  await expect(first).rejects.toThrow('EIO');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.();
  await Promise.all(others);
  expect(begun).toHaveLength(2);
});

test('what was used last is held, up to a weight', () => {
  const held = createRecentlyUsed<string>(10);
  held.set('a', 'A', 4);
  held.set('b', 'B', 4);
  expect(held.get('a')).toBe('A');
  held.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map(held.get)).toEqual(['A', undefined, 'C']);
  held.set('a', 'A again', 11);
  expect(['a', 'c'].map(held.get)).toEqual([undefined, undefined]);
  held.set('d', 'D', 10);
  held.delete('d');
  held.set('e', 'E', 10);
  expect(['d', 'e'].map(held.get)).toEqual([undefined, 'E']);
});
