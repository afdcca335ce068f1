import { createConsoleChannel } from '../../adapters/console/index.ts';
import { createCourier } from '../app/courier.ts';
import { createReceive } from '../app/receive.ts';
import { readConfig } from '../config.ts';
import { localMinute, parseMoment } from '../domain/moment.ts';
import { openProgram, type Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { InboundMessage } from '../ports/message.ts';
import { clockWords, consoleWords } from '../text/zh/console.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import type { Io } from './output.ts';
import { readRules } from './rules.ts';

/** Who speaks on the console until told otherwise. */
const DEFAULT_PERSON = '我';

/** Moves the clock as a person asks; returns the sentence about it. */
export function moveClock({ clock }: Program['system'], text: string): string {
  if (text === '') return clockWords.now(localMinute(clock.now()));
  const at = parseMoment(text, clock.now());
  if (at === null) return clockWords.notUnderstood(text.slice(0, 40));
  const moved = clock.moveTo(at);
  return (moved ? clockWords.now : clockWords.onlyForward)(localMinute(clock.now()));
}

function openConsole({ config, system }: Program, io: Io): Channel {
  const terminal = io.input.isTTY === true && io.out.terminal;
  return createConsoleChannel({
    input: io.input,
    output: io.screen,
    terminal,
    colour: io.out.terminal && !config.noColor,
    botName: config.name,
    person: DEFAULT_PERSON,
    words: consoleWords,
    clock: system.clock,
    moveClock: (text) => moveClock(system, text),
    onError: (error) => system.log.error('console-failed', { error }),
  });
}

/** The signals that end the program from outside; the returned function stops listening. */
function onSignals(stop: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
}

/** The bot behind its channel. */
interface Bot {
  /** Resolves when everything that can be said about the message now has been said. */
  readonly handle: (message: InboundMessage) => Promise<void>;
  /** Works off what an earlier run left, in the inboxes and on the way out. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function openBot(program: Program, channel: Channel): Promise<Bot> {
  const { config, system } = program;
  const [records, { ask, library }, rules] = await Promise.all([
    program.records(),
    program.answering(),
    readRules(config.seeds),
  ]);
  const shared = { ...system, records };
  const channels = new Map([[channel.name, channel]]);
  const courier = createCourier({ ...shared, channels, limits: rules.channels });
  const memoryMs = rules.offers.lifetimeMinutes * 60_000;
  const reception = createReceive({ ...shared, ask, courier, memoryMs });
  const unfollow = library.follow();
  const settled = async (): Promise<void> => {
    await reception.settled();
    await courier.settled();
  };
  return {
    // The console has no acknowledgement: the next line is read when this one is answered.
    handle: async (message) => {
      await reception.receive(message);
      await settled();
    },
    resume: async () => {
      await courier.start();
      await reception.recover();
      await settled();
    },
    stop: async () => {
      await reception.stop();
      await courier.stop();
      await unfollow();
    },
  };
}

/** Runs the bot until its channel has ended or a signal comes. The library is opened while the greeting is read. */
export async function serve(program: Program, io: Io): Promise<number> {
  const release = await program.system.claimData();
  const channel = openConsole(program, io);
  const ignoreSignals = onSignals(() => void channel.stop());
  try {
    const opening = openBot(program, channel);
    const ready = opening.then(async (bot) => {
      await started;
      await bot.resume();
      return bot;
    });
    let trouble: unknown;
    // Without library or records there is nothing to answer from: the channel ends, the reason is told by the caller.
    const giveUp = ready.catch((error: unknown) => {
      trouble = error;
      return channel.stop();
    });
    const started = channel.start(async (message) => {
      const bot = await ready.catch(() => null);
      await bot?.handle(message);
    });
    await started;
    await channel.closed;
    await giveUp;
    await opening.then(
      (bot) => bot.stop(),
      () => undefined,
    );
    if (trouble !== undefined) throw trouble;
    return 0;
  } finally {
    ignoreSignals();
    await release();
  }
}

/** `qifu serve`. */
export const runServe: Command = async (argv, io) => {
  const { positionals, overrides } = parseArguments(argv, {});
  expectNoWords(positionals);
  return serve(openProgram(readConfig(overrides, io.home), io), io);
};
