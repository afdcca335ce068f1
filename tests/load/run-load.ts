import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createClock } from '../../adapters/system/clock.ts';
import { type FeishuServer, openFeishu } from '../support/feishu/server.ts';
import { drain } from './drain.ts';
import { type Held, type Running, startProgram } from './program.ts';
import { aTownOf, type Town } from './town.ts';

export interface Load {
  readonly events: number;
  readonly perSecond: number;
  readonly receives: 'websocket' | 'webhook';
  /** Messages one after another, before, for the time from event to reply. */
  readonly single: number;
}

/** Milliseconds, but for what is counted. */
export interface Figures {
  readonly acknowledged: readonly number[];
  /** Messages that the platform had to be told of again. */
  readonly refused: number;
  /** Messages pushed again although they were acknowledged. */
  readonly repeated: number;
  /** From the event to the request that sends the reply, nothing else going on. */
  readonly single: readonly number[];
  readonly replied: { readonly underLoad: number; readonly all: number };
  /** Replies fewer than messages acknowledged, and more than messages. */
  readonly lost: number;
  readonly twice: number;
  /** Chats with messages acknowledged and not worked off at the end of the rush, and how long that took. */
  readonly backlog: { readonly chats: number; readonly workedOffIn: number };
  /** Requests that the platform refused for their number, and the most that came at a time. */
  readonly overLimit: { readonly underLoad: number; readonly drained: number };
  readonly most: ReturnType<FeishuServer['traffic']['most']>;
  /** By the platform's clock. */
  readonly drainedIn: number;
  readonly held: { readonly before: Held; readonly rush: Held; readonly after: Held };
  /** Of the program a message, until it was worked off; of the platform and its people beside it. */
  readonly computedMs: { readonly program: number; readonly platform: number };
}

const PATIENCE_MS = 60_000;
const OPENING_MS = 300;
const GREETING_MS = 5000;
const MOST_GREETINGS = 12;
const WORKING_OFF_MS = 600_000;
const POLL_MS = 250;
const REPEATS_EVERY = 20;
/** Between messages that come one after another: with fewer than fifty a second none waits for its turn. */
const UNHURRIED_MS = 30;

interface Scene {
  readonly server: FeishuServer;
  readonly town: Town;
  readonly program: Running;
}

/** Polls as fast as the timers of the machine allow. */
async function until(isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await pause(1);
  }
}

/** What is not taken at once comes again by itself, so nothing is said before somebody listens. */
async function whenReady({ server, program, town }: Scene): Promise<void> {
  let isListening = server.world.app.receives === 'websocket';
  if (!isListening) void program.listens().then(() => (isListening = true));
  await until(() => isListening && (server.world.app.receives === 'webhook' || server.line.opened() > 0));
  // What comes in the very instant in which the line is open gets lost: the platform would say it again.
  await pause(OPENING_MS);
  for (let at = 0; server.said.length === 0 && at < MOST_GREETINGS; at += 1) {
    void town.greets();
    await until(() => server.said.length > 0, GREETING_MS).catch(() => undefined);
  }
  if (server.said.length === 0) throw new Error('not started');
}

async function oneByOne(server: FeishuServer, town: Town, count: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const before = server.said.length;
    const start = performance.now();
    await town.asks(at);
    await until(() => server.said.length > before);
    took.push(performance.now() - start);
    await pause(UNHURRIED_MS);
  }
  return took;
}

interface Rush {
  readonly first: number;
  readonly events: number;
  readonly perSecond: number;
}

/** Pushes at a rate whatever becomes of it; every so often one that was acknowledged comes again. */
async function atRate(
  town: Town,
  { first, events, perSecond }: Rush,
): Promise<Pick<Figures, 'acknowledged' | 'refused' | 'repeated'>> {
  const acknowledged: number[] = [];
  let [refused, repeated] = [0, 0];
  const push = async (at: number): Promise<void> => {
    const asked = performance.now();
    const delivery = await town.asks(first + at);
    if (delivery?.taken) acknowledged.push(performance.now() - asked);
    else refused += 1;
    if (!delivery?.taken || at % REPEATS_EVERY !== 0) return;
    repeated += 1;
    await town.repeats(first + at);
  };
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (let at = 0; at < events; at += 1) {
    const early = start + (at * 1000) / perSecond - performance.now();
    if (early > 1) await pause(early);
    under.push(push(at));
  }
  await Promise.all(under);
  return { acknowledged, refused, repeated };
}

/** Resolves when the program has worked off what it acknowledged; its replies may still wait for their turn. */
async function workedOff(program: Running): Promise<Held> {
  const end = performance.now() + WORKING_OFF_MS;
  let held = await program.held();
  let { most } = held;
  while (held.waiting > 0 && performance.now() < end) {
    await pause(POLL_MS);
    held = await program.held();
    most = Math.max(most, held.most);
  }
  return { ...held, most };
}

/** The greeting and its reply count for nothing. */
const repliesIn = ({ said }: FeishuServer, { asked }: Town): number =>
  said.filter(({ chat }) => asked.has(chat)).length;

/** Replies by chat against messages by chat. What was not acknowledged may have been taken all the same. */
function compare({ said }: FeishuServer, { asked }: Town): { readonly lost: number; readonly twice: number } {
  let [lost, twice] = [0, 0];
  for (const [chat, { taken, refused }] of asked) {
    const replies = said.filter((one) => one.chat === chat).length;
    lost += Math.max(0, taken - replies);
    twice += Math.max(0, replies - taken - refused);
  }
  return { lost, twice };
}

/** A new data folder over the parsed documents of the working copy. */
function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qifu-load-'));
  const parsed = join(import.meta.dirname, '../../data/derived');
  mkdirSync(parsed, { recursive: true });
  symlinkSync(parsed, join(folder, 'derived'));
  return folder;
}

const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What comes of a rush while the program runs. */
async function underLoad({ server, town, program }: Scene, load: Load) {
  await whenReady({ server, program, town });
  const single = await oneByOne(server, town, load.single);
  const before = await program.held();
  const own = computed();
  const pushed = await atRate(town, { first: load.single, ...load });
  const computing = computed() - own;
  const replied = repliesIn(server, town);
  const rush = await program.held();
  const start = performance.now();
  const after = await workedOff(program);
  return {
    ...pushed,
    single,
    held: { before, rush, after },
    replied,
    backlog: { chats: rush.waiting, workedOffIn: performance.now() - start },
    computedMs: {
      program: (after.computedMs - before.computedMs) / load.events,
      platform: computing / load.events,
    },
  };
}

/**
 * Feishu pushes at a rate; when all is worked off the program is killed, and another run says on the platform's clock,
 * which is moved on, what is still to be said.
 */
export async function runLoad(load: Load): Promise<Figures> {
  const folder = aDataFolder();
  let stoodAt: number | null = null;
  const clock = createClock(null, () => stoodAt ?? Date.now());
  const line = { PingInterval: 120, ReconnectInterval: 1 };
  const server = await openFeishu({ clock, receives: load.receives, line });
  const town = aTownOf(server);
  const program = await startProgram(server, folder);
  try {
    const { replied, ...figures } = await underLoad({ server, town, program }, load);
    await program.kill();
    const early = server.traffic.refused();
    const from = clock.now();
    // From now on time goes only when it is told to.
    stoodAt = Date.now();
    await drain({ server, clock, data: folder });
    return {
      ...figures,
      replied: { underLoad: replied, all: repliesIn(server, town) },
      ...compare(server, town),
      overLimit: { underLoad: early, drained: server.traffic.refused() - early },
      most: server.traffic.most(),
      drainedIn: clock.now() - from,
    };
  } finally {
    await program.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
