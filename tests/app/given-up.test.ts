import { describe, expect, test } from 'vitest';
import { accept, CONVERSATION } from '../../src/app/conversation.ts';
import { type Courier, createCourier } from '../../src/app/courier.ts';
import { createGivenUp } from '../../src/app/given-up.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import type { OpenState, Verdict } from '../../src/domain/delivery/types.ts';
import type { Cargo, Pending } from '../../src/ports/records.ts';
import { ChannelError } from '../../src/ports/channel.ts';
import { on } from '../support/an-appeal.ts';
import { aMessage } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { openMemory } from '../support/talk.ts';

const NOW = on('11-23 10:00');
const WAITING: OpenState = { kind: 'waiting', tries: 1, after: NOW, unsureSince: null };
const GIVEN_UP: Verdict = { kind: 'given-up', at: NOW, code: 'unreachable' };

interface Told {
  readonly id?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly content?: Cargo;
}

const pendingOf = ({
  id = 'test:1#1.2',
  to = 'test:owner',
  kind = 'appeal',
  content = { text: '银行同意续贷一年' },
}: Told): Pending => ({
  kind,
  record: 'A0321',
  delivery: { id, number: 1, to, content, createdAt: on('11-22 09:00'), state: WAITING },
});

const CHARGE: Readonly<Record<string, string>> = { A0321: 'test:wang' };

/** Who is told what, of a delivery that ended so. */
async function told(what: Told = {}, verdict: Verdict = GIVEN_UP, admins = ['test:admin', 'test:chief']) {
  const after = createGivenUp({
    appeal: 'appeal',
    inChargeOf: async (number) => CHARGE[number] ?? null,
    administrators: () => admins,
    nameOf: (chat) => ({ 'test:owner': '张三' })[chat] ?? chat,
  });
  return after(pendingOf(what), verdict, NOW);
}

const targets = async (...what: Parameters<typeof told>): Promise<readonly string[]> =>
  (await told(...what)).map(({ to }) => to);

describe('what is not delivered in the end', () => {
  test('is told to who is in charge of the appeal, with the text to pass on', async () => {
    expect(await told()).toEqual([
      {
        id: 'test:1#1.2!',
        to: 'test:wang',
        content: {
          text: 'A0321 给 张三 的消息没有送到（11月22日 09:00起）：对方没有加好友，或不在应用的可用范围里。\n请换个方式转告对方，原文：\n银行同意续贷一年',
        },
        createdAt: NOW,
      },
    ]);
  });

  test('is told to the administrators, without the text, where it is about no appeal', async () => {
    const notices = await told({ kind: 'conversation' });
    expect(notices.map(({ id, to }) => [id, to])).toEqual([
      ['test:1#1.2!!1', 'test:admin'],
      ['test:1#1.2!!2', 'test:chief'],
    ]);
    for (const { content } of notices) {
      expect(content).not.toMatchObject({ text: expect.stringContaining('续贷') });
      expect(content).not.toMatchObject({ text: expect.stringContaining('A0321') });
    }
  });

  test('is told to the administrators where he who is in charge is the one that it did not reach', async () => {
    expect(await targets({ to: 'test:wang' })).toEqual(['test:admin', 'test:chief']);
  });

  test('goes on to the administrators where the notice does not arrive either, and ends there', async () => {
    const [notice] = await told();
    expect(await targets({ id: notice?.id ?? '', to: 'test:wang' })).toEqual(['test:admin', 'test:chief']);
    expect(
      await targets({ id: `${notice?.id}???`, to: 'test:wang' }, { kind: 'maybe-sent', at: NOW }),
    ).toEqual(['test:admin', 'test:chief']);
    expect(await told({ id: 'test:1#1.2!!1', to: 'test:admin' })).toEqual([]);
    expect(await told({ id: 'test:1#1.2!!1??', to: 'test:admin' })).toEqual([]);
  });

  test('is not told to an administrator who is the one that it did not reach', async () => {
    expect(await targets({ to: 'test:admin', kind: 'conversation' })).toEqual(['test:chief']);
    expect(await told({ kind: 'conversation' }, GIVEN_UP, [])).toEqual([]);
  });

  test.for([
    ['sent', { kind: 'sent' }],
    ['waiting', WAITING],
    ['of unknown fate, and said again', { kind: 'maybe-sent', at: NOW }],
  ] as const)('is nothing that is %s', async ([, verdict]) => {
    expect(await told({}, verdict)).toEqual([]);
  });

  test('is what was of unknown fate too often', async () => {
    const [notice] = await told({ id: 'test:1#1.2???' }, { kind: 'maybe-sent', at: NOW });
    expect([notice?.id, notice?.to]).toEqual(['test:1#1.2!', 'test:wang']);
    expect(notice?.content).toMatchObject({ text: expect.stringContaining('可能没有发到') });
  });

  test('is no order: nobody waits for it', async () => {
    expect(await told({ to: 'record:appeal/A0322', content: { order: {} } })).toEqual([]);
  });

  test('is no change of a card: what it was to show was told besides', async () => {
    expect(await told({ content: { text: '好', replaces: 'test:card' } })).toEqual([]);
  });

  test('wakes nobody where it was to wait for the morning itself', async () => {
    const pending = pendingOf({});
    const notBefore = on('11-24 08:00');
    const after = createGivenUp({
      appeal: 'appeal',
      inChargeOf: async () => 'test:wang',
      administrators: () => [],
      nameOf: (chat) => chat,
    });
    const held = { ...pending, delivery: { ...pending.delivery, notBefore } };
    expect(await after(held, GIVEN_UP, NOW)).toMatchObject([{ notBefore }]);
    expect(await after(held, GIVEN_UP, notBefore)).not.toMatchObject([{ notBefore }]);
  });

  test('has a sentence for a code that nobody knows', async () => {
    const [notice] = await told({}, { kind: 'given-up', at: NOW, code: '230013' });
    expect(notice?.content).toMatchObject({ text: expect.stringContaining('没有发出去') });
  });
});

test('the courier brings the notice after the delivery that it is about was given up', async () => {
  const clock = aFakeClock();
  const kept = await openMemory();
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: () => undefined,
  });
  const said: string[] = [];
  const givenUp = createGivenUp({
    appeal: 'conversation',
    inChargeOf: async () => 'test:wang',
    administrators: () => ['test:admin'],
    nameOf: (chat) => chat,
  });
  const say = async ({ to }: { readonly to: string }): Promise<void> => {
    if (to !== 'test:admin') throw new ChannelError('unreachable');
    said.push(to);
  };
  const ignore = (): void => undefined;
  const courier: Courier = createCourier({
    records,
    carriers: new Map([['test', say]]),
    aftermath: givenUp,
    limits: {},
    clock,
    chance: () => 0.5,
    log: { info: ignore, warn: ignore, error: ignore },
  });
  const delivery = { id: '1', to: 'test:owner', content: { text: '好消息' }, createdAt: clock.now() };
  await records.update(CONVERSATION, 'test:owner', (before) => {
    const data = accept(before, aMessage('1'), clock.now());
    return data && { data, deliveries: [delivery] };
  });
  await courier.settled();
  expect(said).toEqual(['test:admin']);
  expect((await records.outbox(CONVERSATION, 'test:owner')).map(({ id, to }) => [id, to])).toEqual([
    ['1', 'test:owner'],
    ['1!', 'test:wang'],
  ]);
});
