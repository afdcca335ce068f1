import { expect, test } from 'vitest';
import { type Chore, createDaily } from '../../../src/app/upkeep/daily.ts';
import { clock as clockTime, moment } from '../../support/a-calendar.ts';
import { aFakeClock } from '../../support/fake-clock.ts';
import { localMinute } from '../../../src/domain/moment.ts';

const HOUR_MS = 3_600_000;

/** Chores that write down when they were done; `fails` says which fail at the moment. */
function aHouse(from: string) {
  const clock = aFakeClock(moment(from));
  const done: string[] = [];
  const logged: string[] = [];
  const state: { fails: string | null } = { fails: null };
  const chore = (name: string): Chore => ({
    name,
    run: async (now) => {
      if (state.fails === name) throw new Error('full');
      done.push(`${name} ${localMinute(now).slice(5)}`);
    },
  });
  const ignore = (): void => undefined;
  const log = { info: ignore, warn: ignore, error: (code: string) => void logged.push(code) };
  const daily = createDaily([chore('a'), chore('b')], { at: clockTime('03:30'), clock, log });
  return { clock, done, logged, state, daily };
}

test('chores are done at the start and then every day at their time, in their order', async () => {
  const { clock, done, daily } = aHouse('2026-11-21T09:00');
  daily.start();
  await daily.settled();
  expect(done).toEqual(['a 11-21 09:00', 'b 11-21 09:00']);
  await clock.advance(18 * HOUR_MS);
  expect(done).toHaveLength(2);
  await clock.advance(31 * HOUR_MS);
  await daily.settled();
  expect(done.slice(2)).toEqual(['a 11-22 03:30', 'b 11-22 03:30', 'a 11-23 03:30', 'b 11-23 03:30']);
  await daily.stop();
  await clock.advance(48 * HOUR_MS);
  expect(done).toHaveLength(6);
});

test('a chore that fails keeps no other from being done, and is tried again alone', async () => {
  const { clock, done, logged, state, daily } = aHouse('2026-11-21T02:00');
  state.fails = 'a';
  daily.start();
  await daily.settled();
  expect([done, logged]).toEqual([['b 11-21 02:00'], ['chore-failed']]);
  state.fails = null;
  await clock.advance(600_000);
  await daily.settled();
  expect(done).toEqual(['b 11-21 02:00', 'a 11-21 02:10']);
  await clock.advance(2 * HOUR_MS);
  await daily.settled();
  expect(done.slice(2)).toEqual(['a 11-21 03:30', 'b 11-21 03:30']);
});

test('no chore is begun once it is told to stop', async () => {
  const { done, daily } = aHouse('2026-11-21T09:00');
  daily.start();
  await daily.stop();
  expect(done).toEqual([]);
});
