import { expect, test } from 'vitest';
import { createTurnstile } from '../../src/app/turnstile.ts';
import type { Instant } from '../../src/domain/time.ts';

/** A turnstile whose time is told, and what has been done behind it. */
function aTurnstile() {
  const state = { now: 0 };
  const turnstile = createTurnstile(() => state.now as Instant);
  const done: string[] = [];
  const begin = (name: string): Promise<void> =>
    turnstile.begin(async () => {
      done.push(name);
    });
  /** Somebody who is let in for as long as the test wants. */
  const arrive = (): { readonly leave: () => void; readonly gone: Promise<void> } => {
    let leave = (): void => undefined;
    const staying = new Promise<void>((resolve) => (leave = resolve));
    return { leave: () => leave(), gone: turnstile.comeIn(() => staying) };
  };
  return { ...turnstile, state, done, begin, arrive };
}

const round = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('one piece of work begins in each round of events, in the order in which they came', async () => {
  const { begin, done } = aTurnstile();
  const all = ['1', '2', '3'].map(begin);
  await Promise.resolve();
  expect(done).toEqual(['1']);
  await round();
  expect(done).toEqual(['1', '2']);
  await Promise.all(all);
  expect(done).toEqual(['1', '2', '3']);
});

test('work waits while somebody who comes in has waited too long, and goes on when they are in', async () => {
  const { begin, done, arrive, state } = aTurnstile();
  const { leave, gone } = arrive();
  state.now = 49;
  await begin('while they wait for a moment');
  state.now = 98;
  const waiting = begin('later');
  await round();
  expect(done).toHaveLength(1);
  leave();
  await Promise.all([gone, waiting]);
  expect(done).toEqual(['while they wait for a moment', 'later']);
});

test('however long somebody waits, work goes on every quarter of a second', async () => {
  const { begin, done, arrive, state } = aTurnstile();
  const first = arrive();
  const second = arrive();
  state.now = 249;
  const waiting = begin('work');
  await round();
  expect(done).toEqual([]);
  state.now = 250;
  first.leave();
  await Promise.all([first.gone, waiting]);
  expect(done).toEqual(['work']);
  second.leave();
  await second.gone;
});

test('what is not urgent begins at once where nobody waits, else when they are in', async () => {
  const { calm, arrive, state } = aTurnstile();
  await calm();
  const { leave, gone } = arrive();
  state.now = 60;
  let isCalm = false;
  const calmed = calm().then(() => (isCalm = true));
  await round();
  expect(isCalm).toBe(false);
  leave();
  await Promise.all([gone, calmed]);
  expect(isCalm).toBe(true);
});

test('whoever fails to come in holds nobody up', async () => {
  const { comeIn, begin, done, state } = aTurnstile();
  await expect(comeIn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  state.now = 100;
  await begin('work');
  expect(done).toEqual(['work']);
});
