/** `npm run crash -- --kills 500`: kills the bot at random and at named instants, and counts broken promises. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 2) {
  process.stderr.write('usage: npm run crash -- --kills 500\n');
  process.exit(2);
}
const tallies = await Promise.all(
  [true, false].map(async (keyed) => {
    const folder = mkdtempSync(join(tmpdir(), 'qifu-crash-'));
    const tally = await runCampaign({ folder, keyed, kills: Math.ceil(kills / 2), chance: Math.random });
    if (tally.breaches.length === 0) rmSync(folder, { recursive: true });
    else process.stdout.write(`left for a look: ${folder}\n`);
    return { channel: keyed ? 'with keys' : 'without keys', ...tally };
  }),
);
for (const { channel, kills: killed, messages, complaints, pushes, breaches } of tallies) {
  const instants = Object.entries(killed).map(([instant, count]) => `${instant} ${count}`);
  process.stdout.write(
    `channel ${channel}: ${messages} messages (${complaints} complaints) in ${pushes} pushes; killed: ${instants.join(', ')}\n`,
  );
  process.stdout.write(`${breaches.length} promises broken\n${breaches.map((one) => `  ${one}\n`).join('')}`);
}
process.exitCode = tallies.every(({ breaches }) => breaches.length === 0) ? 0 : 1;
