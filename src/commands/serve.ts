import { createConsoleChannel } from '../../adapters/console/index.ts';
import { createReceive } from '../app/receive.ts';
import { readConfig } from '../config.ts';
import { localMinute, parseMoment } from '../domain/moment.ts';
import { openProgram, type Program } from '../main.ts';
import type { Channel, InboundMessage } from '../ports/channel.ts';
import { clockWords, consoleWords } from '../text/zh/console.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import type { Io } from './output.ts';

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

/** Runs the bot until its channel has ended or a signal comes. The library is opened while the greeting is read. */
export async function serve(program: Program, io: Io): Promise<number> {
  const channel = openConsole(program, io);
  const opening = program.answering().then(({ ask, library }) => {
    return { receive: createReceive({ ask, channel, log: program.system.log }), unfollow: library.follow() };
  });
  let trouble: unknown;
  // Without a library there is nothing to answer from: the channel ends, the reason is told by the caller.
  const giveUp = opening.catch((error: unknown) => {
    trouble = error;
    return channel.stop();
  });
  const ignoreSignals = onSignals(() => void channel.stop());
  await channel.start(async (message: InboundMessage) => {
    const opened = await opening.catch(() => null);
    await opened?.receive(message);
  });
  await channel.closed;
  ignoreSignals();
  await giveUp;
  if (trouble !== undefined) throw trouble;
  await (await opening).unfollow();
  return 0;
}

/** `qifu serve`. */
export const runServe: Command = async (argv, io) => {
  const { positionals, overrides } = parseArguments(argv, {});
  expectNoWords(positionals);
  return serve(openProgram(readConfig(overrides, io.home), io), io);
};
