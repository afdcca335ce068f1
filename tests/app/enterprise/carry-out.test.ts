import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { createProfileOrders, pageNameOf, toProfile } from '../../../src/app/enterprise/carry-out.ts';
import { PROFILE } from '../../../src/app/enterprise/kinds.ts';
import { readProfile } from '../../../src/domain/enterprise/profile-record.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { aPageFolder } from '../../support/a-page-folder.ts';
import { chainTools, must, sha256 } from '../../support/a-town.ts';

const at = 1_700_000_000_000 as Instant;
const CHAT = 'test:张三';

async function aDesk() {
  const records = await openRecords({
    folder: null,
    kinds: [PROFILE],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const pages = aPageFolder();
  const carryOut = createProfileOrders({ records, chain: chainTools, pages, now: () => at });
  return { records, pages, carryOut };
}

const told = (staff: number) => ({
  at,
  by: CHAT,
  event: { kind: 'told', how: 'answered' } as const,
  facts: { staff },
});

test('the same order twice is one, and what it says is said once', async () => {
  const { records, carryOut } = await aDesk();
  const order = { ...told(30), say: { chat: CHAT, text: '好' } };
  await carryOut(CHAT, order, 'c1');
  await carryOut(CHAT, order, 'c1');
  const record = must(await records.read(PROFILE, CHAT));
  expect(readProfile(record).staff).toBe(30);
  expect(record.chain).toHaveLength(1);
  expect(await records.outbox(PROFILE, CHAT)).toMatchObject([
    { id: 'c1>1', to: CHAT, content: { text: '好' } },
  ]);
});

test('what was printed goes with the words, also where the first try broke off', async () => {
  const { pages, carryOut } = await aDesk();
  await carryOut(CHAT, told(30), 'c1');
  const order = { at, by: CHAT, event: { kind: 'erased' } };
  await carryOut(CHAT, order, 'c2');
  await pages.keep(pageNameOf(CHAT, sha256), '<html>');
  await carryOut(CHAT, order, 'c2');
  expect(pages.kept.size).toBe(0);
});

test('an order goes to the record by its name', () => {
  expect(toProfile(CHAT, told(30)).to).toBe('record:profile/test:张三');
  expect(pageNameOf(CHAT, sha256)).toMatch(/^[0-9a-f]{32}$/);
});

test('no version before the first can be read', () => {
  expect(() => PROFILE.migrate({}, 0)).toThrow(TypeError);
});
