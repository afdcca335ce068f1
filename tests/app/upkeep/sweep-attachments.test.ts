import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { type Appeal, createAppealKind, NO_APPEAL } from '../../../src/app/appeals/appeal.ts';
import { toRef } from '../../../src/app/attachments.ts';
import { createSweep } from '../../../src/app/upkeep/sweep-attachments.ts';
import { withoutContact } from '../../../src/domain/appeal/words.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Kind } from '../../../src/ports/records.ts';
import { aCupboard } from '../../support/a-cupboard.ts';
import { createFakeLog } from '../../support/a-library.ts';
import { APPEAL_CLOCK, on, play, WISHES } from '../../support/an-appeal.ts';

const MONTH = '2026-11';
const NOW = on('11-25 03:30');

const KIND: Kind<Appeal> = {
  ...createAppealKind(APPEAL_CLOCK),
  // Marks those that the test wants in the archive.
  archive: ({ isAsking }) => (isAsking ? { month: MONTH, from: 0 as Instant } : null),
};

async function aStore() {
  const records = await openRecords({
    folder: null,
    kinds: [KIND],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const attachments = aCupboard();
  const log = createFakeLog();
  const sweep = createSweep({ records, kind: KIND, attachments, log });
  /** An appeal with a file of this content; resolves to the id of its bytes. */
  const withFile = async (
    number: string,
    content: string,
    { isArchived = false, isErased = false }: { isArchived?: boolean; isErased?: boolean } = {},
  ) => {
    const id = await attachments.put(new TextEncoder().encode(content));
    const ref = toRef({ id, name: `${content}.pdf`, kind: 'file', bytes: 3 });
    const wish = { ...WISHES.submit, attachments: [ref, 'om_never_kept'] };
    const whole = play([], { by: 'owner', at: on('11-23 09:00'), wish });
    const chain = isErased ? withoutContact(whole) : whole;
    await records.update(KIND, number, () => ({ data: { ...NO_APPEAL, chain, isAsking: isArchived } }));
    return id;
  };
  return { records, attachments, log, sweep, withFile };
}

test('files that an appeal names stay, also in the archive; all others go', async () => {
  const { records, attachments, log, sweep, withFile } = await aStore();
  const live = await withFile('A0001', '合同');
  const old = await withFile('A0002', '发票', { isArchived: true });
  const erased = await withFile('A0003', '身份证', { isErased: true });
  const stray = await attachments.put(new TextEncoder().encode('没有确认的文件'));
  expect(await records.archive(KIND, NOW)).toBe(1);
  await sweep.run(NOW);
  expect([...attachments.held.keys()].toSorted()).toEqual([live, old].toSorted());
  expect([erased, stray].filter((id) => attachments.held.has(id))).toEqual([]);
  expect(log.lines).toEqual([{ code: 'attachments-removed', facts: { count: 2 } }]);
});

test('nothing is said where nothing goes', async () => {
  const { sweep, log, withFile } = await aStore();
  await withFile('A0001', '合同');
  await sweep.run(NOW);
  expect(log.lines).toEqual([]);
});
