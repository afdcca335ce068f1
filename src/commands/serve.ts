import { createConsoleChannel } from '../../adapters/console/index.ts';
import { readConfig } from '../config.ts';
import { localMinute, parseMoment } from '../domain/moment.ts';
import { openProgram, type Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import { clockWords, consoleWords } from '../text/zh/console.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import { type Bot, openBot } from './bot.ts';
import type { Command } from './command.ts';
import type { Io } from './output.ts';

/** Who speaks on the console until told otherwise. */
const DEFAULT_PERSON = '我';

/** Moves the clock as a person asks, and has everything done that falls due on the way; returns the sentence about it. */
export async function moveClock(
  { clock }: Program['system'],
  text: string,
  settled: () => Promise<void>,
): Promise<string> {
  if (text === '') return clockWords.now(localMinute(clock.now()));
  const at = parseMoment(text, clock.now());
  if (at === null) return clockWords.notUnderstood(text.slice(0, 40));
  const moved = await clock.moveTo(at, settled);
  return (moved ? clockWords.now : clockWords.onlyForward)(localMinute(clock.now()));
}

function openConsole({ config, system }: Program, io: Io, settled: () => Promise<void>): Channel {
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
    moveClock: (text) => moveClock(system, text, settled),
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

/** Runs the bot until its channel has ended or a signal comes. The library is opened while the greeting is read. */
export async function serve(program: Program, io: Io): Promise<number> {
  const release = await program.system.claimData();
  let bot: Promise<Bot | null> = Promise.resolve(null);
  const channel = openConsole(program, io, async () => (await bot)?.settled());
  const ignoreSignals = onSignals(() => void channel.stop());
  try {
    const opening = openBot(program, [channel]);
    const ready = opening.then(async (opened) => {
      await started;
      await opened.resume();
      return opened;
    });
    bot = ready.catch(() => null);
    let trouble: unknown;
    // Without library or records there is nothing to answer from: the channel ends, the reason is told by the caller.
    const giveUp = ready.catch((error: unknown) => {
      trouble = error;
      return channel.stop();
    });
    const started = channel.start(async (message) => {
      const opened = await bot;
      await opened?.receive(message);
      // The console has no acknowledgement: the next line is read when this one is answered.
      await opened?.settled();
    });
    await started;
    await channel.closed;
    await giveUp;
    await opening.then(
      (opened) => opened.stop(),
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
