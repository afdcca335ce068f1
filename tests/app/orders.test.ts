import { describe, expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import type { Carrier } from '../../src/app/attempt.ts';
import { createCourier, type Courier } from '../../src/app/courier.ts';
import { createOrderCarrier, ORDERS, recordTarget } from '../../src/app/orders.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import type { Kind } from '../../src/ports/records.ts';
import { silentLog } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';

/** A sum, and the causes of what was added. */
interface Sum {
  readonly total: number;
  readonly causes: readonly string[];
}

const SUM: Kind<Sum> = { name: 'sum', version: 1, migrate: (older) => older as Sum, keys: () => [] };

async function aShop() {
  const clock = aFakeClock();
  const logged: string[] = [];
  const state: { fails: Error | null } = { fails: null };
  const kept = await openRecords({
    folder: null,
    kinds: [SUM],
    onDamaged: () => undefined,
    onNewer: () => undefined,
  });
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: () => undefined,
  });
  const add = async (id: string, order: unknown, cause: string): Promise<void> => {
    if (state.fails) throw state.fails;
    await records.update(SUM, id, (before) => {
      const { total, causes } = before ?? { total: 0, causes: [] };
      if (causes.includes(cause)) return null;
      const amount = order as number;
      // Half of what is given to the first goes on to the second.
      const deliveries =
        id === 'first'
          ? [
              {
                id: `${cause}>`,
                to: recordTarget('sum', 'second'),
                content: { order: amount / 2 },
                createdAt: clock.now(),
              },
            ]
          : [];
      return { data: { total: total + amount, causes: [...causes, cause] }, deliveries };
    });
  };
  const carriers = new Map<string, Carrier>([[ORDERS.name, createOrderCarrier({ sum: add })]]);
  const note = (code: string): void => void logged.push(code);
  const courier: Courier = createCourier({
    records,
    carriers,
    aftermath: () => [],
    limits: { [ORDERS.name]: ORDERS.limits },
    clock,
    chance: () => 0.5,
    log: { ...silentLog, warn: note, error: note },
  });
  const give = (order: unknown, to = recordTarget('sum', 'first'), id = '1'): Promise<boolean> =>
    records.update(SUM, 'cause', () => ({
      data: { total: 0, causes: [] },
      deliveries: [{ id, to, content: { order }, createdAt: clock.now() }],
    }));
  const total = async (id: string): Promise<number | undefined> => (await records.read(SUM, id))?.total;
  return { clock, courier, give, total, records, logged, state };
}

describe('an order', () => {
  test('is carried out by its record, and what that orders by the next', async () => {
    const shop = await aShop();
    await shop.give(10);
    await shop.courier.settled();
    expect([await shop.total('first'), await shop.total('second')]).toEqual([10, 5]);
    expect(await shop.records.targets()).toEqual([]);
  });

  test('that fails is tried again under the same cause until it is done', async () => {
    const shop = await aShop();
    shop.state.fails = new Error('disk full');
    await shop.give(10);
    await shop.courier.settled();
    expect(await shop.total('first')).toBeUndefined();
    shop.state.fails = null;
    await shop.clock.advance(60_000);
    await shop.courier.settled();
    expect([await shop.total('first'), await shop.total('second')]).toEqual([10, 5]);
  });

  test('for a kind that nobody knows is given up and told of', async () => {
    const shop = await aShop();
    await shop.give(10, recordTarget('toString', 'x'));
    await shop.courier.settled();
    expect(shop.logged).toContain('delivery-given-up');
  });
});
