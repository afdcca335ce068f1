import { afterEach, describe, expect, test } from 'vitest';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { toDelivery } from '../../src/app/reminding/carry-out.ts';
import { aStage, heardBy, type Stage, withPeople } from '../support/stage.ts';

const REMINDED = /申报提醒/;
const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.end();
});

async function opened(...given: Parameters<typeof aStage>): Promise<Stage> {
  const stage = await aStage(...given);
  open.push(stage);
  return stage;
}

/** 王老板 has subscribed; D1 ends on 18 December and was told of on 24 November. */
async function aDayBefore(): Promise<Stage> {
  const stage = await opened('2026-11-23T10:00');
  await withPeople(stage);
  await stage.says('李专员', '截止 2026-12-18 技改贴息申报');
  await stage.says('王老板', '订阅');
  expect(heardBy(await stage.passes('2026-12-03T12:00'), '王老板')).toMatch(REMINDED);
  return stage;
}

describe('a bot that starts again', () => {
  test('gives orders that were left before it tells what is due: who has applied is not reminded', async () => {
    const before = await aDayBefore();
    await before.bot.stop();
    const at = before.now();
    const applied = toDelivery({
      record: 'applicant',
      party: 'account:console:王老板',
      order: { keys: ['1'], outcome: 'applied', at },
    });
    await before.records.update(CONVERSATION, 'console:王老板', (data) => ({
      data: data as NonNullable<typeof data>,
      deliveries: [{ id: 'left#1', ...applied, createdAt: at }],
    }));
    const after = await opened('2026-12-04T12:00', { records: before.records });
    expect(heardBy(await after.passes('2026-12-21T12:00'), '王老板')).not.toMatch(REMINDED);
  });

  test('works off what was still unread, too', async () => {
    const before = await aDayBefore();
    await before.bot.receive({
      id: 'console:last',
      chat: 'console:王老板',
      isGroup: false,
      from: { id: 'console:王老板', name: '王老板' },
      text: '我们报了',
      at: before.now(),
      addressed: true,
    });
    await before.bot.stop();
    const after = await opened('2026-12-04T12:00', { records: before.records });
    expect(heardBy(await after.passes('2026-12-21T12:00'), '王老板')).not.toMatch(REMINDED);
  });

  test('catches up what fell due meanwhile, once', async () => {
    const before = await aDayBefore();
    await before.bot.stop();
    const after = await opened('2026-12-14T15:00', { records: before.records });
    const caught = heardBy(await after.passes('2026-12-14T20:00'), '王老板');
    expect(caught.match(/申报提醒/g)).toHaveLength(1);
    expect(caught).toContain('D1 技改贴息申报：12月18日（周五）截止，还有4天');
    const again = await opened('2026-12-14T20:30', { records: before.records });
    expect(heardBy(await again.passes('2026-12-15T07:59'), '王老板')).not.toMatch(REMINDED);
  });

  test('that died while it sent says the same again on another day only, with a word about it', async () => {
    let isDying = false;
    const before = await opened('2026-11-23T10:00', {
      afterSaying: () => (isDying ? new Promise<never>(() => undefined) : Promise.resolve()),
    });
    await withPeople(before);
    await before.says('李专员', '截止 2026-12-18 技改贴息申报');
    await before.says('王老板', '订阅');
    isDying = true;
    // It is never settled: the process is gone.
    open.splice(open.indexOf(before), 1);
    void before.passes('2026-11-24T09:59');
    await expect
      .poll(
        async () =>
          (await before.records.outbox({ name: 'subscriber' } as never, 'console:王老板')).at(-1)?.state.kind,
      )
      .toBe('sending');
    const after = await opened('2026-11-24T12:00', { records: before.records });
    expect(heardBy(await after.passes('2026-11-24T23:00'), '王老板')).not.toMatch(REMINDED);
    const next = heardBy(await after.passes('2026-11-25T12:00'), '王老板');
    expect(next).toMatch(/^（上一条可能没发出去/);
    expect(next.match(/申报提醒/g)).toHaveLength(1);
  });
});
