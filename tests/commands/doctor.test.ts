import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { createHeadBook } from '../../adapters/system/head-book.ts';
import { createAppealKind, NO_APPEAL } from '../../src/app/appeals/appeal.ts';
import { PERSON } from '../../src/app/people/kinds.ts';
import { chainsOf } from '../../src/app/upkeep/chains.ts';
import { archiveDateOf } from '../../src/app/upkeep/retention.ts';
import { writeHeads } from '../../src/app/upkeep/write-heads.ts';
import type { Check } from '../../src/commands/check.ts';
import { append } from '../../src/domain/chain.ts';
import { type AccountId, accountId } from '../../src/domain/people/account.ts';
import { stateOf } from '../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../src/domain/appeal/facts.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import { APPEAL_CLOCK, digest, on, STORIES } from '../support/an-appeal.ts';
import { qifu } from '../support/command-line.ts';
import { aTempFolder } from '../support/temp-folder.ts';

// One cache of the documents for all: what is looked at here are the records.
const CACHE = mkdtempSync(join(tmpdir(), 'qifu-test-'));
afterAll(() => rmSync(CACHE, { recursive: true }));

const NOW = on('11-26 03:00');
const KIND = {
  ...createAppealKind(APPEAL_CLOCK),
  archive: ({ chain }: { readonly chain: AppealChain }) => archiveDateOf(stateOf(chain)),
};
const ACCOUNT = accountId('test:wang') as AccountId;

interface Office {
  readonly data: string;
  readonly records: Records;
  readonly put: (id: string, chain: AppealChain) => Promise<boolean>;
  /** Heads as the bot writes them on that day. */
  readonly writeHeads: (now?: Instant) => Promise<unknown>;
  /** The only file of the appeals' folder, or of another. */
  readonly file: (folder?: string) => string;
}

function aData(): string {
  const data = join(aTempFolder(), 'data');
  mkdirSync(data);
  symlinkSync(CACHE, join(data, 'derived'));
  return data;
}

async function anOffice(): Promise<Office> {
  const data = aData();
  const folder = join(data, 'records');
  const records = await openRecords({
    folder,
    kinds: [KIND, PERSON],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const chains = [
    chainsOf(records, KIND, ({ chain }) => chain),
    chainsOf(records, PERSON, ({ chain }) => chain),
  ];
  const book = createHeadBook(join(data, 'heads'));
  return {
    data,
    records,
    put: (id, chain) => records.update(KIND, id, () => ({ data: { ...NO_APPEAL, chain } })),
    writeHeads: (now = NOW) => writeHeads({ book, chains }, now),
    file: (name = 'appeal') => join(folder, name, readdirSync(join(folder, name))[0] ?? ''),
  };
}

/** What the doctor says of records, by name of the check. */
async function examine({ data }: Office) {
  const { code, out } = await qifu(['doctor', '--json', '--data', data, '--now', '2026-11-26T04:00']);
  const checks = JSON.parse(out) as readonly Check[];
  const of = (name: Check['name']): Check | undefined => checks.find((check) => check.name === name);
  return { code, of };
}

/** Everything in a data folder but the cache. */
const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('derived/'))
    .toSorted();

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

describe('qifu doctor', () => {
  test('without records finds nothing wrong', async () => {
    const { code, out } = await qifu(['doctor', '--data', aData()]);
    expect(out).toContain('✓ 记录：还没有');
    expect(code).toBe(0);
  });

  test('counts records, live and archived, and finds their history whole', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['in-hand']);
    await office.put('A0002', STORIES['closed as solved']);
    await office.put('A0003', STORIES.submitted);
    await office.writeHeads();
    await office.records.archive(KIND, on('12-31 09:00'));
    const before = listing(office.data);
    const { code, of } = await examine(office);
    expect([code, of('records')?.says]).toEqual([0, '诉求 2，已归档 1']);
    const events = ['in-hand', 'closed as solved', 'submitted'] as const;
    const steps = events.reduce((sum, name) => sum + STORIES[name].length, 0);
    expect(of('history')?.says).toBe(`3 条记录、${steps} 步都完整，与 2026-11-26 的存底相符`);
    expect(of('damaged')).toMatchObject({ ok: true, says: '没有' });
    expect(listing(office.data)).toEqual(before);
  });

  test('names the event of which a byte was changed, in live and archived records', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['closed as solved']);
    await office.put('A0002', STORIES['in-hand']);
    edit(office.file(), (text) => text.replace('13800000000', '13900000000'));
    const live = await examine(office);
    expect([live.code, live.of('history')?.ok]).toEqual([1, false]);
    expect(live.of('history')?.says).toMatch(/^appeal\/A000[12] 的第 1 步被改动过。请查明/);
    const other = await anOffice();
    await other.put('A0001', STORIES['closed as solved']);
    await other.records.archive(KIND, on('12-31 09:00'));
    edit(other.file('archive/2026-11'), (text) => text.replace('"accepted"', '"accepteb"'));
    expect((await examine(other)).of('history')?.says).toContain('appeal/A0001 的第 2 步被改动过');
  });

  test('names a record that was taken away, and a history that was written anew with true hashes', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['in-hand']);
    await office.records.update(PERSON, ACCOUNT, () => ({
      data: { account: ACCOUNT, chain: [] },
    }));
    await office.writeHeads(on('11-25 03:00'));
    rmSync(office.file());
    expect((await examine(office)).of('history')?.says).toContain(
      'appeal/A0001 不见了，2026-11-25 的存底里还有',
    );
    await office.put('A0001', STORIES['closed as solved']);
    expect((await examine(office)).of('history')?.ok).toBe(true);
    const forged = STORIES['in-hand'].reduce<AppealChain>(
      (chain, { fact }) => append(chain, { fact: { ...fact, by: 'li' } }, { digest, salt: () => 's' }),
      [],
    );
    await office.put('A0001', forged);
    // The next day's heads do not take over what was forged.
    await office.writeHeads(on('11-26 03:00'));
    expect((await examine(office)).of('history')?.says).toContain(
      'appeal/A0001 的历史与 2026-11-26 的存底不符',
    );
  });

  test('finds a chain that was thrown out, or made unreadable', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['in-hand']);
    await office.writeHeads();
    edit(office.file(), (text) => text.replace('"hash"', '"hush"'));
    expect((await examine(office)).of('history')?.says).toContain('appeal/A0001 的第 1 步被改动过');
    edit(office.file(), (text) => text.replace('"chain"', '"chein"'));
    expect((await examine(office)).of('history')?.says).toContain('appeal/A0001 的历史与');
  });

  test('names heads that were changed', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['in-hand']);
    await office.writeHeads();
    edit(join(office.data, 'heads/2026-11-26.json'), (text) => text.replace('A0001', 'A0002'));
    expect((await examine(office)).of('history')?.says).toContain('2026-11-26 的存底（heads/');
  });

  test('names damaged files', async () => {
    const office = await anOffice();
    await office.put('A0001', STORIES['in-hand']);
    edit(office.file(), (text) => text.slice(0, 50));
    const { code, of } = await examine(office);
    expect([code, of('damaged')?.ok]).toEqual([1, false]);
    expect(of('damaged')?.says).toMatch(/^读不了的记录：appeal\/[0-9a-f]{32}\.json（在 /);
  });

  test('says whom deliveries wait for and who was not reached, and never what was to be said', async () => {
    const office = await anOffice();
    const createdAt = on('11-26 02:00');
    const say = (id: string, to: string) => ({ id, to, content: { text: '秘密内容' }, createdAt });
    await office.records.update(KIND, 'A0001', () => ({
      data: { ...NO_APPEAL, chain: STORIES['in-hand'] },
      deliveries: [say('1', 'test:甲'), say('2', 'test:乙'), say('3', 'test:丙')],
    }));
    for (const [to, verdict] of [
      ['test:甲', { kind: 'given-up', at: NOW, code: 'unreachable' }],
      ['test:乙', { kind: 'maybe-sent', at: (NOW + 1) as Instant }],
    ] as const) {
      const pending = await office.records.nextTo(to, NOW);
      if (pending) await office.records.settle(pending, verdict);
    }
    const { code, of } = await examine(office);
    expect([code, of('deliveries')?.says]).toEqual([
      0,
      '待发 1 条，最早的是 2026-11-26 02:00；没有送到的：test:乙（2026-11-26 03:00，不知是否送到）、test:甲（2026-11-26 03:00，unreachable）',
    ]);
  });

  test('warns of deliveries that have waited for days', async () => {
    const office = await anOffice();
    await office.records.update(KIND, 'A0001', () => ({
      data: { ...NO_APPEAL, chain: STORIES['in-hand'] },
      deliveries: [{ id: '1', to: 'test:甲', content: { text: '' }, createdAt: on('11-23 09:00') }],
    }));
    expect((await examine(office)).of('deliveries')).toMatchObject({
      ok: false,
      says: expect.stringContaining('积压已超过两天'),
    });
  });

  test('knows the last backup', async () => {
    const office = await anOffice();
    expect((await examine(office)).of('backup')?.says).toContain('没有备份过');
    const file = join(office.data, '../x.backup');
    await qifu(['backup', file, '--data', office.data]);
    const at = (JSON.parse(readFileSync(join(office.data, 'backup.json'), 'utf8')) as { at: number }).at;
    const after = async (days: number) => {
      const now = new Date(at + days * 86_400_000).toISOString();
      const { out } = await qifu(['doctor', '--json', '--data', office.data, '--now', now]);
      return (JSON.parse(out) as readonly Check[]).find(({ name }) => name === 'backup');
    };
    expect(await after(3.5)).toMatchObject({ ok: true, says: expect.stringContaining('3 天前') });
    expect(await after(8.5)).toMatchObject({ ok: false, says: expect.stringContaining('该备份了') });
  });

  test('names the place in the rules that is wrong', async () => {
    const office = await anOffice();
    writeFileSync(join(office.data, 'rules.json'), '{"quietHours":{"from":"9pm"}}');
    const { code, of } = await examine(office);
    expect([code, of('seeds')?.says]).toEqual([1, expect.stringContaining('「quietHours.from」写得不对')]);
  });
});
