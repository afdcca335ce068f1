import { expect, test } from 'vitest';
import { aDataFolder } from '../support/data-folder.ts';
import { runLoad } from './run-load.ts';

test('a rush of messages: all taken, none lost or answered twice, no limit exceeded', {
  timeout: 90_000,
}, async () => {
  // The seeds are parsed before, for this and all other tests.
  await aDataFolder();
  const figures = await runLoad({
    events: 20,
    perSecond: 100,
    receives: 'websocket',
    single: 0,
    asServed: false,
  });
  expect(figures).toMatchObject({ refused: 0, lost: 0, twice: 0, overLimit: { drained: 0 } });
  expect(figures.acknowledged).toHaveLength(20);
  expect(figures.replied.all).toBe(20);
});
