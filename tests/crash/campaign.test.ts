import { expect, test } from 'vitest';
import { aTempFolder } from '../support/temp-folder.ts';
import { runCampaign } from './campaign.ts';

test.concurrent.for([true, false])(
  'a process that is killed keeps its promises (channel takes keys: %s)',
  { timeout: 60_000 },
  async (keyed) => {
    const folder = aTempFolder();
    const { breaches, messages } = await runCampaign({ folder, keyed, kills: 3, chance: Math.random });
    expect(breaches).toEqual([]);
    expect(messages).toBeGreaterThan(3);
  },
);
