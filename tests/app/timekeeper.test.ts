import { describe, expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { createTimekeeper, type Timed } from '../../src/app/timekeeper.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Kind } from '../../src/ports/records.ts';
import { silentLog } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';

interface Egg {
  readonly at: number | null;
}

const EGG: Kind<Egg> = {
  name: 'egg',
  version: 1,
  migrate: (older) => older as Egg,
  keys: () => [],
  due: ({ at }) => at as Instant | null,
};

async function aKitchen(boil: (id: string) => number | null = () => null) {
  const clock = aFakeClock(0);
  const boiled: string[] = [];
  const errors: string[] = [];
  const kept = await openRecords({
    folder: null,
    kinds: [EGG],
    onDamaged: () => undefined,
    onNewer: () => undefined,
  });
  const records = watchRecords(kept, {
    toDeliver: () => undefined,
    changed: (kind) => timekeeper.changed(kind),
  });
  const put = (id: string, at: number | null): Promise<boolean> =>
    records.update(EGG, id, () => ({ data: { at } }));
  const timed: Timed = {
    kind: EGG,
    tick: async (id) => {
      boiled.push(`${id} ${clock.now()}`);
      await put(id, boil(id));
    },
  };
  const log = { ...silentLog, error: (code: string): void => void errors.push(code) };
  const timekeeper = createTimekeeper([timed], { records, clock, log });
  return { clock, put, boiled, errors, timekeeper, records };
}

describe('a record that time changes', () => {
  test('is looked at when it is due, the first due first', async () => {
    const { clock, put, boiled, timekeeper } = await aKitchen();
    await put('b', 2000);
    await put('a', 1000);
    await put('never', null);
    timekeeper.start();
    await clock.advance(5000);
    expect(boiled).toEqual(['a 1000', 'b 2000']);
  });

  test('is looked at at the start where it fell due before', async () => {
    const { clock, put, boiled, timekeeper } = await aKitchen();
    await put('a', 1);
    await clock.advance(1000);
    timekeeper.start();
    await timekeeper.settled();
    expect(boiled.at(-1)).toMatch(/^a /);
    expect(new Set(boiled).size).toBe(1);
  });

  test('that becomes due earlier than all others wakes the timekeeper', async () => {
    const { clock, put, boiled, timekeeper } = await aKitchen();
    await put('late', 9000);
    timekeeper.start();
    await clock.advance(1);
    await put('soon', 100);
    await clock.advance(200);
    expect(boiled).toEqual(['soon 100']);
  });

  test('is looked at again and again where it says so', async () => {
    const times = [2000, 3000, null];
    const { clock, put, boiled, timekeeper } = await aKitchen(() => times.shift() ?? null);
    await put('a', 1000);
    timekeeper.start();
    await clock.advance(10_000);
    expect(boiled).toEqual(['a 1000', 'a 2000', 'a 3000']);
  });

  test('that stays due is told of and asked once a minute', async () => {
    const { clock, put, boiled, errors, timekeeper } = await aKitchen(() => 1000);
    await put('a', 1000);
    timekeeper.start();
    await clock.advance(61_500);
    expect(boiled).toEqual(['a 1000', 'a 61000']);
    expect(errors).toContain('record-stays-due');
    await timekeeper.stop();
  });

  test('that cannot be saved does not keep the others from their turn', async () => {
    const { clock, put, boiled, errors, timekeeper } = await aKitchen((id) => {
      if (id === 'a') throw new Error('full');
      return null;
    });
    await put('a', 1000);
    await put('b', 1000);
    timekeeper.start();
    await clock.advance(1500);
    expect(boiled).toEqual(['a 1000', 'b 1000']);
    expect(errors).toContain('tick-failed');
    await timekeeper.stop();
  });
});
