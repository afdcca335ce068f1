import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { auditChains } from '../../../src/app/upkeep/audit.ts';
import { chainsOf } from '../../../src/app/upkeep/chains.ts';
import { writeHeads } from '../../../src/app/upkeep/write-heads.ts';
import { append, type Chain } from '../../../src/domain/chain.ts';
import type { Heads } from '../../../src/domain/heads.ts';
import { addDays, type Instant, type LocalDate } from '../../../src/domain/time.ts';
import type { Kind } from '../../../src/ports/records.ts';
import { aHeadBook } from '../../support/a-head-book.ts';
import { moment } from '../../support/a-calendar.ts';
import { digest } from '../../support/an-appeal.ts';

interface Diary {
  readonly chain: Chain<string> | null;
  readonly over?: true;
}

const DIARY: Kind<Diary> = {
  name: 'diary',
  version: 1,
  migrate: (older) => older as Diary,
  keys: () => [],
  archive: ({ over }) => (over ? { month: '2026-10', from: 0 as Instant } : null),
};

const TOOLS = { digest, salt: () => 'salt' };
const chainOf = (...facts: readonly string[]): Chain<string> =>
  facts.reduce<Chain<string>>((chain, fact) => append(chain, { fact, words: { note: fact } }, TOOLS), []);

const DAY = '2026-11-21' as LocalDate;
const NOW = moment('2026-11-21T03:00');
const TOMORROW = moment('2026-11-22T03:00');

async function aDesk(kept: Readonly<Record<string, Heads | null>> = {}) {
  const records = await openRecords({
    folder: null,
    kinds: [DIARY],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const { book, pages } = aHeadBook(kept);
  const put = (id: string, diary: Diary): Promise<boolean> =>
    records.update(DIARY, id, () => ({ data: diary }));
  const chains = [chainsOf(records, DIARY, ({ chain }) => chain)];
  const write = (now: Instant) => writeHeads({ book, chains }, now);
  const audit = async () => (await auditChains({ book, chains, digest })).findings;
  return { records, pages, put, write, audit, chains, book };
}

describe('the heads of all records', () => {
  test('are written once a day, live and archived', async () => {
    const { records, pages, put, write } = await aDesk();
    await put('a', { chain: chainOf('1', '2') });
    await put('old', { chain: chainOf('x'), over: true });
    await put('none', { chain: null });
    await records.archive(DIARY, NOW);
    expect(await write(NOW)).toEqual([]);
    const first: Heads = {
      'diary/a': { hash: chainOf('1', '2')[1]?.hash ?? '', length: 2 },
      'diary/old': { hash: chainOf('x')[0]?.hash ?? '', length: 1 },
    };
    expect(pages.get(DAY)).toEqual(first);
    await put('a', { chain: chainOf('1', '2', '3') });
    await write(NOW);
    expect(pages.get(DAY)).toEqual(first);
    await write(TOMORROW);
    expect(pages.get('2026-11-22')).toEqual({
      ...first,
      'diary/a': { hash: chainOf('1', '2', '3')[2]?.hash ?? '', length: 3 },
    });
  });

  test('stay as they were of a record that does not go on from them, and it is named', async () => {
    const { pages, put, write, audit } = await aDesk();
    await put('a', { chain: chainOf('1', '2') });
    await put('b', { chain: chainOf('1', '2') });
    await put('c', { chain: chainOf('1', '2') });
    await write(NOW);
    await put('a', { chain: chainOf('1', 'zwei', '3') });
    await put('b', { chain: chainOf('1') });
    await put('c', { chain: null });
    const before = pages.get(DAY);
    expect(await write(TOMORROW)).toEqual(['diary/a', 'diary/b', 'diary/c']);
    expect(pages.get('2026-11-22')).toEqual(before);
    expect(await audit()).toEqual(
      ['a', 'b', 'c'].map((id) => ({ kind: 'rewritten', record: `diary/${id}`, day: '2026-11-22' })),
    );
  });

  test('are kept for a month, then those of each month’s first day', async () => {
    const days = Array.from({ length: 70 }, (_, at) => addDays('2026-09-12' as LocalDate, at));
    const { pages, write } = await aDesk(Object.fromEntries(days.map((day) => [day, {}])));
    await write(NOW);
    const left = [...pages.keys()].toSorted();
    expect(left.slice(0, 3)).toEqual(['2026-09-12', '2026-10-01', '2026-10-22']);
    expect(left).toHaveLength(33);
    expect(left.at(-1)).toBe(DAY);
  });
});

describe('an audit', () => {
  test('finds nothing in records that go on from their heads', async () => {
    const { records, put, write, chains, book } = await aDesk();
    await put('a', { chain: chainOf('1', '2') });
    await put('old', { chain: chainOf('x'), over: true });
    await write(NOW);
    await records.archive(DIARY, NOW);
    await put('a', { chain: chainOf('1', '2', '3') });
    await put('new', { chain: chainOf('1') });
    await put('none', { chain: null });
    expect(await auditChains({ book, chains, digest })).toEqual({
      records: 3,
      events: 5,
      day: DAY,
      findings: [],
    });
  });

  test.for([
    [
      'a fact',
      (chain: Chain<string>) => chain.map((link, at) => (at === 1 ? { ...link, fact: '二' } : link)),
    ],
    [
      'a text',
      (chain: Chain<string>) =>
        chain.map((link, at) =>
          at === 1 ? { ...link, secrets: { note: { salt: 'salt', text: '二' } } } : link,
        ),
    ],
    ['the order', (chain: Chain<string>) => [chain[0], chain[2], chain[1]].flatMap((link) => link ?? [])],
    ['an event that is taken out', (chain: Chain<string>) => chain.toSpliced(1, 1)],
  ] as const)('names the event where %s was changed, live or archived', async ([, change]) => {
    const { records, put, audit } = await aDesk();
    const chain = change(chainOf('1', '2', '3'));
    await put('a', { chain });
    await put('old', { chain, over: true });
    await records.archive(DIARY, NOW);
    expect(await audit()).toEqual([
      { kind: 'changed', record: 'diary/a', event: 2 },
      { kind: 'changed', record: 'diary/old', event: 2 },
    ]);
  });

  test('names a record that is gone, and one whose kind is gone', async () => {
    const { put, write, audit, pages } = await aDesk();
    await put('a', { chain: chainOf('1') });
    await write(NOW);
    const gone = { hash: 'x', length: 1 };
    pages.set(DAY, { ...pages.get(DAY), 'diary/with/a slash': gone, 'other/a': gone });
    expect(await audit()).toEqual([
      { kind: 'missing', record: 'diary/with/a slash', day: DAY },
      { kind: 'missing', record: 'other/a', day: DAY },
    ]);
  });

  test('names heads that are not as they were written, and compares with the newest that are', async () => {
    const { put, audit } = await aDesk({
      '2026-11-20': { 'diary/a': { hash: 'x', length: 1 } },
      '2026-11-21': null,
    });
    await put('a', { chain: chainOf('1') });
    expect(await audit()).toEqual([
      { kind: 'rewritten', record: 'diary/a', day: '2026-11-20' },
      { kind: 'heads', day: '2026-11-21' },
    ]);
  });

  test('does not call missing what the bot moves between the two lists that are read', async () => {
    const { chains, book, pages } = await aDesk();
    pages.set(DAY, { 'diary/moved': { hash: '', length: 0 } });
    const [diaries] = chains;
    const moving = [{ ...diaries, kind: 'diary', read: async () => chainOf('1') }].map((one) => ({
      ...one,
      live: async function* () {},
      archived: async function* () {},
    }));
    expect((await auditChains({ book, chains: moving, digest })).findings).toEqual([]);
  });
});
