import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { MovableClock } from '../../adapters/system/clock.ts';
import { createOutput } from '../../src/commands/output.ts';
import { openBot } from '../../src/commands/bot.ts';
import { openFeishu } from '../../src/commands/platforms.ts';
import { parseConfig } from '../../src/config.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { FeishuConfig } from '../../src/feishu-config.ts';
import { openProgram, type Program } from '../../src/main.ts';
import type { FeishuServer } from '../support/feishu/server.ts';
import { settingsFor } from './program.ts';

export interface Drain {
  readonly server: FeishuServer;
  /** The platform's, and the program's. */
  readonly clock: MovableClock;
  readonly data: string;
}

const HOME = join(import.meta.dirname, '../..');
const STEP_MS = 10_000;
const MINUTE_MS = 60_000;
/** Ten thousand at a thousand a minute take ten. */
const MOST_STEPS = 360;

/** A run of the program that says what an earlier one left, on a clock that is moved on. */
export async function drain({ server, clock, data }: Drain): Promise<void> {
  const settings = { ...settingsFor(server, data), FEISHU_RECEIVE: 'websocket' };
  const opened = openProgram(parseConfig(settings, {}, HOME), { errors: process.stderr });
  const program: Program = { ...opened, system: { ...opened.system, clock } };
  const io = { err: createOutput(new PassThrough().resume()) };
  const feishu = opened.config.feishu as FeishuConfig;
  const channel = openFeishu({ program, io, bot: async () => null }, { feishu, web: null });
  const bot = await openBot(program, [channel]);
  await channel.start(bot.receive);
  // A new run does not know what the last one sent within the minute.
  await clock.moveTo((clock.now() + MINUTE_MS) as Instant, async () => undefined);
  await bot.resume();
  const records = await program.records();
  const isLeft = async (): Promise<boolean> =>
    (await records.targets()).some((target) => target.startsWith('feishu:'));
  for (let step = 0; step < MOST_STEPS && (await isLeft()); step += 1) {
    await clock.moveTo((clock.now() + STEP_MS) as Instant, bot.settled);
  }
  await channel.stop();
  await bot.stop();
}
