import { expect, test } from 'vitest';
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
