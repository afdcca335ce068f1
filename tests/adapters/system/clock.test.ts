import { describe, expect, test } from 'vitest';
import { createClock } from '../../../adapters/system/clock.ts';
import type { Instant } from '../../../src/domain/time.ts';

const at = (ms: number): Instant => ms as Instant;

test('a clock without a start tells the machine’s time', () => {
  expect(createClock(null, () => 5000).now()).toBe(5000);
});

test('a clock with a start runs on from there', () => {
  let machine = 5000;
  const clock = createClock(at(90_000), () => machine);
  expect(clock.now()).toBe(90_000);
  machine += 250;
  expect(clock.now()).toBe(90_250);
});

const nothing = async (): Promise<void> => undefined;

test('a clock moves forward and runs on', async () => {
  let machine = 5000;
  const clock = createClock(null, () => machine);
  expect(await clock.moveTo(at(60_000), nothing)).toBe(true);
  machine += 1;
  expect(clock.now()).toBe(60_001);
});

test('a clock never moves backward, nor to where it stands', async () => {
  const clock = createClock(at(90_000), () => 5000);
  expect(await clock.moveTo(at(90_000), nothing)).toBe(false);
  expect(await clock.moveTo(at(1), nothing)).toBe(false);
  expect(clock.now()).toBe(90_000);
});

test('a clock that is moved stops at every instant that somebody waits for, in order', async () => {
  const clock = createClock(at(0), () => 0);
  const { signal } = new AbortController();
  const woken: string[] = [];
  let working = Promise.resolve();
  const wake = (name: string, when: number, andThen?: () => void): void => {
    const come = async (): Promise<void> => {
      woken.push(`${name} ${clock.now()}`);
      andThen?.();
    };
    void clock.waitUntil(at(when), signal).then(() => (working = come()));
  };
  wake('late', 900);
  wake('early', 100, () => wake('again', 500));
  wake('never', 2000);
  expect(await clock.moveTo(at(1000), () => working)).toBe(true);
  expect([...woken, clock.now()]).toEqual(['early 100', 'again 500', 'late 900', 1000]);
});

describe('waiting for an instant', () => {
  const forever = new AbortController().signal;

  test('ends when it has come, at once where it is past', async () => {
    const clock = createClock(null);
    const start = clock.now();
    await clock.waitUntil(at(start - 1000), forever);
    await clock.waitUntil(at(start + 20), forever);
    expect(clock.now()).toBeGreaterThanOrEqual(start + 20);
  });

  test('ends when the clock is moved beyond it, not before', async () => {
    const clock = createClock(at(0), () => 0);
    let ended = false;
    const waiting = clock.waitUntil(at(90 * 24 * 3_600_000), forever).then(() => (ended = true));
    await clock.moveTo(at(3_600_000), nothing);
    expect(ended).toBe(false);
    await clock.moveTo(at(91 * 24 * 3_600_000), nothing);
    await waiting;
  });

  test('ends when it is given up', async () => {
    const clock = createClock(at(0), () => 0);
    const stopping = new AbortController();
    const waiting = clock.waitUntil(at(1_000_000), stopping.signal);
    stopping.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(clock.waitUntil(at(1_000_000), stopping.signal)).resolves.toBeUndefined();
  });
});
