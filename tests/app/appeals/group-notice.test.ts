import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { type Appeal, NO_APPEAL } from '../../../src/app/appeals/appeal.ts';
import { createGroupNotice } from '../../../src/app/appeals/group-notice.ts';
import type { Verdict } from '../../../src/domain/delivery/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Kind, Pending } from '../../../src/ports/records.ts';
import { STORIES } from '../../support/an-appeal.ts';

const KIND: Kind<Appeal> = {
  name: 'appeal',
  version: 1,
  migrate: (older) => older as Appeal,
  keys: () => [],
};
const NOW = 1_800_000_000_000 as Instant;

async function aNotice(to: string, verdict: Verdict, kind = 'appeal') {
  const records = await openRecords({
    folder: null,
    kinds: [KIND],
    onDamaged: () => undefined,
    onNewer: () => undefined,
  });
  await records.update(KIND, 'A0321', () => ({ data: { ...NO_APPEAL, chain: STORIES.replied } }));
  const delivery = {
    id: 'd1',
    number: 1,
    to,
    content: { text: '答复' },
    createdAt: NOW,
    state: { kind: 'waiting', tries: 0, after: NOW, unsureSince: null },
  } as const;
  const pending: Pending = { kind, record: 'A0321', delivery };
  return createGroupNotice({ records, kind: KIND })(pending, verdict, NOW);
}

const lost = (code: string): Verdict => ({ kind: 'given-up', at: NOW, code });

test('an owner who cannot be written to alone is told in the group, without a word of the answer', async () => {
  const [notice, ...others] = await aNotice('owner', lost('unreachable'));
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ id: 'd1!g', to: 'console:group', content: { mention: 'owner' } });
  expect(JSON.stringify(notice)).not.toContain('答复"');
});

test.for([
  ['owner', lost('forbidden'), 'appeal'],
  ['zhao', lost('unreachable'), 'appeal'],
  ['owner', { kind: 'sent' } as Verdict, 'appeal'],
  ['owner', lost('unreachable'), 'conversation'],
] as const)('nothing is said in the group otherwise: %s', async ([to, verdict, kind]) => {
  expect(await aNotice(to, verdict, kind)).toEqual([]);
});
