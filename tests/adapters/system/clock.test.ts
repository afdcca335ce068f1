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

test('a clock moves forward and runs on', () => {
  let machine = 5000;
  const clock = createClock(null, () => machine);
  expect(clock.moveTo(at(60_000))).toBe(true);
  machine += 1;
  expect(clock.now()).toBe(60_001);
});

test('a clock never moves backward, nor to where it stands', () => {
  const clock = createClock(at(90_000), () => 5000);
  expect(clock.moveTo(at(90_000))).toBe(false);
  expect(clock.moveTo(at(1))).toBe(false);
  expect(clock.now()).toBe(90_000);
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
    clock.moveTo(at(3_600_000));
    await Promise.resolve();
    expect(ended).toBe(false);
    clock.moveTo(at(91 * 24 * 3_600_000));
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
