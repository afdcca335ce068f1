import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';

test.concurrent.for([true, false])(
  'a process that is killed keeps its promises (channel takes keys: %s)',
  { timeout: 60_000 },
  // Of two that run beside each other only the context knows which one has finished.
  async (keyed, { onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'qifu-crash-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { breaches, messages } = await runCampaign({ folder, keyed, kills: 2, chance: Math.random });
    expect(breaches).toEqual([]);
    expect(messages).toBeGreaterThan(1);
  },
);
