import { describe, expect, test } from 'vitest';
import { createAbsence } from '../../src/app/absence.ts';
import { begun, CONVERSATION } from '../../src/app/conversation.ts';
import type { OpenState } from '../../src/domain/delivery/types.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Cargo, Records } from '../../src/ports/records.ts';
import { on } from '../support/an-appeal.ts';
import { openMemory } from '../support/talk.ts';

const NOW = on('11-23 12:00');
const HOUR_MS = 3_600_000;
const CHAT = 'test:群';

interface Waiting {
  readonly content?: Partial<OutboundMessage> | { readonly order: unknown };
  /** Hours ago. */
  readonly age?: number;
  readonly notBefore?: Instant;
  readonly to?: string;
}

/** A channel that was away, with deliveries that wait, each with its number as text. */
async function away(waiting: readonly Waiting[], away: readonly string[] = []) {
  const records = await openMemory();
  const absence = createAbsence({ records, now: () => NOW, away });
  const deliveries = waiting.map(({ content = {}, age = 3, to = CHAT, notBefore }, at) => ({
    id: String(at + 1),
    to,
    content: ('order' in content ? content : { text: `话${at + 1}`, ...content }) as Cargo,
    createdAt: (NOW - age * HOUR_MS) as Instant,
    ...(notBefore === undefined ? {} : { notBefore }),
  }));
  await records.update(CONVERSATION, CHAT, () => ({ data: begun(null), deliveries }));
  return { records, absence };
}

const left = async (records: Records, to = CHAT) =>
  (await records.allTo(to)).map(({ delivery: { id, content } }) => [id, content] as const);

const ids = async (records: Records): Promise<readonly string[]> => (await left(records)).map(([id]) => id);

describe('what waited long while a channel was away', () => {
  test('is one message with all of it, each with its time', async () => {
    const { records, absence } = await away([{ age: 3 }, { age: 2 }, { age: 1 }]);
    await absence.end('test');
    expect(await left(records)).toEqual([
      [
        '1~',
        {
          text: '前一阵掉线，有 3 条消息没发出去，一起补上：\n【11月23日 09:00】话1\n【11月23日 10:00】话2\n【11月23日 11:00】话3',
          folds: ['1', '2', '3'],
        },
      ],
    ]);
    // Once more changes nothing.
    await absence.end('test');
    expect(await ids(records)).toEqual(['1~']);
  });

  test('calls whom all of it calls, else nobody', async () => {
    const same = await away([{ content: { mention: 'test:王' } }, { content: { mention: 'test:王' } }]);
    await same.absence.end('test');
    expect((await left(same.records))[0]?.[1]).toMatchObject({ mention: 'test:王' });
    const mixed = await away([{ content: { mention: 'test:王' } }, { content: { mention: 'test:张' } }]);
    await mixed.absence.end('test');
    expect((await left(mixed.records))[0]?.[1]).not.toHaveProperty('mention');
  });

  test.for([
    ['alone', [{}]],
    ['young', [{ age: 0.9 }, { age: 0.5 }]],
    ['held until a moment ago', [{ notBefore: (NOW - 1000) as Instant }, { notBefore: NOW }]],
    ['asking for a choice', [{}, { content: { offer: { id: 'o', choices: [] } } }]],
    ['with a file', [{}, { content: { files: [{ id: 'f', name: '', kind: 'file', bytes: null }] } }]],
    ['unasked', [{}, { content: { unasked: { until: NOW } } }]],
    ['a change of a card', [{}, { content: { replaces: 'test:card' } }]],
    ['an order', [{}, { content: { order: {} } }]],
    ['of another channel', [{ to: 'other:1' }, { to: 'other:1' }]],
    ['older than a week', [{ age: 24 * 7 }, { age: 24 * 8 }]],
  ] as const)('stays as it is where it is %s', async ([, waiting]) => {
    const { records, absence } = await away(waiting);
    const before = [await left(records), await left(records, 'other:1')];
    await absence.end('test');
    expect([await left(records), await left(records, 'other:1')]).toEqual(before);
  });

  test.for([
    ['may have been said', { kind: 'waiting', tries: 1, after: NOW, unsureSince: NOW }],
    ['is being said', { kind: 'sending', tries: 0, since: NOW, unsureSince: null }],
  ] as const)('stays as it is where it %s', async ([, state]) => {
    const { records, absence } = await away([{}, {}]);
    const [first] = await records.allTo(CHAT);
    if (first) await records.settle(first, state as OpenState);
    await absence.end('test');
    expect(await ids(records)).toEqual(['1', '2']);
  });

  test('is said once though the process died while it was put together', async () => {
    const { records } = await away([{}, {}, {}]);
    let saved = 0;
    const settle: Records['settle'] = async (...what) => {
      saved += 1;
      if (saved > 2) throw new Error('killed');
      return records.settle(...what);
    };
    const dying = createAbsence({ records: { ...records, settle }, now: () => NOW, away: [] });
    await expect(dying.end('test')).rejects.toThrow('killed');
    expect(await ids(records)).toEqual(['3', '1~']);
    await createAbsence({ records, now: () => NOW, away: [] }).end('test');
    expect(await ids(records)).toEqual(['1~']);
  });
});

describe('a channel', () => {
  const aDelivery = (age = 0) => ({
    id: '1',
    number: 1,
    to: CHAT,
    content: { text: '好' },
    createdAt: (NOW - age * HOUR_MS) as Instant,
    state: { kind: 'waiting', tries: 0, after: NOW, unsureSince: null } as const,
  });

  test('that has still to come says nothing, and everything when it is there', async () => {
    const { absence } = await away([], ['test']);
    const said: string[] = [];
    const carry = absence.hold('test', async ({ id }) => void said.push(id));
    await expect(carry(aDelivery())).rejects.toMatchObject({ code: 'closed' });
    await absence.end('test');
    await carry(aDelivery());
    expect(said).toEqual(['1']);
  });

  test('has ready what its carrier has ready, when it is there', async () => {
    const { absence } = await away([], ['test']);
    const prepared: string[] = [];
    const carrier = Object.assign(async () => undefined, {
      prepare: async ({ id }: { readonly id: string }) => void prepared.push(id),
    });
    const { prepare } = absence.hold('test', carrier);
    await expect(prepare?.(aDelivery())).rejects.toMatchObject({ code: 'closed' });
    await absence.end('test');
    await prepare?.(aDelivery());
    await absence.hold('test', async () => undefined).prepare?.(aDelivery());
    expect(prepared).toEqual(['1']);
  });

  test('says nothing that is older than a week', async () => {
    const { absence } = await away([]);
    const carry = absence.hold('test', async () => undefined);
    await expect(carry(aDelivery(24 * 7))).rejects.toMatchObject({ code: 'outdated' });
    await carry(aDelivery(24 * 7 - 1));
  });
});
