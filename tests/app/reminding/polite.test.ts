import { expect, test } from 'vitest';
import type { Carrier } from '../../../src/app/attempt.ts';
import { aReminding } from '../../support/a-reminding.ts';

const bare: Carrier = async () => undefined;

test('what a carrier does before the moment of sending is done beneath the manners, too: offers open there', async () => {
  const { reminding } = await aReminding({});
  const prepare = async (): Promise<void> => undefined;
  expect(reminding.politely(Object.assign(bare.bind(null), { prepare })).prepare).toBe(prepare);
  expect(reminding.politely(bare).prepare).toBeUndefined();
});
