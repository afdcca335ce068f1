import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import type { NewDelivery } from '../../src/domain/delivery/types.ts';
import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Kind, Records } from '../../src/ports/records.ts';

interface Note {
  readonly text: string;
  readonly tags: readonly string[];
  readonly due?: number;
  /** The month that it is archived under, from this instant on. */
  readonly over?: { readonly month: string; readonly from: number };
}

/** A kind for tests: found by its tags. */
export const NOTE: Kind<Note> = {
  name: 'note',
  version: 2,
  migrate: (older) => ({ text: (older as { readonly words: string }).words, tags: [] }),
  keys: ({ tags }) => tags,
  due: ({ due }) => (due ?? null) as Instant | null,
  archive: ({ over }) => (over === undefined ? null : { month: over.month, from: over.from as Instant }),
};

const NOW = 1_800_000_000_000 as Instant;

/** A delivery that says its own id. */
export const aDelivery = (id: string, to = 'console:我'): NewDelivery<OutboundMessage> => ({
  id,
  to,
  content: { text: `说 ${id}` },
  createdAt: NOW,
});

export const put = (records: Records, id: string, note: Partial<Note> = {}): Promise<boolean> =>
  records.update(NOTE, id, () => ({ data: { text: '', tags: [], ...note } }));

/** Everything that is archived: id → text. */
async function archivedTexts(records: Records): Promise<Readonly<Record<string, string>>> {
  const texts: [string, string][] = [];
  for (const month of await records.archiveMonths(NOTE))
    for await (const { id, data } of records.archived(NOTE, month)) texts.push([id, `${month} ${data.text}`]);
  return Object.fromEntries(texts);
}

const idsTo = async (records: Records, target: string): Promise<string | undefined> =>
  (await records.nextTo(target, NOW))?.delivery.id;

/** The laws of keeping records; `reopen` is a new start on what was kept, null where nothing outlives the process. */
export function describeRecordsContract(
  name: string,
  open: () => Promise<{ readonly records: Records; readonly reopen: (() => Promise<Records>) | null }>,
): void {
  describe(`${name} as records`, () => {
    test('what was saved is read, under any id', async () => {
      const { records } = await open();
      for (const id of [
        'A0321',
        'feishu:oc_1',
        'console:group/企业 群',
        '../../etc/passwd',
        '',
        'x'.repeat(500),
      ]) {
        expect(await records.read(NOTE, id)).toBeNull();
        expect(await put(records, id, { text: id })).toBe(true);
        expect(await records.read(NOTE, id)).toEqual({ text: id, tags: [] });
      }
    });

    test('records are found by when they are due, the first due first', async () => {
      const { records, reopen } = await open();
      await put(records, 'late', { due: 300 });
      await put(records, 'b', { due: 100 });
      await put(records, 'a', { due: 100 });
      await put(records, 'never');
      await put(records, 'moved', { due: 50 });
      await put(records, 'moved', { due: 200 });
      await put(records, 'done', { due: 50 });
      await put(records, 'done');
      for (const kept of [records, ...(reopen ? [await reopen()] : [])]) {
        expect(await kept.nextDue(NOTE)).toBe(100);
        expect(await kept.due(NOTE, 200 as Instant)).toEqual(['a', 'b', 'moved']);
        expect(await kept.due(NOTE, 99 as Instant)).toEqual([]);
        expect(await kept.due(NOTE, 999 as Instant)).toEqual(['a', 'b', 'moved', 'late']);
      }
    });

    test('a change that comes to nothing leaves the record as it was', async () => {
      const { records } = await open();
      expect(await records.update(NOTE, '1', () => null)).toBe(false);
      expect(await records.read(NOTE, '1')).toBeNull();
      await put(records, '1', { text: '甲' });
      expect(await records.update(NOTE, '1', () => null)).toBe(false);
      expect(await records.read(NOTE, '1')).toEqual({ text: '甲', tags: [] });
    });

    test('changes of one record follow one another, each on what the one before left', async () => {
      const { records } = await open();
      await Promise.all(
        Array.from({ length: 50 }, (_, at) =>
          records.update(NOTE, '1', (before) => ({
            data: { text: '', tags: [...(before?.tags ?? []), String(at)] },
          })),
        ),
      );
      expect((await records.read(NOTE, '1'))?.tags).toEqual(
        Array.from({ length: 50 }, (_, at) => String(at)),
      );
    });

    test('a change that throws changes nothing and does not block the next', async () => {
      const { records } = await open();
      const failing = records.update(NOTE, '1', () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await put(records, '1')).toBe(true);
    });

    test('records are found by the keys that they have now', async () => {
      const { records } = await open();
      await put(records, '1', { tags: ['open', 'unit:a'] });
      await put(records, '2', { tags: ['open'] });
      expect(await records.find(NOTE, 'open')).toEqual(['1', '2']);
      await put(records, '1', { tags: ['unit:a'] });
      expect(await records.find(NOTE, 'open')).toEqual(['2']);
      expect(await records.find(NOTE, 'unit:a')).toEqual(['1']);
      expect(await records.find(NOTE, 'none')).toEqual([]);
    });

    test('deliveries come in the order in which they were caused, across records', async () => {
      const { records } = await open();
      const cause = (record: string, ids: readonly string[]) =>
        records.update(NOTE, record, () => ({
          data: { text: '', tags: [] },
          deliveries: ids.map((id) => aDelivery(id)),
        }));
      await cause('b', ['1', '2']);
      await cause('a', ['3']);
      await cause('b', ['4']);
      expect(await records.targets()).toEqual(['console:我']);
      const order: (string | undefined)[] = [];
      for (
        let next = await records.nextTo('console:我', NOW);
        next;
        next = await records.nextTo('console:我', NOW)
      ) {
        order.push(next.delivery.id);
        await records.settle(next, { kind: 'sent' });
      }
      expect(order).toEqual(['1', '2', '3', '4']);
      expect(await records.targets()).toEqual([]);
    });

    test('a delivery that is waiting under the same id is not added twice', async () => {
      const { records } = await open();
      const change = () => ({ data: { text: '', tags: [] }, deliveries: [aDelivery('1')] });
      await records.update(NOTE, 'a', change);
      await records.update(NOTE, 'a', change);
      const next = await records.nextTo('console:我', NOW);
      if (next) await records.settle(next, { kind: 'sent' });
      expect(await records.nextTo('console:我', NOW)).toBeNull();
    });

    test('what was given up or may have been sent makes way; a notice is saved in the same step', async () => {
      const { records } = await open();
      await records.update(NOTE, 'a', () => ({
        data: { text: '甲', tags: ['open'] },
        deliveries: [aDelivery('1'), aDelivery('2')],
      }));
      const first = await records.nextTo('console:我', NOW);
      if (first)
        await records.settle(first, { kind: 'maybe-sent', at: NOW }, [aDelivery('1?', 'console:李四')]);
      expect(await idsTo(records, 'console:我')).toBe('2');
      expect(await idsTo(records, 'console:李四')).toBe('1?');
      expect(await records.read(NOTE, 'a')).toEqual({ text: '甲', tags: ['open'] });
      expect(await records.find(NOTE, 'open')).toEqual(['a']);
    });

    test('what is over is archived when its time has come, and read by its id alone', async () => {
      const { records, reopen } = await open();
      await put(records, 'old', { text: '旧', tags: ['t'], due: 1, over: { month: '2026-10', from: 100 } });
      await put(records, 'older', { text: '更旧', over: { month: '2026-09', from: 90 } });
      await put(records, 'young', { text: '新', tags: ['t'], over: { month: '2026-10', from: 101 } });
      await put(records, 'open', { text: '在', tags: ['t'] });
      expect(await records.archive(NOTE, 100 as Instant)).toBe(2);
      expect(await records.archive(NOTE, 100 as Instant)).toBe(0);
      for (const kept of [records, ...(reopen ? [await reopen()] : [])]) {
        expect((await kept.ids(NOTE)).toSorted()).toEqual(['open', 'young']);
        expect((await kept.find(NOTE, 't')).toSorted()).toEqual(['open', 'young']);
        expect(await kept.nextDue(NOTE)).toBeNull();
        expect(await kept.read(NOTE, 'old')).toMatchObject({ text: '旧' });
        expect(await kept.archiveMonths(NOTE)).toEqual(['2026-09', '2026-10']);
        expect(await archivedTexts(kept)).toEqual({ old: '2026-10 旧', older: '2026-09 更旧' });
      }
    });

    test('what is archived comes back when it is changed, and may go again', async () => {
      const { records, reopen } = await open();
      const over = { month: '2026-10', from: 100 };
      await put(records, 'a', { text: '旧', over });
      await records.archive(NOTE, 100 as Instant);
      expect(await records.update(NOTE, 'a', () => null)).toBe(false);
      expect(await records.ids(NOTE)).toEqual([]);
      await records.update(NOTE, 'a', (before) => before && { data: { ...before, tags: [before.text] } });
      for (const kept of [records, ...(reopen ? [await reopen()] : [])]) {
        expect(await kept.find(NOTE, '旧')).toEqual(['a']);
        expect(await archivedTexts(kept)).toEqual({});
      }
      await put(records, 'a', { text: '新', over: { month: '2026-11', from: 100 } });
      expect(await records.archive(NOTE, 100 as Instant)).toBe(1);
      expect(await archivedTexts(records)).toEqual({ a: '2026-11 新' });
    });

    test('all that is still to be made to a target is listed in its order, also what is held back', async () => {
      const { records } = await open();
      const data = { text: '', tags: [] };
      const held = { ...aDelivery('2'), notBefore: (NOW + 1000) as Instant };
      const ids = async (to = 'console:我') => (await records.allTo(to)).map(({ delivery }) => delivery.id);
      await records.update(NOTE, 'b', () => ({ data, deliveries: [aDelivery('1'), held] }));
      await records.update(NOTE, 'a', () => ({ data, deliveries: [aDelivery('3')] }));
      expect([await ids(), await ids('console:nobody')]).toEqual([['1', '2', '3'], []]);
      for (const one of (await records.allTo('console:我')).slice(1))
        await records.settle(one, { kind: 'sent' });
      expect(await ids()).toEqual(['1']);
    });

    test('what has something to be sent is not archived before it was', async () => {
      const { records } = await open();
      const data = { text: '', tags: [], over: { month: '2026-10', from: 100 } };
      await records.update(NOTE, 'a', () => ({ data, deliveries: [aDelivery('1'), aDelivery('2')] }));
      expect(await records.archive(NOTE, 100 as Instant)).toBe(0);
      expect((await records.outbox(NOTE, 'a')).map(({ id }) => id)).toEqual(['1', '2']);
      const first = await records.nextTo('console:我', NOW);
      if (first) await records.settle(first, { kind: 'sent' });
      const second = await records.nextTo('console:我', NOW);
      if (second) await records.settle(second, { kind: 'given-up', at: NOW, code: 'unknown-chat' });
      expect(await records.archive(NOTE, 100 as Instant)).toBe(1);
      expect(await records.outbox(NOTE, 'a')).toMatchObject([{ id: '2', content: { text: '' } }]);
      expect(await records.outbox(NOTE, 'none')).toEqual([]);
    });

    test('the words of what was given up are not kept, those of what is tried again are, and orders', async () => {
      const { records } = await open();
      const order = { ...aDelivery('3', 'record:note/b'), content: { order: '做' } };
      const waiting = { kind: 'waiting', tries: 1, after: NOW, unsureSince: null } as const;
      const endings = [
        ['console:我', waiting],
        ['console:李四', { kind: 'maybe-sent', at: NOW }],
        ['record:note/b', { kind: 'given-up', at: NOW, code: 'unknown-chat' }],
      ] as const;
      await records.update(NOTE, 'a', () => ({
        data: { text: '', tags: [] },
        deliveries: [aDelivery('1'), aDelivery('2', 'console:李四'), order],
      }));
      for (const [to, verdict] of endings) {
        const pending = await records.nextTo(to, NOW);
        if (pending) await records.settle(pending, verdict);
      }
      expect((await records.outbox(NOTE, 'a')).map(({ content }) => content)).toEqual([
        { text: '说 1' },
        { text: '' },
        { order: '做' },
      ]);
    });

    test('a new start finds data, keys and deliveries, and numbers on', async ({ skip }) => {
      const { records, reopen } = await open();
      if (reopen === null) return skip('memory does not outlive its process');
      await records.update(NOTE, 'a', () => ({
        data: { text: '甲', tags: ['open'] },
        deliveries: [aDelivery('1'), aDelivery('2')],
      }));
      const first = await records.nextTo('console:我', NOW);
      if (first) {
        await records.settle(first, { kind: 'sending', since: NOW, tries: 0, unsureSince: null });
      }
      const again = await reopen();
      expect(await again.read(NOTE, 'a')).toEqual({ text: '甲', tags: ['open'] });
      expect(await again.find(NOTE, 'open')).toEqual(['a']);
      expect((await again.nextTo('console:我', NOW))?.delivery).toMatchObject({
        id: '1',
        state: { kind: 'sending' },
      });
      await again.update(NOTE, 'b', () => ({ data: { text: '', tags: [] }, deliveries: [aDelivery('0')] }));
      for (const id of ['1', '2', '0']) {
        const next = await again.nextTo('console:我', NOW);
        expect(next?.delivery.id).toBe(id);
        if (next) await again.settle(next, { kind: 'sent' });
      }
      return undefined;
    });
  });
}
